// Generated from contracts/interfaces/IExchange.sol by `cargo run -p codec`. Not to be edited.

use alloy_dyn_abi::DynSolValue;
use contract_abi::{Address, Revert, Word};
use crate::support::source::Source;
use crate::support::subject::{ErrorCase, EventCase, Subject};
use crate::support::{echo, values};
use contract_abi::generated::exchange;
use exchange::*;
use exchange::{events, calls, errors};
mod alloy {
    alloy_sol_types::sol!(#![sol(abi)] "../interfaces/IExchange.sol");
}
crate::checks!(subject);
fn subject() -> Subject {
    Subject {
        name: "IExchange",
        route: route::<Echo>,
        alloy: alloy::IExchange::abi::contract,
        json: include_str!("../../json/IExchange.json"),
        enums: &[],
        functions: &[
            ("fill", selectors::FILL),
            ("previewFill", selectors::PREVIEW_FILL),
            ("cancel", selectors::CANCEL),
            ("laneStatus", selectors::LANE_STATUS),
            ("orderHash", selectors::ORDER_HASH),
            ("domainSeparator", selectors::DOMAIN_SEPARATOR),
            ("fees", selectors::FEES),
            ("clearingHouse", selectors::CLEARING_HOUSE),
            ("setFees", selectors::SET_FEES),
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
                name: "NotAuthorised",
                selector: errors::NOT_AUTHORISED,
                build: |source| {
                    let value_0 = source.fixed::<32>();
                    let value_1 = source.fixed::<20>();
                    (
                        errors::not_authorised(&value_0, &value_1),
                        vec![values::fixed(& value_0), values::address(& value_1)],
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
                name: "Empty",
                selector: errors::EMPTY,
                build: |source| { (errors::empty(), vec![]) },
            },
            ErrorCase {
                name: "OrderExpired",
                selector: errors::ORDER_EXPIRED,
                build: |source| {
                    let value_0 = source.fixed::<32>();
                    let value_1 = source.uint(40) as u64;
                    (
                        errors::order_expired(&value_0, value_1),
                        vec![
                            values::fixed(& value_0), values::uint(40,
                            u128::from(value_1))
                        ],
                    )
                },
            },
            ErrorCase {
                name: "SequencePassed",
                selector: errors::SEQUENCE_PASSED,
                build: |source| {
                    let value_0 = source.fixed::<32>();
                    let value_1 = source.uint(64) as u64;
                    let value_2 = source.uint(64) as u64;
                    (
                        errors::sequence_passed(&value_0, value_1, value_2),
                        vec![
                            values::fixed(& value_0), values::uint(64,
                            u128::from(value_1)), values::uint(64, u128::from(value_2))
                        ],
                    )
                },
            },
            ErrorCase {
                name: "BadSignature",
                selector: errors::BAD_SIGNATURE,
                build: |source| {
                    let value_0 = source.fixed::<32>();
                    (errors::bad_signature(&value_0), vec![values::fixed(& value_0)])
                },
            },
            ErrorCase {
                name: "BadSignatures",
                selector: errors::BAD_SIGNATURES,
                build: |source| {
                    let value_0 = source.uint(256);
                    (errors::bad_signatures(value_0), vec![values::uint(256, value_0)])
                },
            },
            ErrorCase {
                name: "BadOrder",
                selector: errors::BAD_ORDER,
                build: |source| {
                    let value_0 = source.uint(256);
                    (errors::bad_order(value_0), vec![values::uint(256, value_0)])
                },
            },
            ErrorCase {
                name: "UnknownFlags",
                selector: errors::UNKNOWN_FLAGS,
                build: |source| {
                    let value_0 = source.uint(16) as u16;
                    (
                        errors::unknown_flags(value_0),
                        vec![values::uint(16, u128::from(value_0))],
                    )
                },
            },
            ErrorCase {
                name: "UnknownOrder",
                selector: errors::UNKNOWN_ORDER,
                build: |source| {
                    let value_0 = source.uint(8) as u8;
                    (
                        errors::unknown_order(value_0),
                        vec![values::uint(8, u128::from(value_0))],
                    )
                },
            },
            ErrorCase {
                name: "InstrumentMismatch",
                selector: errors::INSTRUMENT_MISMATCH,
                build: |source| {
                    let value_0 = source.uint(128);
                    let value_1 = source.uint(128);
                    (
                        errors::instrument_mismatch(value_0, value_1),
                        vec![values::uint(128, value_0), values::uint(128, value_1)],
                    )
                },
            },
            ErrorCase {
                name: "SameSide",
                selector: errors::SAME_SIDE,
                build: |source| {
                    let value_0 = source.uint(256);
                    (errors::same_side(value_0), vec![values::uint(256, value_0)])
                },
            },
            ErrorCase {
                name: "TakerNotAllowed",
                selector: errors::TAKER_NOT_ALLOWED,
                build: |source| {
                    let value_0 = source.fixed::<32>();
                    let value_1 = source.fixed::<20>();
                    (
                        errors::taker_not_allowed(&value_0, &value_1),
                        vec![values::fixed(& value_0), values::address(& value_1)],
                    )
                },
            },
            ErrorCase {
                name: "Overfilled",
                selector: errors::OVERFILLED,
                build: |source| {
                    let value_0 = source.fixed::<32>();
                    let value_1 = source.int(256);
                    let value_2 = source.int(256);
                    (
                        errors::overfilled(&value_0, value_1, value_2),
                        vec![
                            values::fixed(& value_0), values::int(256, value_1),
                            values::int(256, value_2)
                        ],
                    )
                },
            },
            ErrorCase {
                name: "LimitCrossed",
                selector: errors::LIMIT_CROSSED,
                build: |source| {
                    let value_0 = source.fixed::<32>();
                    let value_1 = source.int(256);
                    let value_2 = source.int(256);
                    (
                        errors::limit_crossed(&value_0, value_1, value_2),
                        vec![
                            values::fixed(& value_0), values::int(256, value_1),
                            values::int(256, value_2)
                        ],
                    )
                },
            },
            ErrorCase {
                name: "FeeTooHigh",
                selector: errors::FEE_TOO_HIGH,
                build: |source| {
                    let value_0 = source.fixed::<32>();
                    let value_1 = source.int(256);
                    let value_2 = source.int(256);
                    (
                        errors::fee_too_high(&value_0, value_1, value_2),
                        vec![
                            values::fixed(& value_0), values::int(256, value_1),
                            values::int(256, value_2)
                        ],
                    )
                },
            },
            ErrorCase {
                name: "BadFees",
                selector: errors::BAD_FEES,
                build: |source| {
                    let value_0 = source.int(256);
                    let value_1 = source.int(256);
                    (
                        errors::bad_fees(value_0, value_1),
                        vec![values::int(256, value_0), values::int(256, value_1)],
                    )
                },
            },
            ErrorCase {
                name: "CallFailed",
                selector: errors::CALL_FAILED,
                build: |source| {
                    let value_0 = source.fixed::<20>();
                    (errors::call_failed(&value_0), vec![values::address(& value_0)])
                },
            },
            ErrorCase {
                name: "Overflow",
                selector: errors::OVERFLOW,
                build: |source| { (errors::overflow(), vec![]) },
            },
        ],
        events: &[
            EventCase {
                name: "OrderFilled",
                topic: events::ORDER_FILLED,
                emit: |source| {
                    let value_0 = source.fixed::<32>();
                    let value_1 = source.uint(64) as u64;
                    let value_2 = source.uint(64) as u64;
                    let value_3 = source.int(256);
                    let value_4 = source.int(256);
                    let value_5 = source.int(256);
                    let value_6 = source.int(256);
                    events::order_filled(
                        &value_0,
                        value_1,
                        value_2,
                        value_3,
                        value_4,
                        value_5,
                        value_6,
                    );
                    vec![
                        values::fixed(& value_0), values::uint(64, u128::from(value_1)),
                        values::uint(64, u128::from(value_2)), values::int(256, value_3),
                        values::int(256, value_4), values::int(256, value_5),
                        values::int(256, value_6)
                    ]
                },
            },
            EventCase {
                name: "LaneCancelled",
                topic: events::LANE_CANCELLED,
                emit: |source| {
                    let value_0 = source.fixed::<32>();
                    let value_1 = source.uint(64) as u64;
                    let value_2 = source.uint(64) as u64;
                    events::lane_cancelled(&value_0, value_1, value_2);
                    vec![
                        values::fixed(& value_0), values::uint(64, u128::from(value_1)),
                        values::uint(64, u128::from(value_2))
                    ]
                },
            },
            EventCase {
                name: "FeesSet",
                topic: events::FEES_SET,
                emit: |source| {
                    let value_0 = source.uint(16) as u16;
                    let value_1 = source.int(256);
                    let value_2 = source.int(256);
                    events::fees_set(value_0, value_1, value_2);
                    vec![
                        values::uint(16, u128::from(value_0)), values::int(256, value_1),
                        values::int(256, value_2)
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
impl IExchange for Echo {
    fn fill(
        orders: Vec<Order>,
        signatures: Vec<u8>,
        matches: Vec<Match>,
    ) -> Result<Vec<Outcome>, Revert> {
        echo::seen(
            vec![
                values::list(& orders, | item | convert_order(item)), values::bytes(&
                signatures), values::list(& matches, | item | convert_match(item))
            ],
        );
        let result_0 = calls::fill(
                &echo::PEER,
                echo::GAS,
                &orders,
                &signatures,
                &matches,
            )
            .map_err(echo::failed)?;
        echo::answered(vec![values::list(& result_0, | item | convert_outcome(item))]);
        Ok(result_0)
    }

    fn preview_fill(
        orders: Vec<Order>,
        matches: Vec<Match>,
    ) -> Result<Vec<Outcome>, Revert> {
        echo::seen(
            vec![
                values::list(& orders, | item | convert_order(item)), values::list(&
                matches, | item | convert_match(item))
            ],
        );
        let result_0 = calls::preview_fill(&echo::PEER, echo::GAS, &orders, &matches)
            .map_err(echo::failed)?;
        echo::answered(vec![values::list(& result_0, | item | convert_outcome(item))]);
        Ok(result_0)
    }

    fn cancel(account: Word, lane: u64, below_seq: u64) -> Result<(), Revert> {
        echo::seen(
            vec![
                values::fixed(& account), values::uint(64, u128::from(lane)),
                values::uint(64, u128::from(below_seq))
            ],
        );
        let () = calls::cancel(&echo::PEER, echo::GAS, &account, lane, below_seq)
            .map_err(echo::failed)?;
        echo::answered(vec![]);
        Ok(())
    }

    fn lane_status(account: Word, lane: u64) -> Result<(u64, i128, u64), Revert> {
        echo::seen(vec![values::fixed(& account), values::uint(64, u128::from(lane))]);
        let (result_0, result_1, result_2) = calls::lane_status(
                &echo::PEER,
                echo::GAS,
                &account,
                lane,
            )
            .map_err(echo::failed)?;
        echo::answered(
            vec![
                values::uint(64, u128::from(result_0)), values::int(256, result_1),
                values::uint(64, u128::from(result_2))
            ],
        );
        Ok((result_0, result_1, result_2))
    }

    fn order_hash(order: Order) -> Result<Word, Revert> {
        echo::seen(vec![convert_order(& order)]);
        let result_0 = calls::order_hash(&echo::PEER, echo::GAS, &order)
            .map_err(echo::failed)?;
        echo::answered(vec![values::fixed(& result_0)]);
        Ok(result_0)
    }

    fn domain_separator() -> Result<Word, Revert> {
        echo::seen(vec![]);
        let result_0 = calls::domain_separator(&echo::PEER, echo::GAS)
            .map_err(echo::failed)?;
        echo::answered(vec![values::fixed(& result_0)]);
        Ok(result_0)
    }

    fn fees(underlying: u16) -> Result<(i128, i128), Revert> {
        echo::seen(vec![values::uint(16, u128::from(underlying))]);
        let (result_0, result_1) = calls::fees(&echo::PEER, echo::GAS, underlying)
            .map_err(echo::failed)?;
        echo::answered(vec![values::int(256, result_0), values::int(256, result_1)]);
        Ok((result_0, result_1))
    }

    fn clearing_house() -> Result<Address, Revert> {
        echo::seen(vec![]);
        let result_0 = calls::clearing_house(&echo::PEER, echo::GAS)
            .map_err(echo::failed)?;
        echo::answered(vec![values::address(& result_0)]);
        Ok(result_0)
    }

    fn set_fees(underlying: u16, maker: i128, taker: i128) -> Result<(), Revert> {
        echo::seen(
            vec![
                values::uint(16, u128::from(underlying)), values::int(256, maker),
                values::int(256, taker)
            ],
        );
        let () = calls::set_fees(&echo::PEER, echo::GAS, underlying, maker, taker)
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
fn sample_order(source: &mut Source) -> Order {
    Order {
        account: source.fixed::<32>(),
        instrument: source.uint(128),
        size: source.int(256),
        limit: source.int(256),
        lane: source.uint(64) as u64,
        seq: source.uint(64) as u64,
        deadline: source.uint(40) as u64,
        flags: source.uint(16) as u16,
        max_fee: source.int(256),
        taker: source.fixed::<20>(),
    }
}

#[allow(dead_code)]
fn sample_match(source: &mut Source) -> Match {
    Match {
        maker: source.uint(8) as u8,
        taker: source.uint(8) as u8,
        size: source.int(256),
    }
}

#[allow(dead_code)]
fn sample_outcome(source: &mut Source) -> Outcome {
    Outcome {
        account: source.fixed::<32>(),
        cash: source.int(256),
        equity: source.int(256),
        initial_margin: source.int(256),
        maintenance_margin: source.int(256),
    }
}

#[allow(dead_code)]
fn convert_order(item: &Order) -> DynSolValue {
    DynSolValue::Tuple(
        vec![
            values::fixed(& item.account), values::uint(128, item.instrument),
            values::int(256, item.size), values::int(256, item.limit), values::uint(64,
            u128::from(item.lane)), values::uint(64, u128::from(item.seq)),
            values::uint(40, u128::from(item.deadline)), values::uint(16, u128::from(item
            .flags)), values::int(256, item.max_fee), values::address(& item.taker)
        ],
    )
}

#[allow(dead_code)]
fn convert_match(item: &Match) -> DynSolValue {
    DynSolValue::Tuple(
        vec![
            values::uint(8, u128::from(item.maker)), values::uint(8, u128::from(item
            .taker)), values::int(256, item.size)
        ],
    )
}

#[allow(dead_code)]
fn convert_outcome(item: &Outcome) -> DynSolValue {
    DynSolValue::Tuple(
        vec![
            values::fixed(& item.account), values::int(256, item.cash), values::int(256,
            item.equity), values::int(256, item.initial_margin), values::int(256, item
            .maintenance_margin)
        ],
    )
}
