// Generated from contracts/interfaces/IMarginEngine.sol by `cargo run -p codec`. Not to be edited.

use alloy_dyn_abi::DynSolValue;
use contract_abi::{Address, Revert, Word};
use crate::support::source::Source;
use crate::support::subject::{ErrorCase, EventCase, Subject};
use crate::support::{echo, values};
use contract_abi::generated::margin_engine;
use margin_engine::*;
use margin_engine::{events, calls, errors};
mod alloy {
    alloy_sol_types::sol!(#![sol(abi)] "../interfaces/IMarginEngine.sol");
}
crate::checks!(subject);
fn subject() -> Subject {
    Subject {
        name: "IMarginEngine",
        route: route::<Echo>,
        alloy: alloy::IMarginEngine::abi::contract,
        json: include_str!("../../json/IMarginEngine.json"),
        enums: &[("Mode", 3), ("Grade", 4), ("Doubt", 9)],
        functions: &[
            ("assess", selectors::ASSESS),
            ("market", selectors::MARKET),
            ("collateral", selectors::COLLATERAL),
            ("keeperMinimum", selectors::KEEPER_MINIMUM),
            ("parameters", selectors::PARAMETERS),
            ("oracle", selectors::ORACLE),
            ("setParameters", selectors::SET_PARAMETERS),
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
                name: "UnknownMarket",
                selector: errors::UNKNOWN_MARKET,
                build: |source| {
                    let value_0 = source.uint(16) as u16;
                    (
                        errors::unknown_market(value_0),
                        vec![values::uint(16, u128::from(value_0))],
                    )
                },
            },
            ErrorCase {
                name: "UnknownKind",
                selector: errors::UNKNOWN_KIND,
                build: |source| {
                    let value_0 = source.uint(8) as u8;
                    (
                        errors::unknown_kind(value_0),
                        vec![values::uint(8, u128::from(value_0))],
                    )
                },
            },
            ErrorCase {
                name: "ModeUnavailable",
                selector: errors::MODE_UNAVAILABLE,
                build: |source| {
                    let value_0 = Mode::from_index(source.below(3));
                    (
                        errors::mode_unavailable(value_0),
                        vec![values::uint(8, value_0 as u128)],
                    )
                },
            },
            ErrorCase {
                name: "CountMismatch",
                selector: errors::COUNT_MISMATCH,
                build: |source| {
                    let value_0 = source.uint(256);
                    let value_1 = source.uint(256);
                    (
                        errors::count_mismatch(value_0, value_1),
                        vec![values::uint(256, value_0), values::uint(256, value_1)],
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
                name: "NoParameters",
                selector: errors::NO_PARAMETERS,
                build: |source| { (errors::no_parameters(), vec![]) },
            },
            ErrorCase {
                name: "BadParameters",
                selector: errors::BAD_PARAMETERS,
                build: |source| {
                    let value_0 = source.uint(16) as u16;
                    (
                        errors::bad_parameters(value_0),
                        vec![values::uint(16, u128::from(value_0))],
                    )
                },
            },
            ErrorCase {
                name: "WrongCode",
                selector: errors::WRONG_CODE,
                build: |source| {
                    let value_0 = source.fixed::<32>();
                    let value_1 = source.fixed::<32>();
                    (
                        errors::wrong_code(&value_0, &value_1),
                        vec![values::fixed(& value_0), values::fixed(& value_1)],
                    )
                },
            },
            ErrorCase {
                name: "TooSoon",
                selector: errors::TOO_SOON,
                build: |source| {
                    let value_0 = source.uint(40) as u64;
                    let value_1 = source.uint(40) as u64;
                    (
                        errors::too_soon(value_0, value_1),
                        vec![
                            values::uint(40, u128::from(value_0)), values::uint(40,
                            u128::from(value_1))
                        ],
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
                name: "ParametersScheduled",
                topic: events::PARAMETERS_SCHEDULED,
                emit: |source| {
                    let value_0 = source.fixed::<20>();
                    let value_1 = source.fixed::<32>();
                    let value_2 = source.uint(32) as u32;
                    let value_3 = source.uint(40) as u64;
                    events::parameters_scheduled(&value_0, &value_1, value_2, value_3);
                    vec![
                        values::address(& value_0), values::fixed(& value_1),
                        values::uint(32, u128::from(value_2)), values::uint(40,
                        u128::from(value_3))
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
impl IMarginEngine for Echo {
    fn assess(
        portfolios: Vec<Portfolio>,
        legs: Vec<Word>,
        collateral: Vec<Word>,
        open_interest: Vec<Word>,
    ) -> Result<(Vec<Assessment>, Vec<MarketView>), Revert> {
        echo::seen(
            vec![
                values::list(& portfolios, | item | convert_portfolio(item)),
                values::list(& legs, | item | values::fixed(item)), values::list(&
                collateral, | item | values::fixed(item)), values::list(& open_interest,
                | item | values::fixed(item))
            ],
        );
        let (result_0, result_1) = calls::assess(
                &echo::PEER,
                echo::GAS,
                &portfolios,
                &legs,
                &collateral,
                &open_interest,
            )
            .map_err(echo::failed)?;
        echo::answered(
            vec![
                values::list(& result_0, | item | convert_assessment(item)),
                values::list(& result_1, | item | convert_market_view(item))
            ],
        );
        Ok((result_0, result_1))
    }

    fn market(underlying: u16) -> Result<MarketParameters, Revert> {
        echo::seen(vec![values::uint(16, u128::from(underlying))]);
        let result_0 = calls::market(&echo::PEER, echo::GAS, underlying)
            .map_err(echo::failed)?;
        echo::answered(vec![convert_market_parameters(& result_0)]);
        Ok(result_0)
    }

    fn collateral(asset: u16) -> Result<CollateralParameters, Revert> {
        echo::seen(vec![values::uint(16, u128::from(asset))]);
        let result_0 = calls::collateral(&echo::PEER, echo::GAS, asset)
            .map_err(echo::failed)?;
        echo::answered(vec![convert_collateral_parameters(& result_0)]);
        Ok(result_0)
    }

    fn keeper_minimum() -> Result<i128, Revert> {
        echo::seen(vec![]);
        let result_0 = calls::keeper_minimum(&echo::PEER, echo::GAS)
            .map_err(echo::failed)?;
        echo::answered(vec![values::int(256, result_0)]);
        Ok(result_0)
    }

    fn parameters() -> Result<(Address, u32, Address, u64), Revert> {
        echo::seen(vec![]);
        let (result_0, result_1, result_2, result_3) = calls::parameters(
                &echo::PEER,
                echo::GAS,
            )
            .map_err(echo::failed)?;
        echo::answered(
            vec![
                values::address(& result_0), values::uint(32, u128::from(result_1)),
                values::address(& result_2), values::uint(40, u128::from(result_3))
            ],
        );
        Ok((result_0, result_1, result_2, result_3))
    }

    fn oracle() -> Result<Address, Revert> {
        echo::seen(vec![]);
        let result_0 = calls::oracle(&echo::PEER, echo::GAS).map_err(echo::failed)?;
        echo::answered(vec![values::address(& result_0)]);
        Ok(result_0)
    }

    fn set_parameters(
        data: Address,
        codehash: Word,
        effective_at: u64,
    ) -> Result<(), Revert> {
        echo::seen(
            vec![
                values::address(& data), values::fixed(& codehash), values::uint(40,
                u128::from(effective_at))
            ],
        );
        let () = calls::set_parameters(
                &echo::PEER,
                echo::GAS,
                &data,
                &codehash,
                effective_at,
            )
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
fn sample_portfolio(source: &mut Source) -> Portfolio {
    Portfolio {
        account: source.fixed::<32>(),
        mode: Mode::from_index(source.below(3)),
        cash: source.int(256),
        leg_count: source.uint(32) as u32,
        collateral_count: source.uint(32) as u32,
    }
}

#[allow(dead_code)]
fn sample_assessment(source: &mut Source) -> Assessment {
    Assessment {
        equity: source.int(256),
        settled_quote: source.int(256),
        initial_margin: source.int(256),
        maintenance_margin: source.int(256),
        grade: Grade::from_index(source.below(4)),
        doubt: Doubt::from_index(source.below(9)),
    }
}

#[allow(dead_code)]
fn sample_market_view(source: &mut Source) -> MarketView {
    MarketView {
        underlying: source.uint(16) as u16,
        index_price: source.int(256),
        mark_price: source.int(256),
        premium: source.int(256),
        initial_rate: source.int(256),
        maintenance_rate: source.int(256),
        impact_notional: source.int(256),
        published_at: source.uint(40) as u64,
        grade: Grade::from_index(source.below(4)),
        doubt: Doubt::from_index(source.below(9)),
    }
}

#[allow(dead_code)]
fn sample_market_parameters(source: &mut Source) -> MarketParameters {
    MarketParameters {
        underlying: source.uint(16) as u16,
        initial_rate: source.int(256),
        maintenance_rate: source.int(256),
        size_scale: source.int(256),
        spread_initial: source.int(256),
        spread_maintenance: source.int(256),
        open_interest_low: source.int(256),
        open_interest_high: source.int(256),
        impact_notional: source.int(256),
    }
}

#[allow(dead_code)]
fn sample_collateral_parameters(source: &mut Source) -> CollateralParameters {
    CollateralParameters {
        asset: source.uint(16) as u16,
        underlying: source.uint(16) as u16,
        maintenance_haircut: source.int(256),
        initial_haircut: source.int(256),
    }
}

#[allow(dead_code)]
fn convert_portfolio(item: &Portfolio) -> DynSolValue {
    DynSolValue::Tuple(
        vec![
            values::fixed(& item.account), values::uint(8, item.mode as u128),
            values::int(256, item.cash), values::uint(32, u128::from(item.leg_count)),
            values::uint(32, u128::from(item.collateral_count))
        ],
    )
}

#[allow(dead_code)]
fn convert_assessment(item: &Assessment) -> DynSolValue {
    DynSolValue::Tuple(
        vec![
            values::int(256, item.equity), values::int(256, item.settled_quote),
            values::int(256, item.initial_margin), values::int(256, item
            .maintenance_margin), values::uint(8, item.grade as u128), values::uint(8,
            item.doubt as u128)
        ],
    )
}

#[allow(dead_code)]
fn convert_market_view(item: &MarketView) -> DynSolValue {
    DynSolValue::Tuple(
        vec![
            values::uint(16, u128::from(item.underlying)), values::int(256, item
            .index_price), values::int(256, item.mark_price), values::int(256, item
            .premium), values::int(256, item.initial_rate), values::int(256, item
            .maintenance_rate), values::int(256, item.impact_notional), values::uint(40,
            u128::from(item.published_at)), values::uint(8, item.grade as u128),
            values::uint(8, item.doubt as u128)
        ],
    )
}

#[allow(dead_code)]
fn convert_market_parameters(item: &MarketParameters) -> DynSolValue {
    DynSolValue::Tuple(
        vec![
            values::uint(16, u128::from(item.underlying)), values::int(256, item
            .initial_rate), values::int(256, item.maintenance_rate), values::int(256,
            item.size_scale), values::int(256, item.spread_initial), values::int(256,
            item.spread_maintenance), values::int(256, item.open_interest_low),
            values::int(256, item.open_interest_high), values::int(256, item
            .impact_notional)
        ],
    )
}

#[allow(dead_code)]
fn convert_collateral_parameters(item: &CollateralParameters) -> DynSolValue {
    DynSolValue::Tuple(
        vec![
            values::uint(16, u128::from(item.asset)), values::uint(16, u128::from(item
            .underlying)), values::int(256, item.maintenance_haircut), values::int(256,
            item.initial_haircut)
        ],
    )
}
