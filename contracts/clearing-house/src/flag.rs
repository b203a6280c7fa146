//! Flags: an account that may only deposit and reduce.

use alloc::vec;

use ballast_layout::account_flags::FLAGGED;
use contract_abi::generated::clearing_house::{errors, Move};
use contract_abi::Word;

use crate::account::require_owned;
use crate::admission::{
    is_unhealthy, require_equity, require_liquidation_grade, require_recovered, require_unhealthy,
};
use crate::book::{Fact, Side};
use crate::done::Done;
use crate::refused::Refused;
use crate::valuation::{Observe, Valuation};
use crate::{moves, storage};

/// Sets or clears a flag and makes the moves. One outcome: the account's, after them.
///
/// A flag is set on what the account was before the moves, so that paying its own reward cannot make it
/// liquidatable; it is cleared on what the account is after them. Setting it again is allowed as long as
/// the account is unhealthy: that is how a debt is covered in part. An unhealthy account that was not
/// flagged may be cleared by what it is paid: that is how it is covered in full. A flag that stays as it
/// was is no event.
///
/// # Errors
/// `ReservedAccount`, those of the moves, the engine's, `DoubtfulPrice`, `AccountHealthy`, `NotFlagged`
/// where there is nothing to clear, `InsufficientMargin`, `Overflow`.
#[inline(never)]
pub(crate) fn set_flag(
    id: &Word,
    flagged: bool,
    payments: &[Move],
    observe: &impl Observe,
) -> Result<Done, Refused> {
    require_owned(id)?;
    let mut book = storage::book(1);
    let seat = storage::open(&mut book, id, 0);
    let was_flagged = book.account(seat)?.is_flagged();
    if flagged != was_flagged {
        book.facts.push(Fact::FlagSet(*id, flagged));
    }
    moves::make(&mut book, id, payments)?;
    let subjects = [(seat, Side::Before), (seat, Side::After)];
    let valuation = Valuation::of(&book, &subjects, &[], observe)?;
    let account = book.account_mut(seat)?;
    let (before, after) = (valuation.assessment(0)?, valuation.assessment(1)?);
    if flagged {
        require_liquidation_grade(account, before)?;
        require_unhealthy(account, before)?;
        require_equity(account, before, after)?;
    } else {
        if !was_flagged && !is_unhealthy(before) {
            return Err(errors::not_flagged(id).into());
        }
        require_recovered(account, after)?;
    }
    account.header.flags ^= if flagged == was_flagged { 0 } else { FLAGGED };
    account.is_changed = true;
    let outcomes = vec![valuation.outcome(&book, 1, seat)?];
    Ok(Done { book, outcomes })
}
