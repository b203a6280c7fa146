//! Who may do what: the rules on margin of `ballast_math`, in the words of the interface.

use ballast_math::risk::admission::{admit_new_risk, admit_reduction, Refusal};
use ballast_math::risk::liquidation::{
    buffered_balance_floor, is_liquidatable, largest_takeover_ceil,
};
use ballast_math::risk::Health;
use ballast_math::{Cash, Size};
use contract_abi::generated::clearing_house::{errors, Doubt, Grade};
use contract_abi::generated::margin_engine::Assessment;

use crate::book::{Account, Leg};
use crate::money::{difference, from_math};
use crate::refused::Refused;

/// What is known of an account when it was assessed once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Admission {
    /// It may do what it did.
    Admitted,
    /// It may if its balance did not fall: the state before must be assessed as well.
    IfReduced,
}

/// Whether an account may do what it did.
///
/// It may if it holds its initial margin at live prices and is not flagged. If it does not, but no leg
/// grew or changed sign, [`require_reduction`] decides. Otherwise it took new risk, and the error says
/// what forbids it.
///
/// # Errors
/// `AccountFlagged`, `DoubtfulPrice`, `InsufficientMargin`, in this order: what a doubtful price says
/// about margin is no reason.
pub(crate) fn admitted(account: &Account, after: &Assessment) -> Result<Admission, Refused> {
    let is_flagged = account.is_flagged();
    let holds_margin = after.grade == Grade::Good && admit_new_risk(&health(after)).is_ok();
    if holds_margin && !is_flagged {
        return Ok(Admission::Admitted);
    }
    if account.legs.iter().all(Leg::is_reduced) {
        return Ok(Admission::IfReduced);
    }
    if is_flagged {
        return Err(errors::account_flagged(&account.id).into());
    }
    require_margin(account, after)?;
    Ok(Admission::Admitted)
}

/// Initial margin, at live prices.
///
/// # Errors
/// `DoubtfulPrice`, `InsufficientMargin`.
pub(crate) fn require_margin(account: &Account, after: &Assessment) -> Result<(), Refused> {
    if after.grade != Grade::Good {
        return Err(errors::doubtful_price(&account.id, after.grade, after.doubt).into());
    }
    require_initial_margin(account, after)
}

/// Initial margin, at whatever prices there are.
///
/// # Errors
/// `InsufficientMargin`.
pub(crate) fn require_initial_margin(account: &Account, after: &Assessment) -> Result<(), Refused> {
    admit_new_risk(&health(after)).map_err(|refusal| refused(account, after, refusal))
}

/// The rule of a reduction: the balance over maintenance margin did not fall, and equity is not below the
/// lesser of zero and what it was.
///
/// # Errors
/// `MarginNotImproved`, `InsufficientMargin`, `Overflow`.
pub(crate) fn require_reduction(
    account: &Account,
    before: &Assessment,
    after: &Assessment,
) -> Result<(), Refused> {
    let admitted = admit_reduction(&health(before), &health(after));
    admitted.map_err(|refusal| refused(account, after, refusal))
}

/// A price good enough to liquidate by: live, or of the last hour while only the feed is in doubt. While the
/// sequencer is down, or was until just now, nobody could have reacted.
///
/// # Errors
/// `DoubtfulPrice`.
pub(crate) fn require_liquidation_grade(
    account: &Account,
    assessment: &Assessment,
) -> Result<(), Refused> {
    let Assessment { grade, doubt, .. } = *assessment;
    let by_sequencer = matches!(doubt, Doubt::SequencerDown | Doubt::SequencerGrace);
    if grade < Grade::Doubtful || by_sequencer {
        return Err(errors::doubtful_price(&account.id, grade, doubt).into());
    }
    Ok(())
}

/// Whether an account may be flagged: its equity is below its maintenance margin.
pub(crate) fn is_unhealthy(now: &Assessment) -> bool {
    is_liquidatable(&health(now))
}

/// The rule that sets a flag.
///
/// # Errors
/// `AccountHealthy`.
pub(crate) fn require_unhealthy(account: &Account, now: &Assessment) -> Result<(), Refused> {
    if is_unhealthy(now) {
        return Ok(());
    }
    Err(healthy(account, now))
}

/// The rule of a takeover: a flag that could be cleared at these prices serves nobody.
///
/// # Errors
/// `AccountHealthy`, `Overflow`.
pub(crate) fn require_unrecovered(account: &Account, now: &Assessment) -> Result<(), Refused> {
    if buffered_balance_floor(&health(now)).map_err(from_math)? < Cash::ZERO {
        return Ok(());
    }
    Err(healthy(account, now))
}

/// The rule on the size of a takeover: no more than restores the buffer, unless what remains is little.
///
/// # Errors
/// `TakeoverTooLarge` with the largest size, `Overflow`.
pub(crate) fn require_needed(
    account: &Account,
    [before, after]: [&Assessment; 2],
    size: i128,
    lot: i128,
) -> Result<(), Refused> {
    let largest = largest_takeover_ceil(&health(before), &health(after), Size(size), Size(lot));
    let largest = largest.map_err(from_math)?.0;
    if size.unsigned_abs() <= largest.unsigned_abs() {
        return Ok(());
    }
    Err(errors::takeover_too_large(&account.id, size, largest).into())
}

/// The rule that clears a flag: 1.15 times the maintenance margin, at live prices.
///
/// # Errors
/// `DoubtfulPrice`, `InsufficientMargin` with the buffered margin as the bound, `Overflow`.
pub(crate) fn require_recovered(account: &Account, now: &Assessment) -> Result<(), Refused> {
    let over = buffered_balance_floor(&health(now)).map_err(from_math)?.0;
    let initial_margin = difference(now.equity, over)?;
    require_margin(account, &Assessment { initial_margin, ..*now })
}

/// Payments leave no debt: equity is not below the lesser of zero and what it was.
///
/// # Errors
/// `InsufficientMargin`.
pub(crate) fn require_equity(
    account: &Account,
    before: &Assessment,
    after: &Assessment,
) -> Result<(), Refused> {
    if after.equity < before.equity.min(0) {
        return Err(insufficient(account, after));
    }
    Ok(())
}

fn health(assessment: &Assessment) -> Health {
    Health {
        equity: Cash(assessment.equity),
        initial_margin: Cash(assessment.initial_margin),
        maintenance_margin: Cash(assessment.maintenance_margin),
    }
}

#[cold]
#[inline(never)]
fn refused(account: &Account, after: &Assessment, refusal: Refusal) -> Refused {
    match refusal {
        Refusal::MarginNotImproved { after, before } => {
            errors::margin_not_improved(&account.id, after.0, before.0).into()
        }
        Refusal::InsufficientMargin { .. } | Refusal::EquityNotKept { .. } => {
            insufficient(account, after)
        }
        Refusal::Math(error) => from_math(error),
    }
}

#[cold]
#[inline(never)]
fn healthy(account: &Account, now: &Assessment) -> Refused {
    errors::account_healthy(&account.id, now.equity, now.maintenance_margin).into()
}

#[cold]
#[inline(never)]
fn insufficient(account: &Account, after: &Assessment) -> Refused {
    errors::insufficient_margin(&account.id, after.equity, after.initial_margin).into()
}
