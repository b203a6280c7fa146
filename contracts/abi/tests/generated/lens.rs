// Generated from contracts/interfaces/ILens.sol by `cargo run -p codec`. Not to be edited.

use alloy_dyn_abi::DynSolValue;
use contract_abi::{Address, Revert, Word};
use crate::support::source::Source;
use crate::support::subject::{ErrorCase, EventCase, Subject};
use crate::support::{echo, values};
use contract_abi::generated::lens;
use lens::*;
use lens::{calls, errors};
mod alloy {
    alloy_sol_types::sol!(#![sol(abi)] "../interfaces/ILens.sol");
}
crate::checks!(subject);
fn subject() -> Subject {
    Subject {
        name: "ILens",
        route: route::<Echo>,
        alloy: alloy::ILens::abi::contract,
        json: include_str!("../../json/ILens.json"),
        enums: &[("Grade", 4), ("Doubt", 9)],
        functions: &[
            ("accountState", selectors::ACCOUNT_STATE),
            ("accountStates", selectors::ACCOUNT_STATES),
            ("marketStates", selectors::MARKET_STATES),
            ("contracts", selectors::CONTRACTS),
        ],
        errors: &[
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
        events: &[],
    }
}

/// Passes every call on to its peer and every answer back.
struct Echo;
impl ILens for Echo {
    fn account_state(account: Word) -> Result<AccountState, Revert> {
        echo::seen(vec![values::fixed(& account)]);
        let result_0 = calls::account_state(&echo::PEER, echo::GAS, &account)
            .map_err(echo::failed)?;
        echo::answered(vec![convert_account_state(& result_0)]);
        Ok(result_0)
    }

    fn account_states(accounts: Vec<Word>) -> Result<Vec<AccountState>, Revert> {
        echo::seen(vec![values::list(& accounts, | item | values::fixed(item))]);
        let result_0 = calls::account_states(&echo::PEER, echo::GAS, &accounts)
            .map_err(echo::failed)?;
        echo::answered(
            vec![values::list(& result_0, | item | convert_account_state(item))],
        );
        Ok(result_0)
    }

    fn market_states(underlyings: Vec<u16>) -> Result<Vec<MarketState>, Revert> {
        echo::seen(
            vec![
                values::list(& underlyings, | item | values::uint(16, u128::from(*
                item)))
            ],
        );
        let result_0 = calls::market_states(&echo::PEER, echo::GAS, &underlyings)
            .map_err(echo::failed)?;
        echo::answered(
            vec![values::list(& result_0, | item | convert_market_state(item))],
        );
        Ok(result_0)
    }

    fn contracts() -> Result<(Address, Address, Address), Revert> {
        echo::seen(vec![]);
        let (result_0, result_1, result_2) = calls::contracts(&echo::PEER, echo::GAS)
            .map_err(echo::failed)?;
        echo::answered(
            vec![
                values::address(& result_0), values::address(& result_1),
                values::address(& result_2)
            ],
        );
        Ok((result_0, result_1, result_2))
    }
}

#[allow(dead_code)]
fn sample_position(source: &mut Source) -> Position {
    Position {
        instrument: source.uint(128),
        underlying: source.uint(16) as u16,
        size: source.int(256),
        mark_price: source.int(256),
        notional: source.int(256),
        funding_owed: source.int(256),
        liquidation_price: source.int(256),
    }
}

#[allow(dead_code)]
fn sample_collateral(source: &mut Source) -> Collateral {
    Collateral {
        asset: source.uint(16) as u16,
        amount: source.int(256),
    }
}

#[allow(dead_code)]
fn sample_account_state(source: &mut Source) -> AccountState {
    AccountState {
        account: source.fixed::<32>(),
        owner: source.fixed::<20>(),
        flagged: source.flip(),
        cash: source.int(256),
        equity: source.int(256),
        initial_margin: source.int(256),
        maintenance_margin: source.int(256),
        free_collateral: source.int(256),
        withdrawable: source.int(256),
        grade: Grade::from_index(source.below(4)),
        doubt: Doubt::from_index(source.below(9)),
        positions: source.list(|source| sample_position(source)),
        collateral: source.list(|source| sample_collateral(source)),
    }
}

#[allow(dead_code)]
fn sample_market_state(source: &mut Source) -> MarketState {
    MarketState {
        underlying: source.uint(16) as u16,
        index_price: source.int(256),
        mark_price: source.int(256),
        premium: source.int(256),
        funding_index: source.int(256),
        funding_rate_hourly: source.int(256),
        open_interest: source.int(256),
        max_open_interest: source.int(256),
        max_position: source.int(256),
        band: source.int(256),
        initial_rate: source.int(256),
        maintenance_rate: source.int(256),
        liquidation_capacity: source.int(256),
        maker_fee: source.int(256),
        taker_fee: source.int(256),
        status: source.uint(8) as u8,
        published_at: source.uint(40) as u64,
        grade: Grade::from_index(source.below(4)),
        doubt: Doubt::from_index(source.below(9)),
    }
}

#[allow(dead_code)]
fn convert_position(item: &Position) -> DynSolValue {
    DynSolValue::Tuple(
        vec![
            values::uint(128, item.instrument), values::uint(16, u128::from(item
            .underlying)), values::int(256, item.size), values::int(256, item
            .mark_price), values::int(256, item.notional), values::int(256, item
            .funding_owed), values::int(256, item.liquidation_price)
        ],
    )
}

#[allow(dead_code)]
fn convert_collateral(item: &Collateral) -> DynSolValue {
    DynSolValue::Tuple(
        vec![values::uint(16, u128::from(item.asset)), values::int(256, item.amount)],
    )
}

#[allow(dead_code)]
fn convert_account_state(item: &AccountState) -> DynSolValue {
    DynSolValue::Tuple(
        vec![
            values::fixed(& item.account), values::address(& item.owner),
            DynSolValue::Bool(item.flagged), values::int(256, item.cash),
            values::int(256, item.equity), values::int(256, item.initial_margin),
            values::int(256, item.maintenance_margin), values::int(256, item
            .free_collateral), values::int(256, item.withdrawable), values::uint(8, item
            .grade as u128), values::uint(8, item.doubt as u128), values::list(& item
            .positions, | item | convert_position(item)), values::list(& item.collateral,
            | item | convert_collateral(item))
        ],
    )
}

#[allow(dead_code)]
fn convert_market_state(item: &MarketState) -> DynSolValue {
    DynSolValue::Tuple(
        vec![
            values::uint(16, u128::from(item.underlying)), values::int(256, item
            .index_price), values::int(256, item.mark_price), values::int(256, item
            .premium), values::int(256, item.funding_index), values::int(256, item
            .funding_rate_hourly), values::int(256, item.open_interest), values::int(256,
            item.max_open_interest), values::int(256, item.max_position),
            values::int(256, item.band), values::int(256, item.initial_rate),
            values::int(256, item.maintenance_rate), values::int(256, item
            .liquidation_capacity), values::int(256, item.maker_fee), values::int(256,
            item.taker_fee), values::uint(8, u128::from(item.status)), values::uint(40,
            u128::from(item.published_at)), values::uint(8, item.grade as u128),
            values::uint(8, item.doubt as u128)
        ],
    )
}
