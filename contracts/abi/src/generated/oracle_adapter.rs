// Generated from contracts/interfaces/IOracleAdapter.sol by `cargo run -p codec`. Not to be edited.

//! Oracle adapter: validated prices with an age and a grade
//!
//! Floor 1. Reads Chainlink aggregators and the L2 sequencer feed, and keeps the last price it
//! accepted of each underlying. Knows no account. Calls: feeds only, each with a gas cap of 500,000.
//!
//! Units: prices are 18-decimal quote units per unit of underlying; times are unix seconds.
//! ORA-1: a price is *live* when the sequencer has been up for the grace period and the feed's round is
//! complete, positive, within the configured bounds and no older than the heartbeat.
//! ORA-2: a view never fails because a feed does: it answers with the last accepted price, or with the
//! feed's round if that is newer and only too old, grade `Doubtful` or `Outdated` and the reason. Only a call whose gas may have been too little for a feed fails, with
//! `FeedFailed`, so that nobody can make a price doubtful by sending little.
//! ORA-3: accepted prices advance only in `observe` and `setFeed`, and their publish times never go back.

#[allow(unused_imports)]
use alloc::vec::Vec;

#[allow(unused_imports)]
use contract_abi::word::{blank, blob_size, dynamic_list_size, list_size, Reader, Writer};

#[allow(unused_imports)]
use contract_abi::{Address, Word};
pub use contract_abi::generated::shared::Doubt;
pub use contract_abi::generated::shared::Grade;

/// One answer of `marketData`.
///
/// `struct Spot`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    /// 18-decimal price; 0 when the grade is `None`
    ///
    /// `int256`
    pub price: i128,
    /// when the feed published it
    ///
    /// `uint40`
    pub published_at: u64,
    /// `Grade`
    pub grade: Grade,
    /// `Doubt`
    pub doubt: Doubt,
}

impl Spot {
    /// Reads it from where it begins.
    #[inline(never)]
    pub fn read(reader: &mut Reader<'_>, at: usize) -> Self {
        Self {
            price: reader.int256(at),
            published_at: reader.uint64(at + 32, 40),
            grade: Grade::from_index(reader.variant(at + 64, 4)),
            doubt: Doubt::from_index(reader.variant(at + 96, 9)),
        }
    }

    /// Writes it from where it begins.
    #[inline(never)]
    pub fn write(&self, writer: &mut Writer<'_>, at: usize) {
        writer.int128(at, self.price);
        writer.uint64(at + 32, self.published_at);
        writer.uint64(at + 64, self.grade as u64);
        writer.uint64(at + 96, self.doubt as u64);
    }
}

/// The configuration of an underlying's feed. A zero `feed` means none.
///
/// `struct Feed`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Feed {
    /// `address`
    pub feed: Address,
    /// `uint8`
    pub decimals: u8,
    /// greatest age of a round, in seconds
    ///
    /// `uint32`
    pub heartbeat: u32,
    /// least price accepted; stored rounded up to 12 significant bits
    ///
    /// `int256`
    pub minimum: i128,
    /// greatest price accepted; stored rounded down to 12 significant bits
    ///
    /// `int256`
    pub maximum: i128,
}

impl Feed {
    /// Reads it from where it begins.
    #[inline(never)]
    pub fn read(reader: &mut Reader<'_>, at: usize) -> Self {
        Self {
            feed: reader.address(at),
            decimals: reader.uint64(at + 32, 8) as u8,
            heartbeat: reader.uint64(at + 64, 32) as u32,
            minimum: reader.int256(at + 96),
            maximum: reader.int256(at + 128),
        }
    }

    /// Writes it from where it begins.
    #[inline(never)]
    pub fn write(&self, writer: &mut Writer<'_>, at: usize) {
        writer.address(at, &self.feed);
        writer.uint64(at + 32, u64::from(self.decimals));
        writer.uint64(at + 64, u64::from(self.heartbeat));
        writer.int128(at + 96, self.minimum);
        writer.int128(at + 128, self.maximum);
    }
}

/// What a contract that is `IOracleAdapter` answers. Implemented once, by the contract.
pub trait IOracleAdapter {
    /// Prices of many underlyings, in the order asked. At most 24: eight markets and sixteen collateral assets.
    ///
    /// `marketData(uint16[] underlyings) view returns (Spot[])`
    fn market_data(underlyings: Vec<u16>) -> Result<Vec<Spot>, Revert>;

    /// The price of one underlying.
    ///
    /// `spot(uint16 underlying) view returns (int256 price, uint40 publishedAt, Grade grade, Doubt doubt)`
    fn spot(underlying: u16) -> Result<(i128, u64, Grade, Doubt), Revert>;

    /// The last price that `observe` accepted, and when its round was published and accepted.
    ///
    /// `lastAccepted(uint16 underlying) view returns (int256 price, uint40 publishedAt, uint40 acceptedAt)`
    fn last_accepted(underlying: u16) -> Result<(i128, u64, u64), Revert>;

    /// The feed of an underlying.
    ///
    /// `feed(uint16 underlying) view returns (Feed)`
    fn feed(underlying: u16) -> Result<Feed, Revert>;

    /// The sequencer uptime feed (zero: none, as on a chain without one) and the grace period after a restart.
    ///
    /// `sequencer() view returns (address uptimeFeed, uint32 grace)`
    fn sequencer() -> Result<(Address, u32), Revert>;

    /// Accepts the live price of each underlying. Reverts, changing nothing, at the first one that
    /// is not live, with the reason. A round already accepted is left as it is. At most 16. Whoever
    /// liquidates should call it with every round: should the feed break, liquidation at an accepted price
    /// ends an hour after its acceptance.
    ///
    /// `observe(uint16[] underlyings)`
    fn observe(underlyings: Vec<u16>) -> Result<(), Revert>;

    /// Configures a feed. Reads its decimals; refuses more than 18, bounds that are not
    /// 0 < minimum < maximum, a heartbeat of zero or over 7 days, an address without code.
    /// A new feed forgets the last accepted price unless it is the same feed. Accepts its price, which must be
    /// live: a feed that is set has an accepted price.
    ///
    /// `setFeed(uint16 underlying, address feed_, uint32 heartbeat, int256 minimum, int256 maximum)`
    fn set_feed(
        underlying: u16,
        feed_: Address,
        heartbeat: u32,
        minimum: i128,
        maximum: i128,
    ) -> Result<(), Revert>;

    /// Configures the sequencer feed; the grace period is at most one day.
    ///
    /// `setSequencer(address uptimeFeed, uint32 grace)`
    fn set_sequencer(uptime_feed: Address, grace: u32) -> Result<(), Revert>;

    /// `owner() view returns (address)`
    fn owner() -> Result<Address, Revert>;

    /// `pendingOwner() view returns (address)`
    fn pending_owner() -> Result<Address, Revert>;

    /// Names the next owner, who must accept.
    ///
    /// `transferOwnership(address next)`
    fn transfer_ownership(next: Address) -> Result<(), Revert>;

    /// `acceptOwnership()`
    fn accept_ownership() -> Result<(), Revert>;
}
use contract_abi::entry::{refuse_value, unknown_selector};
use contract_abi::Revert;

/// The selectors of the functions.
pub mod selectors {
    /// `marketData(uint16[])`
    pub const MARKET_DATA: u32 = 0xcbdc4aeb;

    /// `spot(uint16)`
    pub const SPOT: u32 = 0xb6075f0f;

    /// `lastAccepted(uint16)`
    pub const LAST_ACCEPTED: u32 = 0xfdc8e81b;

    /// `feed(uint16)`
    pub const FEED: u32 = 0x6d109ab8;

    /// `sequencer()`
    pub const SEQUENCER: u32 = 0x5c1bba38;

    /// `observe(uint16[])`
    pub const OBSERVE: u32 = 0xb03b45e5;

    /// `setFeed(uint16,address,uint32,int256,int256)`
    pub const SET_FEED: u32 = 0x4b2f5401;

    /// `setSequencer(address,uint32)`
    pub const SET_SEQUENCER: u32 = 0xe5cd307b;

    /// `owner()`
    pub const OWNER: u32 = 0x8da5cb5b;

    /// `pendingOwner()`
    pub const PENDING_OWNER: u32 = 0xe30c3978;

    /// `transferOwnership(address)`
    pub const TRANSFER_OWNERSHIP: u32 = 0xf2fde38b;

    /// `acceptOwnership()`
    pub const ACCEPT_OWNERSHIP: u32 = 0x79ba5097;
}

/// Answers a call on a contract that is `IOracleAdapter`.
///
/// # Errors
/// `UnknownSelector`, `UnexpectedValue`, `MalformedCalldata` or `OutOfRange` for a call that cannot
/// be read, else what the contract refuses.
pub fn route<C: IOracleAdapter>(input: &[u8]) -> Result<Vec<u8>, Revert> {
    let Some((selector, data)) = input.split_first_chunk() else {
        return Err(unknown_selector(input));
    };
    refuse_value()?;
    match u32::from_be_bytes(*selector) {
        selectors::MARKET_DATA => handle_market_data::<C>(data),
        selectors::SPOT => handle_spot::<C>(data),
        selectors::LAST_ACCEPTED => handle_last_accepted::<C>(data),
        selectors::FEED => handle_feed::<C>(data),
        selectors::SEQUENCER => handle_sequencer::<C>(data),
        selectors::OBSERVE => handle_observe::<C>(data),
        selectors::SET_FEED => handle_set_feed::<C>(data),
        selectors::SET_SEQUENCER => handle_set_sequencer::<C>(data),
        selectors::OWNER => handle_owner::<C>(data),
        selectors::PENDING_OWNER => handle_pending_owner::<C>(data),
        selectors::TRANSFER_OWNERSHIP => handle_transfer_ownership::<C>(data),
        selectors::ACCEPT_OWNERSHIP => handle_accept_ownership::<C>(data),
        _ => Err(unknown_selector(selector)),
    }
}

#[inline(never)]
fn handle_market_data<C: IOracleAdapter>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 32);
    let underlyings = reader.list(0, 0, 32, |reader, at| reader.uint64(at, 16) as u16);
    reader.finish()?;
    let result_0 = C::market_data(underlyings)?;
    let mut payload = blank(32 + list_size(result_0.len(), 128));
    let writer = &mut Writer::new(&mut payload, 32);
    writer.list(0, 0, &result_0, 128, |writer, at, item| item.write(writer, at));
    Ok(payload)
}

#[inline(never)]
fn handle_spot<C: IOracleAdapter>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 32);
    let underlying = reader.uint64(0, 16) as u16;
    reader.finish()?;
    let (result_0, result_1, result_2, result_3) = C::spot(underlying)?;
    let mut payload = blank(128);
    let writer = &mut Writer::new(&mut payload, 128);
    writer.int128(0, result_0);
    writer.uint64(32, result_1);
    writer.uint64(64, result_2 as u64);
    writer.uint64(96, result_3 as u64);
    Ok(payload)
}

#[inline(never)]
fn handle_last_accepted<C: IOracleAdapter>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 32);
    let underlying = reader.uint64(0, 16) as u16;
    reader.finish()?;
    let (result_0, result_1, result_2) = C::last_accepted(underlying)?;
    let mut payload = blank(96);
    let writer = &mut Writer::new(&mut payload, 96);
    writer.int128(0, result_0);
    writer.uint64(32, result_1);
    writer.uint64(64, result_2);
    Ok(payload)
}

#[inline(never)]
fn handle_feed<C: IOracleAdapter>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 32);
    let underlying = reader.uint64(0, 16) as u16;
    reader.finish()?;
    let result_0 = C::feed(underlying)?;
    let mut payload = blank(160);
    let writer = &mut Writer::new(&mut payload, 160);
    result_0.write(writer, 0);
    Ok(payload)
}

#[inline(never)]
fn handle_sequencer<C: IOracleAdapter>(_data: &[u8]) -> Result<Vec<u8>, Revert> {
    let (result_0, result_1) = C::sequencer()?;
    let mut payload = blank(64);
    let writer = &mut Writer::new(&mut payload, 64);
    writer.address(0, &result_0);
    writer.uint64(32, u64::from(result_1));
    Ok(payload)
}

#[inline(never)]
fn handle_observe<C: IOracleAdapter>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 32);
    let underlyings = reader.list(0, 0, 32, |reader, at| reader.uint64(at, 16) as u16);
    reader.finish()?;
    C::observe(underlyings)?;
    Ok(Vec::new())
}

#[inline(never)]
fn handle_set_feed<C: IOracleAdapter>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 160);
    let underlying = reader.uint64(0, 16) as u16;
    let feed_ = reader.address(32);
    let heartbeat = reader.uint64(64, 32) as u32;
    let minimum = reader.int256(96);
    let maximum = reader.int256(128);
    reader.finish()?;
    C::set_feed(underlying, feed_, heartbeat, minimum, maximum)?;
    Ok(Vec::new())
}

#[inline(never)]
fn handle_set_sequencer<C: IOracleAdapter>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 64);
    let uptime_feed = reader.address(0);
    let grace = reader.uint64(32, 32) as u32;
    reader.finish()?;
    C::set_sequencer(uptime_feed, grace)?;
    Ok(Vec::new())
}

#[inline(never)]
fn handle_owner<C: IOracleAdapter>(_data: &[u8]) -> Result<Vec<u8>, Revert> {
    let result_0 = C::owner()?;
    let mut payload = blank(32);
    let writer = &mut Writer::new(&mut payload, 32);
    writer.address(0, &result_0);
    Ok(payload)
}

#[inline(never)]
fn handle_pending_owner<C: IOracleAdapter>(_data: &[u8]) -> Result<Vec<u8>, Revert> {
    let result_0 = C::pending_owner()?;
    let mut payload = blank(32);
    let writer = &mut Writer::new(&mut payload, 32);
    writer.address(0, &result_0);
    Ok(payload)
}

#[inline(never)]
fn handle_transfer_ownership<C: IOracleAdapter>(data: &[u8]) -> Result<Vec<u8>, Revert> {
    let reader = &mut Reader::new(data, 32);
    let next = reader.address(0);
    reader.finish()?;
    C::transfer_ownership(next)?;
    Ok(Vec::new())
}

#[inline(never)]
fn handle_accept_ownership<C: IOracleAdapter>(_data: &[u8]) -> Result<Vec<u8>, Revert> {
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

    /// `NoFeed(uint16)`
    pub const NO_FEED: u32 = 0x902e8050;

    /// `FeedFailed(uint16,address)`
    pub const FEED_FAILED: u32 = 0x0656d5ac;

    /// `IncompleteRound(uint16,uint256)`
    pub const INCOMPLETE_ROUND: u32 = 0x52e801d6;

    /// `PriceNotPositive(uint16)`
    pub const PRICE_NOT_POSITIVE: u32 = 0x2e50f14b;

    /// `StalePrice(uint16,uint40,uint40)`
    pub const STALE_PRICE: u32 = 0xe1151c3d;

    /// `PriceOutOfBounds(uint16,int256,int256,int256)`
    pub const PRICE_OUT_OF_BOUNDS: u32 = 0x0018bbf3;

    /// `SequencerDown(uint40)`
    pub const SEQUENCER_DOWN: u32 = 0xb1aaf3f8;

    /// `SequencerGrace(uint40)`
    pub const SEQUENCER_GRACE: u32 = 0xe786bc52;

    /// `TooMany(uint256,uint256)`
    pub const TOO_MANY: u32 = 0xc3e33c99;

    /// `BadFeed(uint16,address)`
    pub const BAD_FEED: u32 = 0xef0d736d;

    /// `BadBounds(int256,int256)`
    pub const BAD_BOUNDS: u32 = 0x581a1602;

    /// `BadHeartbeat(uint32,uint32)`
    pub const BAD_HEARTBEAT: u32 = 0xa742329e;

    /// `BadGrace(uint32,uint32)`
    pub const BAD_GRACE: u32 = 0x7e6c966c;

    /// `BadDecimals(uint8,uint8)`
    pub const BAD_DECIMALS: u32 = 0x2053c1d7;

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

    /// `NoFeed(uint16 underlying)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn no_feed(underlying: u16) -> Revert {
        let mut payload = Revert::new(NO_FEED, 32);
        let writer = &mut payload.writer(36);
        writer.uint64(4, u64::from(underlying));
        payload
    }

    /// `FeedFailed(uint16 underlying, address feed)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn feed_failed(underlying: u16, feed: &Address) -> Revert {
        let mut payload = Revert::new(FEED_FAILED, 64);
        let writer = &mut payload.writer(68);
        writer.uint64(4, u64::from(underlying));
        writer.address(36, feed);
        payload
    }

    /// `IncompleteRound(uint16 underlying, uint256 roundId)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn incomplete_round(underlying: u16, round_id: u128) -> Revert {
        let mut payload = Revert::new(INCOMPLETE_ROUND, 64);
        let writer = &mut payload.writer(68);
        writer.uint64(4, u64::from(underlying));
        writer.uint128(36, round_id);
        payload
    }

    /// `PriceNotPositive(uint16 underlying)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn price_not_positive(underlying: u16) -> Revert {
        let mut payload = Revert::new(PRICE_NOT_POSITIVE, 32);
        let writer = &mut payload.writer(36);
        writer.uint64(4, u64::from(underlying));
        payload
    }

    /// `StalePrice(uint16 underlying, uint40 publishedAt, uint40 oldest)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn stale_price(underlying: u16, published_at: u64, oldest: u64) -> Revert {
        let mut payload = Revert::new(STALE_PRICE, 96);
        let writer = &mut payload.writer(100);
        writer.uint64(4, u64::from(underlying));
        writer.uint64(36, published_at);
        writer.uint64(68, oldest);
        payload
    }

    /// `PriceOutOfBounds(uint16 underlying, int256 price, int256 minimum, int256 maximum)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn price_out_of_bounds(
        underlying: u16,
        price: i128,
        minimum: i128,
        maximum: i128,
    ) -> Revert {
        let mut payload = Revert::new(PRICE_OUT_OF_BOUNDS, 128);
        let writer = &mut payload.writer(132);
        writer.uint64(4, u64::from(underlying));
        writer.int128(36, price);
        writer.int128(68, minimum);
        writer.int128(100, maximum);
        payload
    }

    /// `SequencerDown(uint40 since)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn sequencer_down(since: u64) -> Revert {
        let mut payload = Revert::new(SEQUENCER_DOWN, 32);
        let writer = &mut payload.writer(36);
        writer.uint64(4, since);
        payload
    }

    /// `SequencerGrace(uint40 until)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn sequencer_grace(until: u64) -> Revert {
        let mut payload = Revert::new(SEQUENCER_GRACE, 32);
        let writer = &mut payload.writer(36);
        writer.uint64(4, until);
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

    /// `BadFeed(uint16 underlying, address feed)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn bad_feed(underlying: u16, feed: &Address) -> Revert {
        let mut payload = Revert::new(BAD_FEED, 64);
        let writer = &mut payload.writer(68);
        writer.uint64(4, u64::from(underlying));
        writer.address(36, feed);
        payload
    }

    /// `BadBounds(int256 minimum, int256 maximum)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn bad_bounds(minimum: i128, maximum: i128) -> Revert {
        let mut payload = Revert::new(BAD_BOUNDS, 64);
        let writer = &mut payload.writer(68);
        writer.int128(4, minimum);
        writer.int128(36, maximum);
        payload
    }

    /// `BadHeartbeat(uint32 heartbeat, uint32 bound)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn bad_heartbeat(heartbeat: u32, bound: u32) -> Revert {
        let mut payload = Revert::new(BAD_HEARTBEAT, 64);
        let writer = &mut payload.writer(68);
        writer.uint64(4, u64::from(heartbeat));
        writer.uint64(36, u64::from(bound));
        payload
    }

    /// `BadGrace(uint32 grace, uint32 bound)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn bad_grace(grace: u32, bound: u32) -> Revert {
        let mut payload = Revert::new(BAD_GRACE, 64);
        let writer = &mut payload.writer(68);
        writer.uint64(4, u64::from(grace));
        writer.uint64(36, u64::from(bound));
        payload
    }

    /// `BadDecimals(uint8 decimals, uint8 bound)`
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn bad_decimals(decimals: u8, bound: u8) -> Revert {
        let mut payload = Revert::new(BAD_DECIMALS, 64);
        let writer = &mut payload.writer(68);
        writer.uint64(4, u64::from(decimals));
        writer.uint64(36, u64::from(bound));
        payload
    }
}

/// Events: the topic (as four lanes) and the emitter of each.
pub mod events {
    #[allow(unused_imports)]
    use super::*;
    use contract_abi::host;

    /// `PriceAccepted(uint16,int256,uint40,uint40)`
    pub const PRICE_ACCEPTED: [u64; 4] = [
        0xcd623225f32d4c54, 0x3aca5c6c6e842c72, 0x0cf53e44a03a1d2c, 0xa7140068ed8b3c0e,
    ];
    /// `FeedSet(uint16,address,uint8,uint32,int256,int256)`
    pub const FEED_SET: [u64; 4] = [
        0x8a665f6b2d90deb2, 0xeac3e61335fee5ba, 0x2e36edfc2076a8e7, 0x8143633f65e39569,
    ];
    /// `SequencerSet(address,uint32)`
    pub const SEQUENCER_SET: [u64; 4] = [
        0xddfaf27221105294, 0x8322c3f4e48f37fd, 0xb0f4022642ac2805, 0x154cc0d0776e642f,
    ];
    /// `OwnershipTransferStarted(address,address)`
    pub const OWNERSHIP_TRANSFER_STARTED: [u64; 4] = [
        0x38d16b8cac22d99f, 0xc7c124b9cd0de2d3, 0xfa1faef420bfe791, 0xd8c362d765e22700,
    ];
    /// `OwnershipTransferred(address,address)`
    pub const OWNERSHIP_TRANSFERRED: [u64; 4] = [
        0x8be0079c53165914, 0x1344cd1fd0a4f284, 0x19497f9722a3daaf, 0xe3b4186f6b6457e0,
    ];
    /// `PriceAccepted(uint16 indexed underlying, int256 price, uint40 publishedAt, uint40 acceptedAt)`
    #[inline(never)]
    pub fn price_accepted(
        underlying: u16,
        price: i128,
        published_at: u64,
        accepted_at: u64,
    ) {
        let mut payload = [0; 160];
        let writer = &mut Writer::new(&mut payload, 160);
        writer
            .topic(
                PRICE_ACCEPTED[0],
                PRICE_ACCEPTED[1],
                PRICE_ACCEPTED[2],
                PRICE_ACCEPTED[3],
            );
        writer.uint64(32, u64::from(underlying));
        writer.int128(64, price);
        writer.uint64(96, published_at);
        writer.uint64(128, accepted_at);
        host::log(2, &payload);
    }

    /// `FeedSet(uint16 indexed underlying, address indexed feed, uint8 decimals, uint32 heartbeat, int256 minimum, int256 maximum)`
    #[inline(never)]
    pub fn feed_set(
        underlying: u16,
        feed: &Address,
        decimals: u8,
        heartbeat: u32,
        minimum: i128,
        maximum: i128,
    ) {
        let mut payload = [0; 224];
        let writer = &mut Writer::new(&mut payload, 224);
        writer.topic(FEED_SET[0], FEED_SET[1], FEED_SET[2], FEED_SET[3]);
        writer.uint64(32, u64::from(underlying));
        writer.address(64, feed);
        writer.uint64(96, u64::from(decimals));
        writer.uint64(128, u64::from(heartbeat));
        writer.int128(160, minimum);
        writer.int128(192, maximum);
        host::log(3, &payload);
    }

    /// `SequencerSet(address indexed uptimeFeed, uint32 grace)`
    #[inline(never)]
    pub fn sequencer_set(uptime_feed: &Address, grace: u32) {
        let mut payload = [0; 96];
        let writer = &mut Writer::new(&mut payload, 96);
        writer
            .topic(
                SEQUENCER_SET[0],
                SEQUENCER_SET[1],
                SEQUENCER_SET[2],
                SEQUENCER_SET[3],
            );
        writer.address(32, uptime_feed);
        writer.uint64(64, u64::from(grace));
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

    /// Prices of many underlyings, in the order asked. At most 24: eight markets and sixteen collateral assets.
    ///
    /// `marketData(uint16[] underlyings) view returns (Spot[])`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn market_data(
        target: &Address,
        gas_cap: u64,
        underlyings: &[u16],
    ) -> Result<Vec<Spot>, CallFailure> {
        let mut payload = message(
            selectors::MARKET_DATA,
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
        let result_0 = reader.list(0, 0, 128, Spot::read);
        reader.returned(result_0)
    }

    /// The price of one underlying.
    ///
    /// `spot(uint16 underlying) view returns (int256 price, uint40 publishedAt, Grade grade, Doubt doubt)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn spot(
        target: &Address,
        gas_cap: u64,
        underlying: u16,
    ) -> Result<(i128, u64, Grade, Doubt), CallFailure> {
        let mut payload = message(selectors::SPOT, 32);
        let writer = &mut Writer::new(&mut payload, 36);
        writer.uint64(4, u64::from(underlying));
        let answer = host::static_call(target, gas_cap, &payload, 128)?;
        let reader = &mut Reader::new(&answer, 128);
        let result_0 = reader.int256(0);
        let result_1 = reader.uint64(32, 40);
        let result_2 = Grade::from_index(reader.variant(64, 4));
        let result_3 = Doubt::from_index(reader.variant(96, 9));
        reader.returned((result_0, result_1, result_2, result_3))
    }

    /// The last price that `observe` accepted, and when its round was published and accepted.
    ///
    /// `lastAccepted(uint16 underlying) view returns (int256 price, uint40 publishedAt, uint40 acceptedAt)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn last_accepted(
        target: &Address,
        gas_cap: u64,
        underlying: u16,
    ) -> Result<(i128, u64, u64), CallFailure> {
        let mut payload = message(selectors::LAST_ACCEPTED, 32);
        let writer = &mut Writer::new(&mut payload, 36);
        writer.uint64(4, u64::from(underlying));
        let answer = host::static_call(target, gas_cap, &payload, 96)?;
        let reader = &mut Reader::new(&answer, 96);
        let result_0 = reader.int256(0);
        let result_1 = reader.uint64(32, 40);
        let result_2 = reader.uint64(64, 40);
        reader.returned((result_0, result_1, result_2))
    }

    /// The feed of an underlying.
    ///
    /// `feed(uint16 underlying) view returns (Feed)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn feed(
        target: &Address,
        gas_cap: u64,
        underlying: u16,
    ) -> Result<Feed, CallFailure> {
        let mut payload = message(selectors::FEED, 32);
        let writer = &mut Writer::new(&mut payload, 36);
        writer.uint64(4, u64::from(underlying));
        let answer = host::static_call(target, gas_cap, &payload, 160)?;
        let reader = &mut Reader::new(&answer, 160);
        let result_0 = Feed::read(reader, 0);
        reader.returned(result_0)
    }

    /// The sequencer uptime feed (zero: none, as on a chain without one) and the grace period after a restart.
    ///
    /// `sequencer() view returns (address uptimeFeed, uint32 grace)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn sequencer(
        target: &Address,
        gas_cap: u64,
    ) -> Result<(Address, u32), CallFailure> {
        let payload = message(selectors::SEQUENCER, 0);
        let answer = host::static_call(target, gas_cap, &payload, 64)?;
        let reader = &mut Reader::new(&answer, 64);
        let result_0 = reader.address(0);
        let result_1 = reader.uint64(32, 32) as u32;
        reader.returned((result_0, result_1))
    }

    /// Accepts the live price of each underlying. Reverts, changing nothing, at the first one that
    /// is not live, with the reason. A round already accepted is left as it is. At most 16. Whoever
    /// liquidates should call it with every round: should the feed break, liquidation at an accepted price
    /// ends an hour after its acceptance.
    ///
    /// `observe(uint16[] underlyings)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn observe(
        target: &Address,
        gas_cap: u64,
        underlyings: &[u16],
    ) -> Result<(), CallFailure> {
        let mut payload = message(
            selectors::OBSERVE,
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

    /// Configures a feed. Reads its decimals; refuses more than 18, bounds that are not
    /// 0 < minimum < maximum, a heartbeat of zero or over 7 days, an address without code.
    /// A new feed forgets the last accepted price unless it is the same feed. Accepts its price, which must be
    /// live: a feed that is set has an accepted price.
    ///
    /// `setFeed(uint16 underlying, address feed_, uint32 heartbeat, int256 minimum, int256 maximum)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn set_feed(
        target: &Address,
        gas_cap: u64,
        underlying: u16,
        feed_: &Address,
        heartbeat: u32,
        minimum: i128,
        maximum: i128,
    ) -> Result<(), CallFailure> {
        let mut payload = message(selectors::SET_FEED, 160);
        let writer = &mut Writer::new(&mut payload, 164);
        writer.uint64(4, u64::from(underlying));
        writer.address(36, feed_);
        writer.uint64(68, u64::from(heartbeat));
        writer.int128(100, minimum);
        writer.int128(132, maximum);
        host::call(target, gas_cap, 0, &payload, 0)?;
        host::require_code(target)
    }

    /// Configures the sequencer feed; the grace period is at most one day.
    ///
    /// `setSequencer(address uptimeFeed, uint32 grace)`
    ///
    /// # Errors
    /// The callee's revert data, or that its answer is malformed.
    pub fn set_sequencer(
        target: &Address,
        gas_cap: u64,
        uptime_feed: &Address,
        grace: u32,
    ) -> Result<(), CallFailure> {
        let mut payload = message(selectors::SET_SEQUENCER, 64);
        let writer = &mut Writer::new(&mut payload, 68);
        writer.address(4, uptime_feed);
        writer.uint64(36, u64::from(grace));
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

    /// Names the next owner, who must accept.
    ///
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
