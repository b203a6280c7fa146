// Generated from contracts/interfaces/IMarginEngine.sol by `cargo run -p codec`. Not to be edited.

//! Margin engine: what a portfolio is worth and must hold
//!
//! Floor 2. A pure function of portfolios, parameters and the oracle's prices: anybody may ask
//! about any portfolio, stored or imagined. Holds no balance and no position. Calls: the oracle
//! adapter, once, with a gas cap of 4,000,000.
//!
//! Units: 18-decimal quote units for money and prices, 18-decimal units of underlying for sizes,
//! 18-decimal fractions for rates. Requirements are rounded up, values down.
//! ENG-1: `initialMargin >= maintenanceMargin >= 0` for every portfolio.
//! ENG-2: a portfolio without legs and collateral is assessed without a price: equity is its cash.
//! ENG-3: a price that is not live never fails the call; it lowers the grade of the portfolios using it.

#[allow(unused_imports)]
use alloc::vec::Vec;

#[allow(unused_imports)]
use contract_abi::word::{blank, blob_size, dynamic_list_size, list_size, Reader, Writer};

#[allow(unused_imports)]
use contract_abi::{Address, Word};
pub use contract_abi::generated::shared::Doubt;
pub use contract_abi::generated::shared::Grade;

/// How an account is margined. Only `Cross` is available yet.
///
/// `enum Mode`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Mode {
    /// 0.
    #[default]
    Cross = 0,
    /// 1.
    Isolated = 1,
    /// 2.
    Portfolio = 2,
}

impl Mode {
    /// The variant of this index; `Cross` when there is none.
    #[must_use]
    pub const fn from_index(index: u64) -> Self {
        match index {
            1 => Self::Isolated,
            2 => Self::Portfolio,
            _ => Self::Cross,
        }
    }
}

/// A portfolio; its legs and collateral follow in the flat arrays of `assess`.
///
/// `struct Portfolio`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Portfolio {
    /// `bytes32`
    pub account: Word,
    /// `Mode`
    pub mode: Mode,
    /// signed quote balance, funding realised
    ///
    /// `int256`
    pub cash: i128,
    /// number of its words in `legs`
    ///
    /// `uint32`
    pub leg_count: u32,
    /// number of its words in `collateral`
    ///
    /// `uint32`
    pub collateral_count: u32,
}

impl Portfolio {
    /// Reads it from where it begins.
    #[inline(never)]
    pub fn read(reader: &mut Reader<'_>, at: usize) -> Self {
        Self {
            account: reader.word(at),
            mode: Mode::from_index(reader.variant(at + 32, 3)),
            cash: reader.int256(at + 64),
            leg_count: reader.uint64(at + 96, 32) as u32,
            collateral_count: reader.uint64(at + 128, 32) as u32,
        }
    }

    /// Writes it from where it begins.
    #[inline(never)]
    pub fn write(&self, writer: &mut Writer<'_>, at: usize) {
        writer.word(at, &self.account);
        writer.uint64(at + 32, self.mode as u64);
        writer.int128(at + 64, self.cash);
        writer.uint64(at + 96, u64::from(self.leg_count));
        writer.uint64(at + 128, u64::from(self.collateral_count));
    }
}

/// What a portfolio is worth and must hold; margins are requirements.
///
/// `struct Assessment`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Assessment {
    /// `int256`
    pub equity: i128,
    /// cash with the positions at their marks: equity less collateral. Negative: quote owed
    ///
    /// `int256`
    pub settled_quote: i128,
    /// `int256`
    pub initial_margin: i128,
    /// `int256`
    pub maintenance_margin: i128,
    /// the lowest grade of the prices used. Collateral at a price that is outdated, or without
    /// one, counts as doubtful, unless the account would hold its maintenance margin were that collateral
    /// worth twice as much: then as outdated
    ///
    /// `Grade`
    pub grade: Grade,
    /// why, for the first price that was not live
    ///
    /// `Doubt`
    pub doubt: Doubt,
}

impl Assessment {
    /// Reads it from where it begins.
    #[inline(never)]
    pub fn read(reader: &mut Reader<'_>, at: usize) -> Self {
        Self {
            equity: reader.int256(at),
            settled_quote: reader.int256(at + 32),
            initial_margin: reader.int256(at + 64),
            maintenance_margin: reader.int256(at + 96),
            grade: Grade::from_index(reader.variant(at + 128, 4)),
            doubt: Doubt::from_index(reader.variant(at + 160, 9)),
        }
    }

    /// Writes it from where it begins.
    #[inline(never)]
    pub fn write(&self, writer: &mut Writer<'_>, at: usize) {
        writer.int128(at, self.equity);
        writer.int128(at + 32, self.settled_quote);
        writer.int128(at + 64, self.initial_margin);
        writer.int128(at + 96, self.maintenance_margin);
        writer.uint64(at + 128, self.grade as u64);
        writer.uint64(at + 160, self.doubt as u64);
    }
}

/// A perpetual market as the engine sees it now.
///
/// `struct MarketView`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MarketView {
    /// `uint16`
    pub underlying: u16,
    /// `int256`
    pub index_price: i128,
    /// `int256`
    pub mark_price: i128,
    /// mark over index less one, as a fraction
    ///
    /// `int256`
    pub premium: i128,
    /// IM rate at the open interest sent down
    ///
    /// `int256`
    pub initial_rate: i128,
    /// MM rate
    ///
    /// `int256`
    pub maintenance_rate: i128,
    /// `int256`
    pub impact_notional: i128,
    /// `uint40`
    pub published_at: u64,
    /// `Grade`
    pub grade: Grade,
    /// `Doubt`
    pub doubt: Doubt,
}

impl MarketView {
    /// Reads it from where it begins.
    #[inline(never)]
    pub fn read(reader: &mut Reader<'_>, at: usize) -> Self {
        Self {
            underlying: reader.uint64(at, 16) as u16,
            index_price: reader.int256(at + 32),
            mark_price: reader.int256(at + 64),
            premium: reader.int256(at + 96),
            initial_rate: reader.int256(at + 128),
            maintenance_rate: reader.int256(at + 160),
            impact_notional: reader.int256(at + 192),
            published_at: reader.uint64(at + 224, 40),
            grade: Grade::from_index(reader.variant(at + 256, 4)),
            doubt: Doubt::from_index(reader.variant(at + 288, 9)),
        }
    }

    /// Writes it from where it begins.
    #[inline(never)]
    pub fn write(&self, writer: &mut Writer<'_>, at: usize) {
        writer.uint64(at, u64::from(self.underlying));
        writer.int128(at + 32, self.index_price);
        writer.int128(at + 64, self.mark_price);
        writer.int128(at + 96, self.premium);
        writer.int128(at + 128, self.initial_rate);
        writer.int128(at + 160, self.maintenance_rate);
        writer.int128(at + 192, self.impact_notional);
        writer.uint64(at + 224, self.published_at);
        writer.uint64(at + 256, self.grade as u64);
        writer.uint64(at + 288, self.doubt as u64);
    }
}

/// The parameters of one market, all 18-decimal.
///
/// `struct MarketParameters`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MarketParameters {
    /// `uint16`
    pub underlying: u16,
    /// `int256`
    pub initial_rate: i128,
    /// `int256`
    pub maintenance_rate: i128,
    /// N0 of the size factor, in quote units
    ///
    /// `int256`
    pub size_scale: i128,
    /// `int256`
    pub spread_initial: i128,
    /// `int256`
    pub spread_maintenance: i128,
    /// open interest from which the IM rate rises, in units
    ///
    /// `int256`
    pub open_interest_low: i128,
    /// open interest at which the IM rate is 1
    ///
    /// `int256`
    pub open_interest_high: i128,
    /// notional at which a fill moves the premium average in full
    ///
    /// `int256`
    pub impact_notional: i128,
}

impl MarketParameters {
    /// Reads it from where it begins.
    #[inline(never)]
    pub fn read(reader: &mut Reader<'_>, at: usize) -> Self {
        Self {
            underlying: reader.uint64(at, 16) as u16,
            initial_rate: reader.int256(at + 32),
            maintenance_rate: reader.int256(at + 64),
            size_scale: reader.int256(at + 96),
            spread_initial: reader.int256(at + 128),
            spread_maintenance: reader.int256(at + 160),
            open_interest_low: reader.int256(at + 192),
            open_interest_high: reader.int256(at + 224),
            impact_notional: reader.int256(at + 256),
        }
    }

    /// Writes it from where it begins.
    #[inline(never)]
    pub fn write(&self, writer: &mut Writer<'_>, at: usize) {
        writer.uint64(at, u64::from(self.underlying));
        writer.int128(at + 32, self.initial_rate);
        writer.int128(at + 64, self.maintenance_rate);
        writer.int128(at + 96, self.size_scale);
        writer.int128(at + 128, self.spread_initial);
        writer.int128(at + 160, self.spread_maintenance);
        writer.int128(at + 192, self.open_interest_low);
        writer.int128(at + 224, self.open_interest_high);
        writer.int128(at + 256, self.impact_notional);
    }
}

/// The parameters of one collateral asset: what it follows and what is taken off its value.
///
/// `struct CollateralParameters`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CollateralParameters {
    /// `uint16`
    pub asset: u16,
    /// `uint16`
    pub underlying: u16,
    /// fraction of the value that counts as maintenance and as initial margin
    ///
    /// `int256`
    pub maintenance_haircut: i128,
    /// fraction that counts as initial margin besides: 10% and 5% make 15%
    ///
    /// `int256`
    pub initial_haircut: i128,
}

impl CollateralParameters {
    /// Reads it from where it begins.
    #[inline(never)]
    pub fn read(reader: &mut Reader<'_>, at: usize) -> Self {
        Self {
            asset: reader.uint64(at, 16) as u16,
            underlying: reader.uint64(at + 32, 16) as u16,
            maintenance_haircut: reader.int256(at + 64),
            initial_haircut: reader.int256(at + 96),
        }
    }

    /// Writes it from where it begins.
    #[inline(never)]
    pub fn write(&self, writer: &mut Writer<'_>, at: usize) {
        writer.uint64(at, u64::from(self.asset));
        writer.uint64(at + 32, u64::from(self.underlying));
        writer.int128(at + 64, self.maintenance_haircut);
        writer.int128(at + 96, self.initial_haircut);
    }
}

/// What a contract that is `IMarginEngine` answers. Implemented once, by the contract.
pub trait IMarginEngine {
    /// Assesses portfolios and reports the markets named in `openInterest`.
    ///
    /// Order of checks: counts, modes, markets known, prices. Every leg's underlying must be named in
    /// `openInterest`. Bounds: 32 portfolios, 128 legs a portfolio, 16 collaterals a portfolio, 8 markets.
    /// Collateral that the parameters do not know is worth nothing.
    ///
    /// - `legs`: leg words of all portfolios, one after another: kind u8, underlying u16, funding
    ///   index i104, size i128 (high bits first)
    /// - `collateral`: collateral words likewise: asset u16 in the high bits, amount i128 in the low
    /// - `openInterest`: market words: underlying u16, premium average i64, its time u40 in 1/256 of a
    ///   second, long size u128, 8 spare bits (high bits first)
    ///
    /// `assess(Portfolio[] portfolios, bytes32[] legs, bytes32[] collateral, bytes32[] openInterest) view returns (Assessment[], MarketView[])`
    fn assess(
        portfolios: Vec<Portfolio>,
        legs: Vec<Word>,
        collateral: Vec<Word>,
        open_interest: Vec<Word>,
    ) -> Result<(Vec<Assessment>, Vec<MarketView>), Revert>;

    /// The parameters in force of a market; zero rates when there is none.
    ///
    /// `market(uint16 underlying) view returns (MarketParameters)`
    fn market(underlying: u16) -> Result<MarketParameters, Revert>;

    /// The parameters in force of a collateral asset; the maintenance haircut is 1 when there are none.
    ///
    /// `collateral(uint16 asset) view returns (CollateralParameters)`
    fn collateral(asset: u16) -> Result<CollateralParameters, Revert>;

    /// The smallest reward a keeper is owed, in quote units: any position must hold twice this as
    /// maintenance and three times this as initial margin.
    ///
    /// `keeperMinimum() view returns (int256)`
    fn keeper_minimum() -> Result<i128, Revert>;

    /// The data contract in force with its version, and the one scheduled with its time (zero: none).
    ///
    /// `parameters() view returns (address current, uint32 version, address next, uint40 effectiveAt)`
    fn parameters() -> Result<(Address, u32, Address, u64), Revert>;

    /// `oracle() view returns (address)`
    fn oracle() -> Result<Address, Revert>;

    /// Schedules a parameter set held as the code of a data contract, validated here and once.
    ///
    /// The first set is in force at once; every later one at least six hours from now, so that an
    /// account can react before it can be liquidated by a parameter. Scheduling again replaces what waits.
    /// A set must know every market and asset of the set in force.
    ///
    /// - `data`: a contract whose code is 0x00 followed by the set
    /// - `codehash`: keccak-256 of that code, so that what was reviewed is what takes effect
    ///
    /// `setParameters(address data, bytes32 codehash, uint40 effectiveAt)`
    fn set_parameters(
        data: Address,
        codehash: Word,
        effective_at: u64,
    ) -> Result<(), Revert>;

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
    /// `assess((bytes32,uint8,int256,uint32,uint32)[],bytes32[],bytes32[],bytes32[])`
    pub const ASSESS: u32 = 0x14be3cfb;

    /// `market(uint16)`
    pub const MARKET: u32 = 0x118929a5;

    /// `collateral(uint16)`
    pub const COLLATERAL: u32 = 0x449bb300;

    /// `keeperMinimum()`
    pub const KEEPER_MINIMUM: u32 = 0xf22f7336;

    /// `parameters()`
    pub const PARAMETERS: u32 = 0x89035730;

    /// `oracle()`
    pub const ORACLE: u32 = 0x7dc0d1d0;

    /// `setParameters(address,bytes32,uint40)`
    pub const SET_PARAMETERS: u32 = 0x881b3458;

    /// `owner()`
    pub const OWNER: u32 = 0x8da5cb5b;

    /// `pendingOwner()`
    pub const PENDING_OWNER: u32 = 0xe30c3978;

    /// `transferOwnership(address)`
    pub const TRANSFER_OWNERSHIP: u32 = 0xf2fde38b;

    /// `acceptOwnership()`
    pub const ACCEPT_OWNERSHIP: u32 = 0x79ba5097;
}

/// Answers a call on a contract that is `IMarginEngine`.
///
/// # Errors
/// `UnknownSelector`, `UnexpectedValue`, `MalformedCalldata` or `OutOfRange` for a call that cannot
/// be read, else what the contract refuses.
pub fn route<C: IMarginEngine>(input: &[u8]) -> Result<Vec<u8>, Revert> {
    let Some((selector, data)) = input.split_first_chunk() else {
        return Err(unknown_selector(input));
    };
    refuse_value()?;
    match u32::from_be_bytes(*selector) {
        selectors::ASSESS => handle_assess::<C>(data),
        selectors::MARKET => handle_market::<C>(data),
        selectors::COLLATERAL => handle_collateral::<C>(data),
        selectors::KEEPER_MINIMUM => handle_keeper_minimum::<C>(data),
        selectors::PARAMETERS => handle_parameters::<C>(data),
        selectors::ORACLE => handle_oracle::<C>(data),
        selectors::SET_PARAMETERS => handle_set_parameters::<C>(data),
        selectors::OWNER => handle_owner::<C>(data),
        selectors::PENDING_OWNER => handle_pending_owner::<C>(data),
        selectors::TRANSFER_OWNERSHIP => handle_transfer_ownership::<C>(data),
        selectors::ACCEPT_OWNERSHIP => handle_accept_ownership::<C>(data),
        _ => Err(unknown_selector(selector)),
    }
}

#[inline(never)]
fn handle_assess<C: IMarginEngine>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 128);
    let portfolios = reader.list(0, 0, 160, Portfolio::read);
    let legs = reader.list(32, 0, 32, Reader::word);
    let collateral = reader.list(64, 0, 32, Reader::word);
    let open_interest = reader.list(96, 0, 32, Reader::word);
    reader.finish()?;
    let (result_0, result_1) = C::assess(portfolios, legs, collateral, open_interest)?;
    let mut payload = blank(
        64 + list_size(result_0.len(), 192) + list_size(result_1.len(), 320),
    );
    let writer = &mut Writer::new(&mut payload, 64);
    writer.list(0, 0, &result_0, 192, |writer, at, item| item.write(writer, at));
    writer.list(32, 0, &result_1, 320, |writer, at, item| item.write(writer, at));
    Ok(payload)
}

#[inline(never)]
fn handle_market<C: IMarginEngine>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 32);
    let underlying = reader.uint64(0, 16) as u16;
    reader.finish()?;
    let result_0 = C::market(underlying)?;
    let mut payload = blank(288);
    let writer = &mut Writer::new(&mut payload, 288);
    result_0.write(writer, 0);
    Ok(payload)
}

#[inline(never)]
fn handle_collateral<C: IMarginEngine>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 32);
    let asset = reader.uint64(0, 16) as u16;
    reader.finish()?;
    let result_0 = C::collateral(asset)?;
    let mut payload = blank(128);
    let writer = &mut Writer::new(&mut payload, 128);
    result_0.write(writer, 0);
    Ok(payload)
}

#[inline(never)]
fn handle_keeper_minimum<C: IMarginEngine>(_data: &[u8]) -> Result<Vec<u8>, Revert> {
    let result_0 = C::keeper_minimum()?;
    let mut payload = blank(32);
    let writer = &mut Writer::new(&mut payload, 32);
    writer.int128(0, result_0);
    Ok(payload)
}

#[inline(never)]
fn handle_parameters<C: IMarginEngine>(_data: &[u8]) -> Result<Vec<u8>, Revert> {
    let (result_0, result_1, result_2, result_3) = C::parameters()?;
    let mut payload = blank(128);
    let writer = &mut Writer::new(&mut payload, 128);
    writer.address(0, &result_0);
    writer.uint64(32, u64::from(result_1));
    writer.address(64, &result_2);
    writer.uint64(96, result_3);
    Ok(payload)
}

#[inline(never)]
fn handle_oracle<C: IMarginEngine>(_data: &[u8]) -> Result<Vec<u8>, Revert> {
    let result_0 = C::oracle()?;
    let mut payload = blank(32);
    let writer = &mut Writer::new(&mut payload, 32);
    writer.address(0, &result_0);
    Ok(payload)
}

#[inline(never)]
fn handle_set_parameters<C: IMarginEngine>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 96);
    let data = reader.address(0);
    let codehash = reader.word(32);
    let effective_at = reader.uint64(64, 40);
    reader.finish()?;
    C::set_parameters(data, codehash, effective_at)?;
    Ok(Vec::new())
}

#[inline(never)]
fn handle_owner<C: IMarginEngine>(_data: &[u8]) -> Result<Vec<u8>, Revert> {
    let result_0 = C::owner()?;
    let mut payload = blank(32);
    let writer = &mut Writer::new(&mut payload, 32);
    writer.address(0, &result_0);
    Ok(payload)
}

#[inline(never)]
fn handle_pending_owner<C: IMarginEngine>(_data: &[u8]) -> Result<Vec<u8>, Revert> {
    let result_0 = C::pending_owner()?;
    let mut payload = blank(32);
    let writer = &mut Writer::new(&mut payload, 32);
    writer.address(0, &result_0);
    Ok(payload)
}

#[inline(never)]
fn handle_transfer_ownership<C: IMarginEngine>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 32);
    let next = reader.address(0);
    reader.finish()?;
    C::transfer_ownership(next)?;
    Ok(Vec::new())
}

#[inline(never)]
fn handle_accept_ownership<C: IMarginEngine>(_data: &[u8]) -> Result<Vec<u8>, Revert> {
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

    /// `UnknownMarket(uint16)`
    pub const UNKNOWN_MARKET: u32 = 0xa1f354f7;

    /// `UnknownKind(uint8)`
    pub const UNKNOWN_KIND: u32 = 0xbd3c9089;

    /// `ModeUnavailable(uint8)`
    pub const MODE_UNAVAILABLE: u32 = 0xb1501ca7;

    /// `CountMismatch(uint256,uint256)`
    pub const COUNT_MISMATCH: u32 = 0x827ea547;

    /// `TooMany(uint256,uint256)`
    pub const TOO_MANY: u32 = 0xc3e33c99;

    /// `NoParameters()`
    pub const NO_PARAMETERS: u32 = 0xf796ebc8;

    /// `BadParameters(uint16)`
    pub const BAD_PARAMETERS: u32 = 0x59ac89be;

    /// `WrongCode(bytes32,bytes32)`
    pub const WRONG_CODE: u32 = 0x9e00ade9;

    /// `TooSoon(uint40,uint40)`
    pub const TOO_SOON: u32 = 0x9b206b1a;

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

    /// `UnknownMarket(uint16 underlying)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn unknown_market(underlying: u16) -> Revert {
        let mut payload = Revert::new(UNKNOWN_MARKET, 32);
        let writer = &mut payload.writer(36);
        writer.uint64(4, u64::from(underlying));
        payload
    }

    /// `UnknownKind(uint8 kind)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn unknown_kind(kind: u8) -> Revert {
        let mut payload = Revert::new(UNKNOWN_KIND, 32);
        let writer = &mut payload.writer(36);
        writer.uint64(4, u64::from(kind));
        payload
    }

    /// `ModeUnavailable(Mode mode)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn mode_unavailable(mode: Mode) -> Revert {
        let mut payload = Revert::new(MODE_UNAVAILABLE, 32);
        let writer = &mut payload.writer(36);
        writer.uint64(4, mode as u64);
        payload
    }

    /// `CountMismatch(uint256 actual, uint256 expected)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn count_mismatch(actual: u128, expected: u128) -> Revert {
        let mut payload = Revert::new(COUNT_MISMATCH, 64);
        let writer = &mut payload.writer(68);
        writer.uint128(4, actual);
        writer.uint128(36, expected);
        payload
    }

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

    /// `NoParameters()`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn no_parameters() -> Revert {
        Revert::new(NO_PARAMETERS, 0)
    }

    /// The set, or a field of it, is not allowed. `field` is 256·record + number: record 0 is the
    /// header, then come the markets and the collateral assets in their order. Numbers: 1 format or length,
    /// 2 keeper minimum, 3 underlying, 4 initial rate, 5 maintenance rate, 6 initial spread, 7 maintenance
    /// spread, 8 leverage floor, 9 size scale, 10 and 11 low and high open interest, 12 impact notional,
    /// 13 asset, 14 maintenance haircut, 15 initial haircut.
    ///
    /// `BadParameters(uint16 field)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn bad_parameters(field: u16) -> Revert {
        let mut payload = Revert::new(BAD_PARAMETERS, 32);
        let writer = &mut payload.writer(36);
        writer.uint64(4, u64::from(field));
        payload
    }

    /// `WrongCode(bytes32 actual, bytes32 expected)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn wrong_code(actual: &Word, expected: &Word) -> Revert {
        let mut payload = Revert::new(WRONG_CODE, 64);
        let writer = &mut payload.writer(68);
        writer.word(4, actual);
        writer.word(36, expected);
        payload
    }

    /// `TooSoon(uint40 effectiveAt, uint40 earliest)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn too_soon(effective_at: u64, earliest: u64) -> Revert {
        let mut payload = Revert::new(TOO_SOON, 64);
        let writer = &mut payload.writer(68);
        writer.uint64(4, effective_at);
        writer.uint64(36, earliest);
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

    /// `ParametersScheduled(address,bytes32,uint32,uint40)`
    pub const PARAMETERS_SCHEDULED: [u64; 4] = [
        0xd4aae351ce305cd6, 0xaee50ee63a54c0b1, 0x0e49747e5b0dc47c, 0xa3a47ad45b13c0cc,
    ];
    /// `OwnershipTransferStarted(address,address)`
    pub const OWNERSHIP_TRANSFER_STARTED: [u64; 4] = [
        0x38d16b8cac22d99f, 0xc7c124b9cd0de2d3, 0xfa1faef420bfe791, 0xd8c362d765e22700,
    ];
    /// `OwnershipTransferred(address,address)`
    pub const OWNERSHIP_TRANSFERRED: [u64; 4] = [
        0x8be0079c53165914, 0x1344cd1fd0a4f284, 0x19497f9722a3daaf, 0xe3b4186f6b6457e0,
    ];
    /// `ParametersScheduled(address indexed data, bytes32 codehash, uint32 version, uint40 effectiveAt)`
    #[inline(never)]
    pub fn parameters_scheduled(
        data: &Address,
        codehash: &Word,
        version: u32,
        effective_at: u64,
    ) {
        let mut payload = [0; 160];
        let writer = &mut Writer::new(&mut payload, 160);
        writer
            .topic(
                PARAMETERS_SCHEDULED[0],
                PARAMETERS_SCHEDULED[1],
                PARAMETERS_SCHEDULED[2],
                PARAMETERS_SCHEDULED[3],
            );
        writer.address(32, data);
        writer.word(64, codehash);
        writer.uint64(96, u64::from(version));
        writer.uint64(128, effective_at);
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

    /// Assesses portfolios and reports the markets named in `openInterest`.
    ///
    /// Order of checks: counts, modes, markets known, prices. Every leg's underlying must be named in
    /// `openInterest`. Bounds: 32 portfolios, 128 legs a portfolio, 16 collaterals a portfolio, 8 markets.
    /// Collateral that the parameters do not know is worth nothing.
    ///
    /// - `legs`: leg words of all portfolios, one after another: kind u8, underlying u16, funding
    ///   index i104, size i128 (high bits first)
    /// - `collateral`: collateral words likewise: asset u16 in the high bits, amount i128 in the low
    /// - `openInterest`: market words: underlying u16, premium average i64, its time u40 in 1/256 of a
    ///   second, long size u128, 8 spare bits (high bits first)
    ///
    /// `assess(Portfolio[] portfolios, bytes32[] legs, bytes32[] collateral, bytes32[] openInterest) view returns (Assessment[], MarketView[])`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn assess(
        target: &Address,
        gas_cap: u64,
        portfolios: &[Portfolio],
        legs: &[Word],
        collateral: &[Word],
        open_interest: &[Word],
    ) -> Result<(Vec<Assessment>, Vec<MarketView>), CallFailure> {
        let mut payload = message(
            selectors::ASSESS,
            128 + list_size(portfolios.len(), 160) + list_size(legs.len(), 32)
                + list_size(collateral.len(), 32) + list_size(open_interest.len(), 32),
        );
        let writer = &mut Writer::new(&mut payload, 132);
        writer.list(4, 4, portfolios, 160, |writer, at, item| item.write(writer, at));
        writer.list(36, 4, legs, 32, Writer::word);
        writer.list(68, 4, collateral, 32, Writer::word);
        writer.list(100, 4, open_interest, 32, Writer::word);
        let answer = host::static_call(target, gas_cap, &payload, MAX_RETURN)?;
        let reader = &mut Reader::new(&answer, 64);
        let result_0 = reader.list(0, 0, 192, Assessment::read);
        let result_1 = reader.list(32, 0, 320, MarketView::read);
        reader.returned((result_0, result_1))
    }

    /// The parameters in force of a market; zero rates when there is none.
    ///
    /// `market(uint16 underlying) view returns (MarketParameters)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn market(
        target: &Address,
        gas_cap: u64,
        underlying: u16,
    ) -> Result<MarketParameters, CallFailure> {
        let mut payload = message(selectors::MARKET, 32);
        let writer = &mut Writer::new(&mut payload, 36);
        writer.uint64(4, u64::from(underlying));
        let answer = host::static_call(target, gas_cap, &payload, 288)?;
        let reader = &mut Reader::new(&answer, 288);
        let result_0 = MarketParameters::read(reader, 0);
        reader.returned(result_0)
    }

    /// The parameters in force of a collateral asset; the maintenance haircut is 1 when there are none.
    ///
    /// `collateral(uint16 asset) view returns (CollateralParameters)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn collateral(
        target: &Address,
        gas_cap: u64,
        asset: u16,
    ) -> Result<CollateralParameters, CallFailure> {
        let mut payload = message(selectors::COLLATERAL, 32);
        let writer = &mut Writer::new(&mut payload, 36);
        writer.uint64(4, u64::from(asset));
        let answer = host::static_call(target, gas_cap, &payload, 128)?;
        let reader = &mut Reader::new(&answer, 128);
        let result_0 = CollateralParameters::read(reader, 0);
        reader.returned(result_0)
    }

    /// The smallest reward a keeper is owed, in quote units: any position must hold twice this as
    /// maintenance and three times this as initial margin.
    ///
    /// `keeperMinimum() view returns (int256)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn keeper_minimum(target: &Address, gas_cap: u64) -> Result<i128, CallFailure> {
        let payload = message(selectors::KEEPER_MINIMUM, 0);
        let answer = host::static_call(target, gas_cap, &payload, 32)?;
        let reader = &mut Reader::new(&answer, 32);
        let result_0 = reader.int256(0);
        reader.returned(result_0)
    }

    /// The data contract in force with its version, and the one scheduled with its time (zero: none).
    ///
    /// `parameters() view returns (address current, uint32 version, address next, uint40 effectiveAt)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn parameters(
        target: &Address,
        gas_cap: u64,
    ) -> Result<(Address, u32, Address, u64), CallFailure> {
        let payload = message(selectors::PARAMETERS, 0);
        let answer = host::static_call(target, gas_cap, &payload, 128)?;
        let reader = &mut Reader::new(&answer, 128);
        let result_0 = reader.address(0);
        let result_1 = reader.uint64(32, 32) as u32;
        let result_2 = reader.address(64);
        let result_3 = reader.uint64(96, 40);
        reader.returned((result_0, result_1, result_2, result_3))
    }

    /// `oracle() view returns (address)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn oracle(target: &Address, gas_cap: u64) -> Result<Address, CallFailure> {
        let payload = message(selectors::ORACLE, 0);
        let answer = host::static_call(target, gas_cap, &payload, 32)?;
        let reader = &mut Reader::new(&answer, 32);
        let result_0 = reader.address(0);
        reader.returned(result_0)
    }

    /// Schedules a parameter set held as the code of a data contract, validated here and once.
    ///
    /// The first set is in force at once; every later one at least six hours from now, so that an
    /// account can react before it can be liquidated by a parameter. Scheduling again replaces what waits.
    /// A set must know every market and asset of the set in force.
    ///
    /// - `data`: a contract whose code is 0x00 followed by the set
    /// - `codehash`: keccak-256 of that code, so that what was reviewed is what takes effect
    ///
    /// `setParameters(address data, bytes32 codehash, uint40 effectiveAt)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn set_parameters(
        target: &Address,
        gas_cap: u64,
        data: &Address,
        codehash: &Word,
        effective_at: u64,
    ) -> Result<(), CallFailure> {
        let mut payload = message(selectors::SET_PARAMETERS, 96);
        let writer = &mut Writer::new(&mut payload, 100);
        writer.address(4, data);
        writer.word(36, codehash);
        writer.uint64(68, effective_at);
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
