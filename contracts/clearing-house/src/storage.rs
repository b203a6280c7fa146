//! The slots of the house, and nothing else knows them.
//!
//! Slot 0 and 1 are the owner's and the next owner's, slot 2 the engine, slot 3 the hash of its code.
//! Everything else lies under a key of its own, see `ballast_layout::keys`. Every slot is loaded before
//! it is written, but for those of new legs: they follow the last leg, and what they held means nothing.

use alloc::vec::Vec;

use ballast_layout::small::InterestPrice;
use ballast_layout::{
    keys, AccountHeader, CollateralWord, DoesNotFit, HouseConfig, Instrument, MarketLimits,
    MarketStateA, MarketStateB, PerpetualLeg, Venue,
};
use ballast_math::risk::funding::{Funding, FundingRate};
use ballast_math::Price;
use contract_abi::generated::clearing_house::{errors, Limits};
use contract_abi::{host, Address, Word};
use contract_floor::fixed_slot;
use keys::clearing_house as tag;

use crate::account::is_same;
use crate::book::{advanced_index, compact, Account, Book, Leg, Market, Position};
use crate::limits;
use crate::list::List;
use crate::refused::{overflow, Refused};

const ENGINE: u8 = 2;
const ENGINE_CODE: u8 = 3;

/// A value that its field cannot hold.
#[cold]
#[inline(never)]
fn too_wide(_: DoesNotFit) -> Refused {
    overflow()
}

/// Where the entry of an id begins. One copy of it serves the whole program, as of the next.
#[inline(never)]
fn key(id: &Word, tag: u8) -> Word {
    keys::base(id, tag, host::keccak)
}

/// The slot of an entry's word.
#[inline(never)]
fn slot(base: &Word, index: u64) -> Word {
    keys::at(*base, index)
}

// ── Configuration ──────────────────────────────────────────────────────────────────────────────────────

/// The margin engine.
#[inline(never)]
pub(crate) fn engine() -> Address {
    HouseConfig::unpack(&host::load(&fixed_slot(ENGINE))).engine
}

/// The hash that its code had when it was set.
pub(crate) fn engine_code() -> Word {
    host::load(&fixed_slot(ENGINE_CODE))
}

/// Replaces the engine.
///
/// # Errors
/// `Overflow` at the 2³²nd replacement.
pub(crate) fn store_engine(engine: &Address, code: &Word) -> Result<(), Refused> {
    let old = HouseConfig::unpack(&host::load(&fixed_slot(ENGINE)));
    let engine_version = old.engine_version.checked_add(1).ok_or_else(overflow)?;
    let config = HouseConfig { engine: *engine, engine_version, ..old };
    let _ = engine_code();
    host::cache(&fixed_slot(ENGINE), &config.pack().map_err(too_wide)?);
    host::cache(&fixed_slot(ENGINE_CODE), code);
    Ok(())
}

#[inline(never)]
fn venue_key(venue: &Address) -> Word {
    key(&keys::id_of_address(venue), tag::VENUE)
}

/// The rights of an address: bit n is `Right(n)`.
#[inline(never)]
pub(crate) fn rights(venue: &Address) -> u8 {
    Venue::unpack(&host::load(&venue_key(venue))).rights
}

/// Replaces the rights of an address.
///
/// # Errors
/// `Overflow` for a time beyond 40 bits.
pub(crate) fn store_rights(venue: &Address, rights: u8) -> Result<(), Refused> {
    let key = venue_key(venue);
    let old = Venue::unpack(&host::load(&key));
    let word = Venue { rights, since: host::timestamp(), ..old };
    host::cache(&key, &word.pack().map_err(too_wide)?);
    Ok(())
}

#[inline(never)]
fn limits_key(underlying: u16) -> Word {
    key(&keys::id_of_number(underlying), tag::LIMITS)
}

/// The limits of a market.
///
/// # Errors
/// `Overflow` for a word that [`store_limits`] did not write.
pub(crate) fn limits(underlying: u16) -> Result<Limits, Refused> {
    limits::from_word(&MarketLimits::unpack(&host::load(&limits_key(underlying))))
}

/// Replaces the limits of a market.
///
/// # Errors
/// `Overflow`.
pub(crate) fn store_limits(underlying: u16, limits: &MarketLimits) -> Result<(), Refused> {
    let key = limits_key(underlying);
    let _ = host::load(&key);
    host::cache(&key, &limits.pack().map_err(too_wide)?);
    Ok(())
}

// ── Accounts ───────────────────────────────────────────────────────────────────────────────────────────

/// The header of an account.
#[inline(never)]
pub(crate) fn header(id: &Word) -> AccountHeader {
    AccountHeader::unpack(&host::load(&key(id, tag::ACCOUNT)))
}

/// An account without its legs and collateral: enough to move its cash.
#[inline(never)]
pub(crate) fn cash_account(id: &Word) -> Account {
    let stored = header(id);
    Account { id: *id, stored, header: stored, ..Account::default() }
}

/// Loads an account's cash into a book, unless the account is there.
pub(crate) fn open_purse(book: &mut Book, id: &Word) {
    let mut all = book.accounts.iter().chain(book.purses.iter());
    if !all.any(|account| is_same(&account.id, id)) {
        book.purses.push(cash_account(id));
    }
}

/// The amount of an asset that an account holds as collateral.
#[inline(never)]
pub(crate) fn collateral(id: &Word, asset: u16) -> i128 {
    CollateralWord::unpack(&host::load(&collateral_key(id, asset))).amount
}

fn collateral_key(id: &Word, asset: u16) -> Word {
    slot(&key(id, tag::COLLATERAL), asset.into())
}

/// Replaces the amount of an asset; the bit in the header is the caller's to keep.
///
/// # Errors
/// `Overflow`.
#[inline(never)]
pub(crate) fn store_collateral(id: &Word, asset: u16, amount: i128) -> Result<(), Refused> {
    let word = CollateralWord { asset, amount }.pack().map_err(too_wide)?;
    host::cache(&collateral_key(id, asset), &word);
    Ok(())
}

/// The leg words of an account, as they are stored.
pub(crate) fn leg_words(id: &Word) -> Vec<Word> {
    let count = header(id).leg_count;
    let base = key(id, tag::LEGS);
    let mut words = Vec::with_capacity(count.into());
    for at in 0..count {
        words.push(host::load(&slot(&base, at.into())));
    }
    words
}

/// An empty book as of now, with room for so many accounts.
#[inline(never)]
pub(crate) fn book(accounts: usize) -> Book {
    let accounts = List::with_capacity(accounts);
    Book { now: host::timestamp(), accounts, ..Book::default() }
}

/// Loads an account with its legs, its collateral and the markets of its legs into a book, with room for
/// so many new legs. Returns its seat.
#[inline(never)]
pub(crate) fn open(book: &mut Book, id: &Word, room: usize) -> usize {
    let mut account = cash_account(id);
    let count = account.stored.leg_count;
    account.legs.reserve_exact(usize::from(count).saturating_add(room));
    let base = key(id, tag::LEGS);
    for at in 0..count {
        // There is no other kind: `check` lets nothing but perpetuals in.
        let leg = PerpetualLeg::unpack(&host::load(&slot(&base, at.into())));
        let position = Position { size: leg.size, index: leg.funding_index };
        let market = open_market(book, leg.underlying);
        account.legs.push(Leg { market, before: position, after: position });
    }
    load_collateral(&mut account);
    let place = book.accounts.len();
    book.accounts.push(account);
    place
}

fn load_collateral(account: &mut Account) {
    let bitmap = account.stored.collateral_bitmap;
    if bitmap == 0 {
        return;
    }
    account.collateral.reserve_exact(bitmap.count_ones() as usize);
    let base = key(&account.id, tag::COLLATERAL);
    for asset in (0..16).filter(|asset| bitmap >> asset & 1 == 1) {
        account.collateral.push(host::load(&slot(&base, asset)));
    }
}

// ── Markets ────────────────────────────────────────────────────────────────────────────────────────────

#[inline(never)]
fn market_key(underlying: u16) -> Word {
    key(&keys::id_of_number(underlying), tag::MARKET)
}

/// Loads a market into a book, its index brought to now, unless it is there. Returns its place.
pub(crate) fn open_market(book: &mut Book, underlying: u16) -> usize {
    if let Some(place) = book.place(underlying) {
        return place;
    }
    let base = market_key(underlying);
    let a = MarketStateA::unpack(&host::load(&base));
    let b = MarketStateB::unpack(&host::load(&slot(&base, 1)));
    let funding = Funding {
        rate: FundingRate { mantissa: a.rate_mantissa, exponent: a.rate_exponent },
        interest_price: Price(i128::try_from(b.interest_price.to_u128()).unwrap_or(i128::MAX)),
    };
    let seconds = book.now.saturating_sub(a.accrued_at.into());
    let long_size = i128::try_from(b.long_size).unwrap_or(i128::MAX);
    let place = book.markets.len();
    book.markets.push(Market {
        underlying,
        index: advanced_index(a.funding_index, &funding, seconds),
        funding,
        accrued_at: a.accrued_at.into(),
        premium: a.premium_average,
        premium_at: b.premium_at,
        long_before: long_size,
        long_size,
        limits: None,
    });
    place
}

/// Loads a market with its limits, to be traded or accrued. Returns its place.
///
/// # Errors
/// `Overflow` for a word of limits that was not written here.
pub(crate) fn open_listed(book: &mut Book, underlying: u16) -> Result<usize, Refused> {
    let place = open_market(book, underlying);
    if book.market(place)?.limits.is_none() {
        book.market_mut(place)?.limits = Some(limits(underlying)?);
    }
    Ok(place)
}

// ── Storing a book ─────────────────────────────────────────────────────────────────────────────────────

/// Stores everything that changed in a book.
///
/// # Errors
/// `Overflow` for a value that its field cannot hold.
pub(crate) fn store(book: &Book) -> Result<(), Refused> {
    for market in book.markets.iter().filter(|market| market.limits.is_some()) {
        store_market(book.now, market)?;
    }
    for account in book.accounts.iter().filter(|account| account.is_changed) {
        store_legs(book, account)?;
        store_header(book.now, account, account.open_legs())?;
    }
    for purse in book.purses.iter().filter(|purse| purse.is_changed) {
        store_cash(book.now, purse)?;
    }
    Ok(())
}

/// Stores the header of an account whose legs were not loaded.
///
/// # Errors
/// `Overflow`.
pub(crate) fn store_cash(now: u64, account: &Account) -> Result<(), Refused> {
    store_header(now, account, account.stored.leg_count.into())
}

#[inline(never)]
fn store_header(now: u64, account: &Account, legs: usize) -> Result<(), Refused> {
    let leg_count = u8::try_from(legs).map_err(|_| overflow())?;
    let header = AccountHeader { leg_count, touched_at: seconds(now), ..account.header };
    host::cache(&key(&account.id, tag::ACCOUNT), &header.pack().map_err(too_wide)?);
    Ok(())
}

/// Writes the leg slots whose word changed.
fn store_legs(book: &Book, account: &Account) -> Result<(), Refused> {
    let base = key(&account.id, tag::LEGS);
    let loaded = usize::from(account.stored.leg_count);
    for (at, leg) in compact(&account.legs).iter().enumerate() {
        let stored = account.legs.get(at).filter(|_| at < loaded);
        if stored.is_some_and(|old| old.market == leg.market && old.before == leg.after) {
            continue;
        }
        let Position { size, index } = leg.after;
        let word = PerpetualLeg::new(book.market(leg.market)?.underlying, index, size);
        host::cache(&slot(&base, at as u64), &word.pack().map_err(too_wide)?);
    }
    Ok(())
}

fn store_market(now: u64, market: &Market) -> Result<(), Refused> {
    let base = market_key(market.underlying);

    let a = MarketStateA {
        funding_index: market.index,
        accrued_at: seconds(now),
        rate_mantissa: market.funding.rate.mantissa,
        rate_exponent: market.funding.rate.exponent,
        premium_average: market.premium,
    };
    host::cache(&base, &a.pack().map_err(too_wide)?);
    let second = slot(&base, 1);
    let old = MarketStateB::unpack(&host::load(&second));
    let long_size = u128::try_from(market.long_size).map_err(|_| overflow())?;
    let interest_price = InterestPrice::from_floor(market.funding.interest_price.0.unsigned_abs());
    let b = MarketStateB { long_size, premium_at: market.premium_at, interest_price, ..old };
    host::cache(&second, &b.pack().map_err(too_wide)?);
    Ok(())
}

/// Times are stored in 32 bits; they stop at the end of them, in 2106.
fn seconds(now: u64) -> u32 {
    u32::try_from(now).unwrap_or(u32::MAX)
}

/// The underlying of an instrument that the house can have a position in.
///
/// # Errors
/// `UnknownInstrument`.
pub(crate) fn underlying(instrument: u128) -> Result<u16, Refused> {
    let instrument = Instrument(instrument);
    if instrument.is_perpetual() {
        Ok(instrument.underlying())
    } else {
        Err(errors::unknown_instrument(instrument.0).into())
    }
}
