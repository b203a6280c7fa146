//! The vault: custody of the collateral tokens, and the only contract that moves them.
//!
//! It knows tokens, their decimals and how much it holds; it knows no position. A deposit counts what
//! arrived before it is credited; a withdrawal is debited before anything leaves. Tokens that move
//! another amount than asked are refused, so custody is never less than what the ledger says.
#![cfg_attr(target_arch = "wasm32", no_std)]
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects,
        clippy::float_arithmetic
    )
)]

extern crate alloc;

mod amount;
mod deposit;
mod list;
mod storage;
mod token;
mod withdraw;

use contract_abi::generated::vault::{Asset, IVault};
use contract_abi::{entrypoint, Address, Revert, Word};
use contract_floor::ownership;

use crate::token::Permit;

/// The quote coin's asset id.
pub(crate) const QUOTE: u16 = 0;
/// The highest asset id: the ledger keeps a bitmap of 16.
pub(crate) const MAX_ASSET: u16 = 15;

/// The program.
pub struct Vault;

entrypoint!(Vault, contract_abi::generated::vault);

impl IVault for Vault {
    fn deposit(account: Word, asset: u16, amount: u128) -> Result<i128, Revert> {
        deposit::deposit(&account, asset, amount, None)
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
        deposit::deposit(&account, asset, amount, Some(&Permit { deadline, v, r, s }))
    }

    fn withdraw(account: Word, asset: u16, amount: u128, to: Address) -> Result<(), Revert> {
        withdraw::withdraw(&account, asset, amount, &to)
    }

    fn preview_withdraw(account: Word, asset: u16, amount: u128) -> Result<(i128, i128), Revert> {
        withdraw::preview(&account, asset, amount)
    }

    fn asset(id: u16) -> Result<Asset, Revert> {
        let custody = storage::listed(id).unwrap_or_default();
        Ok(Asset {
            token: custody.token,
            decimals: custody.decimals,
            cap: custody.cap,
            custody: custody.held,
        })
    }

    fn clearing_house() -> Result<Address, Revert> {
        Ok(storage::clearing_house())
    }

    fn set_asset(id: u16, token: Address, decimals: u8, cap: u128) -> Result<(), Revert> {
        list::set(id, &token, decimals, cap)
    }

    fn owner() -> Result<Address, Revert> {
        Ok(ownership::owner())
    }

    fn pending_owner() -> Result<Address, Revert> {
        Ok(ownership::pending_owner())
    }

    fn transfer_ownership(next: Address) -> Result<(), Revert> {
        ownership::transfer(&next)
    }

    fn accept_ownership() -> Result<(), Revert> {
        ownership::accept()
    }
}
