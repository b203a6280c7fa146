//! What the vault asks of a token: its balance, its decimals, a permit, a transfer.
//!
//! Transfers are OpenZeppelin's `SafeErc20`: a token that returns nothing is taken at its word, one that
//! returns false or reverts is refused. Views and permits have a gas cap and read at most two words.

#[cfg(test)]
mod tests;

use alloy_primitives::{Address as TokenAddress, U256};
use alloy_sol_types::{sol, SolCall};
use contract_abi::generated::vault::errors;
use contract_abi::{host, Address, Revert, Word};
use openzeppelin_stylus::token::erc20::utils::safe_erc20::{ISafeErc20, SafeErc20};
use stylus_sdk::host::{WasmVM, VM};
use stylus_sdk::storage::StorageType;

/// Gas that a token's view or permit may use.
const TOKEN_GAS: u64 = 500_000;

sol! {
    interface IToken {
        function balanceOf(address account) external view returns (uint256);
        function decimals() external view returns (uint8);
        function allowance(address owner, address spender) external view returns (uint256);
        function permit(address owner, address spender, uint256 value, uint256 deadline, uint8 v, bytes32 r, bytes32 s) external;
    }
}

/// An EIP-2612 permit of the sender's.
pub(crate) struct Permit {
    pub(crate) deadline: u128,
    pub(crate) v: u8,
    pub(crate) r: Word,
    pub(crate) s: Word,
}

/// The vault's own balance.
///
/// # Errors
/// `TransferFailed(token)`: a token whose balance cannot be read cannot be moved safely.
pub(crate) fn balance(token: &Address) -> Result<U256, Revert> {
    let call = IToken::balanceOfCall { account: host::address().into() };
    view(token, &call.abi_encode()).ok_or_else(|| errors::transfer_failed(token))
}

/// The token's decimals; none if it does not say.
pub(crate) fn decimals(token: &Address) -> Option<u8> {
    view(token, &IToken::decimalsCall {}.abi_encode())?.try_into().ok()
}

/// Moves `amount` from `from` to the vault and checks that exactly that arrived.
///
/// # Errors
/// `TransferFailed(token)`, `WrongAmountMoved(token, actual, expected)`.
pub(crate) fn pull(token: &Address, from: &Address, amount: u128) -> Result<(), Revert> {
    let before = balance(token)?;
    let this = TokenAddress::from(host::address());
    mover()
        .safe_transfer_from(token.into(), from.into(), this, U256::from(amount))
        .map_err(|_| errors::transfer_failed(token))?;
    require_moved(token, before, balance(token)?, amount)
}

/// Moves `amount` from the vault to `to` and checks that exactly that left.
///
/// # Errors
/// `TransferFailed(token)`, `WrongAmountMoved(token, actual, expected)`.
pub(crate) fn push(token: &Address, to: &Address, amount: u128) -> Result<(), Revert> {
    let before = balance(token)?;
    mover()
        .safe_transfer(token.into(), to.into(), U256::from(amount))
        .map_err(|_| errors::transfer_failed(token))?;
    require_moved(token, balance(token)?, before, amount)
}

/// Presents a permit of `owner`'s for `amount`. One that fails is no obstacle if the allowance is there:
/// anybody could have presented it before.
///
/// # Errors
/// `PermitFailed(token)`.
pub(crate) fn permit(
    token: &Address,
    owner: &Address,
    amount: u128,
    permit: &Permit,
) -> Result<(), Revert> {
    let spender = TokenAddress::from(host::address());
    let call = IToken::permitCall {
        owner: owner.into(),
        spender,
        value: U256::from(amount),
        deadline: U256::from(permit.deadline),
        v: permit.v,
        r: permit.r.into(),
        s: permit.s.into(),
    };
    if host::call(token, TOKEN_GAS, 0, &call.abi_encode(), 32).is_ok() {
        return Ok(());
    }
    let call = IToken::allowanceCall { owner: owner.into(), spender };
    match view(token, &call.abi_encode()) {
        Some(allowance) if allowance >= U256::from(amount) => Ok(()),
        _ => Err(errors::permit_failed(token)),
    }
}

/// One word of a view's answer; none if the call fails or answers less.
fn view(token: &Address, data: &[u8]) -> Option<U256> {
    let answer = host::static_call(token, TOKEN_GAS, data, 32).ok()?;
    let word: Word = answer.try_into().ok()?;
    Some(U256::from_be_bytes(word))
}

fn require_moved(token: &Address, low: U256, high: U256, amount: u128) -> Result<(), Revert> {
    let moved = high.saturating_sub(low);
    if moved == U256::from(amount) {
        return Ok(());
    }
    let moved = u128::try_from(moved).unwrap_or(u128::MAX);
    Err(errors::wrong_amount_moved(token, moved, amount))
}

/// OpenZeppelin's mover keeps no state: where it stands in storage does not matter.
fn mover() -> SafeErc20 {
    #[cfg(target_arch = "wasm32")]
    let machine = VM(WasmVM {});
    #[cfg(not(target_arch = "wasm32"))]
    let machine = VM { host: alloc::boxed::Box::new(WasmVM {}) };
    // SAFETY: the only storage object over this root in the program, and it has no fields.
    unsafe { SafeErc20::new(U256::ZERO, 0, machine) }
}
