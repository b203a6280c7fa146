//! Flags: an account that may only deposit and reduce.

use alloc::vec::Vec;

use ballast_layout::account_flags::FLAGGED;
use contract_abi::generated::clearing_house::{errors, events, Move, Outcome};
use contract_abi::{host, Revert, Word};

use crate::account::require_owned;
use crate::admission::{
    require_equity, require_liquidation_grade, require_recovered, require_unhealthy,
};
use crate::book::{Book, Fact, Side};
use crate::valuation::{Observe, Valuation};
use crate::{moves, storage};

/// What a change of a flag comes to.
pub(crate) struct Flagged {
    book: Book,
    facts: Vec<Fact>,
    flagged: bool,
    /// Of the account, after the moves.
    pub(crate) outcome: Outcome,
}

impl Flagged {
    /// Stores and logs it; a flag that was set already is no event.
    ///
    /// # Errors
    /// `Overflow`.
    pub(crate) fn commit(&self) -> Result<(), Revert> {
        storage::store(&self.book)?;
        let account = self.book.account(0)?;
        if account.stored.flags != account.header.flags {
            events::flag_set(&account.id, self.flagged);
        }
        self.facts.iter().for_each(Fact::log);
        Ok(())
    }
}

/// Sets or clears a flag and makes the moves.
///
/// A flag is set on what the account was before the moves, so that paying its own reward cannot make it
/// liquidatable; it is cleared on what the account is after them. Setting it again is allowed as long as
/// the account is unhealthy: that is how a debt is covered in part.
///
/// # Errors
/// `ReservedAccount`, `NotFlagged` when there is nothing to clear, those of the moves, `DoubtfulPrice`,
/// `AccountHealthy`, `InsufficientMargin`, `Overflow`, and the engine's.
pub(crate) fn set_flag(
    id: &Word,
    flagged: bool,
    payments: &[Move],
    observe: Observe<'_>,
) -> Result<Flagged, Revert> {
    require_owned(id)?;
    let mut book = Book { now: host::timestamp(), ..Book::default() };
    let seat = storage::open(&mut book, id, 0)?;
    if !flagged && !book.account(seat)?.is_flagged() {
        return Err(errors::not_flagged(id));
    }
    moves::load(&mut book, id, payments)?;
    let mut facts = Vec::with_capacity(payments.len());
    moves::make(&mut book, payments, &mut facts)?;
    let subjects = [(seat, Side::Before), (seat, Side::After)];
    let valuation = Valuation::of(&book, &subjects, &[], observe)?;
    let account = book.account_mut(seat)?;
    let (before, after) = (valuation.assessment(0)?, valuation.assessment(1)?);
    if flagged {
        require_liquidation_grade(account, before)?;
        require_unhealthy(account, before)?;
        require_equity(account, before, after)?;
        account.header.flags |= FLAGGED;
    } else {
        require_recovered(account, after)?;
        account.header.flags &= !FLAGGED;
    }
    account.is_changed = true;
    let outcome = valuation.outcome(&book, 1, seat)?;
    Ok(Flagged { book, facts, flagged, outcome })
}
