//! Debiting an account: the vault is about to pay something out.

use contract_abi::generated::clearing_house::{errors, Grade, Outcome};
use contract_abi::Word;

use ballast_layout::CollateralWord;

use crate::admission::require_margin;
use crate::book::{Account, Book, Fact, Side};
use crate::credit::require_amount;
use crate::done::Done;
use crate::money::difference;
use crate::refused::{overflow, Refused};
use crate::storage;
use crate::valuation::{Observe, Valuation};

/// Takes from the balance of an asset. Returns the balance afterwards.
///
/// # Errors
/// Those of [`preview`].
pub(crate) fn debit(
    id: &Word,
    asset: u16,
    amount: i128,
    observe: &impl Observe,
) -> Result<i128, Refused> {
    let (mut book, balance, _) = preview(id, asset, amount, observe)?;
    if asset != 0 {
        storage::store_collateral(id, asset, balance)?;
    }
    book.facts.push(Fact::Debited(*id, asset, amount, balance));
    Done { book, outcomes: Default::default() }.commit()?;
    Ok(balance)
}

/// Takes from the balance of an asset and asks whether what is left holds the initial margin, unless
/// nothing is left that a price could make or break. Returns the balance and the outcome.
///
/// Cash may go below zero where the value of positions stands against it, and not for collateral: the
/// house lends no quote. Collateral may not go below zero.
///
/// # Errors
/// `ZeroAmount`, `UnknownAsset`, `AccountFlagged`, `InsufficientBalance`, `DoubtfulPrice`,
/// `InsufficientMargin`, `QuoteShortfall`, `Overflow`, and the engine's.
#[inline(never)]
pub(crate) fn preview(
    id: &Word,
    asset: u16,
    amount: i128,
    observe: &impl Observe,
) -> Result<(Book, i128, Outcome), Refused> {
    require_amount(asset, amount)?;
    let mut book = storage::book(1);
    let seat = storage::open(&mut book, id, 0);
    let account = book.account_mut(seat)?;
    if account.is_flagged() && !account.is_free() {
        return Err(errors::account_flagged(id).into());
    }
    account.is_changed = true;
    let balance =
        if asset == 0 { account.take_cash(amount)? } else { account.take(asset, amount)? };
    let outcome = judged(&book, seat, observe)?;
    if asset == 0 && outcome.settled_quote < 0 {
        return Err(errors::quote_shortfall(id, outcome.settled_quote).into());
    }
    Ok((book, balance, outcome))
}

/// What is left, if it may be.
fn judged(book: &Book, seat: usize, observe: &impl Observe) -> Result<Outcome, Refused> {
    let account = book.account(seat)?;
    if account.is_free() {
        let Account { id, header, .. } = account;
        let (cash, grade) = (header.cash, Grade::Good);
        let (equity, settled_quote) = (cash, cash);
        return Ok(Outcome { account: *id, cash, equity, settled_quote, grade, ..<_>::default() });
    }
    let valuation = Valuation::of(book, &[(seat, Side::After)], &[], observe)?;
    require_margin(account, valuation.assessment(0)?)?;
    valuation.outcome(book, 0, seat)
}

impl Account {
    /// Takes cash. Returns what is left.
    fn take_cash(&mut self, amount: i128) -> Result<i128, Refused> {
        let held = self.header.cash;
        let left = difference(held, amount)?;
        if left < 0 && self.legs.is_empty() {
            return Err(errors::insufficient_balance(&self.id, 0, held, amount).into());
        }
        self.header.cash = left;
        Ok(left)
    }

    /// Takes collateral, from its word and, when nothing is left, from the bitmap. Returns what is left.
    fn take(&mut self, asset: u16, amount: i128) -> Result<i128, Refused> {
        let held = storage::collateral(&self.id, asset);
        let left = difference(held, amount)?;
        if left < 0 {
            return Err(errors::insufficient_balance(&self.id, asset, held, amount).into());
        }
        // Words are in the order of the bits, and what is held has one.
        let bit = 1u16 << asset;
        let at = (self.header.collateral_bitmap & bit.wrapping_sub(1)).count_ones() as usize;
        let word = self.collateral.get_mut(at).ok_or_else(overflow)?;
        *word = CollateralWord { asset, amount: left }.pack().map_err(|_| overflow())?;
        if left == 0 {
            self.collateral.swap_remove(at);
            self.header.collateral_bitmap ^= bit;
        }
        Ok(left)
    }
}
