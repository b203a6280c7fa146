// Generated from contracts/interfaces/ILiquidation.sol by `cargo run -p codec`. Not to be edited.

//! Liquidation: flags and rebalances
//!
//! Floor 4. Whoever finds an account below its maintenance margin flags it and is paid; then
//! anyone takes over parts of its positions at the mark less a bounded fee, as fast as the market's
//! capacity allows. Writes no position: it asks the clearing house. Calls: the clearing house.
//!
//! LIQ-1: flagging and rebalancing are open to everyone and cannot be blocked by the account.
//! LIQ-2: in any interval L a market passes at most C·(1 + L/W) units, W = 30 s, C its capacity.
//! LIQ-3: the rewards of one liquidation sum to at most the reward of closing its notional at once,
//! and to at most half the equity the account had when flagged, save the insurance's top-up.
//! LIQ-4: while the sequencer is down and in the grace after, nothing new is flagged or taken over.
//! LIQ-5: nobody is flagged or taken over at a price that was accepted more than an hour ago and is not live.

#[allow(unused_imports)]
use alloc::vec::Vec;

#[allow(unused_imports)]
use contract_abi::word::{blank, blob_size, dynamic_list_size, list_size, Reader, Writer};

#[allow(unused_imports)]
use contract_abi::{Address, Word};

/// A liquidation.
///
/// `struct Liquidation`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Liquidation {
    /// `bool`
    pub flagged: bool,
    /// `uint40`
    pub flagged_at: u64,
    /// E0 of the reward
    ///
    /// `int256`
    pub equity_at_flag: i128,
    /// notional closed so far
    ///
    /// `int256`
    pub closed: i128,
    /// paid to keepers so far
    ///
    /// `int256`
    pub rewarded: i128,
}

impl Liquidation {
    /// Reads it from where it begins.
    #[inline(never)]
    pub fn read(reader: &mut Reader<'_>, at: usize) -> Self {
        Self {
            flagged: reader.boolean(at),
            flagged_at: reader.uint64(at + 32, 40),
            equity_at_flag: reader.int256(at + 64),
            closed: reader.int256(at + 96),
            rewarded: reader.int256(at + 128),
        }
    }

    /// Writes it from where it begins.
    #[inline(never)]
    pub fn write(&self, writer: &mut Writer<'_>, at: usize) {
        writer.boolean(at, self.flagged);
        writer.uint64(at + 32, self.flagged_at);
        writer.int128(at + 64, self.equity_at_flag);
        writer.int128(at + 96, self.closed);
        writer.int128(at + 128, self.rewarded);
    }
}

/// What a contract that is `ILiquidation` answers. Implemented once, by the contract.
pub trait ILiquidation {
    /// Flags an account whose equity is below its maintenance margin. Pays the keeper minimum,
    /// at most half the account's equity; the insurance account tops up to the minimum once per account and day.
    ///
    /// - `rewardTo`: account that is paid
    ///
    /// `flag(bytes32 account, bytes32 rewardTo) returns (int256 reward)`
    fn flag(account: Word, reward_to: Word) -> Result<i128, Revert>;

    /// Clears the flag of an account that has 1.15 times its maintenance margin again.
    ///
    /// `unflag(bytes32 account)`
    fn unflag(account: Word) -> Result<(), Revert>;

    /// Takes over `size` of the account's perpetual (signed as the account's position, at most
    /// that) into `counterparty`, an account of the sender's, at the mark less the fee for a long and
    /// plus the fee for a short; pays the reward due to `counterparty`. Fee and reward are at most what the
    /// account can pay: its equity, and, unless this is all of its last position, its maintenance margin
    /// less the minimum of any position. Who can pay nothing is taken over at the mark. Not while the
    /// account has the buffer that would clear its flag, and no more than restores it: the clearing house
    /// refuses with the largest size, unless the account has less than 50 or is left with less over it.
    ///
    /// Returns price at which it was taken over
    ///
    /// `rebalance(bytes32 account, uint16 underlying, int256 size, bytes32 counterparty) returns (int256 price, int256 reward)`
    fn rebalance(
        account: Word,
        underlying: u16,
        size: i128,
        counterparty: Word,
    ) -> Result<(i128, i128), Revert>;

    /// The insurance account pays the debt of an account without positions, as far as it reaches.
    /// Collateral worth less than the keeper minimum counts against the debt, and with it the account stays
    /// flagged; collateral worth more is refused.
    ///
    /// `cover(bytes32 account) returns (int256 paid)`
    fn cover(account: Word) -> Result<i128, Revert>;

    /// The price and reward of a `rebalance` now, and how much the capacity allows.
    ///
    /// `previewRebalance(bytes32 account, uint16 underlying, int256 size) view returns (int256 price, int256 reward, int256 allowed)`
    fn preview_rebalance(
        account: Word,
        underlying: u16,
        size: i128,
    ) -> Result<(i128, i128, i128), Revert>;

    /// `liquidation(bytes32 account) view returns (Liquidation)`
    fn liquidation(account: Word) -> Result<Liquidation, Revert>;

    /// Units that may still be taken over now, and units per second at which that refills.
    ///
    /// `capacity(uint16 underlying) view returns (int256 left, int256 perSecond)`
    fn capacity(underlying: u16) -> Result<(i128, i128), Revert>;

    /// `clearingHouse() view returns (address)`
    fn clearing_house() -> Result<Address, Revert>;

    /// Sets a market's capacity, in units per second.
    ///
    /// `setCapacity(uint16 underlying, int256 perSecond)`
    fn set_capacity(underlying: u16, per_second: i128) -> Result<(), Revert>;

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
    /// `flag(bytes32,bytes32)`
    pub const FLAG: u32 = 0xe6f93e57;

    /// `unflag(bytes32)`
    pub const UNFLAG: u32 = 0x88697de4;

    /// `rebalance(bytes32,uint16,int256,bytes32)`
    pub const REBALANCE: u32 = 0x0dc46637;

    /// `cover(bytes32)`
    pub const COVER: u32 = 0xe7b49cd5;

    /// `previewRebalance(bytes32,uint16,int256)`
    pub const PREVIEW_REBALANCE: u32 = 0xa26b7903;

    /// `liquidation(bytes32)`
    pub const LIQUIDATION: u32 = 0xe8beada0;

    /// `capacity(uint16)`
    pub const CAPACITY: u32 = 0xa434cc65;

    /// `clearingHouse()`
    pub const CLEARING_HOUSE: u32 = 0x0af96800;

    /// `setCapacity(uint16,int256)`
    pub const SET_CAPACITY: u32 = 0xd2926b84;

    /// `owner()`
    pub const OWNER: u32 = 0x8da5cb5b;

    /// `pendingOwner()`
    pub const PENDING_OWNER: u32 = 0xe30c3978;

    /// `transferOwnership(address)`
    pub const TRANSFER_OWNERSHIP: u32 = 0xf2fde38b;

    /// `acceptOwnership()`
    pub const ACCEPT_OWNERSHIP: u32 = 0x79ba5097;
}

/// Answers a call on a contract that is `ILiquidation`.
///
/// # Errors
/// `UnknownSelector`, `UnexpectedValue`, `MalformedCalldata` or `OutOfRange` for a call that cannot
/// be read, else what the contract refuses.
pub fn route<C: ILiquidation>(input: &[u8]) -> Result<Vec<u8>, Revert> {
    let Some((selector, data)) = input.split_first_chunk() else {
        return Err(unknown_selector(input));
    };
    refuse_value()?;
    match u32::from_be_bytes(*selector) {
        selectors::FLAG => handle_flag::<C>(data),
        selectors::UNFLAG => handle_unflag::<C>(data),
        selectors::REBALANCE => handle_rebalance::<C>(data),
        selectors::COVER => handle_cover::<C>(data),
        selectors::PREVIEW_REBALANCE => handle_preview_rebalance::<C>(data),
        selectors::LIQUIDATION => handle_liquidation::<C>(data),
        selectors::CAPACITY => handle_capacity::<C>(data),
        selectors::CLEARING_HOUSE => handle_clearing_house::<C>(data),
        selectors::SET_CAPACITY => handle_set_capacity::<C>(data),
        selectors::OWNER => handle_owner::<C>(data),
        selectors::PENDING_OWNER => handle_pending_owner::<C>(data),
        selectors::TRANSFER_OWNERSHIP => handle_transfer_ownership::<C>(data),
        selectors::ACCEPT_OWNERSHIP => handle_accept_ownership::<C>(data),
        _ => Err(unknown_selector(selector)),
    }
}

#[inline(never)]
fn handle_flag<C: ILiquidation>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 64);
    let account = reader.word(0);
    let reward_to = reader.word(32);
    reader.finish()?;
    let result_0 = C::flag(account, reward_to)?;
    let mut payload = blank(32);
    let writer = &mut Writer::new(&mut payload, 32);
    writer.int128(0, result_0);
    Ok(payload)
}

#[inline(never)]
fn handle_unflag<C: ILiquidation>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 32);
    let account = reader.word(0);
    reader.finish()?;
    C::unflag(account)?;
    Ok(Vec::new())
}

#[inline(never)]
fn handle_rebalance<C: ILiquidation>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 128);
    let account = reader.word(0);
    let underlying = reader.uint64(32, 16) as u16;
    let size = reader.int256(64);
    let counterparty = reader.word(96);
    reader.finish()?;
    let (result_0, result_1) = C::rebalance(account, underlying, size, counterparty)?;
    let mut payload = blank(64);
    let writer = &mut Writer::new(&mut payload, 64);
    writer.int128(0, result_0);
    writer.int128(32, result_1);
    Ok(payload)
}

#[inline(never)]
fn handle_cover<C: ILiquidation>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 32);
    let account = reader.word(0);
    reader.finish()?;
    let result_0 = C::cover(account)?;
    let mut payload = blank(32);
    let writer = &mut Writer::new(&mut payload, 32);
    writer.int128(0, result_0);
    Ok(payload)
}

#[inline(never)]
fn handle_preview_rebalance<C: ILiquidation>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 96);
    let account = reader.word(0);
    let underlying = reader.uint64(32, 16) as u16;
    let size = reader.int256(64);
    reader.finish()?;
    let (result_0, result_1, result_2) = C::preview_rebalance(
        account,
        underlying,
        size,
    )?;
    let mut payload = blank(96);
    let writer = &mut Writer::new(&mut payload, 96);
    writer.int128(0, result_0);
    writer.int128(32, result_1);
    writer.int128(64, result_2);
    Ok(payload)
}

#[inline(never)]
fn handle_liquidation<C: ILiquidation>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 32);
    let account = reader.word(0);
    reader.finish()?;
    let result_0 = C::liquidation(account)?;
    let mut payload = blank(160);
    let writer = &mut Writer::new(&mut payload, 160);
    result_0.write(writer, 0);
    Ok(payload)
}

#[inline(never)]
fn handle_capacity<C: ILiquidation>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 32);
    let underlying = reader.uint64(0, 16) as u16;
    reader.finish()?;
    let (result_0, result_1) = C::capacity(underlying)?;
    let mut payload = blank(64);
    let writer = &mut Writer::new(&mut payload, 64);
    writer.int128(0, result_0);
    writer.int128(32, result_1);
    Ok(payload)
}

#[inline(never)]
fn handle_clearing_house<C: ILiquidation>(_data: &[u8]) -> Result<Vec<u8>, Revert> {
    let result_0 = C::clearing_house()?;
    let mut payload = blank(32);
    let writer = &mut Writer::new(&mut payload, 32);
    writer.address(0, &result_0);
    Ok(payload)
}

#[inline(never)]
fn handle_set_capacity<C: ILiquidation>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 64);
    let underlying = reader.uint64(0, 16) as u16;
    let per_second = reader.int256(32);
    reader.finish()?;
    C::set_capacity(underlying, per_second)?;
    Ok(Vec::new())
}

#[inline(never)]
fn handle_owner<C: ILiquidation>(_data: &[u8]) -> Result<Vec<u8>, Revert> {
    let result_0 = C::owner()?;
    let mut payload = blank(32);
    let writer = &mut Writer::new(&mut payload, 32);
    writer.address(0, &result_0);
    Ok(payload)
}

#[inline(never)]
fn handle_pending_owner<C: ILiquidation>(_data: &[u8]) -> Result<Vec<u8>, Revert> {
    let result_0 = C::pending_owner()?;
    let mut payload = blank(32);
    let writer = &mut Writer::new(&mut payload, 32);
    writer.address(0, &result_0);
    Ok(payload)
}

#[inline(never)]
fn handle_transfer_ownership<C: ILiquidation>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 32);
    let next = reader.address(0);
    reader.finish()?;
    C::transfer_ownership(next)?;
    Ok(Vec::new())
}

#[inline(never)]
fn handle_accept_ownership<C: ILiquidation>(_data: &[u8]) -> Result<Vec<u8>, Revert> {
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

    /// `AlreadyFlagged(bytes32)`
    pub const ALREADY_FLAGGED: u32 = 0xb5f8810d;

    /// `NotFlagged(bytes32)`
    pub const NOT_FLAGGED: u32 = 0x94da6638;

    /// `SequencerUnavailable()`
    pub const SEQUENCER_UNAVAILABLE: u32 = 0x5c79be80;

    /// `BadSize(int256,int256)`
    pub const BAD_SIZE: u32 = 0x937d488e;

    /// `CapacityExhausted(uint16,int256,int256)`
    pub const CAPACITY_EXHAUSTED: u32 = 0x22036a38;

    /// `NotCoverable(bytes32)`
    pub const NOT_COVERABLE: u32 = 0x804a602d;

    /// `BadCapacity(int256)`
    pub const BAD_CAPACITY: u32 = 0xed9006f5;

    /// `CallFailed(address)`
    pub const CALL_FAILED: u32 = 0x201be191;

    /// `Overflow()`
    pub const OVERFLOW: u32 = 0x35278d12;

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

    /// `AlreadyFlagged(bytes32 account)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn already_flagged(account: &Word) -> Revert {
        let mut payload = Revert::new(ALREADY_FLAGGED, 32);
        let writer = &mut payload.writer(36);
        writer.word(4, account);
        payload
    }

    /// `NotFlagged(bytes32 account)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn not_flagged(account: &Word) -> Revert {
        let mut payload = Revert::new(NOT_FLAGGED, 32);
        let writer = &mut payload.writer(36);
        writer.word(4, account);
        payload
    }

    /// `SequencerUnavailable()`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn sequencer_unavailable() -> Revert {
        Revert::new(SEQUENCER_UNAVAILABLE, 0)
    }

    /// `BadSize(int256 size, int256 position)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn bad_size(size: i128, position: i128) -> Revert {
        let mut payload = Revert::new(BAD_SIZE, 64);
        let writer = &mut payload.writer(68);
        writer.int128(4, size);
        writer.int128(36, position);
        payload
    }

    /// `CapacityExhausted(uint16 underlying, int256 left, int256 asked)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn capacity_exhausted(underlying: u16, left: i128, asked: i128) -> Revert {
        let mut payload = Revert::new(CAPACITY_EXHAUSTED, 96);
        let writer = &mut payload.writer(100);
        writer.uint64(4, u64::from(underlying));
        writer.int128(36, left);
        writer.int128(68, asked);
        payload
    }

    /// `NotCoverable(bytes32 account)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn not_coverable(account: &Word) -> Revert {
        let mut payload = Revert::new(NOT_COVERABLE, 32);
        let writer = &mut payload.writer(36);
        writer.word(4, account);
        payload
    }

    /// `BadCapacity(int256 perSecond)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn bad_capacity(per_second: i128) -> Revert {
        let mut payload = Revert::new(BAD_CAPACITY, 32);
        let writer = &mut payload.writer(36);
        writer.int128(4, per_second);
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

    /// `Overflow()`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn overflow() -> Revert {
        Revert::new(OVERFLOW, 0)
    }
}

/// Events: the topic (as four lanes) and the emitter of each.
pub mod events {
    #[allow(unused_imports)]
    use super::*;
    use contract_abi::host;

    /// `Flagged(bytes32,bytes32,int256,int256,int256)`
    pub const FLAGGED: [u64; 4] = [
        0x21fe8564308dc2cb, 0x85cc13023ee36681, 0x3562ad8bd287fdfc, 0x12e6fb58cd73d701,
    ];
    /// `Unflagged(bytes32,int256,int256)`
    pub const UNFLAGGED: [u64; 4] = [
        0x02bc0f699c14c628, 0xfa8335620461dc38, 0xd9c4d12c53713a92, 0x0ca8bac280925ac4,
    ];
    /// `Rebalanced(bytes32,bytes32,uint16,int256,int256,int256)`
    pub const REBALANCED: [u64; 4] = [
        0x6ae02a7669b7f289, 0xfb3ba45aaa214587, 0xb809c4aacbc799f1, 0x726aa8bb0515f883,
    ];
    /// `Covered(bytes32,int256,int256)`
    pub const COVERED: [u64; 4] = [
        0xaa57792692b6f453, 0xf64c51c681976241, 0x7bd0649bacb578fa, 0x9ba753fdfb4f010c,
    ];
    /// `CapacitySet(uint16,int256)`
    pub const CAPACITY_SET: [u64; 4] = [
        0x8148076e4590b80a, 0x714fed3a06f93624, 0x2a4804ff9533e329, 0xac57ec9a5074a905,
    ];
    /// `OwnershipTransferStarted(address,address)`
    pub const OWNERSHIP_TRANSFER_STARTED: [u64; 4] = [
        0x38d16b8cac22d99f, 0xc7c124b9cd0de2d3, 0xfa1faef420bfe791, 0xd8c362d765e22700,
    ];
    /// `OwnershipTransferred(address,address)`
    pub const OWNERSHIP_TRANSFERRED: [u64; 4] = [
        0x8be0079c53165914, 0x1344cd1fd0a4f284, 0x19497f9722a3daaf, 0xe3b4186f6b6457e0,
    ];
    /// `Flagged(bytes32 indexed account, bytes32 indexed rewardTo, int256 equity, int256 maintenanceMargin, int256 reward)`
    #[inline(never)]
    pub fn flagged(
        account: &Word,
        reward_to: &Word,
        equity: i128,
        maintenance_margin: i128,
        reward: i128,
    ) {
        let mut payload = [0; 192];
        let writer = &mut Writer::new(&mut payload, 192);
        writer.topic(FLAGGED[0], FLAGGED[1], FLAGGED[2], FLAGGED[3]);
        writer.word(32, account);
        writer.word(64, reward_to);
        writer.int128(96, equity);
        writer.int128(128, maintenance_margin);
        writer.int128(160, reward);
        host::log(3, &payload);
    }

    /// `Unflagged(bytes32 indexed account, int256 equity, int256 maintenanceMargin)`
    #[inline(never)]
    pub fn unflagged(account: &Word, equity: i128, maintenance_margin: i128) {
        let mut payload = [0; 128];
        let writer = &mut Writer::new(&mut payload, 128);
        writer.topic(UNFLAGGED[0], UNFLAGGED[1], UNFLAGGED[2], UNFLAGGED[3]);
        writer.word(32, account);
        writer.int128(64, equity);
        writer.int128(96, maintenance_margin);
        host::log(2, &payload);
    }

    /// `Rebalanced(bytes32 indexed account, bytes32 indexed counterparty, uint16 indexed underlying, int256 size, int256 price, int256 reward)`
    #[inline(never)]
    pub fn rebalanced(
        account: &Word,
        counterparty: &Word,
        underlying: u16,
        size: i128,
        price: i128,
        reward: i128,
    ) {
        let mut payload = [0; 224];
        let writer = &mut Writer::new(&mut payload, 224);
        writer.topic(REBALANCED[0], REBALANCED[1], REBALANCED[2], REBALANCED[3]);
        writer.word(32, account);
        writer.word(64, counterparty);
        writer.uint64(96, u64::from(underlying));
        writer.int128(128, size);
        writer.int128(160, price);
        writer.int128(192, reward);
        host::log(4, &payload);
    }

    /// `Covered(bytes32 indexed account, int256 paid, int256 cash)`
    #[inline(never)]
    pub fn covered(account: &Word, paid: i128, cash: i128) {
        let mut payload = [0; 128];
        let writer = &mut Writer::new(&mut payload, 128);
        writer.topic(COVERED[0], COVERED[1], COVERED[2], COVERED[3]);
        writer.word(32, account);
        writer.int128(64, paid);
        writer.int128(96, cash);
        host::log(2, &payload);
    }

    /// `CapacitySet(uint16 indexed underlying, int256 perSecond)`
    #[inline(never)]
    pub fn capacity_set(underlying: u16, per_second: i128) {
        let mut payload = [0; 96];
        let writer = &mut Writer::new(&mut payload, 96);
        writer.topic(CAPACITY_SET[0], CAPACITY_SET[1], CAPACITY_SET[2], CAPACITY_SET[3]);
        writer.uint64(32, u64::from(underlying));
        writer.int128(64, per_second);
        host::log(2, &payload);
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

    /// Flags an account whose equity is below its maintenance margin. Pays the keeper minimum,
    /// at most half the account's equity; the insurance account tops up to the minimum once per account and day.
    ///
    /// - `rewardTo`: account that is paid
    ///
    /// `flag(bytes32 account, bytes32 rewardTo) returns (int256 reward)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn flag(
        target: &Address,
        gas_cap: u64,
        account: &Word,
        reward_to: &Word,
    ) -> Result<i128, CallFailure> {
        let mut payload = message(selectors::FLAG, 64);
        let writer = &mut Writer::new(&mut payload, 68);
        writer.word(4, account);
        writer.word(36, reward_to);
        let answer = host::call(target, gas_cap, 0, &payload, 32)?;
        let reader = &mut Reader::new(&answer, 32);
        let result_0 = reader.int256(0);
        reader.returned(result_0)
    }

    /// Clears the flag of an account that has 1.15 times its maintenance margin again.
    ///
    /// `unflag(bytes32 account)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn unflag(
        target: &Address,
        gas_cap: u64,
        account: &Word,
    ) -> Result<(), CallFailure> {
        let mut payload = message(selectors::UNFLAG, 32);
        let writer = &mut Writer::new(&mut payload, 36);
        writer.word(4, account);
        host::call(target, gas_cap, 0, &payload, 0)?;
        host::require_code(target)
    }

    /// Takes over `size` of the account's perpetual (signed as the account's position, at most
    /// that) into `counterparty`, an account of the sender's, at the mark less the fee for a long and
    /// plus the fee for a short; pays the reward due to `counterparty`. Fee and reward are at most what the
    /// account can pay: its equity, and, unless this is all of its last position, its maintenance margin
    /// less the minimum of any position. Who can pay nothing is taken over at the mark. Not while the
    /// account has the buffer that would clear its flag, and no more than restores it: the clearing house
    /// refuses with the largest size, unless the account has less than 50 or is left with less over it.
    ///
    /// Returns price at which it was taken over
    ///
    /// `rebalance(bytes32 account, uint16 underlying, int256 size, bytes32 counterparty) returns (int256 price, int256 reward)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn rebalance(
        target: &Address,
        gas_cap: u64,
        account: &Word,
        underlying: u16,
        size: i128,
        counterparty: &Word,
    ) -> Result<(i128, i128), CallFailure> {
        let mut payload = message(selectors::REBALANCE, 128);
        let writer = &mut Writer::new(&mut payload, 132);
        writer.word(4, account);
        writer.uint64(36, u64::from(underlying));
        writer.int128(68, size);
        writer.word(100, counterparty);
        let answer = host::call(target, gas_cap, 0, &payload, 64)?;
        let reader = &mut Reader::new(&answer, 64);
        let result_0 = reader.int256(0);
        let result_1 = reader.int256(32);
        reader.returned((result_0, result_1))
    }

    /// The insurance account pays the debt of an account without positions, as far as it reaches.
    /// Collateral worth less than the keeper minimum counts against the debt, and with it the account stays
    /// flagged; collateral worth more is refused.
    ///
    /// `cover(bytes32 account) returns (int256 paid)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn cover(
        target: &Address,
        gas_cap: u64,
        account: &Word,
    ) -> Result<i128, CallFailure> {
        let mut payload = message(selectors::COVER, 32);
        let writer = &mut Writer::new(&mut payload, 36);
        writer.word(4, account);
        let answer = host::call(target, gas_cap, 0, &payload, 32)?;
        let reader = &mut Reader::new(&answer, 32);
        let result_0 = reader.int256(0);
        reader.returned(result_0)
    }

    /// The price and reward of a `rebalance` now, and how much the capacity allows.
    ///
    /// `previewRebalance(bytes32 account, uint16 underlying, int256 size) view returns (int256 price, int256 reward, int256 allowed)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn preview_rebalance(
        target: &Address,
        gas_cap: u64,
        account: &Word,
        underlying: u16,
        size: i128,
    ) -> Result<(i128, i128, i128), CallFailure> {
        let mut payload = message(selectors::PREVIEW_REBALANCE, 96);
        let writer = &mut Writer::new(&mut payload, 100);
        writer.word(4, account);
        writer.uint64(36, u64::from(underlying));
        writer.int128(68, size);
        let answer = host::static_call(target, gas_cap, &payload, 96)?;
        let reader = &mut Reader::new(&answer, 96);
        let result_0 = reader.int256(0);
        let result_1 = reader.int256(32);
        let result_2 = reader.int256(64);
        reader.returned((result_0, result_1, result_2))
    }

    /// `liquidation(bytes32 account) view returns (Liquidation)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn liquidation(
        target: &Address,
        gas_cap: u64,
        account: &Word,
    ) -> Result<Liquidation, CallFailure> {
        let mut payload = message(selectors::LIQUIDATION, 32);
        let writer = &mut Writer::new(&mut payload, 36);
        writer.word(4, account);
        let answer = host::static_call(target, gas_cap, &payload, 160)?;
        let reader = &mut Reader::new(&answer, 160);
        let result_0 = Liquidation::read(reader, 0);
        reader.returned(result_0)
    }

    /// Units that may still be taken over now, and units per second at which that refills.
    ///
    /// `capacity(uint16 underlying) view returns (int256 left, int256 perSecond)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn capacity(
        target: &Address,
        gas_cap: u64,
        underlying: u16,
    ) -> Result<(i128, i128), CallFailure> {
        let mut payload = message(selectors::CAPACITY, 32);
        let writer = &mut Writer::new(&mut payload, 36);
        writer.uint64(4, u64::from(underlying));
        let answer = host::static_call(target, gas_cap, &payload, 64)?;
        let reader = &mut Reader::new(&answer, 64);
        let result_0 = reader.int256(0);
        let result_1 = reader.int256(32);
        reader.returned((result_0, result_1))
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

    /// Sets a market's capacity, in units per second.
    ///
    /// `setCapacity(uint16 underlying, int256 perSecond)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn set_capacity(
        target: &Address,
        gas_cap: u64,
        underlying: u16,
        per_second: i128,
    ) -> Result<(), CallFailure> {
        let mut payload = message(selectors::SET_CAPACITY, 64);
        let writer = &mut Writer::new(&mut payload, 68);
        writer.uint64(4, u64::from(underlying));
        writer.int128(36, per_second);
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
