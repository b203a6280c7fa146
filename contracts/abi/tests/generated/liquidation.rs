// Generated from contracts/interfaces/ILiquidation.sol by `cargo run -p codec`. Not to be edited.

use alloy_dyn_abi::DynSolValue;
use contract_abi::{Address, Revert, Word};
use crate::support::source::Source;
use crate::support::subject::{ErrorCase, EventCase, Subject};
use crate::support::{echo, values};
use contract_abi::generated::liquidation;
use liquidation::*;
use liquidation::{events, calls, errors};
mod alloy {
    alloy_sol_types::sol!(#![sol(abi)] "../interfaces/ILiquidation.sol");
}
crate::checks!(subject);
fn subject() -> Subject {
    Subject {
        name: "ILiquidation",
        route: route::<Echo>,
        alloy: alloy::ILiquidation::abi::contract,
        json: include_str!("../../json/ILiquidation.json"),
        enums: &[],
        functions: &[
            ("flag", selectors::FLAG),
            ("unflag", selectors::UNFLAG),
            ("rebalance", selectors::REBALANCE),
            ("cover", selectors::COVER),
            ("previewRebalance", selectors::PREVIEW_REBALANCE),
            ("liquidation", selectors::LIQUIDATION),
            ("capacity", selectors::CAPACITY),
            ("clearingHouse", selectors::CLEARING_HOUSE),
            ("setCapacity", selectors::SET_CAPACITY),
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
                name: "AlreadyFlagged",
                selector: errors::ALREADY_FLAGGED,
                build: |source| {
                    let value_0 = source.fixed::<32>();
                    (errors::already_flagged(&value_0), vec![values::fixed(& value_0)])
                },
            },
            ErrorCase {
                name: "NotFlagged",
                selector: errors::NOT_FLAGGED,
                build: |source| {
                    let value_0 = source.fixed::<32>();
                    (errors::not_flagged(&value_0), vec![values::fixed(& value_0)])
                },
            },
            ErrorCase {
                name: "SequencerUnavailable",
                selector: errors::SEQUENCER_UNAVAILABLE,
                build: |source| { (errors::sequencer_unavailable(), vec![]) },
            },
            ErrorCase {
                name: "BadSize",
                selector: errors::BAD_SIZE,
                build: |source| {
                    let value_0 = source.int(256);
                    let value_1 = source.int(256);
                    (
                        errors::bad_size(value_0, value_1),
                        vec![values::int(256, value_0), values::int(256, value_1)],
                    )
                },
            },
            ErrorCase {
                name: "CapacityExhausted",
                selector: errors::CAPACITY_EXHAUSTED,
                build: |source| {
                    let value_0 = source.uint(16) as u16;
                    let value_1 = source.int(256);
                    let value_2 = source.int(256);
                    (
                        errors::capacity_exhausted(value_0, value_1, value_2),
                        vec![
                            values::uint(16, u128::from(value_0)), values::int(256,
                            value_1), values::int(256, value_2)
                        ],
                    )
                },
            },
            ErrorCase {
                name: "NotCoverable",
                selector: errors::NOT_COVERABLE,
                build: |source| {
                    let value_0 = source.fixed::<32>();
                    (errors::not_coverable(&value_0), vec![values::fixed(& value_0)])
                },
            },
            ErrorCase {
                name: "BadCapacity",
                selector: errors::BAD_CAPACITY,
                build: |source| {
                    let value_0 = source.int(256);
                    (errors::bad_capacity(value_0), vec![values::int(256, value_0)])
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
                name: "Flagged",
                topic: events::FLAGGED,
                emit: |source| {
                    let value_0 = source.fixed::<32>();
                    let value_1 = source.fixed::<32>();
                    let value_2 = source.int(256);
                    let value_3 = source.int(256);
                    let value_4 = source.int(256);
                    events::flagged(&value_0, &value_1, value_2, value_3, value_4);
                    vec![
                        values::fixed(& value_0), values::fixed(& value_1),
                        values::int(256, value_2), values::int(256, value_3),
                        values::int(256, value_4)
                    ]
                },
            },
            EventCase {
                name: "Unflagged",
                topic: events::UNFLAGGED,
                emit: |source| {
                    let value_0 = source.fixed::<32>();
                    let value_1 = source.int(256);
                    let value_2 = source.int(256);
                    events::unflagged(&value_0, value_1, value_2);
                    vec![
                        values::fixed(& value_0), values::int(256, value_1),
                        values::int(256, value_2)
                    ]
                },
            },
            EventCase {
                name: "Rebalanced",
                topic: events::REBALANCED,
                emit: |source| {
                    let value_0 = source.fixed::<32>();
                    let value_1 = source.fixed::<32>();
                    let value_2 = source.uint(16) as u16;
                    let value_3 = source.int(256);
                    let value_4 = source.int(256);
                    let value_5 = source.int(256);
                    events::rebalanced(
                        &value_0,
                        &value_1,
                        value_2,
                        value_3,
                        value_4,
                        value_5,
                    );
                    vec![
                        values::fixed(& value_0), values::fixed(& value_1),
                        values::uint(16, u128::from(value_2)), values::int(256, value_3),
                        values::int(256, value_4), values::int(256, value_5)
                    ]
                },
            },
            EventCase {
                name: "Covered",
                topic: events::COVERED,
                emit: |source| {
                    let value_0 = source.fixed::<32>();
                    let value_1 = source.int(256);
                    let value_2 = source.int(256);
                    events::covered(&value_0, value_1, value_2);
                    vec![
                        values::fixed(& value_0), values::int(256, value_1),
                        values::int(256, value_2)
                    ]
                },
            },
            EventCase {
                name: "CapacitySet",
                topic: events::CAPACITY_SET,
                emit: |source| {
                    let value_0 = source.uint(16) as u16;
                    let value_1 = source.int(256);
                    events::capacity_set(value_0, value_1);
                    vec![
                        values::uint(16, u128::from(value_0)), values::int(256, value_1)
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
impl ILiquidation for Echo {
    fn flag(account: Word, reward_to: Word) -> Result<i128, Revert> {
        echo::seen(vec![values::fixed(& account), values::fixed(& reward_to)]);
        let result_0 = calls::flag(&echo::PEER, echo::GAS, &account, &reward_to)
            .map_err(echo::failed)?;
        echo::answered(vec![values::int(256, result_0)]);
        Ok(result_0)
    }

    fn unflag(account: Word) -> Result<(), Revert> {
        echo::seen(vec![values::fixed(& account)]);
        let () = calls::unflag(&echo::PEER, echo::GAS, &account).map_err(echo::failed)?;
        echo::answered(vec![]);
        Ok(())
    }

    fn rebalance(
        account: Word,
        underlying: u16,
        size: i128,
        counterparty: Word,
    ) -> Result<(i128, i128), Revert> {
        echo::seen(
            vec![
                values::fixed(& account), values::uint(16, u128::from(underlying)),
                values::int(256, size), values::fixed(& counterparty)
            ],
        );
        let (result_0, result_1) = calls::rebalance(
                &echo::PEER,
                echo::GAS,
                &account,
                underlying,
                size,
                &counterparty,
            )
            .map_err(echo::failed)?;
        echo::answered(vec![values::int(256, result_0), values::int(256, result_1)]);
        Ok((result_0, result_1))
    }

    fn cover(account: Word) -> Result<i128, Revert> {
        echo::seen(vec![values::fixed(& account)]);
        let result_0 = calls::cover(&echo::PEER, echo::GAS, &account)
            .map_err(echo::failed)?;
        echo::answered(vec![values::int(256, result_0)]);
        Ok(result_0)
    }

    fn preview_rebalance(
        account: Word,
        underlying: u16,
        size: i128,
    ) -> Result<(i128, i128, i128), Revert> {
        echo::seen(
            vec![
                values::fixed(& account), values::uint(16, u128::from(underlying)),
                values::int(256, size)
            ],
        );
        let (result_0, result_1, result_2) = calls::preview_rebalance(
                &echo::PEER,
                echo::GAS,
                &account,
                underlying,
                size,
            )
            .map_err(echo::failed)?;
        echo::answered(
            vec![
                values::int(256, result_0), values::int(256, result_1), values::int(256,
                result_2)
            ],
        );
        Ok((result_0, result_1, result_2))
    }

    fn liquidation(account: Word) -> Result<Liquidation, Revert> {
        echo::seen(vec![values::fixed(& account)]);
        let result_0 = calls::liquidation(&echo::PEER, echo::GAS, &account)
            .map_err(echo::failed)?;
        echo::answered(vec![convert_liquidation(& result_0)]);
        Ok(result_0)
    }

    fn capacity(underlying: u16) -> Result<(i128, i128), Revert> {
        echo::seen(vec![values::uint(16, u128::from(underlying))]);
        let (result_0, result_1) = calls::capacity(&echo::PEER, echo::GAS, underlying)
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

    fn set_capacity(underlying: u16, per_second: i128) -> Result<(), Revert> {
        echo::seen(
            vec![values::uint(16, u128::from(underlying)), values::int(256, per_second)],
        );
        let () = calls::set_capacity(&echo::PEER, echo::GAS, underlying, per_second)
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
fn sample_liquidation(source: &mut Source) -> Liquidation {
    Liquidation {
        flagged: source.flip(),
        flagged_at: source.uint(40) as u64,
        equity_at_flag: source.int(256),
        closed: source.int(256),
        rewarded: source.int(256),
    }
}

#[allow(dead_code)]
fn convert_liquidation(item: &Liquidation) -> DynSolValue {
    DynSolValue::Tuple(
        vec![
            DynSolValue::Bool(item.flagged), values::uint(40, u128::from(item
            .flagged_at)), values::int(256, item.equity_at_flag), values::int(256, item
            .closed), values::int(256, item.rewarded)
        ],
    )
}
