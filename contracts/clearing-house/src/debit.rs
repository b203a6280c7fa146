//! Debiting an account: the vault is about to pay something out.

use contract_abi::generated::clearing_house::{errors, events, Grade, Outcome};
use contract_abi::{host, Revert, Word};

use ballast_layout::CollateralWord;

use crate::admission::require_margin;
use crate::book::{Account, Book, Side};
use crate::credit::require_amount;
use crate::money::difference;
use crate::storage;
use crate::valuation::{Observe, Valuation};

/// What a debit leaves.
pub(crate) struct Debit {
    book: Book,
    asset: u16,
    amount: i128,
    /// Of the asset.
    pub(crate) balance: i128,
    /// Of the account.
    pub(crate) outcome: Outcome,
}

impl Debit {
    /// Stores and logs it.
    ///
    /// # Errors
    /// `Overflow`.
    pub(crate) fn commit(&self) -> Result<(), Revert> {
        let account = self.book.account(0)?;
        if self.asset != 0 {
            storage::store_collateral(&account.id, self.asset, self.balance)?;
        }
        storage::store_cash(self.book.now, account)?;
        events::debited(&account.id, self.asset, self.amount, self.balance);
        Ok(())
    }
}

/// Takes from the balance of an asset and asks whether what is left holds the initial margin, unless
/// nothing is left that a price could make or break.
///
/// Cash may go below zero where collateral or the value of positions stands against it; collateral may
/// not.
///
/// # Errors
/// `ZeroAmount`, `UnknownAsset`, `AccountFlagged`, `InsufficientBalance`, `DoubtfulPrice`,
/// `InsufficientMargin`, `Overflow`, and the engine's.
pub(crate) fn debit(
    id: &Word,
    asset: u16,
    amount: i128,
    observe: Observe<'_>,
) -> Result<Debit, Revert> {
    require_amount(asset, amount)?;
    let mut book = Book { now: host::timestamp(), ..Book::default() };
    let seat = storage::open(&mut book, id, 0)?;
    let account = book.account_mut(seat)?;
    if account.is_flagged() {
        return Err(errors::account_flagged(id));
    }
    let balance =
        if asset == 0 { account.take_cash(amount)? } else { account.take(asset, amount)? };
    let outcome = judged(&book, seat, observe)?;
    Ok(Debit { book, asset, amount, balance, outcome })
}

/// What is left, if it may be.
fn judged(book: &Book, seat: usize, observe: Observe<'_>) -> Result<Outcome, Revert> {
    let account = book.account(seat)?;
    if account.is_free() {
        let Account { id, header, .. } = account;
        let (cash, grade) = (header.cash, Grade::Good);
        return Ok(Outcome { account: *id, cash, equity: cash, grade, ..Outcome::default() });
    }
    let valuation = Valuation::of(book, &[(seat, Side::After)], &[], observe)?;
    require_margin(account, valuation.assessment(0)?)?;
    valuation.outcome(book, 0, seat)
}

impl Account {
    /// Takes cash. Returns what is left.
    fn take_cash(&mut self, amount: i128) -> Result<i128, Revert> {
        let held = self.header.cash;
        let left = difference(held, amount)?;
        let is_backed = !self.legs.is_empty() || self.header.collateral_bitmap != 0;
        if left < 0 && !is_backed {
            return Err(errors::insufficient_balance(&self.id, 0, held, amount));
        }
        self.header.cash = left;
        Ok(left)
    }

    /// Takes collateral, from the words loaded and, when nothing is left, from the bitmap. Returns what
    /// is left.
    fn take(&mut self, asset: u16, amount: i128) -> Result<i128, Revert> {
        let at =
            self.collateral.iter().position(|word| CollateralWord::unpack(word).asset == asset);
        let word = at.and_then(|at| self.collateral.get_mut(at));
        let held = word.as_ref().map_or(0, |word| CollateralWord::unpack(word).amount);
        let left = difference(held, amount)?;
        if left < 0 {
            return Err(errors::insufficient_balance(&self.id, asset, held, amount));
        }
        if let Some(word) = word {
            let packed = CollateralWord { asset, amount: left }.pack();
            *word = packed.map_err(|_| errors::overflow())?;
        }
        if left == 0 {
            self.collateral.retain(|word| CollateralWord::unpack(word).asset != asset);
            self.header.collateral_bitmap &= !(1 << asset);
        }
        Ok(left)
    }
}
