// Generated from contracts/interfaces/ILens.sol by `cargo run -p codec`. Not to be edited.

//! Lens: one call for an account, for many, and for a market
//!
//! Floor 5. Views only; owns nothing and can be replaced freely. Calls: the clearing house, the
//! margin engine, the liquidation module.
//!
//! Everything is as of this block, funding included. Units as in the clearing house.

#[allow(unused_imports)]
use alloc::vec::Vec;

#[allow(unused_imports)]
use contract_abi::word::{blank, blob_size, dynamic_list_size, list_size, Reader, Writer};

#[allow(unused_imports)]
use contract_abi::{Address, Word};
pub use contract_abi::generated::shared::Doubt;
pub use contract_abi::generated::shared::Grade;

/// A position.
///
/// `struct Position`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Position {
    /// `uint128`
    pub instrument: u128,
    /// `uint16`
    pub underlying: u16,
    /// `int256`
    pub size: i128,
    /// `int256`
    pub mark_price: i128,
    /// |size| at the mark
    ///
    /// `int256`
    pub notional: i128,
    /// since it was last touched; positive: to pay
    ///
    /// `int256`
    pub funding_owed: i128,
    /// mark at which equity meets maintenance margin, all else unchanged; 0: none
    ///
    /// `int256`
    pub liquidation_price: i128,
}

impl Position {
    /// Reads it from where it begins.
    #[inline(never)]
    pub fn read(reader: &mut Reader<'_>, at: usize) -> Self {
        Self {
            instrument: reader.uint128(at, 128),
            underlying: reader.uint64(at + 32, 16) as u16,
            size: reader.int256(at + 64),
            mark_price: reader.int256(at + 96),
            notional: reader.int256(at + 128),
            funding_owed: reader.int256(at + 160),
            liquidation_price: reader.int256(at + 192),
        }
    }

    /// Writes it from where it begins.
    #[inline(never)]
    pub fn write(&self, writer: &mut Writer<'_>, at: usize) {
        writer.uint128(at, self.instrument);
        writer.uint64(at + 32, u64::from(self.underlying));
        writer.int128(at + 64, self.size);
        writer.int128(at + 96, self.mark_price);
        writer.int128(at + 128, self.notional);
        writer.int128(at + 160, self.funding_owed);
        writer.int128(at + 192, self.liquidation_price);
    }
}

/// A balance of collateral.
///
/// `struct Collateral`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Collateral {
    /// `uint16`
    pub asset: u16,
    /// `int256`
    pub amount: i128,
}

impl Collateral {
    /// Reads it from where it begins.
    #[inline(never)]
    pub fn read(reader: &mut Reader<'_>, at: usize) -> Self {
        Self {
            asset: reader.uint64(at, 16) as u16,
            amount: reader.int256(at + 32),
        }
    }

    /// Writes it from where it begins.
    #[inline(never)]
    pub fn write(&self, writer: &mut Writer<'_>, at: usize) {
        writer.uint64(at, u64::from(self.asset));
        writer.int128(at + 32, self.amount);
    }
}

/// An account's whole state.
///
/// `struct AccountState`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccountState {
    /// `bytes32`
    pub account: Word,
    /// `address`
    pub owner: Address,
    /// `bool`
    pub flagged: bool,
    /// `int256`
    pub cash: i128,
    /// `int256`
    pub equity: i128,
    /// `int256`
    pub initial_margin: i128,
    /// `int256`
    pub maintenance_margin: i128,
    /// equity over initial margin, at least 0
    ///
    /// `int256`
    pub free_collateral: i128,
    /// quote coin that `withdraw` would pay out now
    ///
    /// `int256`
    pub withdrawable: i128,
    /// `Grade`
    pub grade: Grade,
    /// `Doubt`
    pub doubt: Doubt,
    /// `Position[]`
    pub positions: Vec<Position>,
    /// `Collateral[]`
    pub collateral: Vec<Collateral>,
}

impl AccountState {
    /// The bytes it takes from where it begins.
    #[must_use]
    pub fn size(&self) -> usize {
        416 + list_size(self.positions.len(), 224) + list_size(self.collateral.len(), 64)
    }

    /// Reads it from where it begins.
    #[inline(never)]
    pub fn read(reader: &mut Reader<'_>, at: usize) -> Self {
        Self {
            account: reader.word(at),
            owner: reader.address(at + 32),
            flagged: reader.boolean(at + 64),
            cash: reader.int256(at + 96),
            equity: reader.int256(at + 128),
            initial_margin: reader.int256(at + 160),
            maintenance_margin: reader.int256(at + 192),
            free_collateral: reader.int256(at + 224),
            withdrawable: reader.int256(at + 256),
            grade: Grade::from_index(reader.variant(at + 288, 4)),
            doubt: Doubt::from_index(reader.variant(at + 320, 9)),
            positions: reader.list(at + 352, at, 224, Position::read),
            collateral: reader.list(at + 384, at, 64, Collateral::read),
        }
    }

    /// Writes it from where it begins.
    #[inline(never)]
    pub fn write(&self, writer: &mut Writer<'_>, at: usize) {
        writer.word(at, &self.account);
        writer.address(at + 32, &self.owner);
        writer.boolean(at + 64, self.flagged);
        writer.int128(at + 96, self.cash);
        writer.int128(at + 128, self.equity);
        writer.int128(at + 160, self.initial_margin);
        writer.int128(at + 192, self.maintenance_margin);
        writer.int128(at + 224, self.free_collateral);
        writer.int128(at + 256, self.withdrawable);
        writer.uint64(at + 288, self.grade as u64);
        writer.uint64(at + 320, self.doubt as u64);
        writer
            .list(
                at + 352,
                at,
                &self.positions,
                224,
                |writer, at, item| item.write(writer, at),
            );
        writer
            .list(
                at + 384,
                at,
                &self.collateral,
                64,
                |writer, at, item| item.write(writer, at),
            );
    }
}

/// A market's whole state.
///
/// `struct MarketState`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MarketState {
    /// `uint16`
    pub underlying: u16,
    /// `int256`
    pub index_price: i128,
    /// `int256`
    pub mark_price: i128,
    /// `int256`
    pub premium: i128,
    /// `int256`
    pub funding_index: i128,
    /// as a fraction of the index price
    ///
    /// `int256`
    pub funding_rate_hourly: i128,
    /// `int256`
    pub open_interest: i128,
    /// `int256`
    pub max_open_interest: i128,
    /// `int256`
    pub max_position: i128,
    /// `int256`
    pub band: i128,
    /// `int256`
    pub initial_rate: i128,
    /// `int256`
    pub maintenance_rate: i128,
    /// `int256`
    pub liquidation_capacity: i128,
    /// `int256`
    pub maker_fee: i128,
    /// `int256`
    pub taker_fee: i128,
    /// `uint8`
    pub status: u8,
    /// `uint40`
    pub published_at: u64,
    /// `Grade`
    pub grade: Grade,
    /// `Doubt`
    pub doubt: Doubt,
}

impl MarketState {
    /// Reads it from where it begins.
    #[inline(never)]
    pub fn read(reader: &mut Reader<'_>, at: usize) -> Self {
        Self {
            underlying: reader.uint64(at, 16) as u16,
            index_price: reader.int256(at + 32),
            mark_price: reader.int256(at + 64),
            premium: reader.int256(at + 96),
            funding_index: reader.int256(at + 128),
            funding_rate_hourly: reader.int256(at + 160),
            open_interest: reader.int256(at + 192),
            max_open_interest: reader.int256(at + 224),
            max_position: reader.int256(at + 256),
            band: reader.int256(at + 288),
            initial_rate: reader.int256(at + 320),
            maintenance_rate: reader.int256(at + 352),
            liquidation_capacity: reader.int256(at + 384),
            maker_fee: reader.int256(at + 416),
            taker_fee: reader.int256(at + 448),
            status: reader.uint64(at + 480, 8) as u8,
            published_at: reader.uint64(at + 512, 40),
            grade: Grade::from_index(reader.variant(at + 544, 4)),
            doubt: Doubt::from_index(reader.variant(at + 576, 9)),
        }
    }

    /// Writes it from where it begins.
    #[inline(never)]
    pub fn write(&self, writer: &mut Writer<'_>, at: usize) {
        writer.uint64(at, u64::from(self.underlying));
        writer.int128(at + 32, self.index_price);
        writer.int128(at + 64, self.mark_price);
        writer.int128(at + 96, self.premium);
        writer.int128(at + 128, self.funding_index);
        writer.int128(at + 160, self.funding_rate_hourly);
        writer.int128(at + 192, self.open_interest);
        writer.int128(at + 224, self.max_open_interest);
        writer.int128(at + 256, self.max_position);
        writer.int128(at + 288, self.band);
        writer.int128(at + 320, self.initial_rate);
        writer.int128(at + 352, self.maintenance_rate);
        writer.int128(at + 384, self.liquidation_capacity);
        writer.int128(at + 416, self.maker_fee);
        writer.int128(at + 448, self.taker_fee);
        writer.uint64(at + 480, u64::from(self.status));
        writer.uint64(at + 512, self.published_at);
        writer.uint64(at + 544, self.grade as u64);
        writer.uint64(at + 576, self.doubt as u64);
    }
}

/// What a contract that is `ILens` answers. Implemented once, by the contract.
pub trait ILens {
    /// `accountState(bytes32 account) view returns (AccountState)`
    fn account_state(account: Word) -> Result<AccountState, Revert>;

    /// At most 32.
    ///
    /// `accountStates(bytes32[] accounts) view returns (AccountState[])`
    fn account_states(accounts: Vec<Word>) -> Result<Vec<AccountState>, Revert>;

    /// At most 16.
    ///
    /// `marketStates(uint16[] underlyings) view returns (MarketState[])`
    fn market_states(underlyings: Vec<u16>) -> Result<Vec<MarketState>, Revert>;

    /// The contracts it reads.
    ///
    /// `contracts() view returns (address clearingHouse, address exchange, address liquidation)`
    fn contracts() -> Result<(Address, Address, Address), Revert>;
}
use contract_abi::entry::{refuse_value, unknown_selector};
use contract_abi::Revert;

/// The selectors of the functions.
pub mod selectors {
    /// `accountState(bytes32)`
    pub const ACCOUNT_STATE: u32 = 0x57a1d9c0;

    /// `accountStates(bytes32[])`
    pub const ACCOUNT_STATES: u32 = 0x43e70693;

    /// `marketStates(uint16[])`
    pub const MARKET_STATES: u32 = 0x35466cda;

    /// `contracts()`
    pub const CONTRACTS: u32 = 0x6c0f79b6;
}

/// Answers a call on a contract that is `ILens`.
///
/// # Errors
/// `UnknownSelector`, `UnexpectedValue`, `MalformedCalldata` or `OutOfRange` for a call that cannot
/// be read, else what the contract refuses.
pub fn route<C: ILens>(input: &[u8]) -> Result<Vec<u8>, Revert> {
    let Some((selector, data)) = input.split_first_chunk() else {
        return Err(unknown_selector(input));
    };
    refuse_value()?;
    match u32::from_be_bytes(*selector) {
        selectors::ACCOUNT_STATE => handle_account_state::<C>(data),
        selectors::ACCOUNT_STATES => handle_account_states::<C>(data),
        selectors::MARKET_STATES => handle_market_states::<C>(data),
        selectors::CONTRACTS => handle_contracts::<C>(data),
        _ => Err(unknown_selector(selector)),
    }
}

#[inline(never)]
fn handle_account_state<C: ILens>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 32);
    let account = reader.word(0);
    reader.finish()?;
    let result_0 = C::account_state(account)?;
    let mut payload = blank(32 + result_0.size());
    let writer = &mut Writer::new(&mut payload, 32);
    let begin = writer.tail(0, 0, 416);
    result_0.write(writer, begin);
    Ok(payload)
}

#[inline(never)]
fn handle_account_states<C: ILens>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 32);
    let accounts = reader.list(0, 0, 32, Reader::word);
    reader.finish()?;
    let result_0 = C::account_states(accounts)?;
    let mut payload = blank(32 + dynamic_list_size(&result_0, AccountState::size));
    let writer = &mut Writer::new(&mut payload, 32);
    writer.dynamic_list(0, 0, &result_0, 416, |writer, at, item| item.write(writer, at));
    Ok(payload)
}

#[inline(never)]
fn handle_market_states<C: ILens>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 32);
    let underlyings = reader.list(0, 0, 32, |reader, at| reader.uint64(at, 16) as u16);
    reader.finish()?;
    let result_0 = C::market_states(underlyings)?;
    let mut payload = blank(32 + list_size(result_0.len(), 608));
    let writer = &mut Writer::new(&mut payload, 32);
    writer.list(0, 0, &result_0, 608, |writer, at, item| item.write(writer, at));
    Ok(payload)
}

#[inline(never)]
fn handle_contracts<C: ILens>(_data: &[u8]) -> Result<Vec<u8>, Revert> {
    let (result_0, result_1, result_2) = C::contracts()?;
    let mut payload = blank(96);
    let writer = &mut Writer::new(&mut payload, 96);
    writer.address(0, &result_0);
    writer.address(32, &result_1);
    writer.address(64, &result_2);
    Ok(payload)
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

    /// `TooMany(uint256,uint256)`
    pub const TOO_MANY: u32 = 0xc3e33c99;

    /// `CallFailed(address)`
    pub const CALL_FAILED: u32 = 0x201be191;

    /// `Overflow()`
    pub const OVERFLOW: u32 = 0x35278d12;

    /// `TooMany(uint256 actual, uint256 bound)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn too_many(actual: u128, bound: u128) -> Revert {
        let mut payload = Revert::new(TOO_MANY, 64);
        let writer = &mut payload.writer(68);
        writer.uint128(4, actual);
        writer.uint128(36, bound);
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

/// Calls on a contract that has this interface, with at most `gas_cap` gas: static for views, else
/// after a flush of what was written. Answers are decoded as strictly as calldata.
pub mod calls {
    #[allow(unused_imports)]
    use super::*;

    #[allow(unused_imports)]
    use contract_abi::word::message;

    #[allow(unused_imports)]
    use contract_abi::{host, CallFailure, MAX_RETURN};

    /// `accountState(bytes32 account) view returns (AccountState)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn account_state(
        target: &Address,
        gas_cap: u64,
        account: &Word,
    ) -> Result<AccountState, CallFailure> {
        let mut payload = message(selectors::ACCOUNT_STATE, 32);
        let writer = &mut Writer::new(&mut payload, 36);
        writer.word(4, account);
        let answer = host::static_call(target, gas_cap, &payload, MAX_RETURN)?;
        let reader = &mut Reader::new(&answer, 32);
        let result_0 = {
            let begin = reader.tail(0, 0, 416);
            AccountState::read(reader, begin)
        };
        reader.returned(result_0)
    }

    /// At most 32.
    ///
    /// `accountStates(bytes32[] accounts) view returns (AccountState[])`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn account_states(
        target: &Address,
        gas_cap: u64,
        accounts: &[Word],
    ) -> Result<Vec<AccountState>, CallFailure> {
        let mut payload = message(
            selectors::ACCOUNT_STATES,
            32 + list_size(accounts.len(), 32),
        );
        let writer = &mut Writer::new(&mut payload, 36);
        writer.list(4, 4, accounts, 32, Writer::word);
        let answer = host::static_call(target, gas_cap, &payload, MAX_RETURN)?;
        let reader = &mut Reader::new(&answer, 32);
        let result_0 = reader.dynamic_list(0, 0, 416, AccountState::read);
        reader.returned(result_0)
    }

    /// At most 16.
    ///
    /// `marketStates(uint16[] underlyings) view returns (MarketState[])`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn market_states(
        target: &Address,
        gas_cap: u64,
        underlyings: &[u16],
    ) -> Result<Vec<MarketState>, CallFailure> {
        let mut payload = message(
            selectors::MARKET_STATES,
            32 + list_size(underlyings.len(), 32),
        );
        let writer = &mut Writer::new(&mut payload, 36);
        writer
            .list(
                4,
                4,
                underlyings,
                32,
                |writer, at, item| {
                    writer.uint64(at, u64::from(*item));
                },
            );
        let answer = host::static_call(target, gas_cap, &payload, MAX_RETURN)?;
        let reader = &mut Reader::new(&answer, 32);
        let result_0 = reader.list(0, 0, 608, MarketState::read);
        reader.returned(result_0)
    }

    /// The contracts it reads.
    ///
    /// `contracts() view returns (address clearingHouse, address exchange, address liquidation)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn contracts(
        target: &Address,
        gas_cap: u64,
    ) -> Result<(Address, Address, Address), CallFailure> {
        let payload = message(selectors::CONTRACTS, 0);
        let answer = host::static_call(target, gas_cap, &payload, 96)?;
        let reader = &mut Reader::new(&answer, 96);
        let result_0 = reader.address(0);
        let result_1 = reader.address(32);
        let result_2 = reader.address(64);
        reader.returned((result_0, result_1, result_2))
    }
}
