// Generated from contracts/interfaces/IVault.sol by `cargo run -p codec`. Not to be edited.

//! Vault: custody of the collateral tokens
//!
//! Floor 4. The only contract that holds and moves tokens. Calls: the token, to read the vault's
//! balance (gas cap 500,000) and once to move it (no cap: a token can burn nothing but the caller's own
//! gas), and the clearing house.
//!
//! Amounts are in the token's own units, at most 2^127 − 1; the clearing house is told 18-decimal amounts.
//! VAU-1: the vault's balance of a token is never below what the clearing house credits for it.
//! VAU-2: a token that moves another amount than asked, answers false or reverts is refused and nothing changes.

#[allow(unused_imports)]
use alloc::vec::Vec;

#[allow(unused_imports)]
use contract_abi::word::{blank, blob_size, dynamic_list_size, list_size, Reader, Writer};

#[allow(unused_imports)]
use contract_abi::{Address, Word};

/// A token that the vault takes.
///
/// `struct Asset`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asset {
    /// `address`
    pub token: Address,
    /// `uint8`
    pub decimals: u8,
    /// greatest custody, in token units, to 12 significant digits, rounded down; lowering it
    /// never stops a withdrawal
    ///
    /// `uint256`
    pub cap: u128,
    /// what the vault holds for accounts; more may have been sent to it by mistake
    ///
    /// `uint256`
    pub custody: u128,
}

impl Asset {
    /// Reads it from where it begins.
    #[inline(never)]
    pub fn read(reader: &mut Reader<'_>, at: usize) -> Self {
        Self {
            token: reader.address(at),
            decimals: reader.uint64(at + 32, 8) as u8,
            cap: reader.uint256(at + 64),
            custody: reader.uint256(at + 96),
        }
    }

    /// Writes it from where it begins.
    #[inline(never)]
    pub fn write(&self, writer: &mut Writer<'_>, at: usize) {
        writer.address(at, &self.token);
        writer.uint64(at + 32, u64::from(self.decimals));
        writer.uint128(at + 64, self.cap);
        writer.uint128(at + 96, self.custody);
    }
}

/// What a contract that is `IVault` answers. Implemented once, by the contract.
pub trait IVault {
    /// Moves `amount` from the sender into an account. Anyone may deposit the quote coin (asset 0)
    /// for anyone, the insurance account included; other assets only for an account of one's own.
    ///
    /// Returns credited the 18-decimal amount
    ///
    /// `deposit(bytes32 account, uint16 asset, uint256 amount) returns (int256 credited)`
    fn deposit(account: Word, asset: u16, amount: u128) -> Result<i128, Revert>;

    /// `deposit` with an EIP-2612 permit first; a permit that was front-run is no obstacle as long
    /// as the allowance stands. The deadline is at most 2^128 − 1.
    ///
    /// `depositWithPermit(bytes32 account, uint16 asset, uint256 amount, uint256 deadline, uint8 v, bytes32 r, bytes32 s) returns (int256 credited)`
    fn deposit_with_permit(
        account: Word,
        asset: u16,
        amount: u128,
        deadline: u128,
        v: u8,
        r: Word,
        s: Word,
    ) -> Result<i128, Revert>;

    /// Moves `amount` from an account of the sender's to `to`. What is left must hold the initial margin.
    ///
    /// `withdraw(bytes32 account, uint16 asset, uint256 amount, address to)`
    fn withdraw(
        account: Word,
        asset: u16,
        amount: u128,
        to: Address,
    ) -> Result<(), Revert>;

    /// What `withdraw` would leave: equity and initial margin; reverts as it would.
    ///
    /// `previewWithdraw(bytes32 account, uint16 asset, uint256 amount) view returns (int256 equity, int256 initialMargin)`
    fn preview_withdraw(
        account: Word,
        asset: u16,
        amount: u128,
    ) -> Result<(i128, i128), Revert>;

    /// `asset(uint16 id) view returns (Asset)`
    fn asset(id: u16) -> Result<Asset, Revert>;

    /// `clearingHouse() view returns (address)`
    fn clearing_house() -> Result<Address, Revert>;

    /// Lists a token or changes its cap. A listed token stays; its decimals must be the token's own, at most 18.
    ///
    /// `setAsset(uint16 id, address token, uint8 decimals, uint256 cap)`
    fn set_asset(id: u16, token: Address, decimals: u8, cap: u128) -> Result<(), Revert>;

    /// `owner() view returns (address)`
    fn owner() -> Result<Address, Revert>;

    /// `pendingOwner() view returns (address)`
    fn pending_owner() -> Result<Address, Revert>;

    /// `transferOwnership(address next)`
    fn transfer_ownership(next: Address) -> Result<(), Revert>;

    /// `acceptOwnership()`
    fn accept_ownership() -> Result<(), Revert>;
}
use contract_abi::entry::{refuse_value, unknown_selector};
use contract_abi::Revert;

/// The selectors of the functions.
pub mod selectors {
    /// `deposit(bytes32,uint16,uint256)`
    pub const DEPOSIT: u32 = 0x68e41cd1;

    /// `depositWithPermit(bytes32,uint16,uint256,uint256,uint8,bytes32,bytes32)`
    pub const DEPOSIT_WITH_PERMIT: u32 = 0x5b9d0155;

    /// `withdraw(bytes32,uint16,uint256,address)`
    pub const WITHDRAW: u32 = 0x31683f70;

    /// `previewWithdraw(bytes32,uint16,uint256)`
    pub const PREVIEW_WITHDRAW: u32 = 0x42a5030f;

    /// `asset(uint16)`
    pub const ASSET: u32 = 0x53d5b455;

    /// `clearingHouse()`
    pub const CLEARING_HOUSE: u32 = 0x0af96800;

    /// `setAsset(uint16,address,uint8,uint256)`
    pub const SET_ASSET: u32 = 0x940d4c2c;

    /// `owner()`
    pub const OWNER: u32 = 0x8da5cb5b;

    /// `pendingOwner()`
    pub const PENDING_OWNER: u32 = 0xe30c3978;

    /// `transferOwnership(address)`
    pub const TRANSFER_OWNERSHIP: u32 = 0xf2fde38b;

    /// `acceptOwnership()`
    pub const ACCEPT_OWNERSHIP: u32 = 0x79ba5097;
}

/// Answers a call on a contract that is `IVault`.
///
/// # Errors
/// `UnknownSelector`, `UnexpectedValue`, `MalformedCalldata` or `OutOfRange` for a call that cannot
/// be read, else what the contract refuses.
pub fn route<C: IVault>(input: &[u8]) -> Result<Vec<u8>, Revert> {
    let Some((selector, data)) = input.split_first_chunk() else {
        return Err(unknown_selector(input));
    };
    refuse_value()?;
    match u32::from_be_bytes(*selector) {
        selectors::DEPOSIT => handle_deposit::<C>(data),
        selectors::DEPOSIT_WITH_PERMIT => handle_deposit_with_permit::<C>(data),
        selectors::WITHDRAW => handle_withdraw::<C>(data),
        selectors::PREVIEW_WITHDRAW => handle_preview_withdraw::<C>(data),
        selectors::ASSET => handle_asset::<C>(data),
        selectors::CLEARING_HOUSE => handle_clearing_house::<C>(data),
        selectors::SET_ASSET => handle_set_asset::<C>(data),
        selectors::OWNER => handle_owner::<C>(data),
        selectors::PENDING_OWNER => handle_pending_owner::<C>(data),
        selectors::TRANSFER_OWNERSHIP => handle_transfer_ownership::<C>(data),
        selectors::ACCEPT_OWNERSHIP => handle_accept_ownership::<C>(data),
        _ => Err(unknown_selector(selector)),
    }
}

#[inline(never)]
fn handle_deposit<C: IVault>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 96);
    let account = reader.word(0);
    let asset = reader.uint64(32, 16) as u16;
    let amount = reader.uint256(64);
    reader.finish()?;
    let result_0 = C::deposit(account, asset, amount)?;
    let mut payload = blank(32);
    let writer = &mut Writer::new(&mut payload, 32);
    writer.int128(0, result_0);
    Ok(payload)
}

#[inline(never)]
fn handle_deposit_with_permit<C: IVault>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 224);
    let account = reader.word(0);
    let asset = reader.uint64(32, 16) as u16;
    let amount = reader.uint256(64);
    let deadline = reader.uint256(96);
    let v = reader.uint64(128, 8) as u8;
    let r = reader.word(160);
    let s = reader.word(192);
    reader.finish()?;
    let result_0 = C::deposit_with_permit(account, asset, amount, deadline, v, r, s)?;
    let mut payload = blank(32);
    let writer = &mut Writer::new(&mut payload, 32);
    writer.int128(0, result_0);
    Ok(payload)
}

#[inline(never)]
fn handle_withdraw<C: IVault>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 128);
    let account = reader.word(0);
    let asset = reader.uint64(32, 16) as u16;
    let amount = reader.uint256(64);
    let to = reader.address(96);
    reader.finish()?;
    C::withdraw(account, asset, amount, to)?;
    Ok(Vec::new())
}

#[inline(never)]
fn handle_preview_withdraw<C: IVault>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 96);
    let account = reader.word(0);
    let asset = reader.uint64(32, 16) as u16;
    let amount = reader.uint256(64);
    reader.finish()?;
    let (result_0, result_1) = C::preview_withdraw(account, asset, amount)?;
    let mut payload = blank(64);
    let writer = &mut Writer::new(&mut payload, 64);
    writer.int128(0, result_0);
    writer.int128(32, result_1);
    Ok(payload)
}

#[inline(never)]
fn handle_asset<C: IVault>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 32);
    let id = reader.uint64(0, 16) as u16;
    reader.finish()?;
    let result_0 = C::asset(id)?;
    let mut payload = blank(128);
    let writer = &mut Writer::new(&mut payload, 128);
    result_0.write(writer, 0);
    Ok(payload)
}

#[inline(never)]
fn handle_clearing_house<C: IVault>(_data: &[u8]) -> Result<Vec<u8>, Revert> {
    let result_0 = C::clearing_house()?;
    let mut payload = blank(32);
    let writer = &mut Writer::new(&mut payload, 32);
    writer.address(0, &result_0);
    Ok(payload)
}

#[inline(never)]
fn handle_set_asset<C: IVault>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 128);
    let id = reader.uint64(0, 16) as u16;
    let token = reader.address(32);
    let decimals = reader.uint64(64, 8) as u8;
    let cap = reader.uint256(96);
    reader.finish()?;
    C::set_asset(id, token, decimals, cap)?;
    Ok(Vec::new())
}

#[inline(never)]
fn handle_owner<C: IVault>(_data: &[u8]) -> Result<Vec<u8>, Revert> {
    let result_0 = C::owner()?;
    let mut payload = blank(32);
    let writer = &mut Writer::new(&mut payload, 32);
    writer.address(0, &result_0);
    Ok(payload)
}

#[inline(never)]
fn handle_pending_owner<C: IVault>(_data: &[u8]) -> Result<Vec<u8>, Revert> {
    let result_0 = C::pending_owner()?;
    let mut payload = blank(32);
    let writer = &mut Writer::new(&mut payload, 32);
    writer.address(0, &result_0);
    Ok(payload)
}

#[inline(never)]
fn handle_transfer_ownership<C: IVault>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 32);
    let next = reader.address(0);
    reader.finish()?;
    C::transfer_ownership(next)?;
    Ok(Vec::new())
}

#[inline(never)]
fn handle_accept_ownership<C: IVault>(_data: &[u8]) -> Result<Vec<u8>, Revert> {
    C::accept_ownership()?;
    Ok(Vec::new())
}

/// Errors: the selector and the constructor of each.
pub mod errors {
    #[allow(unused_imports)]
    use super::*;

    #[allow(unused_imports)]
    use contract_abi::word::{blob_size, dynamic_list_size, list_size, Writer};

    #[allow(unused_imports)]
    use contract_abi::{Address, Revert, Word};
    pub use contract_abi::generated::common::errors::*;

    /// `NotOwner(address)`
    pub const NOT_OWNER: u32 = 0x245aecd3;

    /// `NotAuthorised(bytes32,address)`
    pub const NOT_AUTHORISED: u32 = 0x14c417b5;

    /// `ZeroAmount()`
    pub const ZERO_AMOUNT: u32 = 0x1f2a2005;

    /// `UnknownAsset(uint16)`
    pub const UNKNOWN_ASSET: u32 = 0x9456b615;

    /// `CapExceeded(uint16,uint256,uint256)`
    pub const CAP_EXCEEDED: u32 = 0x8297a1e0;

    /// `InsufficientCustody(uint16,uint256,uint256)`
    pub const INSUFFICIENT_CUSTODY: u32 = 0x65d1bf4a;

    /// `TransferFailed(address)`
    pub const TRANSFER_FAILED: u32 = 0x39f1c8d9;

    /// `WrongAmountMoved(address,uint256,uint256)`
    pub const WRONG_AMOUNT_MOVED: u32 = 0xbc933412;

    /// `PermitFailed(address)`
    pub const PERMIT_FAILED: u32 = 0x16880604;

    /// `BadRecipient(address)`
    pub const BAD_RECIPIENT: u32 = 0xf66e9048;

    /// `BadToken(address)`
    pub const BAD_TOKEN: u32 = 0x732d20af;

    /// `WrongDecimals(address,uint8,uint8)`
    pub const WRONG_DECIMALS: u32 = 0x04f9e16b;

    /// `AssetListed(uint16,address)`
    pub const ASSET_LISTED: u32 = 0x185daf74;

    /// `AmountTooLarge(uint256)`
    pub const AMOUNT_TOO_LARGE: u32 = 0x08083b2a;

    /// `CallFailed(address)`
    pub const CALL_FAILED: u32 = 0x201be191;

    /// `NotOwner(address sender)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn not_owner(sender: &Address) -> Revert {
        let mut payload = Revert::new(NOT_OWNER, 32);
        let writer = &mut payload.writer(36);
        writer.address(4, sender);
        payload
    }

    /// `NotAuthorised(bytes32 account, address sender)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn not_authorised(account: &Word, sender: &Address) -> Revert {
        let mut payload = Revert::new(NOT_AUTHORISED, 64);
        let writer = &mut payload.writer(68);
        writer.word(4, account);
        writer.address(36, sender);
        payload
    }

    /// `ZeroAmount()`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn zero_amount() -> Revert {
        Revert::new(ZERO_AMOUNT, 0)
    }

    /// `UnknownAsset(uint16 asset)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn unknown_asset(asset: u16) -> Revert {
        let mut payload = Revert::new(UNKNOWN_ASSET, 32);
        let writer = &mut payload.writer(36);
        writer.uint64(4, u64::from(asset));
        payload
    }

    /// `CapExceeded(uint16 asset, uint256 actual, uint256 bound)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn cap_exceeded(asset: u16, actual: u128, bound: u128) -> Revert {
        let mut payload = Revert::new(CAP_EXCEEDED, 96);
        let writer = &mut payload.writer(100);
        writer.uint64(4, u64::from(asset));
        writer.uint128(36, actual);
        writer.uint128(68, bound);
        payload
    }

    /// `InsufficientCustody(uint16 asset, uint256 custody, uint256 amount)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn insufficient_custody(asset: u16, custody: u128, amount: u128) -> Revert {
        let mut payload = Revert::new(INSUFFICIENT_CUSTODY, 96);
        let writer = &mut payload.writer(100);
        writer.uint64(4, u64::from(asset));
        writer.uint128(36, custody);
        writer.uint128(68, amount);
        payload
    }

    /// `TransferFailed(address token)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn transfer_failed(token: &Address) -> Revert {
        let mut payload = Revert::new(TRANSFER_FAILED, 32);
        let writer = &mut payload.writer(36);
        writer.address(4, token);
        payload
    }

    /// `WrongAmountMoved(address token, uint256 actual, uint256 expected)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn wrong_amount_moved(token: &Address, actual: u128, expected: u128) -> Revert {
        let mut payload = Revert::new(WRONG_AMOUNT_MOVED, 96);
        let writer = &mut payload.writer(100);
        writer.address(4, token);
        writer.uint128(36, actual);
        writer.uint128(68, expected);
        payload
    }

    /// `PermitFailed(address token)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn permit_failed(token: &Address) -> Revert {
        let mut payload = Revert::new(PERMIT_FAILED, 32);
        let writer = &mut payload.writer(36);
        writer.address(4, token);
        payload
    }

    /// `BadRecipient(address to)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn bad_recipient(to: &Address) -> Revert {
        let mut payload = Revert::new(BAD_RECIPIENT, 32);
        let writer = &mut payload.writer(36);
        writer.address(4, to);
        payload
    }

    /// `BadToken(address token)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn bad_token(token: &Address) -> Revert {
        let mut payload = Revert::new(BAD_TOKEN, 32);
        let writer = &mut payload.writer(36);
        writer.address(4, token);
        payload
    }

    /// `WrongDecimals(address token, uint8 actual, uint8 expected)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn wrong_decimals(token: &Address, actual: u8, expected: u8) -> Revert {
        let mut payload = Revert::new(WRONG_DECIMALS, 96);
        let writer = &mut payload.writer(100);
        writer.address(4, token);
        writer.uint64(36, u64::from(actual));
        writer.uint64(68, u64::from(expected));
        payload
    }

    /// `AssetListed(uint16 asset, address token)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn asset_listed(asset: u16, token: &Address) -> Revert {
        let mut payload = Revert::new(ASSET_LISTED, 64);
        let writer = &mut payload.writer(68);
        writer.uint64(4, u64::from(asset));
        writer.address(36, token);
        payload
    }

    /// `AmountTooLarge(uint256 amount)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn amount_too_large(amount: u128) -> Revert {
        let mut payload = Revert::new(AMOUNT_TOO_LARGE, 32);
        let writer = &mut payload.writer(36);
        writer.uint128(4, amount);
        payload
    }

    /// `CallFailed(address target)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn call_failed(target_: &Address) -> Revert {
        let mut payload = Revert::new(CALL_FAILED, 32);
        let writer = &mut payload.writer(36);
        writer.address(4, target_);
        payload
    }
}

/// Events: the topic (as four lanes) and the emitter of each.
pub mod events {
    #[allow(unused_imports)]
    use super::*;
    use contract_abi::host;

    /// `Deposited(bytes32,uint16,address,uint256,int256)`
    pub const DEPOSITED: [u64; 4] = [
        0x94e6b15d60ea18cf, 0x73e5b69533c560fc, 0xa8fb97f07244c3d8, 0xa22090b3b8f2aa4d,
    ];
    /// `Withdrawn(bytes32,uint16,address,uint256,int256)`
    pub const WITHDRAWN: [u64; 4] = [
        0x4bbeaa5a9940001f, 0x9c872872cdec601c, 0x09108e66ffda85a1, 0x6d0ad358e57c3791,
    ];
    /// `AssetSet(uint16,address,uint8,uint256)`
    pub const ASSET_SET: [u64; 4] = [
        0xd8604fe0d3a917ca, 0xd62236248fdf414d, 0xed3f0e327e40a170, 0x6c3aa987168e9f4b,
    ];
    /// `OwnershipTransferStarted(address,address)`
    pub const OWNERSHIP_TRANSFER_STARTED: [u64; 4] = [
        0x38d16b8cac22d99f, 0xc7c124b9cd0de2d3, 0xfa1faef420bfe791, 0xd8c362d765e22700,
    ];
    /// `OwnershipTransferred(address,address)`
    pub const OWNERSHIP_TRANSFERRED: [u64; 4] = [
        0x8be0079c53165914, 0x1344cd1fd0a4f284, 0x19497f9722a3daaf, 0xe3b4186f6b6457e0,
    ];
    /// `Deposited(bytes32 indexed account, uint16 indexed asset, address indexed from, uint256 amount, int256 credited)`
    #[inline(never)]
    pub fn deposited(
        account: &Word,
        asset: u16,
        from: &Address,
        amount: u128,
        credited: i128,
    ) {
        let mut payload = [0; 192];
        let writer = &mut Writer::new(&mut payload, 192);
        writer.topic(DEPOSITED[0], DEPOSITED[1], DEPOSITED[2], DEPOSITED[3]);
        writer.word(32, account);
        writer.uint64(64, u64::from(asset));
        writer.address(96, from);
        writer.uint128(128, amount);
        writer.int128(160, credited);
        host::log(4, &payload);
    }

    /// `Withdrawn(bytes32 indexed account, uint16 indexed asset, address indexed to, uint256 amount, int256 debited)`
    #[inline(never)]
    pub fn withdrawn(
        account: &Word,
        asset: u16,
        to: &Address,
        amount: u128,
        debited: i128,
    ) {
        let mut payload = [0; 192];
        let writer = &mut Writer::new(&mut payload, 192);
        writer.topic(WITHDRAWN[0], WITHDRAWN[1], WITHDRAWN[2], WITHDRAWN[3]);
        writer.word(32, account);
        writer.uint64(64, u64::from(asset));
        writer.address(96, to);
        writer.uint128(128, amount);
        writer.int128(160, debited);
        host::log(4, &payload);
    }

    /// `AssetSet(uint16 indexed asset, address indexed token, uint8 decimals, uint256 cap)`
    #[inline(never)]
    pub fn asset_set(asset: u16, token: &Address, decimals: u8, cap: u128) {
        let mut payload = [0; 160];
        let writer = &mut Writer::new(&mut payload, 160);
        writer.topic(ASSET_SET[0], ASSET_SET[1], ASSET_SET[2], ASSET_SET[3]);
        writer.uint64(32, u64::from(asset));
        writer.address(64, token);
        writer.uint64(96, u64::from(decimals));
        writer.uint128(128, cap);
        host::log(3, &payload);
    }

    /// `OwnershipTransferStarted(address indexed owner, address indexed next)`
    #[inline(never)]
    pub fn ownership_transfer_started(owner: &Address, next: &Address) {
        let mut payload = [0; 96];
        let writer = &mut Writer::new(&mut payload, 96);
        writer
            .topic(
                OWNERSHIP_TRANSFER_STARTED[0],
                OWNERSHIP_TRANSFER_STARTED[1],
                OWNERSHIP_TRANSFER_STARTED[2],
                OWNERSHIP_TRANSFER_STARTED[3],
            );
        writer.address(32, owner);
        writer.address(64, next);
        host::log(3, &payload);
    }

    /// `OwnershipTransferred(address indexed previous, address indexed owner)`
    #[inline(never)]
    pub fn ownership_transferred(previous: &Address, owner: &Address) {
        let mut payload = [0; 96];
        let writer = &mut Writer::new(&mut payload, 96);
        writer
            .topic(
                OWNERSHIP_TRANSFERRED[0],
                OWNERSHIP_TRANSFERRED[1],
                OWNERSHIP_TRANSFERRED[2],
                OWNERSHIP_TRANSFERRED[3],
            );
        writer.address(32, previous);
        writer.address(64, owner);
        host::log(3, &payload);
    }
}

/// Calls on a contract that has this interface, with at most `gas_cap` gas: static for views, else
/// after a flush of what was written. Answers are decoded as strictly as calldata.
pub mod calls {
    #[allow(unused_imports)]
    use super::*;

    #[allow(unused_imports)]
    use contract_abi::word::message;

    #[allow(unused_imports)]
    use contract_abi::{host, CallFailure, MAX_RETURN};

    /// Moves `amount` from the sender into an account. Anyone may deposit the quote coin (asset 0)
    /// for anyone, the insurance account included; other assets only for an account of one's own.
    ///
    /// Returns credited the 18-decimal amount
    ///
    /// `deposit(bytes32 account, uint16 asset, uint256 amount) returns (int256 credited)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn deposit(
        target: &Address,
        gas_cap: u64,
        account: &Word,
        asset: u16,
        amount: u128,
    ) -> Result<i128, CallFailure> {
        let mut payload = message(selectors::DEPOSIT, 96);
        let writer = &mut Writer::new(&mut payload, 100);
        writer.word(4, account);
        writer.uint64(36, u64::from(asset));
        writer.uint128(68, amount);
        let answer = host::call(target, gas_cap, 0, &payload, 32)?;
        let reader = &mut Reader::new(&answer, 32);
        let result_0 = reader.int256(0);
        reader.returned(result_0)
    }

    /// `deposit` with an EIP-2612 permit first; a permit that was front-run is no obstacle as long
    /// as the allowance stands. The deadline is at most 2^128 − 1.
    ///
    /// `depositWithPermit(bytes32 account, uint16 asset, uint256 amount, uint256 deadline, uint8 v, bytes32 r, bytes32 s) returns (int256 credited)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn deposit_with_permit(
        target: &Address,
        gas_cap: u64,
        account: &Word,
        asset: u16,
        amount: u128,
        deadline: u128,
        v: u8,
        r: &Word,
        s: &Word,
    ) -> Result<i128, CallFailure> {
        let mut payload = message(selectors::DEPOSIT_WITH_PERMIT, 224);
        let writer = &mut Writer::new(&mut payload, 228);
        writer.word(4, account);
        writer.uint64(36, u64::from(asset));
        writer.uint128(68, amount);
        writer.uint128(100, deadline);
        writer.uint64(132, u64::from(v));
        writer.word(164, r);
        writer.word(196, s);
        let answer = host::call(target, gas_cap, 0, &payload, 32)?;
        let reader = &mut Reader::new(&answer, 32);
        let result_0 = reader.int256(0);
        reader.returned(result_0)
    }

    /// Moves `amount` from an account of the sender's to `to`. What is left must hold the initial margin.
    ///
    /// `withdraw(bytes32 account, uint16 asset, uint256 amount, address to)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn withdraw(
        target: &Address,
        gas_cap: u64,
        account: &Word,
        asset: u16,
        amount: u128,
        to: &Address,
    ) -> Result<(), CallFailure> {
        let mut payload = message(selectors::WITHDRAW, 128);
        let writer = &mut Writer::new(&mut payload, 132);
        writer.word(4, account);
        writer.uint64(36, u64::from(asset));
        writer.uint128(68, amount);
        writer.address(100, to);
        host::call(target, gas_cap, 0, &payload, 0)?;
        host::require_code(target)
    }

    /// What `withdraw` would leave: equity and initial margin; reverts as it would.
    ///
    /// `previewWithdraw(bytes32 account, uint16 asset, uint256 amount) view returns (int256 equity, int256 initialMargin)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn preview_withdraw(
        target: &Address,
        gas_cap: u64,
        account: &Word,
        asset: u16,
        amount: u128,
    ) -> Result<(i128, i128), CallFailure> {
        let mut payload = message(selectors::PREVIEW_WITHDRAW, 96);
        let writer = &mut Writer::new(&mut payload, 100);
        writer.word(4, account);
        writer.uint64(36, u64::from(asset));
        writer.uint128(68, amount);
        let answer = host::static_call(target, gas_cap, &payload, 64)?;
        let reader = &mut Reader::new(&answer, 64);
        let result_0 = reader.int256(0);
        let result_1 = reader.int256(32);
        reader.returned((result_0, result_1))
    }

    /// `asset(uint16 id) view returns (Asset)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn asset(target: &Address, gas_cap: u64, id: u16) -> Result<Asset, CallFailure> {
        let mut payload = message(selectors::ASSET, 32);
        let writer = &mut Writer::new(&mut payload, 36);
        writer.uint64(4, u64::from(id));
        let answer = host::static_call(target, gas_cap, &payload, 128)?;
        let reader = &mut Reader::new(&answer, 128);
        let result_0 = Asset::read(reader, 0);
        reader.returned(result_0)
    }

    /// `clearingHouse() view returns (address)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn clearing_house(
        target: &Address,
        gas_cap: u64,
    ) -> Result<Address, CallFailure> {
        let payload = message(selectors::CLEARING_HOUSE, 0);
        let answer = host::static_call(target, gas_cap, &payload, 32)?;
        let reader = &mut Reader::new(&answer, 32);
        let result_0 = reader.address(0);
        reader.returned(result_0)
    }

    /// Lists a token or changes its cap. A listed token stays; its decimals must be the token's own, at most 18.
    ///
    /// `setAsset(uint16 id, address token, uint8 decimals, uint256 cap)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn set_asset(
        target: &Address,
        gas_cap: u64,
        id: u16,
        token: &Address,
        decimals: u8,
        cap: u128,
    ) -> Result<(), CallFailure> {
        let mut payload = message(selectors::SET_ASSET, 128);
        let writer = &mut Writer::new(&mut payload, 132);
        writer.uint64(4, u64::from(id));
        writer.address(36, token);
        writer.uint64(68, u64::from(decimals));
        writer.uint128(100, cap);
        host::call(target, gas_cap, 0, &payload, 0)?;
        host::require_code(target)
    }

    /// `owner() view returns (address)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn owner(target: &Address, gas_cap: u64) -> Result<Address, CallFailure> {
        let payload = message(selectors::OWNER, 0);
        let answer = host::static_call(target, gas_cap, &payload, 32)?;
        let reader = &mut Reader::new(&answer, 32);
        let result_0 = reader.address(0);
        reader.returned(result_0)
    }

    /// `pendingOwner() view returns (address)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn pending_owner(
        target: &Address,
        gas_cap: u64,
    ) -> Result<Address, CallFailure> {
        let payload = message(selectors::PENDING_OWNER, 0);
        let answer = host::static_call(target, gas_cap, &payload, 32)?;
        let reader = &mut Reader::new(&answer, 32);
        let result_0 = reader.address(0);
        reader.returned(result_0)
    }

    /// `transferOwnership(address next)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn transfer_ownership(
        target: &Address,
        gas_cap: u64,
        next: &Address,
    ) -> Result<(), CallFailure> {
        let mut payload = message(selectors::TRANSFER_OWNERSHIP, 32);
        let writer = &mut Writer::new(&mut payload, 36);
        writer.address(4, next);
        host::call(target, gas_cap, 0, &payload, 0)?;
        host::require_code(target)
    }

    /// `acceptOwnership()`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn accept_ownership(target: &Address, gas_cap: u64) -> Result<(), CallFailure> {
        let payload = message(selectors::ACCEPT_OWNERSHIP, 0);
        host::call(target, gas_cap, 0, &payload, 0)?;
        host::require_code(target)
    }
}
