// Generated from contracts/interfaces/IClearingHouse.sol by `cargo run -p codec`. Not to be edited.

//! Clearing house: cash, collateral, positions, open interest and funding
//!
//! Floor 3, the ledger. Holds no token, prices nothing and verifies no signature: venues bring
//! fills, the vault brings deposits and withdrawals, the liquidation module brings flags, and the
//! margin engine says what a portfolio must hold. Calls: the margin engine, once or twice, statically,
//! with a gas cap of 8,000,000.
//!
//! Units: 18-decimal. Cash is signed quote units; sizes are signed units of the underlying, positive
//! is long. An account is `owner address (20 bytes) ‖ sub-account tag (12 bytes)`; it needs no
//! registration and whoever controls the owner address controls it. An instrument is `kind u8 ‖
//! underlying u16 ‖ expiry u40 ‖ strike u64` (high bits first, as uint128); a perpetual has kind 1,
//! expiry 0 and strike 0.
//! HOU-1: the cash of all accounts, less the funding they owe, is at most the vault's custody of the
//! quote coin, and less than it by at most 1e-18 for each time funding was realised: a payer's share
//! is rounded up, a receiver's down, and the dust stays with the house.
//! HOU-2: the sizes of an instrument sum to zero.
//! HOU-3: after a trade every touched account holds its initial margin, or it only reduced, by the rule of `trade`.
//! HOU-4: an account without positions and debt deposits and withdraws without engine or oracle; the
//! outcome of its debit values nothing but its cash.
//! HOU-5: nothing that an account does depends on another account, save its counterparty's consent and margin.

#[allow(unused_imports)]
use alloc::vec::Vec;

#[allow(unused_imports)]
use contract_abi::word::{blank, blob_size, dynamic_list_size, list_size, Reader, Writer};

#[allow(unused_imports)]
use contract_abi::{Address, Word};
pub use contract_abi::generated::shared::Doubt;
pub use contract_abi::generated::shared::Grade;

/// What a contract of floor 4 may do. A venue right is custody: whoever holds `Trade` decides
/// prices within the band and must have checked both sides' consent.
///
/// `enum Right`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Right {
    /// 0.
    #[default]
    Trade = 0,
    /// 1.
    Credit = 1,
    /// 2.
    Debit = 2,
    /// 3.
    Flag = 3,
    /// 4.
    Reduce = 4,
}

impl Right {
    /// The variant of this index; `Trade` when there is none.
    #[must_use]
    pub const fn from_index(index: u64) -> Self {
        match index {
            1 => Self::Credit,
            2 => Self::Debit,
            3 => Self::Flag,
            4 => Self::Reduce,
            _ => Self::Trade,
        }
    }
}

/// `Closed`: no fills. `ReduceOnly`: batches of fills after which no position is greater than
/// before or of the other sign, and liquidations. `Open`: everything.
///
/// `enum Status`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Status {
    /// 0.
    #[default]
    Unlisted = 0,
    /// 1.
    Open = 1,
    /// 2.
    ReduceOnly = 2,
    /// 3.
    Closed = 3,
}

impl Status {
    /// The variant of this index; `Unlisted` when there is none.
    #[must_use]
    pub const fn from_index(index: u64) -> Self {
        match index {
            1 => Self::Open,
            2 => Self::ReduceOnly,
            3 => Self::Closed,
            _ => Self::Unlisted,
        }
    }
}

/// A fill. The taker's position grows by `size`, the maker's by its negative.
///
/// `struct Fill`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fill {
    /// `bytes32`
    pub maker: Word,
    /// `bytes32`
    pub taker: Word,
    /// `uint128`
    pub instrument: u128,
    /// signed for the taker, not zero
    ///
    /// `int256`
    pub size: i128,
    /// quote units per unit, positive, within the market's band of the mark
    ///
    /// `int256`
    pub price: i128,
    /// charged to the maker; negative is a rebate; the two fees sum to at least zero
    ///
    /// `int256`
    pub maker_fee: i128,
    /// `int256`
    pub taker_fee: i128,
    /// bit 0 for the maker, bit 1 for the taker: the fill must bring that side nearer to zero
    ///
    /// `uint8`
    pub reduce_only: u8,
}

impl Fill {
    /// Reads it from where it begins.
    #[inline(never)]
    pub fn read(reader: &mut Reader<'_>, at: usize) -> Self {
        Self {
            maker: reader.word(at),
            taker: reader.word(at + 32),
            instrument: reader.uint128(at + 64, 128),
            size: reader.int256(at + 96),
            price: reader.int256(at + 128),
            maker_fee: reader.int256(at + 160),
            taker_fee: reader.int256(at + 192),
            reduce_only: reader.uint64(at + 224, 8) as u8,
        }
    }

    /// Writes it from where it begins.
    #[inline(never)]
    pub fn write(&self, writer: &mut Writer<'_>, at: usize) {
        writer.word(at, &self.maker);
        writer.word(at + 32, &self.taker);
        writer.uint128(at + 64, self.instrument);
        writer.int128(at + 96, self.size);
        writer.int128(at + 128, self.price);
        writer.int128(at + 160, self.maker_fee);
        writer.int128(at + 192, self.taker_fee);
        writer.uint64(at + 224, u64::from(self.reduce_only));
    }
}

/// An account after the fact; margins are requirements. `cash` is the balance as stored, as
/// `account` shows it; `equity` counts the funding owed on every position up to now. `settledQuote` is
/// equity less collateral: negative where collateral stands for quote that is owed.
///
/// `struct Outcome`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// `bytes32`
    pub account: Word,
    /// `int256`
    pub cash: i128,
    /// `int256`
    pub equity: i128,
    /// `int256`
    pub settled_quote: i128,
    /// `int256`
    pub initial_margin: i128,
    /// `int256`
    pub maintenance_margin: i128,
    /// `Grade`
    pub grade: Grade,
    /// `Doubt`
    pub doubt: Doubt,
}

impl Outcome {
    /// Reads it from where it begins.
    #[inline(never)]
    pub fn read(reader: &mut Reader<'_>, at: usize) -> Self {
        Self {
            account: reader.word(at),
            cash: reader.int256(at + 32),
            equity: reader.int256(at + 64),
            settled_quote: reader.int256(at + 96),
            initial_margin: reader.int256(at + 128),
            maintenance_margin: reader.int256(at + 160),
            grade: Grade::from_index(reader.variant(at + 192, 4)),
            doubt: Doubt::from_index(reader.variant(at + 224, 9)),
        }
    }

    /// Writes it from where it begins.
    #[inline(never)]
    pub fn write(&self, writer: &mut Writer<'_>, at: usize) {
        writer.word(at, &self.account);
        writer.int128(at + 32, self.cash);
        writer.int128(at + 64, self.equity);
        writer.int128(at + 96, self.settled_quote);
        writer.int128(at + 128, self.initial_margin);
        writer.int128(at + 160, self.maintenance_margin);
        writer.uint64(at + 192, self.grade as u64);
        writer.uint64(at + 224, self.doubt as u64);
    }
}

/// A payment of cash that accompanies a liquidation.
///
/// `struct Move`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Move {
    /// `bytes32`
    pub from: Word,
    /// `bytes32`
    pub to: Word,
    /// `int256`
    pub amount: i128,
}

impl Move {
    /// Reads it from where it begins.
    #[inline(never)]
    pub fn read(reader: &mut Reader<'_>, at: usize) -> Self {
        Self {
            from: reader.word(at),
            to: reader.word(at + 32),
            amount: reader.int256(at + 64),
        }
    }

    /// Writes it from where it begins.
    #[inline(never)]
    pub fn write(&self, writer: &mut Writer<'_>, at: usize) {
        writer.word(at, &self.from);
        writer.word(at + 32, &self.to);
        writer.int128(at + 64, self.amount);
    }
}

/// The limits of a market.
///
/// `struct Limits`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// `Status`
    pub status: Status,
    /// cap on open interest, in units
    ///
    /// `int256`
    pub max_open_interest: i128,
    /// cap on one account's position, in units
    ///
    /// `int256`
    pub max_position: i128,
    /// greatest distance of a fill's price from the mark, as a fraction; twice that while the
    /// mark is in doubt, when there are only reductions
    ///
    /// `int256`
    pub band: i128,
    /// greatest absolute fee, as a fraction of notional, both rounded up
    ///
    /// `int256`
    pub fee_cap: i128,
    /// a fill's size is a multiple of this
    ///
    /// `int256`
    pub lot: i128,
    /// a fill's price is a multiple of this; lot times tick is a multiple of 1e-18 quote units
    ///
    /// `int256`
    pub tick: i128,
}

impl Limits {
    /// Reads it from where it begins.
    #[inline(never)]
    pub fn read(reader: &mut Reader<'_>, at: usize) -> Self {
        Self {
            status: Status::from_index(reader.variant(at, 4)),
            max_open_interest: reader.int256(at + 32),
            max_position: reader.int256(at + 64),
            band: reader.int256(at + 96),
            fee_cap: reader.int256(at + 128),
            lot: reader.int256(at + 160),
            tick: reader.int256(at + 192),
        }
    }

    /// Writes it from where it begins.
    #[inline(never)]
    pub fn write(&self, writer: &mut Writer<'_>, at: usize) {
        writer.uint64(at, self.status as u64);
        writer.int128(at + 32, self.max_open_interest);
        writer.int128(at + 64, self.max_position);
        writer.int128(at + 96, self.band);
        writer.int128(at + 128, self.fee_cap);
        writer.int128(at + 160, self.lot);
        writer.int128(at + 192, self.tick);
    }
}

/// A perpetual market: the ledger's state and the engine's view of it.
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
    pub initial_rate: i128,
    /// `int256`
    pub maintenance_rate: i128,
    /// accrued to now, quote units per unit
    ///
    /// `int256`
    pub funding_index: i128,
    /// in force now, quote units per unit and second: what it was beyond interest at the
    /// last accrual fades from there and is gone after an hour
    ///
    /// `int256`
    pub funding_rate: i128,
    /// `uint40`
    pub accrued_at: u64,
    /// `int256`
    pub open_interest: i128,
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
            initial_rate: reader.int256(at + 128),
            maintenance_rate: reader.int256(at + 160),
            funding_index: reader.int256(at + 192),
            funding_rate: reader.int256(at + 224),
            accrued_at: reader.uint64(at + 256, 40),
            open_interest: reader.int256(at + 288),
            published_at: reader.uint64(at + 320, 40),
            grade: Grade::from_index(reader.variant(at + 352, 4)),
            doubt: Doubt::from_index(reader.variant(at + 384, 9)),
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
        writer.int128(at + 192, self.funding_index);
        writer.int128(at + 224, self.funding_rate);
        writer.uint64(at + 256, self.accrued_at);
        writer.int128(at + 288, self.open_interest);
        writer.uint64(at + 320, self.published_at);
        writer.uint64(at + 352, self.grade as u64);
        writer.uint64(at + 384, self.doubt as u64);
    }
}

/// What a contract that is `IClearingHouse` answers. Implemented once, by the contract.
pub trait IClearingHouse {
    /// Applies all fills, then assesses every touched account once.
    ///
    /// Order: right, counts (32 fills, 16 accounts), each fill against its market (size, price,
    /// instrument, status, grid, accounts, fees, reduceOnly), the limits of the batch, engine, band,
    /// admission. What is over a limit may fall. Engine calls: one, and one more if an account must show
    /// that it reduced; accounts that are together in more than 8 markets need more, 8 markets each. An account is admitted when its equity is at least its initial margin, with all
    /// its prices live; or when no leg grew or changed sign, its margin balance over maintenance did
    /// not fall, and its equity is not below the lesser of zero and what it was. A flagged account
    /// may only reduce; an account without positions and debt may do anything. Reserved accounts, and
    /// owners that are precompiles (below 0x10000), are refused.
    ///
    /// `trade(Fill[] fills) returns (Outcome[])`
    fn trade(fills: Vec<Fill>) -> Result<Vec<Outcome>, Revert>;

    /// What `trade` would answer if a venue called it now, with the same errors.
    ///
    /// `previewTrade(Fill[] fills) view returns (Outcome[])`
    fn preview_trade(fills: Vec<Fill>) -> Result<Vec<Outcome>, Revert>;

    /// Adds to an account's balance of an asset (0: the quote coin, up to 15: collateral).
    ///
    /// Returns balance afterwards
    ///
    /// `credit(bytes32 account, uint16 asset, int256 amount) returns (int256 balance)`
    fn credit(account: Word, asset: u16, amount: i128) -> Result<i128, Revert>;

    /// Takes from an account's balance. `caller` must own the account (the house's owner: the
    /// account that collects fees); what is left must hold the initial margin at live prices. Cash may
    /// go below zero where positions back it; what collateral backs is not lent, so quote is refused where
    /// `settledQuote` would be negative. A flagged account takes out only without positions and debt.
    ///
    /// `debit(bytes32 account, uint16 asset, int256 amount, address caller) returns (int256 balance)`
    fn debit(
        account: Word,
        asset: u16,
        amount: i128,
        caller: Address,
    ) -> Result<i128, Revert>;

    /// What `debit` would leave, with the same errors save authority.
    ///
    /// `previewDebit(bytes32 account, uint16 asset, int256 amount) view returns (Outcome)`
    fn preview_debit(account: Word, asset: u16, amount: i128) -> Result<Outcome, Revert>;

    /// Sets or clears an account's flag: a flagged account may only deposit and reduce. Setting it
    /// needs equity below maintenance margin before the moves, which may leave no debt; clearing it needs
    /// a buffer of 15% of maintenance margin over it after them, at live prices. Setting a flag that is set
    /// makes the moves. Not while the sequencer is down or in its grace, nor at an outdated price.
    ///
    /// - `moves`: at most 8, from the account or the insurance account only, to accounts that may be
    ///   credited; insurance never goes below zero
    ///
    /// `setFlag(bytes32 account, bool flagged, Move[] moves) returns (Outcome)`
    fn set_flag(
        account: Word,
        flagged: bool,
        moves: Vec<Move>,
    ) -> Result<Outcome, Revert>;

    /// One fill by which `fill.taker` takes over a part of the flagged `fill.maker`'s position, no
    /// worse than the mark by the lesser of 0.25% and half the maintenance rate. The maker must
    /// not have the buffer that would clear its flag. Its margin balance over maintenance must not fall,
    /// moves included, nor its equity below the lesser of zero and what it was; the taker, whom `caller` must own, must hold its initial margin. No fees. A price
    /// whose feed is in doubt serves, but not one that is outdated, nor any while the sequencer is down or in
    /// its grace. The size keeps to the lot unless nothing is left, and, of a maker with an equity of 50
    /// or more that it would leave with 50 or more over that buffer, to what restores it, rounded up to the lot.
    ///
    /// `reduce(Fill fill, Move[] moves, address caller) returns (Outcome maker, Outcome taker)`
    fn reduce(
        fill: Fill,
        moves: Vec<Move>,
        caller: Address,
    ) -> Result<(Outcome, Outcome), Revert>;

    /// Brings funding up to now and stores the rate that follows from the present premium. At most 8.
    ///
    /// `accrue(uint16[] underlyings)`
    fn accrue(underlyings: Vec<u16>) -> Result<(), Revert>;

    /// `account(bytes32 id) view returns (int256 cash, uint8 mode, bool flagged, uint8 legCount, uint16 collateralBitmap, uint40 touchedAt)`
    fn account(id: Word) -> Result<(i128, u8, bool, u8, u16, u64), Revert>;

    /// The raw leg words: kind u8, underlying u16, funding index i104, size i128.
    ///
    /// `legs(bytes32 id) view returns (bytes32[])`
    fn legs(id: Word) -> Result<Vec<Word>, Revert>;

    /// The position in an instrument (zero: none) and the funding owed on it since it was last touched (positive: to pay).
    ///
    /// `position(bytes32 id, uint128 instrument) view returns (int256 size, int256 fundingOwed)`
    fn position(id: Word, instrument: u128) -> Result<(i128, i128), Revert>;

    /// `collateral(bytes32 id, uint16 asset) view returns (int256)`
    fn collateral(id: Word, asset: u16) -> Result<i128, Revert>;

    /// Equity and requirements now, funding included. `healths`: at most 32.
    ///
    /// `health(bytes32 id) view returns (Outcome)`
    fn health(id: Word) -> Result<Outcome, Revert>;

    /// `healths(bytes32[] ids) view returns (Outcome[])`
    fn healths(ids: Vec<Word>) -> Result<Vec<Outcome>, Revert>;

    /// `market(uint16 underlying) view returns (MarketState)`
    fn market(underlying: u16) -> Result<MarketState, Revert>;

    /// `limits(uint16 underlying) view returns (Limits)`
    fn limits(underlying: u16) -> Result<Limits, Revert>;

    /// `hasRight(address venue, Right right) view returns (bool)`
    fn has_right(venue: Address, right: Right) -> Result<bool, Revert>;

    /// `engine() view returns (address target, bytes32 codehash)`
    fn engine() -> Result<(Address, Word), Revert>;

    /// Grants and revokes rights: bit n is `Right(n)`.
    ///
    /// `setVenue(address venue, uint8 rights)`
    fn set_venue(venue: Address, rights: u8) -> Result<(), Revert>;

    /// Lists a market or changes its limits, which must be representable exactly: fractions in
    /// billionths, caps in 17 digits, lot and tick in three and a power of ten. An open market's band is
    /// at most its initial rate less its maintenance rate. A listed market cannot be unlisted.
    ///
    /// `setLimits(uint16 underlying, Limits limits_)`
    fn set_limits(underlying: u16, limits_: Limits) -> Result<(), Revert>;

    /// Replaces the engine; the address must hold code with that hash.
    ///
    /// `setEngine(address engine_, bytes32 codehash)`
    fn set_engine(engine_: Address, codehash: Word) -> Result<(), Revert>;

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
    /// `trade((bytes32,bytes32,uint128,int256,int256,int256,int256,uint8)[])`
    pub const TRADE: u32 = 0x8dc86eca;

    /// `previewTrade((bytes32,bytes32,uint128,int256,int256,int256,int256,uint8)[])`
    pub const PREVIEW_TRADE: u32 = 0x5640803c;

    /// `credit(bytes32,uint16,int256)`
    pub const CREDIT: u32 = 0xe255454c;

    /// `debit(bytes32,uint16,int256,address)`
    pub const DEBIT: u32 = 0x10a917f3;

    /// `previewDebit(bytes32,uint16,int256)`
    pub const PREVIEW_DEBIT: u32 = 0xcf3db88a;

    /// `setFlag(bytes32,bool,(bytes32,bytes32,int256)[])`
    pub const SET_FLAG: u32 = 0x8cbaeb51;

    /// `reduce((bytes32,bytes32,uint128,int256,int256,int256,int256,uint8),(bytes32,bytes32,int256)[],address)`
    pub const REDUCE: u32 = 0x92390ea2;

    /// `accrue(uint16[])`
    pub const ACCRUE: u32 = 0x970fddce;

    /// `account(bytes32)`
    pub const ACCOUNT: u32 = 0x882358ae;

    /// `legs(bytes32)`
    pub const LEGS: u32 = 0x3c4c3083;

    /// `position(bytes32,uint128)`
    pub const POSITION: u32 = 0x0833009a;

    /// `collateral(bytes32,uint16)`
    pub const COLLATERAL: u32 = 0xf06774f0;

    /// `health(bytes32)`
    pub const HEALTH: u32 = 0x7b3ec53c;

    /// `healths(bytes32[])`
    pub const HEALTHS: u32 = 0x4a8a2795;

    /// `market(uint16)`
    pub const MARKET: u32 = 0x118929a5;

    /// `limits(uint16)`
    pub const LIMITS: u32 = 0x986e82f2;

    /// `hasRight(address,uint8)`
    pub const HAS_RIGHT: u32 = 0x1a2b8474;

    /// `engine()`
    pub const ENGINE: u32 = 0xc9d4623f;

    /// `setVenue(address,uint8)`
    pub const SET_VENUE: u32 = 0x70da3eb5;

    /// `setLimits(uint16,(uint8,int256,int256,int256,int256,int256,int256))`
    pub const SET_LIMITS: u32 = 0x664114c1;

    /// `setEngine(address,bytes32)`
    pub const SET_ENGINE: u32 = 0x21a12804;

    /// `owner()`
    pub const OWNER: u32 = 0x8da5cb5b;

    /// `pendingOwner()`
    pub const PENDING_OWNER: u32 = 0xe30c3978;

    /// `transferOwnership(address)`
    pub const TRANSFER_OWNERSHIP: u32 = 0xf2fde38b;

    /// `acceptOwnership()`
    pub const ACCEPT_OWNERSHIP: u32 = 0x79ba5097;
}

/// Answers a call on a contract that is `IClearingHouse`.
///
/// # Errors
/// `UnknownSelector`, `UnexpectedValue`, `MalformedCalldata` or `OutOfRange` for a call that cannot
/// be read, else what the contract refuses.
pub fn route<C: IClearingHouse>(input: &[u8]) -> Result<Vec<u8>, Revert> {
    let Some((selector, data)) = input.split_first_chunk() else {
        return Err(unknown_selector(input));
    };
    refuse_value()?;
    match u32::from_be_bytes(*selector) {
        selectors::TRADE => handle_trade::<C>(data),
        selectors::PREVIEW_TRADE => handle_preview_trade::<C>(data),
        selectors::CREDIT => handle_credit::<C>(data),
        selectors::DEBIT => handle_debit::<C>(data),
        selectors::PREVIEW_DEBIT => handle_preview_debit::<C>(data),
        selectors::SET_FLAG => handle_set_flag::<C>(data),
        selectors::REDUCE => handle_reduce::<C>(data),
        selectors::ACCRUE => handle_accrue::<C>(data),
        selectors::ACCOUNT => handle_account::<C>(data),
        selectors::LEGS => handle_legs::<C>(data),
        selectors::POSITION => handle_position::<C>(data),
        selectors::COLLATERAL => handle_collateral::<C>(data),
        selectors::HEALTH => handle_health::<C>(data),
        selectors::HEALTHS => handle_healths::<C>(data),
        selectors::MARKET => handle_market::<C>(data),
        selectors::LIMITS => handle_limits::<C>(data),
        selectors::HAS_RIGHT => handle_has_right::<C>(data),
        selectors::ENGINE => handle_engine::<C>(data),
        selectors::SET_VENUE => handle_set_venue::<C>(data),
        selectors::SET_LIMITS => handle_set_limits::<C>(data),
        selectors::SET_ENGINE => handle_set_engine::<C>(data),
        selectors::OWNER => handle_owner::<C>(data),
        selectors::PENDING_OWNER => handle_pending_owner::<C>(data),
        selectors::TRANSFER_OWNERSHIP => handle_transfer_ownership::<C>(data),
        selectors::ACCEPT_OWNERSHIP => handle_accept_ownership::<C>(data),
        _ => Err(unknown_selector(selector)),
    }
}

#[inline(never)]
fn handle_trade<C: IClearingHouse>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 32);
    let fills = reader.list(0, 0, 256, Fill::read);
    reader.finish()?;
    let result_0 = C::trade(fills)?;
    let mut payload = blank(32 + list_size(result_0.len(), 256));
    let writer = &mut Writer::new(&mut payload, 32);
    writer.list(0, 0, &result_0, 256, |writer, at, item| item.write(writer, at));
    Ok(payload)
}

#[inline(never)]
fn handle_preview_trade<C: IClearingHouse>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 32);
    let fills = reader.list(0, 0, 256, Fill::read);
    reader.finish()?;
    let result_0 = C::preview_trade(fills)?;
    let mut payload = blank(32 + list_size(result_0.len(), 256));
    let writer = &mut Writer::new(&mut payload, 32);
    writer.list(0, 0, &result_0, 256, |writer, at, item| item.write(writer, at));
    Ok(payload)
}

#[inline(never)]
fn handle_credit<C: IClearingHouse>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 96);
    let account = reader.word(0);
    let asset = reader.uint64(32, 16) as u16;
    let amount = reader.int256(64);
    reader.finish()?;
    let result_0 = C::credit(account, asset, amount)?;
    let mut payload = blank(32);
    let writer = &mut Writer::new(&mut payload, 32);
    writer.int128(0, result_0);
    Ok(payload)
}

#[inline(never)]
fn handle_debit<C: IClearingHouse>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 128);
    let account = reader.word(0);
    let asset = reader.uint64(32, 16) as u16;
    let amount = reader.int256(64);
    let caller = reader.address(96);
    reader.finish()?;
    let result_0 = C::debit(account, asset, amount, caller)?;
    let mut payload = blank(32);
    let writer = &mut Writer::new(&mut payload, 32);
    writer.int128(0, result_0);
    Ok(payload)
}

#[inline(never)]
fn handle_preview_debit<C: IClearingHouse>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 96);
    let account = reader.word(0);
    let asset = reader.uint64(32, 16) as u16;
    let amount = reader.int256(64);
    reader.finish()?;
    let result_0 = C::preview_debit(account, asset, amount)?;
    let mut payload = blank(256);
    let writer = &mut Writer::new(&mut payload, 256);
    result_0.write(writer, 0);
    Ok(payload)
}

#[inline(never)]
fn handle_set_flag<C: IClearingHouse>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 96);
    let account = reader.word(0);
    let flagged = reader.boolean(32);
    let moves = reader.list(64, 0, 96, Move::read);
    reader.finish()?;
    let result_0 = C::set_flag(account, flagged, moves)?;
    let mut payload = blank(256);
    let writer = &mut Writer::new(&mut payload, 256);
    result_0.write(writer, 0);
    Ok(payload)
}

#[inline(never)]
fn handle_reduce<C: IClearingHouse>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 320);
    let fill = Fill::read(reader, 0);
    let moves = reader.list(256, 0, 96, Move::read);
    let caller = reader.address(288);
    reader.finish()?;
    let (result_0, result_1) = C::reduce(fill, moves, caller)?;
    let mut payload = blank(512);
    let writer = &mut Writer::new(&mut payload, 512);
    result_0.write(writer, 0);
    result_1.write(writer, 256);
    Ok(payload)
}

#[inline(never)]
fn handle_accrue<C: IClearingHouse>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 32);
    let underlyings = reader.list(0, 0, 32, |reader, at| reader.uint64(at, 16) as u16);
    reader.finish()?;
    C::accrue(underlyings)?;
    Ok(Vec::new())
}

#[inline(never)]
fn handle_account<C: IClearingHouse>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 32);
    let id = reader.word(0);
    reader.finish()?;
    let (result_0, result_1, result_2, result_3, result_4, result_5) = C::account(id)?;
    let mut payload = blank(192);
    let writer = &mut Writer::new(&mut payload, 192);
    writer.int128(0, result_0);
    writer.uint64(32, u64::from(result_1));
    writer.boolean(64, result_2);
    writer.uint64(96, u64::from(result_3));
    writer.uint64(128, u64::from(result_4));
    writer.uint64(160, result_5);
    Ok(payload)
}

#[inline(never)]
fn handle_legs<C: IClearingHouse>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 32);
    let id = reader.word(0);
    reader.finish()?;
    let result_0 = C::legs(id)?;
    let mut payload = blank(32 + list_size(result_0.len(), 32));
    let writer = &mut Writer::new(&mut payload, 32);
    writer.list(0, 0, &result_0, 32, Writer::word);
    Ok(payload)
}

#[inline(never)]
fn handle_position<C: IClearingHouse>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 64);
    let id = reader.word(0);
    let instrument = reader.uint128(32, 128);
    reader.finish()?;
    let (result_0, result_1) = C::position(id, instrument)?;
    let mut payload = blank(64);
    let writer = &mut Writer::new(&mut payload, 64);
    writer.int128(0, result_0);
    writer.int128(32, result_1);
    Ok(payload)
}

#[inline(never)]
fn handle_collateral<C: IClearingHouse>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 64);
    let id = reader.word(0);
    let asset = reader.uint64(32, 16) as u16;
    reader.finish()?;
    let result_0 = C::collateral(id, asset)?;
    let mut payload = blank(32);
    let writer = &mut Writer::new(&mut payload, 32);
    writer.int128(0, result_0);
    Ok(payload)
}

#[inline(never)]
fn handle_health<C: IClearingHouse>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 32);
    let id = reader.word(0);
    reader.finish()?;
    let result_0 = C::health(id)?;
    let mut payload = blank(256);
    let writer = &mut Writer::new(&mut payload, 256);
    result_0.write(writer, 0);
    Ok(payload)
}

#[inline(never)]
fn handle_healths<C: IClearingHouse>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 32);
    let ids = reader.list(0, 0, 32, Reader::word);
    reader.finish()?;
    let result_0 = C::healths(ids)?;
    let mut payload = blank(32 + list_size(result_0.len(), 256));
    let writer = &mut Writer::new(&mut payload, 32);
    writer.list(0, 0, &result_0, 256, |writer, at, item| item.write(writer, at));
    Ok(payload)
}

#[inline(never)]
fn handle_market<C: IClearingHouse>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 32);
    let underlying = reader.uint64(0, 16) as u16;
    reader.finish()?;
    let result_0 = C::market(underlying)?;
    let mut payload = blank(416);
    let writer = &mut Writer::new(&mut payload, 416);
    result_0.write(writer, 0);
    Ok(payload)
}

#[inline(never)]
fn handle_limits<C: IClearingHouse>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 32);
    let underlying = reader.uint64(0, 16) as u16;
    reader.finish()?;
    let result_0 = C::limits(underlying)?;
    let mut payload = blank(224);
    let writer = &mut Writer::new(&mut payload, 224);
    result_0.write(writer, 0);
    Ok(payload)
}

#[inline(never)]
fn handle_has_right<C: IClearingHouse>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 64);
    let venue = reader.address(0);
    let right = Right::from_index(reader.variant(32, 5));
    reader.finish()?;
    let result_0 = C::has_right(venue, right)?;
    let mut payload = blank(32);
    let writer = &mut Writer::new(&mut payload, 32);
    writer.boolean(0, result_0);
    Ok(payload)
}

#[inline(never)]
fn handle_engine<C: IClearingHouse>(_data: &[u8]) -> Result<Vec<u8>, Revert> {
    let (result_0, result_1) = C::engine()?;
    let mut payload = blank(64);
    let writer = &mut Writer::new(&mut payload, 64);
    writer.address(0, &result_0);
    writer.word(32, &result_1);
    Ok(payload)
}

#[inline(never)]
fn handle_set_venue<C: IClearingHouse>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 64);
    let venue = reader.address(0);
    let rights = reader.uint64(32, 8) as u8;
    reader.finish()?;
    C::set_venue(venue, rights)?;
    Ok(Vec::new())
}

#[inline(never)]
fn handle_set_limits<C: IClearingHouse>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 256);
    let underlying = reader.uint64(0, 16) as u16;
    let limits_ = Limits::read(reader, 32);
    reader.finish()?;
    C::set_limits(underlying, limits_)?;
    Ok(Vec::new())
}

#[inline(never)]
fn handle_set_engine<C: IClearingHouse>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 64);
    let engine_ = reader.address(0);
    let codehash = reader.word(32);
    reader.finish()?;
    C::set_engine(engine_, codehash)?;
    Ok(Vec::new())
}

#[inline(never)]
fn handle_owner<C: IClearingHouse>(_data: &[u8]) -> Result<Vec<u8>, Revert> {
    let result_0 = C::owner()?;
    let mut payload = blank(32);
    let writer = &mut Writer::new(&mut payload, 32);
    writer.address(0, &result_0);
    Ok(payload)
}

#[inline(never)]
fn handle_pending_owner<C: IClearingHouse>(_data: &[u8]) -> Result<Vec<u8>, Revert> {
    let result_0 = C::pending_owner()?;
    let mut payload = blank(32);
    let writer = &mut Writer::new(&mut payload, 32);
    writer.address(0, &result_0);
    Ok(payload)
}

#[inline(never)]
fn handle_transfer_ownership<C: IClearingHouse>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 32);
    let next = reader.address(0);
    reader.finish()?;
    C::transfer_ownership(next)?;
    Ok(Vec::new())
}

#[inline(never)]
fn handle_accept_ownership<C: IClearingHouse>(_data: &[u8]) -> Result<Vec<u8>, Revert> {
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

    /// `MissingRight(address,uint8)`
    pub const MISSING_RIGHT: u32 = 0xb7e5f713;

    /// `NotAuthorised(bytes32,address)`
    pub const NOT_AUTHORISED: u32 = 0x14c417b5;

    /// `ReservedAccount(bytes32)`
    pub const RESERVED_ACCOUNT: u32 = 0x1815996f;

    /// `SelfTrade(bytes32)`
    pub const SELF_TRADE: u32 = 0x6a6e3887;

    /// `UnknownInstrument(uint128)`
    pub const UNKNOWN_INSTRUMENT: u32 = 0x617265ca;

    /// `MarketClosed(uint16,uint8)`
    pub const MARKET_CLOSED: u32 = 0x422d28d1;

    /// `ZeroSize()`
    pub const ZERO_SIZE: u32 = 0xc459d23f;

    /// `ZeroAmount()`
    pub const ZERO_AMOUNT: u32 = 0x1f2a2005;

    /// `BadPrice(int256)`
    pub const BAD_PRICE: u32 = 0x0b3c8a71;

    /// `OffGrid(int256,int256)`
    pub const OFF_GRID: u32 = 0x44ff5c5f;

    /// `OutsideBand(uint128,int256,int256,int256)`
    pub const OUTSIDE_BAND: u32 = 0x5540d64e;

    /// `FeeTooHigh(int256,int256)`
    pub const FEE_TOO_HIGH: u32 = 0x83d813f0;

    /// `OpenInterestExceeded(uint16,int256,int256)`
    pub const OPEN_INTEREST_EXCEEDED: u32 = 0xa2564bdc;

    /// `PositionExceeded(bytes32,int256,int256)`
    pub const POSITION_EXCEEDED: u32 = 0x1bec5603;

    /// `NotReducing(bytes32,uint128)`
    pub const NOT_REDUCING: u32 = 0xc704adcf;

    /// `InsufficientMargin(bytes32,int256,int256)`
    pub const INSUFFICIENT_MARGIN: u32 = 0x9cdd24a6;

    /// `MarginNotImproved(bytes32,int256,int256)`
    pub const MARGIN_NOT_IMPROVED: u32 = 0x63c32041;

    /// `DoubtfulPrice(bytes32,uint8,uint8)`
    pub const DOUBTFUL_PRICE: u32 = 0x1b822108;

    /// `AccountFlagged(bytes32)`
    pub const ACCOUNT_FLAGGED: u32 = 0x76d59964;

    /// `NotFlagged(bytes32)`
    pub const NOT_FLAGGED: u32 = 0x94da6638;

    /// `AccountHealthy(bytes32,int256,int256)`
    pub const ACCOUNT_HEALTHY: u32 = 0x57c98024;

    /// `TakeoverTooLarge(bytes32,int256,int256)`
    pub const TAKEOVER_TOO_LARGE: u32 = 0xed3cef9a;

    /// `QuoteShortfall(bytes32,int256)`
    pub const QUOTE_SHORTFALL: u32 = 0x1370a0c4;

    /// `InsufficientBalance(bytes32,uint16,int256,int256)`
    pub const INSUFFICIENT_BALANCE: u32 = 0x3c3f44b0;

    /// `UnknownAsset(uint16)`
    pub const UNKNOWN_ASSET: u32 = 0x9456b615;

    /// `TooMany(uint256,uint256)`
    pub const TOO_MANY: u32 = 0xc3e33c99;

    /// `TooManyLegs(bytes32,uint256,uint256)`
    pub const TOO_MANY_LEGS: u32 = 0x5153db10;

    /// `BadMove(bytes32)`
    pub const BAD_MOVE: u32 = 0xd6875178;

    /// `BadLimits(uint16)`
    pub const BAD_LIMITS: u32 = 0xee6c59cd;

    /// `WrongCode(bytes32,bytes32)`
    pub const WRONG_CODE: u32 = 0x9e00ade9;

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

    /// `MissingRight(address sender, Right right)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn missing_right(sender: &Address, right: Right) -> Revert {
        let mut payload = Revert::new(MISSING_RIGHT, 64);
        let writer = &mut payload.writer(68);
        writer.address(4, sender);
        writer.uint64(36, right as u64);
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

    /// `ReservedAccount(bytes32 account)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn reserved_account(account: &Word) -> Revert {
        let mut payload = Revert::new(RESERVED_ACCOUNT, 32);
        let writer = &mut payload.writer(36);
        writer.word(4, account);
        payload
    }

    /// `SelfTrade(bytes32 account)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn self_trade(account: &Word) -> Revert {
        let mut payload = Revert::new(SELF_TRADE, 32);
        let writer = &mut payload.writer(36);
        writer.word(4, account);
        payload
    }

    /// `UnknownInstrument(uint128 instrument)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn unknown_instrument(instrument: u128) -> Revert {
        let mut payload = Revert::new(UNKNOWN_INSTRUMENT, 32);
        let writer = &mut payload.writer(36);
        writer.uint128(4, instrument);
        payload
    }

    /// `MarketClosed(uint16 underlying, Status status)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn market_closed(underlying: u16, status: Status) -> Revert {
        let mut payload = Revert::new(MARKET_CLOSED, 64);
        let writer = &mut payload.writer(68);
        writer.uint64(4, u64::from(underlying));
        writer.uint64(36, status as u64);
        payload
    }

    /// `ZeroSize()`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn zero_size() -> Revert {
        Revert::new(ZERO_SIZE, 0)
    }

    /// `ZeroAmount()`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn zero_amount() -> Revert {
        Revert::new(ZERO_AMOUNT, 0)
    }

    /// `BadPrice(int256 price)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn bad_price(price: i128) -> Revert {
        let mut payload = Revert::new(BAD_PRICE, 32);
        let writer = &mut payload.writer(36);
        writer.int128(4, price);
        payload
    }

    /// `OffGrid(int256 value, int256 step)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn off_grid(value: i128, step: i128) -> Revert {
        let mut payload = Revert::new(OFF_GRID, 64);
        let writer = &mut payload.writer(68);
        writer.int128(4, value);
        writer.int128(36, step);
        payload
    }

    /// `OutsideBand(uint128 instrument, int256 price, int256 mark, int256 band)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn outside_band(
        instrument: u128,
        price: i128,
        mark: i128,
        band: i128,
    ) -> Revert {
        let mut payload = Revert::new(OUTSIDE_BAND, 128);
        let writer = &mut payload.writer(132);
        writer.uint128(4, instrument);
        writer.int128(36, price);
        writer.int128(68, mark);
        writer.int128(100, band);
        payload
    }

    /// `FeeTooHigh(int256 fee, int256 bound)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn fee_too_high(fee: i128, bound: i128) -> Revert {
        let mut payload = Revert::new(FEE_TOO_HIGH, 64);
        let writer = &mut payload.writer(68);
        writer.int128(4, fee);
        writer.int128(36, bound);
        payload
    }

    /// `OpenInterestExceeded(uint16 underlying, int256 actual, int256 bound)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn open_interest_exceeded(underlying: u16, actual: i128, bound: i128) -> Revert {
        let mut payload = Revert::new(OPEN_INTEREST_EXCEEDED, 96);
        let writer = &mut payload.writer(100);
        writer.uint64(4, u64::from(underlying));
        writer.int128(36, actual);
        writer.int128(68, bound);
        payload
    }

    /// `PositionExceeded(bytes32 account, int256 size, int256 bound)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn position_exceeded(account: &Word, size: i128, bound: i128) -> Revert {
        let mut payload = Revert::new(POSITION_EXCEEDED, 96);
        let writer = &mut payload.writer(100);
        writer.word(4, account);
        writer.int128(36, size);
        writer.int128(68, bound);
        payload
    }

    /// `NotReducing(bytes32 account, uint128 instrument)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn not_reducing(account: &Word, instrument: u128) -> Revert {
        let mut payload = Revert::new(NOT_REDUCING, 64);
        let writer = &mut payload.writer(68);
        writer.word(4, account);
        writer.uint128(36, instrument);
        payload
    }

    /// `InsufficientMargin(bytes32 account, int256 equity, int256 initialMargin)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn insufficient_margin(
        account: &Word,
        equity: i128,
        initial_margin: i128,
    ) -> Revert {
        let mut payload = Revert::new(INSUFFICIENT_MARGIN, 96);
        let writer = &mut payload.writer(100);
        writer.word(4, account);
        writer.int128(36, equity);
        writer.int128(68, initial_margin);
        payload
    }

    /// `MarginNotImproved(bytes32 account, int256 balanceAfter, int256 balanceBefore)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn margin_not_improved(
        account: &Word,
        balance_after: i128,
        balance_before: i128,
    ) -> Revert {
        let mut payload = Revert::new(MARGIN_NOT_IMPROVED, 96);
        let writer = &mut payload.writer(100);
        writer.word(4, account);
        writer.int128(36, balance_after);
        writer.int128(68, balance_before);
        payload
    }

    /// `DoubtfulPrice(bytes32 account, Grade grade, Doubt doubt)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn doubtful_price(account: &Word, grade: Grade, doubt: Doubt) -> Revert {
        let mut payload = Revert::new(DOUBTFUL_PRICE, 96);
        let writer = &mut payload.writer(100);
        writer.word(4, account);
        writer.uint64(36, grade as u64);
        writer.uint64(68, doubt as u64);
        payload
    }

    /// `AccountFlagged(bytes32 account)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn account_flagged(account: &Word) -> Revert {
        let mut payload = Revert::new(ACCOUNT_FLAGGED, 32);
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

    /// `AccountHealthy(bytes32 account, int256 equity, int256 maintenanceMargin)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn account_healthy(
        account: &Word,
        equity: i128,
        maintenance_margin: i128,
    ) -> Revert {
        let mut payload = Revert::new(ACCOUNT_HEALTHY, 96);
        let writer = &mut payload.writer(100);
        writer.word(4, account);
        writer.int128(36, equity);
        writer.int128(68, maintenance_margin);
        payload
    }

    /// - `largest`: what would have been allowed, signed as `size`
    ///
    /// `TakeoverTooLarge(bytes32 account, int256 size, int256 largest)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn takeover_too_large(account: &Word, size: i128, largest: i128) -> Revert {
        let mut payload = Revert::new(TAKEOVER_TOO_LARGE, 96);
        let writer = &mut payload.writer(100);
        writer.word(4, account);
        writer.int128(36, size);
        writer.int128(68, largest);
        payload
    }

    /// `QuoteShortfall(bytes32 account, int256 settledQuote)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn quote_shortfall(account: &Word, settled_quote: i128) -> Revert {
        let mut payload = Revert::new(QUOTE_SHORTFALL, 64);
        let writer = &mut payload.writer(68);
        writer.word(4, account);
        writer.int128(36, settled_quote);
        payload
    }

    /// `InsufficientBalance(bytes32 account, uint16 asset, int256 balance, int256 amount)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn insufficient_balance(
        account: &Word,
        asset: u16,
        balance: i128,
        amount: i128,
    ) -> Revert {
        let mut payload = Revert::new(INSUFFICIENT_BALANCE, 128);
        let writer = &mut payload.writer(132);
        writer.word(4, account);
        writer.uint64(36, u64::from(asset));
        writer.int128(68, balance);
        writer.int128(100, amount);
        payload
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

    /// `TooManyLegs(bytes32 account, uint256 actual, uint256 bound)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn too_many_legs(account: &Word, actual: u128, bound: u128) -> Revert {
        let mut payload = Revert::new(TOO_MANY_LEGS, 96);
        let writer = &mut payload.writer(100);
        writer.word(4, account);
        writer.uint128(36, actual);
        writer.uint128(68, bound);
        payload
    }

    /// `BadMove(bytes32 from)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn bad_move(from: &Word) -> Revert {
        let mut payload = Revert::new(BAD_MOVE, 32);
        let writer = &mut payload.writer(36);
        writer.word(4, from);
        payload
    }

    /// - `field`: place in `Limits`, from 0
    ///
    /// `BadLimits(uint16 field)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn bad_limits(field: u16) -> Revert {
        let mut payload = Revert::new(BAD_LIMITS, 32);
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

    /// `Traded(bytes32,bytes32,uint128,int256,int256,int256,int256,int256,int256)`
    pub const TRADED: [u64; 4] = [
        0x7054a4214b35bf4f, 0xc49ccbf6c4e88074, 0xf3bf507c19a00124, 0x6bbbe42d4dac2430,
    ];
    /// `Credited(bytes32,uint16,int256,int256)`
    pub const CREDITED: [u64; 4] = [
        0x38014d9f778a64b3, 0xb4eb5b9afbd9611d, 0xec94b7aaa7f13c4d, 0x3c926104a8f3599e,
    ];
    /// `Debited(bytes32,uint16,int256,int256)`
    pub const DEBITED: [u64; 4] = [
        0x479cc362d937f757, 0x8dbb6788792d8c6b, 0x0efcccf95efc61a2, 0xb49836e1b07af7b6,
    ];
    /// `FundingAccrued(uint16,int256,int256,uint40)`
    pub const FUNDING_ACCRUED: [u64; 4] = [
        0x7116230ee09b0bf4, 0xe7682018b09cacbd, 0xb21c666deebe254a, 0x972eec0388c30e30,
    ];
    /// `FundingRealised(bytes32,uint16,int256,int256)`
    pub const FUNDING_REALISED: [u64; 4] = [
        0x05c95b415bdf300f, 0x05f1cb9c2419af89, 0x7254f344dfa2487e, 0x12eebb9422b6d171,
    ];
    /// `FeesCollected(int256,int256)`
    pub const FEES_COLLECTED: [u64; 4] = [
        0x8195f2c071f9a5f6, 0xaa81ebb02001b914, 0xdbb1e42aba78e776, 0x436f12e447e1af33,
    ];
    /// `FlagSet(bytes32,bool)`
    pub const FLAG_SET: [u64; 4] = [
        0x929fa90734d6cf70, 0xadcef34eda086fbd, 0x3273cc0c98ad9c8f, 0xfcc94cf000949fdc,
    ];
    /// `Moved(bytes32,bytes32,int256,int256,int256)`
    pub const MOVED: [u64; 4] = [
        0xe28ea46c5a7a2cab, 0x16e7a9d874703f6b, 0x2abd157f41b2b9c7, 0xf7245cb0d1e7495b,
    ];
    /// `VenueSet(address,uint8)`
    pub const VENUE_SET: [u64; 4] = [
        0x7036e940bc4f4897, 0xbec76ffa57d5ad29, 0x4e3d19b04a5f333e, 0x4dd0bd8ea6e5cf75,
    ];
    /// `LimitsSet(uint16,(uint8,int256,int256,int256,int256,int256,int256))`
    pub const LIMITS_SET: [u64; 4] = [
        0xa1fe72823cbf809d, 0x3f5dc421833d0ed1, 0x0b01aa5f67f315a9, 0x9d559dd98bbc3f74,
    ];
    /// `EngineSet(address,bytes32)`
    pub const ENGINE_SET: [u64; 4] = [
        0x1442c7028e68a468, 0x79e045e2c3813284, 0xb95a0de6e7e12884, 0x56d6fa329061dbc9,
    ];
    /// `OwnershipTransferStarted(address,address)`
    pub const OWNERSHIP_TRANSFER_STARTED: [u64; 4] = [
        0x38d16b8cac22d99f, 0xc7c124b9cd0de2d3, 0xfa1faef420bfe791, 0xd8c362d765e22700,
    ];
    /// `OwnershipTransferred(address,address)`
    pub const OWNERSHIP_TRANSFERRED: [u64; 4] = [
        0x8be0079c53165914, 0x1344cd1fd0a4f284, 0x19497f9722a3daaf, 0xe3b4186f6b6457e0,
    ];
    /// `Traded(bytes32 indexed maker, bytes32 indexed taker, uint128 indexed instrument, int256 size, int256 price, int256 makerSize, int256 takerSize, int256 makerCash, int256 takerCash)`
    #[inline(never)]
    pub fn traded(
        maker: &Word,
        taker: &Word,
        instrument: u128,
        size: i128,
        price: i128,
        maker_size: i128,
        taker_size: i128,
        maker_cash: i128,
        taker_cash: i128,
    ) {
        let mut payload = [0; 320];
        let writer = &mut Writer::new(&mut payload, 320);
        writer.topic(TRADED[0], TRADED[1], TRADED[2], TRADED[3]);
        writer.word(32, maker);
        writer.word(64, taker);
        writer.uint128(96, instrument);
        writer.int128(128, size);
        writer.int128(160, price);
        writer.int128(192, maker_size);
        writer.int128(224, taker_size);
        writer.int128(256, maker_cash);
        writer.int128(288, taker_cash);
        host::log(4, &payload);
    }

    /// `Credited(bytes32 indexed account, uint16 indexed asset, int256 amount, int256 balance)`
    #[inline(never)]
    pub fn credited(account: &Word, asset: u16, amount: i128, balance: i128) {
        let mut payload = [0; 160];
        let writer = &mut Writer::new(&mut payload, 160);
        writer.topic(CREDITED[0], CREDITED[1], CREDITED[2], CREDITED[3]);
        writer.word(32, account);
        writer.uint64(64, u64::from(asset));
        writer.int128(96, amount);
        writer.int128(128, balance);
        host::log(3, &payload);
    }

    /// `Debited(bytes32 indexed account, uint16 indexed asset, int256 amount, int256 balance)`
    #[inline(never)]
    pub fn debited(account: &Word, asset: u16, amount: i128, balance: i128) {
        let mut payload = [0; 160];
        let writer = &mut Writer::new(&mut payload, 160);
        writer.topic(DEBITED[0], DEBITED[1], DEBITED[2], DEBITED[3]);
        writer.word(32, account);
        writer.uint64(64, u64::from(asset));
        writer.int128(96, amount);
        writer.int128(128, balance);
        host::log(3, &payload);
    }

    /// `FundingAccrued(uint16 indexed underlying, int256 fundingIndex, int256 fundingRate, uint40 at)`
    #[inline(never)]
    pub fn funding_accrued(
        underlying: u16,
        funding_index: i128,
        funding_rate: i128,
        at_: u64,
    ) {
        let mut payload = [0; 160];
        let writer = &mut Writer::new(&mut payload, 160);
        writer
            .topic(
                FUNDING_ACCRUED[0],
                FUNDING_ACCRUED[1],
                FUNDING_ACCRUED[2],
                FUNDING_ACCRUED[3],
            );
        writer.uint64(32, u64::from(underlying));
        writer.int128(64, funding_index);
        writer.int128(96, funding_rate);
        writer.uint64(128, at_);
        host::log(2, &payload);
    }

    /// - `amount`: what the cash changed by: positive, received
    ///
    /// `FundingRealised(bytes32 indexed account, uint16 indexed underlying, int256 amount, int256 cash)`
    #[inline(never)]
    pub fn funding_realised(account: &Word, underlying: u16, amount: i128, cash: i128) {
        let mut payload = [0; 160];
        let writer = &mut Writer::new(&mut payload, 160);
        writer
            .topic(
                FUNDING_REALISED[0],
                FUNDING_REALISED[1],
                FUNDING_REALISED[2],
                FUNDING_REALISED[3],
            );
        writer.word(32, account);
        writer.uint64(64, u64::from(underlying));
        writer.int128(96, amount);
        writer.int128(128, cash);
        host::log(3, &payload);
    }

    /// `FeesCollected(int256 amount, int256 cash)`
    #[inline(never)]
    pub fn fees_collected(amount: i128, cash: i128) {
        let mut payload = [0; 96];
        let writer = &mut Writer::new(&mut payload, 96);
        writer
            .topic(
                FEES_COLLECTED[0],
                FEES_COLLECTED[1],
                FEES_COLLECTED[2],
                FEES_COLLECTED[3],
            );
        writer.int128(32, amount);
        writer.int128(64, cash);
        host::log(1, &payload);
    }

    /// `FlagSet(bytes32 indexed account, bool flagged)`
    #[inline(never)]
    pub fn flag_set(account: &Word, flagged: bool) {
        let mut payload = [0; 96];
        let writer = &mut Writer::new(&mut payload, 96);
        writer.topic(FLAG_SET[0], FLAG_SET[1], FLAG_SET[2], FLAG_SET[3]);
        writer.word(32, account);
        writer.boolean(64, flagged);
        host::log(2, &payload);
    }

    /// `Moved(bytes32 indexed from, bytes32 indexed to, int256 amount, int256 fromCash, int256 toCash)`
    #[inline(never)]
    pub fn moved(from: &Word, to: &Word, amount: i128, from_cash: i128, to_cash: i128) {
        let mut payload = [0; 192];
        let writer = &mut Writer::new(&mut payload, 192);
        writer.topic(MOVED[0], MOVED[1], MOVED[2], MOVED[3]);
        writer.word(32, from);
        writer.word(64, to);
        writer.int128(96, amount);
        writer.int128(128, from_cash);
        writer.int128(160, to_cash);
        host::log(3, &payload);
    }

    /// `VenueSet(address indexed venue, uint8 rights)`
    #[inline(never)]
    pub fn venue_set(venue: &Address, rights: u8) {
        let mut payload = [0; 96];
        let writer = &mut Writer::new(&mut payload, 96);
        writer.topic(VENUE_SET[0], VENUE_SET[1], VENUE_SET[2], VENUE_SET[3]);
        writer.address(32, venue);
        writer.uint64(64, u64::from(rights));
        host::log(2, &payload);
    }

    /// `LimitsSet(uint16 indexed underlying, Limits limits)`
    #[inline(never)]
    pub fn limits_set(underlying: u16, limits: &Limits) {
        let mut payload = [0; 288];
        let writer = &mut Writer::new(&mut payload, 288);
        writer.topic(LIMITS_SET[0], LIMITS_SET[1], LIMITS_SET[2], LIMITS_SET[3]);
        writer.uint64(32, u64::from(underlying));
        limits.write(writer, 64);
        host::log(2, &payload);
    }

    /// `EngineSet(address indexed engine, bytes32 codehash)`
    #[inline(never)]
    pub fn engine_set(engine: &Address, codehash: &Word) {
        let mut payload = [0; 96];
        let writer = &mut Writer::new(&mut payload, 96);
        writer.topic(ENGINE_SET[0], ENGINE_SET[1], ENGINE_SET[2], ENGINE_SET[3]);
        writer.address(32, engine);
        writer.word(64, codehash);
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

    /// Applies all fills, then assesses every touched account once.
    ///
    /// Order: right, counts (32 fills, 16 accounts), each fill against its market (size, price,
    /// instrument, status, grid, accounts, fees, reduceOnly), the limits of the batch, engine, band,
    /// admission. What is over a limit may fall. Engine calls: one, and one more if an account must show
    /// that it reduced; accounts that are together in more than 8 markets need more, 8 markets each. An account is admitted when its equity is at least its initial margin, with all
    /// its prices live; or when no leg grew or changed sign, its margin balance over maintenance did
    /// not fall, and its equity is not below the lesser of zero and what it was. A flagged account
    /// may only reduce; an account without positions and debt may do anything. Reserved accounts, and
    /// owners that are precompiles (below 0x10000), are refused.
    ///
    /// `trade(Fill[] fills) returns (Outcome[])`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn trade(
        target: &Address,
        gas_cap: u64,
        fills: &[Fill],
    ) -> Result<Vec<Outcome>, CallFailure> {
        let mut payload = message(selectors::TRADE, 32 + list_size(fills.len(), 256));
        let writer = &mut Writer::new(&mut payload, 36);
        writer.list(4, 4, fills, 256, |writer, at, item| item.write(writer, at));
        let answer = host::call(target, gas_cap, 0, &payload, MAX_RETURN)?;
        let reader = &mut Reader::new(&answer, 32);
        let result_0 = reader.list(0, 0, 256, Outcome::read);
        reader.returned(result_0)
    }

    /// What `trade` would answer if a venue called it now, with the same errors.
    ///
    /// `previewTrade(Fill[] fills) view returns (Outcome[])`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn preview_trade(
        target: &Address,
        gas_cap: u64,
        fills: &[Fill],
    ) -> Result<Vec<Outcome>, CallFailure> {
        let mut payload = message(
            selectors::PREVIEW_TRADE,
            32 + list_size(fills.len(), 256),
        );
        let writer = &mut Writer::new(&mut payload, 36);
        writer.list(4, 4, fills, 256, |writer, at, item| item.write(writer, at));
        let answer = host::static_call(target, gas_cap, &payload, MAX_RETURN)?;
        let reader = &mut Reader::new(&answer, 32);
        let result_0 = reader.list(0, 0, 256, Outcome::read);
        reader.returned(result_0)
    }

    /// Adds to an account's balance of an asset (0: the quote coin, up to 15: collateral).
    ///
    /// Returns balance afterwards
    ///
    /// `credit(bytes32 account, uint16 asset, int256 amount) returns (int256 balance)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn credit(
        target: &Address,
        gas_cap: u64,
        account: &Word,
        asset: u16,
        amount: i128,
    ) -> Result<i128, CallFailure> {
        let mut payload = message(selectors::CREDIT, 96);
        let writer = &mut Writer::new(&mut payload, 100);
        writer.word(4, account);
        writer.uint64(36, u64::from(asset));
        writer.int128(68, amount);
        let answer = host::call(target, gas_cap, 0, &payload, 32)?;
        let reader = &mut Reader::new(&answer, 32);
        let result_0 = reader.int256(0);
        reader.returned(result_0)
    }

    /// Takes from an account's balance. `caller` must own the account (the house's owner: the
    /// account that collects fees); what is left must hold the initial margin at live prices. Cash may
    /// go below zero where positions back it; what collateral backs is not lent, so quote is refused where
    /// `settledQuote` would be negative. A flagged account takes out only without positions and debt.
    ///
    /// `debit(bytes32 account, uint16 asset, int256 amount, address caller) returns (int256 balance)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn debit(
        target: &Address,
        gas_cap: u64,
        account: &Word,
        asset: u16,
        amount: i128,
        caller: &Address,
    ) -> Result<i128, CallFailure> {
        let mut payload = message(selectors::DEBIT, 128);
        let writer = &mut Writer::new(&mut payload, 132);
        writer.word(4, account);
        writer.uint64(36, u64::from(asset));
        writer.int128(68, amount);
        writer.address(100, caller);
        let answer = host::call(target, gas_cap, 0, &payload, 32)?;
        let reader = &mut Reader::new(&answer, 32);
        let result_0 = reader.int256(0);
        reader.returned(result_0)
    }

    /// What `debit` would leave, with the same errors save authority.
    ///
    /// `previewDebit(bytes32 account, uint16 asset, int256 amount) view returns (Outcome)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn preview_debit(
        target: &Address,
        gas_cap: u64,
        account: &Word,
        asset: u16,
        amount: i128,
    ) -> Result<Outcome, CallFailure> {
        let mut payload = message(selectors::PREVIEW_DEBIT, 96);
        let writer = &mut Writer::new(&mut payload, 100);
        writer.word(4, account);
        writer.uint64(36, u64::from(asset));
        writer.int128(68, amount);
        let answer = host::static_call(target, gas_cap, &payload, 256)?;
        let reader = &mut Reader::new(&answer, 256);
        let result_0 = Outcome::read(reader, 0);
        reader.returned(result_0)
    }

    /// Sets or clears an account's flag: a flagged account may only deposit and reduce. Setting it
    /// needs equity below maintenance margin before the moves, which may leave no debt; clearing it needs
    /// a buffer of 15% of maintenance margin over it after them, at live prices. Setting a flag that is set
    /// makes the moves. Not while the sequencer is down or in its grace, nor at an outdated price.
    ///
    /// - `moves`: at most 8, from the account or the insurance account only, to accounts that may be
    ///   credited; insurance never goes below zero
    ///
    /// `setFlag(bytes32 account, bool flagged, Move[] moves) returns (Outcome)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn set_flag(
        target: &Address,
        gas_cap: u64,
        account: &Word,
        flagged: bool,
        moves: &[Move],
    ) -> Result<Outcome, CallFailure> {
        let mut payload = message(selectors::SET_FLAG, 96 + list_size(moves.len(), 96));
        let writer = &mut Writer::new(&mut payload, 100);
        writer.word(4, account);
        writer.boolean(36, flagged);
        writer.list(68, 4, moves, 96, |writer, at, item| item.write(writer, at));
        let answer = host::call(target, gas_cap, 0, &payload, 256)?;
        let reader = &mut Reader::new(&answer, 256);
        let result_0 = Outcome::read(reader, 0);
        reader.returned(result_0)
    }

    /// One fill by which `fill.taker` takes over a part of the flagged `fill.maker`'s position, no
    /// worse than the mark by the lesser of 0.25% and half the maintenance rate. The maker must
    /// not have the buffer that would clear its flag. Its margin balance over maintenance must not fall,
    /// moves included, nor its equity below the lesser of zero and what it was; the taker, whom `caller` must own, must hold its initial margin. No fees. A price
    /// whose feed is in doubt serves, but not one that is outdated, nor any while the sequencer is down or in
    /// its grace. The size keeps to the lot unless nothing is left, and, of a maker with an equity of 50
    /// or more that it would leave with 50 or more over that buffer, to what restores it, rounded up to the lot.
    ///
    /// `reduce(Fill fill, Move[] moves, address caller) returns (Outcome maker, Outcome taker)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn reduce(
        target: &Address,
        gas_cap: u64,
        fill: &Fill,
        moves: &[Move],
        caller: &Address,
    ) -> Result<(Outcome, Outcome), CallFailure> {
        let mut payload = message(selectors::REDUCE, 320 + list_size(moves.len(), 96));
        let writer = &mut Writer::new(&mut payload, 324);
        fill.write(writer, 4);
        writer.list(260, 4, moves, 96, |writer, at, item| item.write(writer, at));
        writer.address(292, caller);
        let answer = host::call(target, gas_cap, 0, &payload, 512)?;
        let reader = &mut Reader::new(&answer, 512);
        let result_0 = Outcome::read(reader, 0);
        let result_1 = Outcome::read(reader, 256);
        reader.returned((result_0, result_1))
    }

    /// Brings funding up to now and stores the rate that follows from the present premium. At most 8.
    ///
    /// `accrue(uint16[] underlyings)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn accrue(
        target: &Address,
        gas_cap: u64,
        underlyings: &[u16],
    ) -> Result<(), CallFailure> {
        let mut payload = message(
            selectors::ACCRUE,
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
        host::call(target, gas_cap, 0, &payload, 0)?;
        host::require_code(target)
    }

    /// `account(bytes32 id) view returns (int256 cash, uint8 mode, bool flagged, uint8 legCount, uint16 collateralBitmap, uint40 touchedAt)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn account(
        target: &Address,
        gas_cap: u64,
        id: &Word,
    ) -> Result<(i128, u8, bool, u8, u16, u64), CallFailure> {
        let mut payload = message(selectors::ACCOUNT, 32);
        let writer = &mut Writer::new(&mut payload, 36);
        writer.word(4, id);
        let answer = host::static_call(target, gas_cap, &payload, 192)?;
        let reader = &mut Reader::new(&answer, 192);
        let result_0 = reader.int256(0);
        let result_1 = reader.uint64(32, 8) as u8;
        let result_2 = reader.boolean(64);
        let result_3 = reader.uint64(96, 8) as u8;
        let result_4 = reader.uint64(128, 16) as u16;
        let result_5 = reader.uint64(160, 40);
        reader.returned((result_0, result_1, result_2, result_3, result_4, result_5))
    }

    /// The raw leg words: kind u8, underlying u16, funding index i104, size i128.
    ///
    /// `legs(bytes32 id) view returns (bytes32[])`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn legs(
        target: &Address,
        gas_cap: u64,
        id: &Word,
    ) -> Result<Vec<Word>, CallFailure> {
        let mut payload = message(selectors::LEGS, 32);
        let writer = &mut Writer::new(&mut payload, 36);
        writer.word(4, id);
        let answer = host::static_call(target, gas_cap, &payload, MAX_RETURN)?;
        let reader = &mut Reader::new(&answer, 32);
        let result_0 = reader.list(0, 0, 32, Reader::word);
        reader.returned(result_0)
    }

    /// The position in an instrument (zero: none) and the funding owed on it since it was last touched (positive: to pay).
    ///
    /// `position(bytes32 id, uint128 instrument) view returns (int256 size, int256 fundingOwed)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn position(
        target: &Address,
        gas_cap: u64,
        id: &Word,
        instrument: u128,
    ) -> Result<(i128, i128), CallFailure> {
        let mut payload = message(selectors::POSITION, 64);
        let writer = &mut Writer::new(&mut payload, 68);
        writer.word(4, id);
        writer.uint128(36, instrument);
        let answer = host::static_call(target, gas_cap, &payload, 64)?;
        let reader = &mut Reader::new(&answer, 64);
        let result_0 = reader.int256(0);
        let result_1 = reader.int256(32);
        reader.returned((result_0, result_1))
    }

    /// `collateral(bytes32 id, uint16 asset) view returns (int256)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn collateral(
        target: &Address,
        gas_cap: u64,
        id: &Word,
        asset: u16,
    ) -> Result<i128, CallFailure> {
        let mut payload = message(selectors::COLLATERAL, 64);
        let writer = &mut Writer::new(&mut payload, 68);
        writer.word(4, id);
        writer.uint64(36, u64::from(asset));
        let answer = host::static_call(target, gas_cap, &payload, 32)?;
        let reader = &mut Reader::new(&answer, 32);
        let result_0 = reader.int256(0);
        reader.returned(result_0)
    }

    /// Equity and requirements now, funding included. `healths`: at most 32.
    ///
    /// `health(bytes32 id) view returns (Outcome)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn health(
        target: &Address,
        gas_cap: u64,
        id: &Word,
    ) -> Result<Outcome, CallFailure> {
        let mut payload = message(selectors::HEALTH, 32);
        let writer = &mut Writer::new(&mut payload, 36);
        writer.word(4, id);
        let answer = host::static_call(target, gas_cap, &payload, 256)?;
        let reader = &mut Reader::new(&answer, 256);
        let result_0 = Outcome::read(reader, 0);
        reader.returned(result_0)
    }

    /// `healths(bytes32[] ids) view returns (Outcome[])`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn healths(
        target: &Address,
        gas_cap: u64,
        ids: &[Word],
    ) -> Result<Vec<Outcome>, CallFailure> {
        let mut payload = message(selectors::HEALTHS, 32 + list_size(ids.len(), 32));
        let writer = &mut Writer::new(&mut payload, 36);
        writer.list(4, 4, ids, 32, Writer::word);
        let answer = host::static_call(target, gas_cap, &payload, MAX_RETURN)?;
        let reader = &mut Reader::new(&answer, 32);
        let result_0 = reader.list(0, 0, 256, Outcome::read);
        reader.returned(result_0)
    }

    /// `market(uint16 underlying) view returns (MarketState)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn market(
        target: &Address,
        gas_cap: u64,
        underlying: u16,
    ) -> Result<MarketState, CallFailure> {
        let mut payload = message(selectors::MARKET, 32);
        let writer = &mut Writer::new(&mut payload, 36);
        writer.uint64(4, u64::from(underlying));
        let answer = host::static_call(target, gas_cap, &payload, 416)?;
        let reader = &mut Reader::new(&answer, 416);
        let result_0 = MarketState::read(reader, 0);
        reader.returned(result_0)
    }

    /// `limits(uint16 underlying) view returns (Limits)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn limits(
        target: &Address,
        gas_cap: u64,
        underlying: u16,
    ) -> Result<Limits, CallFailure> {
        let mut payload = message(selectors::LIMITS, 32);
        let writer = &mut Writer::new(&mut payload, 36);
        writer.uint64(4, u64::from(underlying));
        let answer = host::static_call(target, gas_cap, &payload, 224)?;
        let reader = &mut Reader::new(&answer, 224);
        let result_0 = Limits::read(reader, 0);
        reader.returned(result_0)
    }

    /// `hasRight(address venue, Right right) view returns (bool)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn has_right(
        target: &Address,
        gas_cap: u64,
        venue: &Address,
        right: Right,
    ) -> Result<bool, CallFailure> {
        let mut payload = message(selectors::HAS_RIGHT, 64);
        let writer = &mut Writer::new(&mut payload, 68);
        writer.address(4, venue);
        writer.uint64(36, right as u64);
        let answer = host::static_call(target, gas_cap, &payload, 32)?;
        let reader = &mut Reader::new(&answer, 32);
        let result_0 = reader.boolean(0);
        reader.returned(result_0)
    }

    /// `engine() view returns (address target, bytes32 codehash)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn engine(
        target: &Address,
        gas_cap: u64,
    ) -> Result<(Address, Word), CallFailure> {
        let payload = message(selectors::ENGINE, 0);
        let answer = host::static_call(target, gas_cap, &payload, 64)?;
        let reader = &mut Reader::new(&answer, 64);
        let result_0 = reader.address(0);
        let result_1 = reader.word(32);
        reader.returned((result_0, result_1))
    }

    /// Grants and revokes rights: bit n is `Right(n)`.
    ///
    /// `setVenue(address venue, uint8 rights)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn set_venue(
        target: &Address,
        gas_cap: u64,
        venue: &Address,
        rights: u8,
    ) -> Result<(), CallFailure> {
        let mut payload = message(selectors::SET_VENUE, 64);
        let writer = &mut Writer::new(&mut payload, 68);
        writer.address(4, venue);
        writer.uint64(36, u64::from(rights));
        host::call(target, gas_cap, 0, &payload, 0)?;
        host::require_code(target)
    }

    /// Lists a market or changes its limits, which must be representable exactly: fractions in
    /// billionths, caps in 17 digits, lot and tick in three and a power of ten. An open market's band is
    /// at most its initial rate less its maintenance rate. A listed market cannot be unlisted.
    ///
    /// `setLimits(uint16 underlying, Limits limits_)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn set_limits(
        target: &Address,
        gas_cap: u64,
        underlying: u16,
        limits_: &Limits,
    ) -> Result<(), CallFailure> {
        let mut payload = message(selectors::SET_LIMITS, 256);
        let writer = &mut Writer::new(&mut payload, 260);
        writer.uint64(4, u64::from(underlying));
        limits_.write(writer, 36);
        host::call(target, gas_cap, 0, &payload, 0)?;
        host::require_code(target)
    }

    /// Replaces the engine; the address must hold code with that hash.
    ///
    /// `setEngine(address engine_, bytes32 codehash)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn set_engine(
        target: &Address,
        gas_cap: u64,
        engine_: &Address,
        codehash: &Word,
    ) -> Result<(), CallFailure> {
        let mut payload = message(selectors::SET_ENGINE, 64);
        let writer = &mut Writer::new(&mut payload, 68);
        writer.address(4, engine_);
        writer.word(36, codehash);
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
