// Generated from contracts/interfaces/IExchange.sol by `cargo run -p codec`. Not to be edited.

//! Exchange: signed orders, lanes and fees
//!
//! Floor 4, a venue. Checks consent (signatures, lanes, limits) and hands the fills to the
//! clearing house, which decides margin. Calls: the signature precompile or an owner's ERC-1271 check
//! (static, gas cap 100,000), then the clearing house.
//!
//! EIP-712 domain: name "Ballast", version "1", chain id, this contract. Type:
//! Order(bytes32 account,uint128 instrument,int256 size,int256 limit,uint64 lane,uint64 seq,uint40 deadline,uint16 flags,int256 maxFee,address taker)
//! EXC-1: an order fills at most its size, at its limit or better, by its deadline, for at most its fee rate.
//! EXC-2: in a lane, an order whose sequence is below the lane's, or below what was cancelled, never fills again.
//! EXC-3: a signature counts once for its order, chain and exchange; a malleable one does not count.

#[allow(unused_imports)]
use alloc::vec::Vec;

#[allow(unused_imports)]
use contract_abi::word::{blank, blob_size, dynamic_list_size, list_size, Reader, Writer};

#[allow(unused_imports)]
use contract_abi::{Address, Word};

/// An order.
///
/// `struct Order`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Order {
    /// `bytes32`
    pub account: Word,
    /// `uint128`
    pub instrument: u128,
    /// signed units, positive buys
    ///
    /// `int256`
    pub size: i128,
    /// worst price, quote units per unit
    ///
    /// `int256`
    pub limit: i128,
    /// any number: a sequence of orders that share one storage slot; once one fills, those with a
    /// lower `seq` never fill again. Until then they do: a new order replaces nothing by being signed
    ///
    /// `uint64`
    pub lane: u64,
    /// number in the lane, from 1
    ///
    /// `uint64`
    pub seq: u64,
    /// last second at which it may fill
    ///
    /// `uint40`
    pub deadline: u64,
    /// bit 0: reduce only
    ///
    /// `uint16`
    pub flags: u16,
    /// greatest fee rate the owner pays, 18-decimal fraction of notional
    ///
    /// `int256`
    pub max_fee: i128,
    /// owner address that alone may take it; zero: anyone
    ///
    /// `address`
    pub taker: Address,
}

impl Order {
    /// Reads it from where it begins.
    #[inline(never)]
    pub fn read(reader: &mut Reader<'_>, at: usize) -> Self {
        Self {
            account: reader.word(at),
            instrument: reader.uint128(at + 32, 128),
            size: reader.int256(at + 64),
            limit: reader.int256(at + 96),
            lane: reader.uint64(at + 128, 64),
            seq: reader.uint64(at + 160, 64),
            deadline: reader.uint64(at + 192, 40),
            flags: reader.uint64(at + 224, 16) as u16,
            max_fee: reader.int256(at + 256),
            taker: reader.address(at + 288),
        }
    }

    /// Writes it from where it begins.
    #[inline(never)]
    pub fn write(&self, writer: &mut Writer<'_>, at: usize) {
        writer.word(at, &self.account);
        writer.uint128(at + 32, self.instrument);
        writer.int128(at + 64, self.size);
        writer.int128(at + 96, self.limit);
        writer.uint64(at + 128, self.lane);
        writer.uint64(at + 160, self.seq);
        writer.uint64(at + 192, self.deadline);
        writer.uint64(at + 224, u64::from(self.flags));
        writer.int128(at + 256, self.max_fee);
        writer.address(at + 288, &self.taker);
    }
}

/// A match of two orders of the call, by index, at the maker's limit.
///
/// `struct Match`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Match {
    /// `uint8`
    pub maker: u8,
    /// `uint8`
    pub taker: u8,
    /// units, positive
    ///
    /// `int256`
    pub size: i128,
}

impl Match {
    /// Reads it from where it begins.
    #[inline(never)]
    pub fn read(reader: &mut Reader<'_>, at: usize) -> Self {
        Self {
            maker: reader.uint64(at, 8) as u8,
            taker: reader.uint64(at + 32, 8) as u8,
            size: reader.int256(at + 64),
        }
    }

    /// Writes it from where it begins.
    #[inline(never)]
    pub fn write(&self, writer: &mut Writer<'_>, at: usize) {
        writer.uint64(at, u64::from(self.maker));
        writer.uint64(at + 32, u64::from(self.taker));
        writer.int128(at + 64, self.size);
    }
}

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
    pub initial_margin: i128,
    /// `int256`
    pub maintenance_margin: i128,
}

impl Outcome {
    /// Reads it from where it begins.
    #[inline(never)]
    pub fn read(reader: &mut Reader<'_>, at: usize) -> Self {
        Self {
            account: reader.word(at),
            cash: reader.int256(at + 32),
            equity: reader.int256(at + 64),
            initial_margin: reader.int256(at + 96),
            maintenance_margin: reader.int256(at + 128),
        }
    }

    /// Writes it from where it begins.
    #[inline(never)]
    pub fn write(&self, writer: &mut Writer<'_>, at: usize) {
        writer.word(at, &self.account);
        writer.int128(at + 32, self.cash);
        writer.int128(at + 64, self.equity);
        writer.int128(at + 96, self.initial_margin);
        writer.int128(at + 128, self.maintenance_margin);
    }
}

/// What a contract that is `IExchange` answers. Implemented once, by the contract.
pub trait IExchange {
    /// Fills. Bounds: 16 orders, 32 matches.
    ///
    /// Order of checks: counts, each order (deadline, lane, consent), each match (instrument, sides,
    /// limits, sizes), the clearing house's checks.
    ///
    /// - `signatures`: for each order a length (uint16, big-endian) and so many bytes; an order without
    ///   one must belong to the sender, and takes no lane: its size bounds this call only
    ///
    /// `fill(Order[] orders, bytes signatures, Match[] matches) returns (Outcome[])`
    fn fill(
        orders: Vec<Order>,
        signatures: Vec<u8>,
        matches: Vec<Match>,
    ) -> Result<Vec<Outcome>, Revert>;

    /// What `fill` would answer, with the same errors, without signatures: of the orders as if signed.
    ///
    /// `previewFill(Order[] orders, Match[] matches) view returns (Outcome[])`
    fn preview_fill(
        orders: Vec<Order>,
        matches: Vec<Match>,
    ) -> Result<Vec<Outcome>, Revert>;

    /// Cancels every order of a lane with a sequence below `belowSeq`. Only the owner of the account; never lowers.
    ///
    /// `cancel(bytes32 account, uint64 lane, uint64 belowSeq)`
    fn cancel(account: Word, lane: u64, below_seq: u64) -> Result<(), Revert>;

    /// A lane's present sequence, how much of that order is filled (units), and what is cancelled below.
    ///
    /// `laneStatus(bytes32 account, uint64 lane) view returns (uint64 seq, int256 filled, uint64 cancelledBelow)`
    fn lane_status(account: Word, lane: u64) -> Result<(u64, i128, u64), Revert>;

    /// The EIP-712 hash to sign.
    ///
    /// `orderHash(Order order) view returns (bytes32)`
    fn order_hash(order: Order) -> Result<Word, Revert>;

    /// `domainSeparator() view returns (bytes32)`
    fn domain_separator() -> Result<Word, Revert>;

    /// `fees(uint16 underlying) view returns (int256 maker, int256 taker)`
    fn fees(underlying: u16) -> Result<(i128, i128), Revert>;

    /// `clearingHouse() view returns (address)`
    fn clearing_house() -> Result<Address, Revert>;

    /// Sets the fee rates of a market: at most 1% either way, the two summing to at least zero.
    ///
    /// `setFees(uint16 underlying, int256 maker, int256 taker)`
    fn set_fees(underlying: u16, maker: i128, taker: i128) -> Result<(), Revert>;

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
    /// `fill((bytes32,uint128,int256,int256,uint64,uint64,uint40,uint16,int256,address)[],bytes,(uint8,uint8,int256)[])`
    pub const FILL: u32 = 0x5824cb4a;

    /// `previewFill((bytes32,uint128,int256,int256,uint64,uint64,uint40,uint16,int256,address)[],(uint8,uint8,int256)[])`
    pub const PREVIEW_FILL: u32 = 0x871a476a;

    /// `cancel(bytes32,uint64,uint64)`
    pub const CANCEL: u32 = 0xbc65425f;

    /// `laneStatus(bytes32,uint64)`
    pub const LANE_STATUS: u32 = 0xfc02d72c;

    /// `orderHash((bytes32,uint128,int256,int256,uint64,uint64,uint40,uint16,int256,address))`
    pub const ORDER_HASH: u32 = 0x59aa2f1c;

    /// `domainSeparator()`
    pub const DOMAIN_SEPARATOR: u32 = 0xf698da25;

    /// `fees(uint16)`
    pub const FEES: u32 = 0xbc22e4bc;

    /// `clearingHouse()`
    pub const CLEARING_HOUSE: u32 = 0x0af96800;

    /// `setFees(uint16,int256,int256)`
    pub const SET_FEES: u32 = 0x03dde0ce;

    /// `owner()`
    pub const OWNER: u32 = 0x8da5cb5b;

    /// `pendingOwner()`
    pub const PENDING_OWNER: u32 = 0xe30c3978;

    /// `transferOwnership(address)`
    pub const TRANSFER_OWNERSHIP: u32 = 0xf2fde38b;

    /// `acceptOwnership()`
    pub const ACCEPT_OWNERSHIP: u32 = 0x79ba5097;
}

/// Answers a call on a contract that is `IExchange`.
///
/// # Errors
/// `UnknownSelector`, `UnexpectedValue`, `MalformedCalldata` or `OutOfRange` for a call that cannot
/// be read, else what the contract refuses.
pub fn route<C: IExchange>(input: &[u8]) -> Result<Vec<u8>, Revert> {
    let Some((selector, data)) = input.split_first_chunk() else {
        return Err(unknown_selector(input));
    };
    refuse_value()?;
    match u32::from_be_bytes(*selector) {
        selectors::FILL => handle_fill::<C>(data),
        selectors::PREVIEW_FILL => handle_preview_fill::<C>(data),
        selectors::CANCEL => handle_cancel::<C>(data),
        selectors::LANE_STATUS => handle_lane_status::<C>(data),
        selectors::ORDER_HASH => handle_order_hash::<C>(data),
        selectors::DOMAIN_SEPARATOR => handle_domain_separator::<C>(data),
        selectors::FEES => handle_fees::<C>(data),
        selectors::CLEARING_HOUSE => handle_clearing_house::<C>(data),
        selectors::SET_FEES => handle_set_fees::<C>(data),
        selectors::OWNER => handle_owner::<C>(data),
        selectors::PENDING_OWNER => handle_pending_owner::<C>(data),
        selectors::TRANSFER_OWNERSHIP => handle_transfer_ownership::<C>(data),
        selectors::ACCEPT_OWNERSHIP => handle_accept_ownership::<C>(data),
        _ => Err(unknown_selector(selector)),
    }
}

#[inline(never)]
fn handle_fill<C: IExchange>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 96);
    let orders = reader.list(0, 0, 320, Order::read);
    let signatures = reader.blob(32, 0);
    let matches = reader.list(64, 0, 96, Match::read);
    reader.finish()?;
    let result_0 = C::fill(orders, signatures, matches)?;
    let mut payload = blank(32 + list_size(result_0.len(), 160));
    let writer = &mut Writer::new(&mut payload, 32);
    writer.list(0, 0, &result_0, 160, |writer, at, item| item.write(writer, at));
    Ok(payload)
}

#[inline(never)]
fn handle_preview_fill<C: IExchange>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 64);
    let orders = reader.list(0, 0, 320, Order::read);
    let matches = reader.list(32, 0, 96, Match::read);
    reader.finish()?;
    let result_0 = C::preview_fill(orders, matches)?;
    let mut payload = blank(32 + list_size(result_0.len(), 160));
    let writer = &mut Writer::new(&mut payload, 32);
    writer.list(0, 0, &result_0, 160, |writer, at, item| item.write(writer, at));
    Ok(payload)
}

#[inline(never)]
fn handle_cancel<C: IExchange>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 96);
    let account = reader.word(0);
    let lane = reader.uint64(32, 64);
    let below_seq = reader.uint64(64, 64);
    reader.finish()?;
    C::cancel(account, lane, below_seq)?;
    Ok(Vec::new())
}

#[inline(never)]
fn handle_lane_status<C: IExchange>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 64);
    let account = reader.word(0);
    let lane = reader.uint64(32, 64);
    reader.finish()?;
    let (result_0, result_1, result_2) = C::lane_status(account, lane)?;
    let mut payload = blank(96);
    let writer = &mut Writer::new(&mut payload, 96);
    writer.uint64(0, result_0);
    writer.int128(32, result_1);
    writer.uint64(64, result_2);
    Ok(payload)
}

#[inline(never)]
fn handle_order_hash<C: IExchange>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 320);
    let order = Order::read(reader, 0);
    reader.finish()?;
    let result_0 = C::order_hash(order)?;
    let mut payload = blank(32);
    let writer = &mut Writer::new(&mut payload, 32);
    writer.word(0, &result_0);
    Ok(payload)
}

#[inline(never)]
fn handle_domain_separator<C: IExchange>(_data: &[u8]) -> Result<Vec<u8>, Revert> {
    let result_0 = C::domain_separator()?;
    let mut payload = blank(32);
    let writer = &mut Writer::new(&mut payload, 32);
    writer.word(0, &result_0);
    Ok(payload)
}

#[inline(never)]
fn handle_fees<C: IExchange>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 32);
    let underlying = reader.uint64(0, 16) as u16;
    reader.finish()?;
    let (result_0, result_1) = C::fees(underlying)?;
    let mut payload = blank(64);
    let writer = &mut Writer::new(&mut payload, 64);
    writer.int128(0, result_0);
    writer.int128(32, result_1);
    Ok(payload)
}

#[inline(never)]
fn handle_clearing_house<C: IExchange>(_data: &[u8]) -> Result<Vec<u8>, Revert> {
    let result_0 = C::clearing_house()?;
    let mut payload = blank(32);
    let writer = &mut Writer::new(&mut payload, 32);
    writer.address(0, &result_0);
    Ok(payload)
}

#[inline(never)]
fn handle_set_fees<C: IExchange>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 96);
    let underlying = reader.uint64(0, 16) as u16;
    let maker = reader.int256(32);
    let taker = reader.int256(64);
    reader.finish()?;
    C::set_fees(underlying, maker, taker)?;
    Ok(Vec::new())
}

#[inline(never)]
fn handle_owner<C: IExchange>(_data: &[u8]) -> Result<Vec<u8>, Revert> {
    let result_0 = C::owner()?;
    let mut payload = blank(32);
    let writer = &mut Writer::new(&mut payload, 32);
    writer.address(0, &result_0);
    Ok(payload)
}

#[inline(never)]
fn handle_pending_owner<C: IExchange>(_data: &[u8]) -> Result<Vec<u8>, Revert> {
    let result_0 = C::pending_owner()?;
    let mut payload = blank(32);
    let writer = &mut Writer::new(&mut payload, 32);
    writer.address(0, &result_0);
    Ok(payload)
}

#[inline(never)]
fn handle_transfer_ownership<C: IExchange>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 32);
    let next = reader.address(0);
    reader.finish()?;
    C::transfer_ownership(next)?;
    Ok(Vec::new())
}

#[inline(never)]
fn handle_accept_ownership<C: IExchange>(_data: &[u8]) -> Result<Vec<u8>, Revert> {
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

    /// `TooMany(uint256,uint256)`
    pub const TOO_MANY: u32 = 0xc3e33c99;

    /// `Empty()`
    pub const EMPTY: u32 = 0x3db2a12a;

    /// `OrderExpired(bytes32,uint40)`
    pub const ORDER_EXPIRED: u32 = 0x30c967c9;

    /// `SequencePassed(bytes32,uint64,uint64)`
    pub const SEQUENCE_PASSED: u32 = 0x3badd4cb;

    /// `BadSignature(bytes32)`
    pub const BAD_SIGNATURE: u32 = 0x252d5ca1;

    /// `BadSignatures(uint256)`
    pub const BAD_SIGNATURES: u32 = 0x454f83cc;

    /// `BadOrder(uint256)`
    pub const BAD_ORDER: u32 = 0x5ba9e3dc;

    /// `UnknownFlags(uint16)`
    pub const UNKNOWN_FLAGS: u32 = 0x4beda942;

    /// `UnknownOrder(uint8)`
    pub const UNKNOWN_ORDER: u32 = 0x99300d78;

    /// `InstrumentMismatch(uint128,uint128)`
    pub const INSTRUMENT_MISMATCH: u32 = 0x12602de9;

    /// `SameSide(uint256)`
    pub const SAME_SIDE: u32 = 0x8bc8cb47;

    /// `TakerNotAllowed(bytes32,address)`
    pub const TAKER_NOT_ALLOWED: u32 = 0xfcd8738d;

    /// `Overfilled(bytes32,int256,int256)`
    pub const OVERFILLED: u32 = 0xe9addd69;

    /// `LimitCrossed(bytes32,int256,int256)`
    pub const LIMIT_CROSSED: u32 = 0xae7becc8;

    /// `FeeTooHigh(bytes32,int256,int256)`
    pub const FEE_TOO_HIGH: u32 = 0x10644f40;

    /// `BadFees(int256,int256)`
    pub const BAD_FEES: u32 = 0x2ce198a1;

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

    /// `Empty()`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn empty() -> Revert {
        Revert::new(EMPTY, 0)
    }

    /// `OrderExpired(bytes32 account, uint40 deadline)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn order_expired(account: &Word, deadline: u64) -> Revert {
        let mut payload = Revert::new(ORDER_EXPIRED, 64);
        let writer = &mut payload.writer(68);
        writer.word(4, account);
        writer.uint64(36, deadline);
        payload
    }

    /// `SequencePassed(bytes32 account, uint64 seq, uint64 current)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn sequence_passed(account: &Word, seq: u64, current: u64) -> Revert {
        let mut payload = Revert::new(SEQUENCE_PASSED, 96);
        let writer = &mut payload.writer(100);
        writer.word(4, account);
        writer.uint64(36, seq);
        writer.uint64(68, current);
        payload
    }

    /// `BadSignature(bytes32 account)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn bad_signature(account: &Word) -> Revert {
        let mut payload = Revert::new(BAD_SIGNATURE, 32);
        let writer = &mut payload.writer(36);
        writer.word(4, account);
        payload
    }

    /// `BadSignatures(uint256 position)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn bad_signatures(position: u128) -> Revert {
        let mut payload = Revert::new(BAD_SIGNATURES, 32);
        let writer = &mut payload.writer(36);
        writer.uint128(4, position);
        payload
    }

    /// `BadOrder(uint256 index)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn bad_order(index: u128) -> Revert {
        let mut payload = Revert::new(BAD_ORDER, 32);
        let writer = &mut payload.writer(36);
        writer.uint128(4, index);
        payload
    }

    /// `UnknownFlags(uint16 flags)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn unknown_flags(flags: u16) -> Revert {
        let mut payload = Revert::new(UNKNOWN_FLAGS, 32);
        let writer = &mut payload.writer(36);
        writer.uint64(4, u64::from(flags));
        payload
    }

    /// `UnknownOrder(uint8 index)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn unknown_order(index: u8) -> Revert {
        let mut payload = Revert::new(UNKNOWN_ORDER, 32);
        let writer = &mut payload.writer(36);
        writer.uint64(4, u64::from(index));
        payload
    }

    /// `InstrumentMismatch(uint128 maker, uint128 taker)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn instrument_mismatch(maker: u128, taker: u128) -> Revert {
        let mut payload = Revert::new(INSTRUMENT_MISMATCH, 64);
        let writer = &mut payload.writer(68);
        writer.uint128(4, maker);
        writer.uint128(36, taker);
        payload
    }

    /// `SameSide(uint256 index)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn same_side(index: u128) -> Revert {
        let mut payload = Revert::new(SAME_SIDE, 32);
        let writer = &mut payload.writer(36);
        writer.uint128(4, index);
        payload
    }

    /// `TakerNotAllowed(bytes32 account, address allowed)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn taker_not_allowed(account: &Word, allowed: &Address) -> Revert {
        let mut payload = Revert::new(TAKER_NOT_ALLOWED, 64);
        let writer = &mut payload.writer(68);
        writer.word(4, account);
        writer.address(36, allowed);
        payload
    }

    /// `Overfilled(bytes32 account, int256 actual, int256 bound)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn overfilled(account: &Word, actual: i128, bound: i128) -> Revert {
        let mut payload = Revert::new(OVERFILLED, 96);
        let writer = &mut payload.writer(100);
        writer.word(4, account);
        writer.int128(36, actual);
        writer.int128(68, bound);
        payload
    }

    /// `LimitCrossed(bytes32 account, int256 price, int256 limit)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn limit_crossed(account: &Word, price: i128, limit: i128) -> Revert {
        let mut payload = Revert::new(LIMIT_CROSSED, 96);
        let writer = &mut payload.writer(100);
        writer.word(4, account);
        writer.int128(36, price);
        writer.int128(68, limit);
        payload
    }

    /// `FeeTooHigh(bytes32 account, int256 rate, int256 bound)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn fee_too_high(account: &Word, rate: i128, bound: i128) -> Revert {
        let mut payload = Revert::new(FEE_TOO_HIGH, 96);
        let writer = &mut payload.writer(100);
        writer.word(4, account);
        writer.int128(36, rate);
        writer.int128(68, bound);
        payload
    }

    /// `BadFees(int256 maker, int256 taker)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn bad_fees(maker: i128, taker: i128) -> Revert {
        let mut payload = Revert::new(BAD_FEES, 64);
        let writer = &mut payload.writer(68);
        writer.int128(4, maker);
        writer.int128(36, taker);
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

    /// `OrderFilled(bytes32,uint64,uint64,int256,int256,int256,int256)`
    pub const ORDER_FILLED: [u64; 4] = [
        0x1c0112d0057639bc, 0x9f14f71444e02f74, 0x8f28141830f86a32, 0xd75075dca21f496c,
    ];
    /// `LaneCancelled(bytes32,uint64,uint64)`
    pub const LANE_CANCELLED: [u64; 4] = [
        0xe814b92a9c91ebdc, 0x97c610575bb81de9, 0x27d492142e1a6958, 0x811be819038a9199,
    ];
    /// `FeesSet(uint16,int256,int256)`
    pub const FEES_SET: [u64; 4] = [
        0x0538588a4b41d9fc, 0x5e2f9e897058a865, 0x071ba08cf35acfcb, 0x51b471c0d2169949,
    ];
    /// `OwnershipTransferStarted(address,address)`
    pub const OWNERSHIP_TRANSFER_STARTED: [u64; 4] = [
        0x38d16b8cac22d99f, 0xc7c124b9cd0de2d3, 0xfa1faef420bfe791, 0xd8c362d765e22700,
    ];
    /// `OwnershipTransferred(address,address)`
    pub const OWNERSHIP_TRANSFERRED: [u64; 4] = [
        0x8be0079c53165914, 0x1344cd1fd0a4f284, 0x19497f9722a3daaf, 0xe3b4186f6b6457e0,
    ];
    /// `OrderFilled(bytes32 indexed account, uint64 indexed lane, uint64 indexed seq, int256 size, int256 filled, int256 price, int256 fee)`
    #[inline(never)]
    pub fn order_filled(
        account: &Word,
        lane: u64,
        seq: u64,
        size: i128,
        filled: i128,
        price: i128,
        fee: i128,
    ) {
        let mut payload = [0; 256];
        let writer = &mut Writer::new(&mut payload, 256);
        writer.topic(ORDER_FILLED[0], ORDER_FILLED[1], ORDER_FILLED[2], ORDER_FILLED[3]);
        writer.word(32, account);
        writer.uint64(64, lane);
        writer.uint64(96, seq);
        writer.int128(128, size);
        writer.int128(160, filled);
        writer.int128(192, price);
        writer.int128(224, fee);
        host::log(4, &payload);
    }

    /// `LaneCancelled(bytes32 indexed account, uint64 indexed lane, uint64 belowSeq)`
    #[inline(never)]
    pub fn lane_cancelled(account: &Word, lane: u64, below_seq: u64) {
        let mut payload = [0; 128];
        let writer = &mut Writer::new(&mut payload, 128);
        writer
            .topic(
                LANE_CANCELLED[0],
                LANE_CANCELLED[1],
                LANE_CANCELLED[2],
                LANE_CANCELLED[3],
            );
        writer.word(32, account);
        writer.uint64(64, lane);
        writer.uint64(96, below_seq);
        host::log(3, &payload);
    }

    /// `FeesSet(uint16 indexed underlying, int256 maker, int256 taker)`
    #[inline(never)]
    pub fn fees_set(underlying: u16, maker: i128, taker: i128) {
        let mut payload = [0; 128];
        let writer = &mut Writer::new(&mut payload, 128);
        writer.topic(FEES_SET[0], FEES_SET[1], FEES_SET[2], FEES_SET[3]);
        writer.uint64(32, u64::from(underlying));
        writer.int128(64, maker);
        writer.int128(96, taker);
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

    /// Fills. Bounds: 16 orders, 32 matches.
    ///
    /// Order of checks: counts, each order (deadline, lane, consent), each match (instrument, sides,
    /// limits, sizes), the clearing house's checks.
    ///
    /// - `signatures`: for each order a length (uint16, big-endian) and so many bytes; an order without
    ///   one must belong to the sender, and takes no lane: its size bounds this call only
    ///
    /// `fill(Order[] orders, bytes signatures, Match[] matches) returns (Outcome[])`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn fill(
        target: &Address,
        gas_cap: u64,
        orders: &[Order],
        signatures: &[u8],
        matches: &[Match],
    ) -> Result<Vec<Outcome>, CallFailure> {
        let mut payload = message(
            selectors::FILL,
            96 + list_size(orders.len(), 320) + blob_size(signatures.len())
                + list_size(matches.len(), 96),
        );
        let writer = &mut Writer::new(&mut payload, 100);
        writer.list(4, 4, orders, 320, |writer, at, item| item.write(writer, at));
        writer.blob(36, 4, signatures);
        writer.list(68, 4, matches, 96, |writer, at, item| item.write(writer, at));
        let answer = host::call(target, gas_cap, 0, &payload, MAX_RETURN)?;
        let reader = &mut Reader::new(&answer, 32);
        let result_0 = reader.list(0, 0, 160, Outcome::read);
        reader.returned(result_0)
    }

    /// What `fill` would answer, with the same errors, without signatures: of the orders as if signed.
    ///
    /// `previewFill(Order[] orders, Match[] matches) view returns (Outcome[])`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn preview_fill(
        target: &Address,
        gas_cap: u64,
        orders: &[Order],
        matches: &[Match],
    ) -> Result<Vec<Outcome>, CallFailure> {
        let mut payload = message(
            selectors::PREVIEW_FILL,
            64 + list_size(orders.len(), 320) + list_size(matches.len(), 96),
        );
        let writer = &mut Writer::new(&mut payload, 68);
        writer.list(4, 4, orders, 320, |writer, at, item| item.write(writer, at));
        writer.list(36, 4, matches, 96, |writer, at, item| item.write(writer, at));
        let answer = host::static_call(target, gas_cap, &payload, MAX_RETURN)?;
        let reader = &mut Reader::new(&answer, 32);
        let result_0 = reader.list(0, 0, 160, Outcome::read);
        reader.returned(result_0)
    }

    /// Cancels every order of a lane with a sequence below `belowSeq`. Only the owner of the account; never lowers.
    ///
    /// `cancel(bytes32 account, uint64 lane, uint64 belowSeq)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn cancel(
        target: &Address,
        gas_cap: u64,
        account: &Word,
        lane: u64,
        below_seq: u64,
    ) -> Result<(), CallFailure> {
        let mut payload = message(selectors::CANCEL, 96);
        let writer = &mut Writer::new(&mut payload, 100);
        writer.word(4, account);
        writer.uint64(36, lane);
        writer.uint64(68, below_seq);
        host::call(target, gas_cap, 0, &payload, 0)?;
        host::require_code(target)
    }

    /// A lane's present sequence, how much of that order is filled (units), and what is cancelled below.
    ///
    /// `laneStatus(bytes32 account, uint64 lane) view returns (uint64 seq, int256 filled, uint64 cancelledBelow)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn lane_status(
        target: &Address,
        gas_cap: u64,
        account: &Word,
        lane: u64,
    ) -> Result<(u64, i128, u64), CallFailure> {
        let mut payload = message(selectors::LANE_STATUS, 64);
        let writer = &mut Writer::new(&mut payload, 68);
        writer.word(4, account);
        writer.uint64(36, lane);
        let answer = host::static_call(target, gas_cap, &payload, 96)?;
        let reader = &mut Reader::new(&answer, 96);
        let result_0 = reader.uint64(0, 64);
        let result_1 = reader.int256(32);
        let result_2 = reader.uint64(64, 64);
        reader.returned((result_0, result_1, result_2))
    }

    /// The EIP-712 hash to sign.
    ///
    /// `orderHash(Order order) view returns (bytes32)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn order_hash(
        target: &Address,
        gas_cap: u64,
        order: &Order,
    ) -> Result<Word, CallFailure> {
        let mut payload = message(selectors::ORDER_HASH, 320);
        let writer = &mut Writer::new(&mut payload, 324);
        order.write(writer, 4);
        let answer = host::static_call(target, gas_cap, &payload, 32)?;
        let reader = &mut Reader::new(&answer, 32);
        let result_0 = reader.word(0);
        reader.returned(result_0)
    }

    /// `domainSeparator() view returns (bytes32)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn domain_separator(
        target: &Address,
        gas_cap: u64,
    ) -> Result<Word, CallFailure> {
        let payload = message(selectors::DOMAIN_SEPARATOR, 0);
        let answer = host::static_call(target, gas_cap, &payload, 32)?;
        let reader = &mut Reader::new(&answer, 32);
        let result_0 = reader.word(0);
        reader.returned(result_0)
    }

    /// `fees(uint16 underlying) view returns (int256 maker, int256 taker)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn fees(
        target: &Address,
        gas_cap: u64,
        underlying: u16,
    ) -> Result<(i128, i128), CallFailure> {
        let mut payload = message(selectors::FEES, 32);
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

    /// Sets the fee rates of a market: at most 1% either way, the two summing to at least zero.
    ///
    /// `setFees(uint16 underlying, int256 maker, int256 taker)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn set_fees(
        target: &Address,
        gas_cap: u64,
        underlying: u16,
        maker: i128,
        taker: i128,
    ) -> Result<(), CallFailure> {
        let mut payload = message(selectors::SET_FEES, 96);
        let writer = &mut Writer::new(&mut payload, 100);
        writer.uint64(4, u64::from(underlying));
        writer.int128(36, maker);
        writer.int128(68, taker);
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
