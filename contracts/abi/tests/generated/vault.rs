// Generated from contracts/interfaces/IVault.sol by `cargo run -p codec`. Not to be edited.

use alloy_dyn_abi::DynSolValue;
use contract_abi::{Address, Revert, Word};
use crate::support::source::Source;
use crate::support::subject::{ErrorCase, EventCase, Subject};
use crate::support::{echo, values};
use contract_abi::generated::vault;
use vault::*;
use vault::{events, calls, errors};
mod alloy {
    alloy_sol_types::sol!(#![sol(abi)] "../interfaces/IVault.sol");
}
crate::checks!(subject);
fn subject() -> Subject {
    Subject {
        name: "IVault",
        route: route::<Echo>,
        alloy: alloy::IVault::abi::contract,
        json: include_str!("../../json/IVault.json"),
        enums: &[],
        functions: &[
            ("deposit", selectors::DEPOSIT),
            ("depositWithPermit", selectors::DEPOSIT_WITH_PERMIT),
            ("withdraw", selectors::WITHDRAW),
            ("previewWithdraw", selectors::PREVIEW_WITHDRAW),
            ("asset", selectors::ASSET),
            ("clearingHouse", selectors::CLEARING_HOUSE),
            ("setAsset", selectors::SET_ASSET),
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
                name: "ZeroAmount",
                selector: errors::ZERO_AMOUNT,
                build: |source| { (errors::zero_amount(), vec![]) },
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
                name: "CapExceeded",
                selector: errors::CAP_EXCEEDED,
                build: |source| {
                    let value_0 = source.uint(16) as u16;
                    let value_1 = source.uint(256);
                    let value_2 = source.uint(256);
                    (
                        errors::cap_exceeded(value_0, value_1, value_2),
                        vec![
                            values::uint(16, u128::from(value_0)), values::uint(256,
                            value_1), values::uint(256, value_2)
                        ],
                    )
                },
            },
            ErrorCase {
                name: "InsufficientCustody",
                selector: errors::INSUFFICIENT_CUSTODY,
                build: |source| {
                    let value_0 = source.uint(16) as u16;
                    let value_1 = source.uint(256);
                    let value_2 = source.uint(256);
                    (
                        errors::insufficient_custody(value_0, value_1, value_2),
                        vec![
                            values::uint(16, u128::from(value_0)), values::uint(256,
                            value_1), values::uint(256, value_2)
                        ],
                    )
                },
            },
            ErrorCase {
                name: "TransferFailed",
                selector: errors::TRANSFER_FAILED,
                build: |source| {
                    let value_0 = source.fixed::<20>();
                    (errors::transfer_failed(&value_0), vec![values::address(& value_0)])
                },
            },
            ErrorCase {
                name: "WrongAmountMoved",
                selector: errors::WRONG_AMOUNT_MOVED,
                build: |source| {
                    let value_0 = source.fixed::<20>();
                    let value_1 = source.uint(256);
                    let value_2 = source.uint(256);
                    (
                        errors::wrong_amount_moved(&value_0, value_1, value_2),
                        vec![
                            values::address(& value_0), values::uint(256, value_1),
                            values::uint(256, value_2)
                        ],
                    )
                },
            },
            ErrorCase {
                name: "PermitFailed",
                selector: errors::PERMIT_FAILED,
                build: |source| {
                    let value_0 = source.fixed::<20>();
                    (errors::permit_failed(&value_0), vec![values::address(& value_0)])
                },
            },
            ErrorCase {
                name: "BadRecipient",
                selector: errors::BAD_RECIPIENT,
                build: |source| {
                    let value_0 = source.fixed::<20>();
                    (errors::bad_recipient(&value_0), vec![values::address(& value_0)])
                },
            },
            ErrorCase {
                name: "BadToken",
                selector: errors::BAD_TOKEN,
                build: |source| {
                    let value_0 = source.fixed::<20>();
                    (errors::bad_token(&value_0), vec![values::address(& value_0)])
                },
            },
            ErrorCase {
                name: "WrongDecimals",
                selector: errors::WRONG_DECIMALS,
                build: |source| {
                    let value_0 = source.fixed::<20>();
                    let value_1 = source.uint(8) as u8;
                    let value_2 = source.uint(8) as u8;
                    (
                        errors::wrong_decimals(&value_0, value_1, value_2),
                        vec![
                            values::address(& value_0), values::uint(8,
                            u128::from(value_1)), values::uint(8, u128::from(value_2))
                        ],
                    )
                },
            },
            ErrorCase {
                name: "AssetListed",
                selector: errors::ASSET_LISTED,
                build: |source| {
                    let value_0 = source.uint(16) as u16;
                    let value_1 = source.fixed::<20>();
                    (
                        errors::asset_listed(value_0, &value_1),
                        vec![
                            values::uint(16, u128::from(value_0)), values::address(&
                            value_1)
                        ],
                    )
                },
            },
            ErrorCase {
                name: "AmountTooLarge",
                selector: errors::AMOUNT_TOO_LARGE,
                build: |source| {
                    let value_0 = source.uint(256);
                    (errors::amount_too_large(value_0), vec![values::uint(256, value_0)])
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
        ],
        events: &[
            EventCase {
                name: "Deposited",
                topic: events::DEPOSITED,
                emit: |source| {
                    let value_0 = source.fixed::<32>();
                    let value_1 = source.uint(16) as u16;
                    let value_2 = source.fixed::<20>();
                    let value_3 = source.uint(256);
                    let value_4 = source.int(256);
                    events::deposited(&value_0, value_1, &value_2, value_3, value_4);
                    vec![
                        values::fixed(& value_0), values::uint(16, u128::from(value_1)),
                        values::address(& value_2), values::uint(256, value_3),
                        values::int(256, value_4)
                    ]
                },
            },
            EventCase {
                name: "Withdrawn",
                topic: events::WITHDRAWN,
                emit: |source| {
                    let value_0 = source.fixed::<32>();
                    let value_1 = source.uint(16) as u16;
                    let value_2 = source.fixed::<20>();
                    let value_3 = source.uint(256);
                    let value_4 = source.int(256);
                    events::withdrawn(&value_0, value_1, &value_2, value_3, value_4);
                    vec![
                        values::fixed(& value_0), values::uint(16, u128::from(value_1)),
                        values::address(& value_2), values::uint(256, value_3),
                        values::int(256, value_4)
                    ]
                },
            },
            EventCase {
                name: "AssetSet",
                topic: events::ASSET_SET,
                emit: |source| {
                    let value_0 = source.uint(16) as u16;
                    let value_1 = source.fixed::<20>();
                    let value_2 = source.uint(8) as u8;
                    let value_3 = source.uint(256);
                    events::asset_set(value_0, &value_1, value_2, value_3);
                    vec![
                        values::uint(16, u128::from(value_0)), values::address(&
                        value_1), values::uint(8, u128::from(value_2)), values::uint(256,
                        value_3)
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
impl IVault for Echo {
    fn deposit(account: Word, asset: u16, amount: u128) -> Result<i128, Revert> {
        echo::seen(
            vec![
                values::fixed(& account), values::uint(16, u128::from(asset)),
                values::uint(256, amount)
            ],
        );
        let result_0 = calls::deposit(&echo::PEER, echo::GAS, &account, asset, amount)
            .map_err(echo::failed)?;
        echo::answered(vec![values::int(256, result_0)]);
        Ok(result_0)
    }

    fn deposit_with_permit(
        account: Word,
        asset: u16,
        amount: u128,
        deadline: u128,
        v: u8,
        r: Word,
        s: Word,
    ) -> Result<i128, Revert> {
        echo::seen(
            vec![
                values::fixed(& account), values::uint(16, u128::from(asset)),
                values::uint(256, amount), values::uint(256, deadline), values::uint(8,
                u128::from(v)), values::fixed(& r), values::fixed(& s)
            ],
        );
        let result_0 = calls::deposit_with_permit(
                &echo::PEER,
                echo::GAS,
                &account,
                asset,
                amount,
                deadline,
                v,
                &r,
                &s,
            )
            .map_err(echo::failed)?;
        echo::answered(vec![values::int(256, result_0)]);
        Ok(result_0)
    }

    fn withdraw(
        account: Word,
        asset: u16,
        amount: u128,
        to: Address,
    ) -> Result<(), Revert> {
        echo::seen(
            vec![
                values::fixed(& account), values::uint(16, u128::from(asset)),
                values::uint(256, amount), values::address(& to)
            ],
        );
        let () = calls::withdraw(&echo::PEER, echo::GAS, &account, asset, amount, &to)
            .map_err(echo::failed)?;
        echo::answered(vec![]);
        Ok(())
    }

    fn preview_withdraw(
        account: Word,
        asset: u16,
        amount: u128,
    ) -> Result<(i128, i128), Revert> {
        echo::seen(
            vec![
                values::fixed(& account), values::uint(16, u128::from(asset)),
                values::uint(256, amount)
            ],
        );
        let (result_0, result_1) = calls::preview_withdraw(
                &echo::PEER,
                echo::GAS,
                &account,
                asset,
                amount,
            )
            .map_err(echo::failed)?;
        echo::answered(vec![values::int(256, result_0), values::int(256, result_1)]);
        Ok((result_0, result_1))
    }

    fn asset(id: u16) -> Result<Asset, Revert> {
        echo::seen(vec![values::uint(16, u128::from(id))]);
        let result_0 = calls::asset(&echo::PEER, echo::GAS, id).map_err(echo::failed)?;
        echo::answered(vec![convert_asset(& result_0)]);
        Ok(result_0)
    }

    fn clearing_house() -> Result<Address, Revert> {
        echo::seen(vec![]);
        let result_0 = calls::clearing_house(&echo::PEER, echo::GAS)
            .map_err(echo::failed)?;
        echo::answered(vec![values::address(& result_0)]);
        Ok(result_0)
    }

    fn set_asset(
        id: u16,
        token: Address,
        decimals: u8,
        cap: u128,
    ) -> Result<(), Revert> {
        echo::seen(
            vec![
                values::uint(16, u128::from(id)), values::address(& token),
                values::uint(8, u128::from(decimals)), values::uint(256, cap)
            ],
        );
        let () = calls::set_asset(&echo::PEER, echo::GAS, id, &token, decimals, cap)
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
fn sample_asset(source: &mut Source) -> Asset {
    Asset {
        token: source.fixed::<20>(),
        decimals: source.uint(8) as u8,
        cap: source.uint(256),
        custody: source.uint(256),
    }
}

#[allow(dead_code)]
fn convert_asset(item: &Asset) -> DynSolValue {
    DynSolValue::Tuple(
        vec![
            values::address(& item.token), values::uint(8, u128::from(item.decimals)),
            values::uint(256, item.cap), values::uint(256, item.custody)
        ],
    )
}
