// Generated from contracts/interfaces/IOracleAdapter.sol by `cargo run -p codec`. Not to be edited.

use alloy_dyn_abi::DynSolValue;
use contract_abi::{Address, Revert, Word};
use crate::support::source::Source;
use crate::support::subject::{ErrorCase, EventCase, Subject};
use crate::support::{echo, values};
use contract_abi::generated::oracle_adapter;
use oracle_adapter::*;
use oracle_adapter::{events, calls, errors};
mod alloy {
    alloy_sol_types::sol!(#![sol(abi)] "../interfaces/IOracleAdapter.sol");
}
crate::checks!(subject);
fn subject() -> Subject {
    Subject {
        name: "IOracleAdapter",
        route: route::<Echo>,
        alloy: alloy::IOracleAdapter::abi::contract,
        json: include_str!("../../json/IOracleAdapter.json"),
        enums: &[("Grade", 4), ("Doubt", 9)],
        functions: &[
            ("marketData", selectors::MARKET_DATA),
            ("spot", selectors::SPOT),
            ("lastAccepted", selectors::LAST_ACCEPTED),
            ("feed", selectors::FEED),
            ("sequencer", selectors::SEQUENCER),
            ("observe", selectors::OBSERVE),
            ("setFeed", selectors::SET_FEED),
            ("setSequencer", selectors::SET_SEQUENCER),
            ("owner", selectors::OWNER),
            ("pendingOwner", selectors::PENDING_OWNER),
            ("transferOwnership", selectors::TRANSFER_OWNERSHIP),
            ("acceptOwnership", selectors::ACCEPT_OWNERSHIP),
        ],
        errors: &[
            ErrorCase {
                name: "NotOwner",
                selector: errors::NOT_OWNER,
                build: |source| {
                    let value_0 = source.fixed::<20>();
                    (errors::not_owner(&value_0), vec![values::address(& value_0)])
                },
            },
            ErrorCase {
                name: "NoFeed",
                selector: errors::NO_FEED,
                build: |source| {
                    let value_0 = source.uint(16) as u16;
                    (
                        errors::no_feed(value_0),
                        vec![values::uint(16, u128::from(value_0))],
                    )
                },
            },
            ErrorCase {
                name: "FeedFailed",
                selector: errors::FEED_FAILED,
                build: |source| {
                    let value_0 = source.uint(16) as u16;
                    let value_1 = source.fixed::<20>();
                    (
                        errors::feed_failed(value_0, &value_1),
                        vec![
                            values::uint(16, u128::from(value_0)), values::address(&
                            value_1)
                        ],
                    )
                },
            },
            ErrorCase {
                name: "IncompleteRound",
                selector: errors::INCOMPLETE_ROUND,
                build: |source| {
                    let value_0 = source.uint(16) as u16;
                    let value_1 = source.uint(256);
                    (
                        errors::incomplete_round(value_0, value_1),
                        vec![
                            values::uint(16, u128::from(value_0)), values::uint(256,
                            value_1)
                        ],
                    )
                },
            },
            ErrorCase {
                name: "PriceNotPositive",
                selector: errors::PRICE_NOT_POSITIVE,
                build: |source| {
                    let value_0 = source.uint(16) as u16;
                    (
                        errors::price_not_positive(value_0),
                        vec![values::uint(16, u128::from(value_0))],
                    )
                },
            },
            ErrorCase {
                name: "StalePrice",
                selector: errors::STALE_PRICE,
                build: |source| {
                    let value_0 = source.uint(16) as u16;
                    let value_1 = source.uint(40) as u64;
                    let value_2 = source.uint(40) as u64;
                    (
                        errors::stale_price(value_0, value_1, value_2),
                        vec![
                            values::uint(16, u128::from(value_0)), values::uint(40,
                            u128::from(value_1)), values::uint(40, u128::from(value_2))
                        ],
                    )
                },
            },
            ErrorCase {
                name: "PriceOutOfBounds",
                selector: errors::PRICE_OUT_OF_BOUNDS,
                build: |source| {
                    let value_0 = source.uint(16) as u16;
                    let value_1 = source.int(256);
                    let value_2 = source.int(256);
                    let value_3 = source.int(256);
                    (
                        errors::price_out_of_bounds(value_0, value_1, value_2, value_3),
                        vec![
                            values::uint(16, u128::from(value_0)), values::int(256,
                            value_1), values::int(256, value_2), values::int(256,
                            value_3)
                        ],
                    )
                },
            },
            ErrorCase {
                name: "SequencerDown",
                selector: errors::SEQUENCER_DOWN,
                build: |source| {
                    let value_0 = source.uint(40) as u64;
                    (
                        errors::sequencer_down(value_0),
                        vec![values::uint(40, u128::from(value_0))],
                    )
                },
            },
            ErrorCase {
                name: "SequencerGrace",
                selector: errors::SEQUENCER_GRACE,
                build: |source| {
                    let value_0 = source.uint(40) as u64;
                    (
                        errors::sequencer_grace(value_0),
                        vec![values::uint(40, u128::from(value_0))],
                    )
                },
            },
            ErrorCase {
                name: "TooMany",
                selector: errors::TOO_MANY,
                build: |source| {
                    let value_0 = source.uint(256);
                    let value_1 = source.uint(256);
                    (
                        errors::too_many(value_0, value_1),
                        vec![values::uint(256, value_0), values::uint(256, value_1)],
                    )
                },
            },
            ErrorCase {
                name: "BadFeed",
                selector: errors::BAD_FEED,
                build: |source| {
                    let value_0 = source.uint(16) as u16;
                    let value_1 = source.fixed::<20>();
                    (
                        errors::bad_feed(value_0, &value_1),
                        vec![
                            values::uint(16, u128::from(value_0)), values::address(&
                            value_1)
                        ],
                    )
                },
            },
            ErrorCase {
                name: "BadBounds",
                selector: errors::BAD_BOUNDS,
                build: |source| {
                    let value_0 = source.int(256);
                    let value_1 = source.int(256);
                    (
                        errors::bad_bounds(value_0, value_1),
                        vec![values::int(256, value_0), values::int(256, value_1)],
                    )
                },
            },
            ErrorCase {
                name: "BadHeartbeat",
                selector: errors::BAD_HEARTBEAT,
                build: |source| {
                    let value_0 = source.uint(32) as u32;
                    let value_1 = source.uint(32) as u32;
                    (
                        errors::bad_heartbeat(value_0, value_1),
                        vec![
                            values::uint(32, u128::from(value_0)), values::uint(32,
                            u128::from(value_1))
                        ],
                    )
                },
            },
            ErrorCase {
                name: "BadGrace",
                selector: errors::BAD_GRACE,
                build: |source| {
                    let value_0 = source.uint(32) as u32;
                    let value_1 = source.uint(32) as u32;
                    (
                        errors::bad_grace(value_0, value_1),
                        vec![
                            values::uint(32, u128::from(value_0)), values::uint(32,
                            u128::from(value_1))
                        ],
                    )
                },
            },
            ErrorCase {
                name: "BadDecimals",
                selector: errors::BAD_DECIMALS,
                build: |source| {
                    let value_0 = source.uint(8) as u8;
                    let value_1 = source.uint(8) as u8;
                    (
                        errors::bad_decimals(value_0, value_1),
                        vec![
                            values::uint(8, u128::from(value_0)), values::uint(8,
                            u128::from(value_1))
                        ],
                    )
                },
            },
        ],
        events: &[
            EventCase {
                name: "PriceAccepted",
                topic: events::PRICE_ACCEPTED,
                emit: |source| {
                    let value_0 = source.uint(16) as u16;
                    let value_1 = source.int(256);
                    let value_2 = source.uint(40) as u64;
                    let value_3 = source.uint(40) as u64;
                    events::price_accepted(value_0, value_1, value_2, value_3);
                    vec![
                        values::uint(16, u128::from(value_0)), values::int(256, value_1),
                        values::uint(40, u128::from(value_2)), values::uint(40,
                        u128::from(value_3))
                    ]
                },
            },
            EventCase {
                name: "FeedSet",
                topic: events::FEED_SET,
                emit: |source| {
                    let value_0 = source.uint(16) as u16;
                    let value_1 = source.fixed::<20>();
                    let value_2 = source.uint(8) as u8;
                    let value_3 = source.uint(32) as u32;
                    let value_4 = source.int(256);
                    let value_5 = source.int(256);
                    events::feed_set(
                        value_0,
                        &value_1,
                        value_2,
                        value_3,
                        value_4,
                        value_5,
                    );
                    vec![
                        values::uint(16, u128::from(value_0)), values::address(&
                        value_1), values::uint(8, u128::from(value_2)), values::uint(32,
                        u128::from(value_3)), values::int(256, value_4), values::int(256,
                        value_5)
                    ]
                },
            },
            EventCase {
                name: "SequencerSet",
                topic: events::SEQUENCER_SET,
                emit: |source| {
                    let value_0 = source.fixed::<20>();
                    let value_1 = source.uint(32) as u32;
                    events::sequencer_set(&value_0, value_1);
                    vec![
                        values::address(& value_0), values::uint(32, u128::from(value_1))
                    ]
                },
            },
            EventCase {
                name: "OwnershipTransferStarted",
                topic: events::OWNERSHIP_TRANSFER_STARTED,
                emit: |source| {
                    let value_0 = source.fixed::<20>();
                    let value_1 = source.fixed::<20>();
                    events::ownership_transfer_started(&value_0, &value_1);
                    vec![values::address(& value_0), values::address(& value_1)]
                },
            },
            EventCase {
                name: "OwnershipTransferred",
                topic: events::OWNERSHIP_TRANSFERRED,
                emit: |source| {
                    let value_0 = source.fixed::<20>();
                    let value_1 = source.fixed::<20>();
                    events::ownership_transferred(&value_0, &value_1);
                    vec![values::address(& value_0), values::address(& value_1)]
                },
            },
        ],
    }
}

/// Passes every call on to its peer and every answer back.
struct Echo;
impl IOracleAdapter for Echo {
    fn market_data(underlyings: Vec<u16>) -> Result<Vec<Spot>, Revert> {
        echo::seen(
            vec![
                values::list(& underlyings, | item | values::uint(16, u128::from(*
                item)))
            ],
        );
        let result_0 = calls::market_data(&echo::PEER, echo::GAS, &underlyings)
            .map_err(echo::failed)?;
        echo::answered(vec![values::list(& result_0, | item | convert_spot(item))]);
        Ok(result_0)
    }

    fn spot(underlying: u16) -> Result<(i128, u64, Grade, Doubt), Revert> {
        echo::seen(vec![values::uint(16, u128::from(underlying))]);
        let (result_0, result_1, result_2, result_3) = calls::spot(
                &echo::PEER,
                echo::GAS,
                underlying,
            )
            .map_err(echo::failed)?;
        echo::answered(
            vec![
                values::int(256, result_0), values::uint(40, u128::from(result_1)),
                values::uint(8, result_2 as u128), values::uint(8, result_3 as u128)
            ],
        );
        Ok((result_0, result_1, result_2, result_3))
    }

    fn last_accepted(underlying: u16) -> Result<(i128, u64, u64), Revert> {
        echo::seen(vec![values::uint(16, u128::from(underlying))]);
        let (result_0, result_1, result_2) = calls::last_accepted(
                &echo::PEER,
                echo::GAS,
                underlying,
            )
            .map_err(echo::failed)?;
        echo::answered(
            vec![
                values::int(256, result_0), values::uint(40, u128::from(result_1)),
                values::uint(40, u128::from(result_2))
            ],
        );
        Ok((result_0, result_1, result_2))
    }

    fn feed(underlying: u16) -> Result<Feed, Revert> {
        echo::seen(vec![values::uint(16, u128::from(underlying))]);
        let result_0 = calls::feed(&echo::PEER, echo::GAS, underlying)
            .map_err(echo::failed)?;
        echo::answered(vec![convert_feed(& result_0)]);
        Ok(result_0)
    }

    fn sequencer() -> Result<(Address, u32), Revert> {
        echo::seen(vec![]);
        let (result_0, result_1) = calls::sequencer(&echo::PEER, echo::GAS)
            .map_err(echo::failed)?;
        echo::answered(
            vec![values::address(& result_0), values::uint(32, u128::from(result_1))],
        );
        Ok((result_0, result_1))
    }

    fn observe(underlyings: Vec<u16>) -> Result<(), Revert> {
        echo::seen(
            vec![
                values::list(& underlyings, | item | values::uint(16, u128::from(*
                item)))
            ],
        );
        let () = calls::observe(&echo::PEER, echo::GAS, &underlyings)
            .map_err(echo::failed)?;
        echo::answered(vec![]);
        Ok(())
    }

    fn set_feed(
        underlying: u16,
        feed_: Address,
        heartbeat: u32,
        minimum: i128,
        maximum: i128,
    ) -> Result<(), Revert> {
        echo::seen(
            vec![
                values::uint(16, u128::from(underlying)), values::address(& feed_),
                values::uint(32, u128::from(heartbeat)), values::int(256, minimum),
                values::int(256, maximum)
            ],
        );
        let () = calls::set_feed(
                &echo::PEER,
                echo::GAS,
                underlying,
                &feed_,
                heartbeat,
                minimum,
                maximum,
            )
            .map_err(echo::failed)?;
        echo::answered(vec![]);
        Ok(())
    }

    fn set_sequencer(uptime_feed: Address, grace: u32) -> Result<(), Revert> {
        echo::seen(
            vec![values::address(& uptime_feed), values::uint(32, u128::from(grace))],
        );
        let () = calls::set_sequencer(&echo::PEER, echo::GAS, &uptime_feed, grace)
            .map_err(echo::failed)?;
        echo::answered(vec![]);
        Ok(())
    }

    fn owner() -> Result<Address, Revert> {
        echo::seen(vec![]);
        let result_0 = calls::owner(&echo::PEER, echo::GAS).map_err(echo::failed)?;
        echo::answered(vec![values::address(& result_0)]);
        Ok(result_0)
    }

    fn pending_owner() -> Result<Address, Revert> {
        echo::seen(vec![]);
        let result_0 = calls::pending_owner(&echo::PEER, echo::GAS)
            .map_err(echo::failed)?;
        echo::answered(vec![values::address(& result_0)]);
        Ok(result_0)
    }

    fn transfer_ownership(next: Address) -> Result<(), Revert> {
        echo::seen(vec![values::address(& next)]);
        let () = calls::transfer_ownership(&echo::PEER, echo::GAS, &next)
            .map_err(echo::failed)?;
        echo::answered(vec![]);
        Ok(())
    }

    fn accept_ownership() -> Result<(), Revert> {
        echo::seen(vec![]);
        let () = calls::accept_ownership(&echo::PEER, echo::GAS).map_err(echo::failed)?;
        echo::answered(vec![]);
        Ok(())
    }
}

#[allow(dead_code)]
fn sample_spot(source: &mut Source) -> Spot {
    Spot {
        price: source.int(256),
        published_at: source.uint(40) as u64,
        grade: Grade::from_index(source.below(4)),
        doubt: Doubt::from_index(source.below(9)),
    }
}

#[allow(dead_code)]
fn sample_feed(source: &mut Source) -> Feed {
    Feed {
        feed: source.fixed::<20>(),
        decimals: source.uint(8) as u8,
        heartbeat: source.uint(32) as u32,
        minimum: source.int(256),
        maximum: source.int(256),
    }
}

#[allow(dead_code)]
fn convert_spot(item: &Spot) -> DynSolValue {
    DynSolValue::Tuple(
        vec![
            values::int(256, item.price), values::uint(40, u128::from(item
            .published_at)), values::uint(8, item.grade as u128), values::uint(8, item
            .doubt as u128)
        ],
    )
}

#[allow(dead_code)]
fn convert_feed(item: &Feed) -> DynSolValue {
    DynSolValue::Tuple(
        vec![
            values::address(& item.feed), values::uint(8, u128::from(item.decimals)),
            values::uint(32, u128::from(item.heartbeat)), values::int(256, item.minimum),
            values::int(256, item.maximum)
        ],
    )
}
