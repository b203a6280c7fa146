// Generated from contracts/interfaces/IClearingHouse.sol by `cargo run -p codec`. Not to be edited.

use alloy_dyn_abi::DynSolValue;
use contract_abi::{Address, Revert, Word};
use crate::support::source::Source;
use crate::support::subject::{ErrorCase, EventCase, Subject};
use crate::support::{echo, values};
use contract_abi::generated::clearing_house;
use clearing_house::*;
use clearing_house::{events, calls, errors};
mod alloy {
    alloy_sol_types::sol!(#![sol(abi)] "../interfaces/IClearingHouse.sol");
}
crate::checks!(subject);
fn subject() -> Subject {
    Subject {
        name: "IClearingHouse",
        route: route::<Echo>,
        alloy: alloy::IClearingHouse::abi::contract,
        json: include_str!("../../json/IClearingHouse.json"),
        enums: &[("Grade", 4), ("Doubt", 9), ("Right", 5), ("Status", 4)],
        functions: &[
            ("trade", selectors::TRADE),
            ("previewTrade", selectors::PREVIEW_TRADE),
            ("credit", selectors::CREDIT),
            ("debit", selectors::DEBIT),
            ("previewDebit", selectors::PREVIEW_DEBIT),
            ("setFlag", selectors::SET_FLAG),
            ("reduce", selectors::REDUCE),
            ("accrue", selectors::ACCRUE),
            ("account", selectors::ACCOUNT),
            ("legs", selectors::LEGS),
            ("position", selectors::POSITION),
            ("collateral", selectors::COLLATERAL),
            ("health", selectors::HEALTH),
            ("healths", selectors::HEALTHS),
            ("market", selectors::MARKET),
            ("limits", selectors::LIMITS),
            ("hasRight", selectors::HAS_RIGHT),
            ("engine", selectors::ENGINE),
            ("setVenue", selectors::SET_VENUE),
            ("setLimits", selectors::SET_LIMITS),
            ("setEngine", selectors::SET_ENGINE),
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
                name: "MissingRight",
                selector: errors::MISSING_RIGHT,
                build: |source| {
                    let value_0 = source.fixed::<20>();
                    let value_1 = Right::from_index(source.below(5));
                    (
                        errors::missing_right(&value_0, value_1),
                        vec![
                            values::address(& value_0), values::uint(8, value_1 as u128)
                        ],
                    )
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
                name: "ReservedAccount",
                selector: errors::RESERVED_ACCOUNT,
                build: |source| {
                    let value_0 = source.fixed::<32>();
                    (errors::reserved_account(&value_0), vec![values::fixed(& value_0)])
                },
            },
            ErrorCase {
                name: "SelfTrade",
                selector: errors::SELF_TRADE,
                build: |source| {
                    let value_0 = source.fixed::<32>();
                    (errors::self_trade(&value_0), vec![values::fixed(& value_0)])
                },
            },
            ErrorCase {
                name: "UnknownInstrument",
                selector: errors::UNKNOWN_INSTRUMENT,
                build: |source| {
                    let value_0 = source.uint(128);
                    (
                        errors::unknown_instrument(value_0),
                        vec![values::uint(128, value_0)],
                    )
                },
            },
            ErrorCase {
                name: "MarketClosed",
                selector: errors::MARKET_CLOSED,
                build: |source| {
                    let value_0 = source.uint(16) as u16;
                    let value_1 = Status::from_index(source.below(4));
                    (
                        errors::market_closed(value_0, value_1),
                        vec![
                            values::uint(16, u128::from(value_0)), values::uint(8,
                            value_1 as u128)
                        ],
                    )
                },
            },
            ErrorCase {
                name: "ZeroSize",
                selector: errors::ZERO_SIZE,
                build: |source| { (errors::zero_size(), vec![]) },
            },
            ErrorCase {
                name: "ZeroAmount",
                selector: errors::ZERO_AMOUNT,
                build: |source| { (errors::zero_amount(), vec![]) },
            },
            ErrorCase {
                name: "BadPrice",
                selector: errors::BAD_PRICE,
                build: |source| {
                    let value_0 = source.int(256);
                    (errors::bad_price(value_0), vec![values::int(256, value_0)])
                },
            },
            ErrorCase {
                name: "OffGrid",
                selector: errors::OFF_GRID,
                build: |source| {
                    let value_0 = source.int(256);
                    let value_1 = source.int(256);
                    (
                        errors::off_grid(value_0, value_1),
                        vec![values::int(256, value_0), values::int(256, value_1)],
                    )
                },
            },
            ErrorCase {
                name: "OutsideBand",
                selector: errors::OUTSIDE_BAND,
                build: |source| {
                    let value_0 = source.uint(128);
                    let value_1 = source.int(256);
                    let value_2 = source.int(256);
                    let value_3 = source.int(256);
                    (
                        errors::outside_band(value_0, value_1, value_2, value_3),
                        vec![
                            values::uint(128, value_0), values::int(256, value_1),
                            values::int(256, value_2), values::int(256, value_3)
                        ],
                    )
                },
            },
            ErrorCase {
                name: "FeeTooHigh",
                selector: errors::FEE_TOO_HIGH,
                build: |source| {
                    let value_0 = source.int(256);
                    let value_1 = source.int(256);
                    (
                        errors::fee_too_high(value_0, value_1),
                        vec![values::int(256, value_0), values::int(256, value_1)],
                    )
                },
            },
            ErrorCase {
                name: "OpenInterestExceeded",
                selector: errors::OPEN_INTEREST_EXCEEDED,
                build: |source| {
                    let value_0 = source.uint(16) as u16;
                    let value_1 = source.int(256);
                    let value_2 = source.int(256);
                    (
                        errors::open_interest_exceeded(value_0, value_1, value_2),
                        vec![
                            values::uint(16, u128::from(value_0)), values::int(256,
                            value_1), values::int(256, value_2)
                        ],
                    )
                },
            },
            ErrorCase {
                name: "PositionExceeded",
                selector: errors::POSITION_EXCEEDED,
                build: |source| {
                    let value_0 = source.fixed::<32>();
                    let value_1 = source.int(256);
                    let value_2 = source.int(256);
                    (
                        errors::position_exceeded(&value_0, value_1, value_2),
                        vec![
                            values::fixed(& value_0), values::int(256, value_1),
                            values::int(256, value_2)
                        ],
                    )
                },
            },
            ErrorCase {
                name: "NotReducing",
                selector: errors::NOT_REDUCING,
                build: |source| {
                    let value_0 = source.fixed::<32>();
                    let value_1 = source.uint(128);
                    (
                        errors::not_reducing(&value_0, value_1),
                        vec![values::fixed(& value_0), values::uint(128, value_1)],
                    )
                },
            },
            ErrorCase {
                name: "InsufficientMargin",
                selector: errors::INSUFFICIENT_MARGIN,
                build: |source| {
                    let value_0 = source.fixed::<32>();
                    let value_1 = source.int(256);
                    let value_2 = source.int(256);
                    (
                        errors::insufficient_margin(&value_0, value_1, value_2),
                        vec![
                            values::fixed(& value_0), values::int(256, value_1),
                            values::int(256, value_2)
                        ],
                    )
                },
            },
            ErrorCase {
                name: "MarginNotImproved",
                selector: errors::MARGIN_NOT_IMPROVED,
                build: |source| {
                    let value_0 = source.fixed::<32>();
                    let value_1 = source.int(256);
                    let value_2 = source.int(256);
                    (
                        errors::margin_not_improved(&value_0, value_1, value_2),
                        vec![
                            values::fixed(& value_0), values::int(256, value_1),
                            values::int(256, value_2)
                        ],
                    )
                },
            },
            ErrorCase {
                name: "DoubtfulPrice",
                selector: errors::DOUBTFUL_PRICE,
                build: |source| {
                    let value_0 = source.fixed::<32>();
                    let value_1 = Grade::from_index(source.below(4));
                    let value_2 = Doubt::from_index(source.below(9));
                    (
                        errors::doubtful_price(&value_0, value_1, value_2),
                        vec![
                            values::fixed(& value_0), values::uint(8, value_1 as u128),
                            values::uint(8, value_2 as u128)
                        ],
                    )
                },
            },
            ErrorCase {
                name: "AccountFlagged",
                selector: errors::ACCOUNT_FLAGGED,
                build: |source| {
                    let value_0 = source.fixed::<32>();
                    (errors::account_flagged(&value_0), vec![values::fixed(& value_0)])
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
                name: "AccountHealthy",
                selector: errors::ACCOUNT_HEALTHY,
                build: |source| {
                    let value_0 = source.fixed::<32>();
                    let value_1 = source.int(256);
                    let value_2 = source.int(256);
                    (
                        errors::account_healthy(&value_0, value_1, value_2),
                        vec![
                            values::fixed(& value_0), values::int(256, value_1),
                            values::int(256, value_2)
                        ],
                    )
                },
            },
            ErrorCase {
                name: "TakeoverTooLarge",
                selector: errors::TAKEOVER_TOO_LARGE,
                build: |source| {
                    let value_0 = source.fixed::<32>();
                    let value_1 = source.int(256);
                    let value_2 = source.int(256);
                    (
                        errors::takeover_too_large(&value_0, value_1, value_2),
                        vec![
                            values::fixed(& value_0), values::int(256, value_1),
                            values::int(256, value_2)
                        ],
                    )
                },
            },
            ErrorCase {
                name: "QuoteShortfall",
                selector: errors::QUOTE_SHORTFALL,
                build: |source| {
                    let value_0 = source.fixed::<32>();
                    let value_1 = source.int(256);
                    (
                        errors::quote_shortfall(&value_0, value_1),
                        vec![values::fixed(& value_0), values::int(256, value_1)],
                    )
                },
            },
            ErrorCase {
                name: "InsufficientBalance",
                selector: errors::INSUFFICIENT_BALANCE,
                build: |source| {
                    let value_0 = source.fixed::<32>();
                    let value_1 = source.uint(16) as u16;
                    let value_2 = source.int(256);
                    let value_3 = source.int(256);
                    (
                        errors::insufficient_balance(
                            &value_0,
                            value_1,
                            value_2,
                            value_3,
                        ),
                        vec![
                            values::fixed(& value_0), values::uint(16,
                            u128::from(value_1)), values::int(256, value_2),
                            values::int(256, value_3)
                        ],
                    )
                },
            },
            ErrorCase {
                name: "UnknownAsset",
                selector: errors::UNKNOWN_ASSET,
                build: |source| {
                    let value_0 = source.uint(16) as u16;
                    (
                        errors::unknown_asset(value_0),
                        vec![values::uint(16, u128::from(value_0))],
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
                name: "TooManyLegs",
                selector: errors::TOO_MANY_LEGS,
                build: |source| {
                    let value_0 = source.fixed::<32>();
                    let value_1 = source.uint(256);
                    let value_2 = source.uint(256);
                    (
                        errors::too_many_legs(&value_0, value_1, value_2),
                        vec![
                            values::fixed(& value_0), values::uint(256, value_1),
                            values::uint(256, value_2)
                        ],
                    )
                },
            },
            ErrorCase {
                name: "BadMove",
                selector: errors::BAD_MOVE,
                build: |source| {
                    let value_0 = source.fixed::<32>();
                    (errors::bad_move(&value_0), vec![values::fixed(& value_0)])
                },
            },
            ErrorCase {
                name: "BadLimits",
                selector: errors::BAD_LIMITS,
                build: |source| {
                    let value_0 = source.uint(16) as u16;
                    (
                        errors::bad_limits(value_0),
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
                name: "Traded",
                topic: events::TRADED,
                emit: |source| {
                    let value_0 = source.fixed::<32>();
                    let value_1 = source.fixed::<32>();
                    let value_2 = source.uint(128);
                    let value_3 = source.int(256);
                    let value_4 = source.int(256);
                    let value_5 = source.int(256);
                    let value_6 = source.int(256);
                    let value_7 = source.int(256);
                    let value_8 = source.int(256);
                    events::traded(
                        &value_0,
                        &value_1,
                        value_2,
                        value_3,
                        value_4,
                        value_5,
                        value_6,
                        value_7,
                        value_8,
                    );
                    vec![
                        values::fixed(& value_0), values::fixed(& value_1),
                        values::uint(128, value_2), values::int(256, value_3),
                        values::int(256, value_4), values::int(256, value_5),
                        values::int(256, value_6), values::int(256, value_7),
                        values::int(256, value_8)
                    ]
                },
            },
            EventCase {
                name: "Credited",
                topic: events::CREDITED,
                emit: |source| {
                    let value_0 = source.fixed::<32>();
                    let value_1 = source.uint(16) as u16;
                    let value_2 = source.int(256);
                    let value_3 = source.int(256);
                    events::credited(&value_0, value_1, value_2, value_3);
                    vec![
                        values::fixed(& value_0), values::uint(16, u128::from(value_1)),
                        values::int(256, value_2), values::int(256, value_3)
                    ]
                },
            },
            EventCase {
                name: "Debited",
                topic: events::DEBITED,
                emit: |source| {
                    let value_0 = source.fixed::<32>();
                    let value_1 = source.uint(16) as u16;
                    let value_2 = source.int(256);
                    let value_3 = source.int(256);
                    events::debited(&value_0, value_1, value_2, value_3);
                    vec![
                        values::fixed(& value_0), values::uint(16, u128::from(value_1)),
                        values::int(256, value_2), values::int(256, value_3)
                    ]
                },
            },
            EventCase {
                name: "FundingAccrued",
                topic: events::FUNDING_ACCRUED,
                emit: |source| {
                    let value_0 = source.uint(16) as u16;
                    let value_1 = source.int(256);
                    let value_2 = source.int(256);
                    let value_3 = source.uint(40) as u64;
                    events::funding_accrued(value_0, value_1, value_2, value_3);
                    vec![
                        values::uint(16, u128::from(value_0)), values::int(256, value_1),
                        values::int(256, value_2), values::uint(40, u128::from(value_3))
                    ]
                },
            },
            EventCase {
                name: "FundingRealised",
                topic: events::FUNDING_REALISED,
                emit: |source| {
                    let value_0 = source.fixed::<32>();
                    let value_1 = source.uint(16) as u16;
                    let value_2 = source.int(256);
                    let value_3 = source.int(256);
                    events::funding_realised(&value_0, value_1, value_2, value_3);
                    vec![
                        values::fixed(& value_0), values::uint(16, u128::from(value_1)),
                        values::int(256, value_2), values::int(256, value_3)
                    ]
                },
            },
            EventCase {
                name: "FeesCollected",
                topic: events::FEES_COLLECTED,
                emit: |source| {
                    let value_0 = source.int(256);
                    let value_1 = source.int(256);
                    events::fees_collected(value_0, value_1);
                    vec![values::int(256, value_0), values::int(256, value_1)]
                },
            },
            EventCase {
                name: "FlagSet",
                topic: events::FLAG_SET,
                emit: |source| {
                    let value_0 = source.fixed::<32>();
                    let value_1 = source.flip();
                    events::flag_set(&value_0, value_1);
                    vec![values::fixed(& value_0), DynSolValue::Bool(value_1)]
                },
            },
            EventCase {
                name: "Moved",
                topic: events::MOVED,
                emit: |source| {
                    let value_0 = source.fixed::<32>();
                    let value_1 = source.fixed::<32>();
                    let value_2 = source.int(256);
                    let value_3 = source.int(256);
                    let value_4 = source.int(256);
                    events::moved(&value_0, &value_1, value_2, value_3, value_4);
                    vec![
                        values::fixed(& value_0), values::fixed(& value_1),
                        values::int(256, value_2), values::int(256, value_3),
                        values::int(256, value_4)
                    ]
                },
            },
            EventCase {
                name: "VenueSet",
                topic: events::VENUE_SET,
                emit: |source| {
                    let value_0 = source.fixed::<20>();
                    let value_1 = source.uint(8) as u8;
                    events::venue_set(&value_0, value_1);
                    vec![
                        values::address(& value_0), values::uint(8, u128::from(value_1))
                    ]
                },
            },
            EventCase {
                name: "LimitsSet",
                topic: events::LIMITS_SET,
                emit: |source| {
                    let value_0 = source.uint(16) as u16;
                    let value_1 = sample_limits(source);
                    events::limits_set(value_0, &value_1);
                    vec![
                        values::uint(16, u128::from(value_0)), convert_limits(& value_1)
                    ]
                },
            },
            EventCase {
                name: "EngineSet",
                topic: events::ENGINE_SET,
                emit: |source| {
                    let value_0 = source.fixed::<20>();
                    let value_1 = source.fixed::<32>();
                    events::engine_set(&value_0, &value_1);
                    vec![values::address(& value_0), values::fixed(& value_1)]
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
impl IClearingHouse for Echo {
    fn trade(fills: Vec<Fill>) -> Result<Vec<Outcome>, Revert> {
        echo::seen(vec![values::list(& fills, | item | convert_fill(item))]);
        let result_0 = calls::trade(&echo::PEER, echo::GAS, &fills)
            .map_err(echo::failed)?;
        echo::answered(vec![values::list(& result_0, | item | convert_outcome(item))]);
        Ok(result_0)
    }

    fn preview_trade(fills: Vec<Fill>) -> Result<Vec<Outcome>, Revert> {
        echo::seen(vec![values::list(& fills, | item | convert_fill(item))]);
        let result_0 = calls::preview_trade(&echo::PEER, echo::GAS, &fills)
            .map_err(echo::failed)?;
        echo::answered(vec![values::list(& result_0, | item | convert_outcome(item))]);
        Ok(result_0)
    }

    fn credit(account: Word, asset: u16, amount: i128) -> Result<i128, Revert> {
        echo::seen(
            vec![
                values::fixed(& account), values::uint(16, u128::from(asset)),
                values::int(256, amount)
            ],
        );
        let result_0 = calls::credit(&echo::PEER, echo::GAS, &account, asset, amount)
            .map_err(echo::failed)?;
        echo::answered(vec![values::int(256, result_0)]);
        Ok(result_0)
    }

    fn debit(
        account: Word,
        asset: u16,
        amount: i128,
        caller: Address,
    ) -> Result<i128, Revert> {
        echo::seen(
            vec![
                values::fixed(& account), values::uint(16, u128::from(asset)),
                values::int(256, amount), values::address(& caller)
            ],
        );
        let result_0 = calls::debit(
                &echo::PEER,
                echo::GAS,
                &account,
                asset,
                amount,
                &caller,
            )
            .map_err(echo::failed)?;
        echo::answered(vec![values::int(256, result_0)]);
        Ok(result_0)
    }

    fn preview_debit(
        account: Word,
        asset: u16,
        amount: i128,
    ) -> Result<Outcome, Revert> {
        echo::seen(
            vec![
                values::fixed(& account), values::uint(16, u128::from(asset)),
                values::int(256, amount)
            ],
        );
        let result_0 = calls::preview_debit(
                &echo::PEER,
                echo::GAS,
                &account,
                asset,
                amount,
            )
            .map_err(echo::failed)?;
        echo::answered(vec![convert_outcome(& result_0)]);
        Ok(result_0)
    }

    fn set_flag(
        account: Word,
        flagged: bool,
        moves: Vec<Move>,
    ) -> Result<Outcome, Revert> {
        echo::seen(
            vec![
                values::fixed(& account), DynSolValue::Bool(flagged), values::list(&
                moves, | item | convert_move(item))
            ],
        );
        let result_0 = calls::set_flag(&echo::PEER, echo::GAS, &account, flagged, &moves)
            .map_err(echo::failed)?;
        echo::answered(vec![convert_outcome(& result_0)]);
        Ok(result_0)
    }

    fn reduce(
        fill: Fill,
        moves: Vec<Move>,
        caller: Address,
    ) -> Result<(Outcome, Outcome), Revert> {
        echo::seen(
            vec![
                convert_fill(& fill), values::list(& moves, | item | convert_move(item)),
                values::address(& caller)
            ],
        );
        let (result_0, result_1) = calls::reduce(
                &echo::PEER,
                echo::GAS,
                &fill,
                &moves,
                &caller,
            )
            .map_err(echo::failed)?;
        echo::answered(vec![convert_outcome(& result_0), convert_outcome(& result_1)]);
        Ok((result_0, result_1))
    }

    fn accrue(underlyings: Vec<u16>) -> Result<(), Revert> {
        echo::seen(
            vec![
                values::list(& underlyings, | item | values::uint(16, u128::from(*
                item)))
            ],
        );
        let () = calls::accrue(&echo::PEER, echo::GAS, &underlyings)
            .map_err(echo::failed)?;
        echo::answered(vec![]);
        Ok(())
    }

    fn account(id: Word) -> Result<(i128, u8, bool, u8, u16, u64), Revert> {
        echo::seen(vec![values::fixed(& id)]);
        let (result_0, result_1, result_2, result_3, result_4, result_5) = calls::account(
                &echo::PEER,
                echo::GAS,
                &id,
            )
            .map_err(echo::failed)?;
        echo::answered(
            vec![
                values::int(256, result_0), values::uint(8, u128::from(result_1)),
                DynSolValue::Bool(result_2), values::uint(8, u128::from(result_3)),
                values::uint(16, u128::from(result_4)), values::uint(40,
                u128::from(result_5))
            ],
        );
        Ok((result_0, result_1, result_2, result_3, result_4, result_5))
    }

    fn legs(id: Word) -> Result<Vec<Word>, Revert> {
        echo::seen(vec![values::fixed(& id)]);
        let result_0 = calls::legs(&echo::PEER, echo::GAS, &id).map_err(echo::failed)?;
        echo::answered(vec![values::list(& result_0, | item | values::fixed(item))]);
        Ok(result_0)
    }

    fn position(id: Word, instrument: u128) -> Result<(i128, i128), Revert> {
        echo::seen(vec![values::fixed(& id), values::uint(128, instrument)]);
        let (result_0, result_1) = calls::position(
                &echo::PEER,
                echo::GAS,
                &id,
                instrument,
            )
            .map_err(echo::failed)?;
        echo::answered(vec![values::int(256, result_0), values::int(256, result_1)]);
        Ok((result_0, result_1))
    }

    fn collateral(id: Word, asset: u16) -> Result<i128, Revert> {
        echo::seen(vec![values::fixed(& id), values::uint(16, u128::from(asset))]);
        let result_0 = calls::collateral(&echo::PEER, echo::GAS, &id, asset)
            .map_err(echo::failed)?;
        echo::answered(vec![values::int(256, result_0)]);
        Ok(result_0)
    }

    fn health(id: Word) -> Result<Outcome, Revert> {
        echo::seen(vec![values::fixed(& id)]);
        let result_0 = calls::health(&echo::PEER, echo::GAS, &id).map_err(echo::failed)?;
        echo::answered(vec![convert_outcome(& result_0)]);
        Ok(result_0)
    }

    fn healths(ids: Vec<Word>) -> Result<Vec<Outcome>, Revert> {
        echo::seen(vec![values::list(& ids, | item | values::fixed(item))]);
        let result_0 = calls::healths(&echo::PEER, echo::GAS, &ids)
            .map_err(echo::failed)?;
        echo::answered(vec![values::list(& result_0, | item | convert_outcome(item))]);
        Ok(result_0)
    }

    fn market(underlying: u16) -> Result<MarketState, Revert> {
        echo::seen(vec![values::uint(16, u128::from(underlying))]);
        let result_0 = calls::market(&echo::PEER, echo::GAS, underlying)
            .map_err(echo::failed)?;
        echo::answered(vec![convert_market_state(& result_0)]);
        Ok(result_0)
    }

    fn limits(underlying: u16) -> Result<Limits, Revert> {
        echo::seen(vec![values::uint(16, u128::from(underlying))]);
        let result_0 = calls::limits(&echo::PEER, echo::GAS, underlying)
            .map_err(echo::failed)?;
        echo::answered(vec![convert_limits(& result_0)]);
        Ok(result_0)
    }

    fn has_right(venue: Address, right: Right) -> Result<bool, Revert> {
        echo::seen(vec![values::address(& venue), values::uint(8, right as u128)]);
        let result_0 = calls::has_right(&echo::PEER, echo::GAS, &venue, right)
            .map_err(echo::failed)?;
        echo::answered(vec![DynSolValue::Bool(result_0)]);
        Ok(result_0)
    }

    fn engine() -> Result<(Address, Word), Revert> {
        echo::seen(vec![]);
        let (result_0, result_1) = calls::engine(&echo::PEER, echo::GAS)
            .map_err(echo::failed)?;
        echo::answered(vec![values::address(& result_0), values::fixed(& result_1)]);
        Ok((result_0, result_1))
    }

    fn set_venue(venue: Address, rights: u8) -> Result<(), Revert> {
        echo::seen(vec![values::address(& venue), values::uint(8, u128::from(rights))]);
        let () = calls::set_venue(&echo::PEER, echo::GAS, &venue, rights)
            .map_err(echo::failed)?;
        echo::answered(vec![]);
        Ok(())
    }

    fn set_limits(underlying: u16, limits_: Limits) -> Result<(), Revert> {
        echo::seen(
            vec![values::uint(16, u128::from(underlying)), convert_limits(& limits_)],
        );
        let () = calls::set_limits(&echo::PEER, echo::GAS, underlying, &limits_)
            .map_err(echo::failed)?;
        echo::answered(vec![]);
        Ok(())
    }

    fn set_engine(engine_: Address, codehash: Word) -> Result<(), Revert> {
        echo::seen(vec![values::address(& engine_), values::fixed(& codehash)]);
        let () = calls::set_engine(&echo::PEER, echo::GAS, &engine_, &codehash)
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
fn sample_fill(source: &mut Source) -> Fill {
    Fill {
        maker: source.fixed::<32>(),
        taker: source.fixed::<32>(),
        instrument: source.uint(128),
        size: source.int(256),
        price: source.int(256),
        maker_fee: source.int(256),
        taker_fee: source.int(256),
        reduce_only: source.uint(8) as u8,
    }
}

#[allow(dead_code)]
fn sample_outcome(source: &mut Source) -> Outcome {
    Outcome {
        account: source.fixed::<32>(),
        cash: source.int(256),
        equity: source.int(256),
        settled_quote: source.int(256),
        initial_margin: source.int(256),
        maintenance_margin: source.int(256),
        grade: Grade::from_index(source.below(4)),
        doubt: Doubt::from_index(source.below(9)),
    }
}

#[allow(dead_code)]
fn sample_move(source: &mut Source) -> Move {
    Move {
        from: source.fixed::<32>(),
        to: source.fixed::<32>(),
        amount: source.int(256),
    }
}

#[allow(dead_code)]
fn sample_limits(source: &mut Source) -> Limits {
    Limits {
        status: Status::from_index(source.below(4)),
        max_open_interest: source.int(256),
        max_position: source.int(256),
        band: source.int(256),
        fee_cap: source.int(256),
        lot: source.int(256),
        tick: source.int(256),
    }
}

#[allow(dead_code)]
fn sample_market_state(source: &mut Source) -> MarketState {
    MarketState {
        underlying: source.uint(16) as u16,
        index_price: source.int(256),
        mark_price: source.int(256),
        premium: source.int(256),
        initial_rate: source.int(256),
        maintenance_rate: source.int(256),
        funding_index: source.int(256),
        funding_rate: source.int(256),
        accrued_at: source.uint(40) as u64,
        open_interest: source.int(256),
        published_at: source.uint(40) as u64,
        grade: Grade::from_index(source.below(4)),
        doubt: Doubt::from_index(source.below(9)),
    }
}

#[allow(dead_code)]
fn convert_fill(item: &Fill) -> DynSolValue {
    DynSolValue::Tuple(
        vec![
            values::fixed(& item.maker), values::fixed(& item.taker), values::uint(128,
            item.instrument), values::int(256, item.size), values::int(256, item.price),
            values::int(256, item.maker_fee), values::int(256, item.taker_fee),
            values::uint(8, u128::from(item.reduce_only))
        ],
    )
}

#[allow(dead_code)]
fn convert_outcome(item: &Outcome) -> DynSolValue {
    DynSolValue::Tuple(
        vec![
            values::fixed(& item.account), values::int(256, item.cash), values::int(256,
            item.equity), values::int(256, item.settled_quote), values::int(256, item
            .initial_margin), values::int(256, item.maintenance_margin), values::uint(8,
            item.grade as u128), values::uint(8, item.doubt as u128)
        ],
    )
}

#[allow(dead_code)]
fn convert_move(item: &Move) -> DynSolValue {
    DynSolValue::Tuple(
        vec![
            values::fixed(& item.from), values::fixed(& item.to), values::int(256, item
            .amount)
        ],
    )
}

#[allow(dead_code)]
fn convert_limits(item: &Limits) -> DynSolValue {
    DynSolValue::Tuple(
        vec![
            values::uint(8, item.status as u128), values::int(256, item
            .max_open_interest), values::int(256, item.max_position), values::int(256,
            item.band), values::int(256, item.fee_cap), values::int(256, item.lot),
            values::int(256, item.tick)
        ],
    )
}

#[allow(dead_code)]
fn convert_market_state(item: &MarketState) -> DynSolValue {
    DynSolValue::Tuple(
        vec![
            values::uint(16, u128::from(item.underlying)), values::int(256, item
            .index_price), values::int(256, item.mark_price), values::int(256, item
            .premium), values::int(256, item.initial_rate), values::int(256, item
            .maintenance_rate), values::int(256, item.funding_index), values::int(256,
            item.funding_rate), values::uint(40, u128::from(item.accrued_at)),
            values::int(256, item.open_interest), values::uint(40, u128::from(item
            .published_at)), values::uint(8, item.grade as u128), values::uint(8, item
            .doubt as u128)
        ],
    )
}
