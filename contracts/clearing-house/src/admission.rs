//! Who may do what: the rules on margin, as functions of assessments before and after.

use contract_abi::generated::clearing_house::{errors, Doubt, Grade};
use contract_abi::generated::margin_engine::Assessment;
use contract_abi::Revert;

use crate::book::{Account, Leg};
use crate::bounds::UNFLAG_BUFFER;
use crate::money::{difference, mul_wad_ceil};

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
pub(crate) fn admitted(account: &Account, after: &Assessment) -> Result<Admission, Revert> {
    let is_flagged = account.is_flagged();
    let refusal = match require_margin(account, after) {
        Ok(()) if !is_flagged => return Ok(Admission::Admitted),
        Err(refusal) if !is_flagged => refusal,
        _ => errors::account_flagged(&account.id),
    };
    if account.legs.iter().all(Leg::is_reduced) {
        return Ok(Admission::IfReduced);
    }
    Err(refusal)
}

/// Initial margin, at live prices.
///
/// # Errors
/// `DoubtfulPrice`, `InsufficientMargin`.
pub(crate) fn require_margin(account: &Account, after: &Assessment) -> Result<(), Revert> {
    if after.grade != Grade::Good {
        return Err(errors::doubtful_price(&account.id, after.grade, after.doubt));
    }
    require_initial_margin(account, after)
}

/// Initial margin, at whatever prices there are.
///
/// # Errors
/// `InsufficientMargin`.
pub(crate) fn require_initial_margin(account: &Account, after: &Assessment) -> Result<(), Revert> {
    if after.equity < after.initial_margin {
        return Err(insufficient(account, after));
    }
    Ok(())
}

/// The rule of a reduction, for an account none of whose legs grew or changed sign: its balance over
/// maintenance margin did not fall, and its equity is not below the lesser of zero and what it was.
///
/// The second clause keeps an account from closing off the mark against another of the same owner and
/// leaving the loss to the insurance: no margin test sees that, because closing frees margin.
///
/// # Errors
/// `MarginNotImproved`, `InsufficientMargin`, `Overflow`.
pub(crate) fn require_reduction(
    account: &Account,
    before: &Assessment,
    after: &Assessment,
) -> Result<(), Revert> {
    let (now, then) = (balance(after)?, balance(before)?);
    if now < then {
        return Err(errors::margin_not_improved(&account.id, now, then));
    }
    require_equity(account, before, after)
}

/// The rule for an account whose position a liquidator takes over: its balance rises, its equity obeys
/// the rule of a reduction.
///
/// # Errors
/// As in [`require_reduction`].
pub(crate) fn require_improvement(
    account: &Account,
    before: &Assessment,
    after: &Assessment,
) -> Result<(), Revert> {
    let (now, then) = (balance(after)?, balance(before)?);
    if now <= then {
        return Err(errors::margin_not_improved(&account.id, now, then));
    }
    require_equity(account, before, after)
}

/// A price good enough to liquidate by: live, or the last accepted one while only the feed is in doubt.
/// While the sequencer is down, or was until just now, nobody could have reacted.
///
/// # Errors
/// `DoubtfulPrice`.
pub(crate) fn require_liquidation_grade(
    account: &Account,
    assessment: &Assessment,
) -> Result<(), Revert> {
    let Assessment { grade, doubt, .. } = *assessment;
    let by_sequencer = matches!(doubt, Doubt::SequencerDown | Doubt::SequencerGrace);
    if grade == Grade::None || by_sequencer {
        return Err(errors::doubtful_price(&account.id, grade, doubt));
    }
    Ok(())
}

/// The rule that sets a flag: equity below maintenance margin.
///
/// # Errors
/// `AccountHealthy`.
pub(crate) fn require_unhealthy(account: &Account, now: &Assessment) -> Result<(), Revert> {
    let Assessment { equity, maintenance_margin, .. } = *now;
    if equity >= maintenance_margin {
        return Err(errors::account_healthy(&account.id, equity, maintenance_margin));
    }
    Ok(())
}

/// The rule that clears a flag: 1.15 times the maintenance margin, at live prices.
///
/// # Errors
/// `DoubtfulPrice`, `InsufficientMargin` with the buffered margin as the bound, `Overflow`.
pub(crate) fn require_recovered(account: &Account, now: &Assessment) -> Result<(), Revert> {
    let bound = mul_wad_ceil(now.maintenance_margin, UNFLAG_BUFFER)?;
    require_margin(account, &Assessment { initial_margin: bound, ..*now })
}

/// Equity not below the lesser of zero and what it was.
///
/// # Errors
/// `InsufficientMargin`.
pub(crate) fn require_equity(
    account: &Account,
    before: &Assessment,
    after: &Assessment,
) -> Result<(), Revert> {
    if after.equity < before.equity.min(0) {
        return Err(insufficient(account, after));
    }
    Ok(())
}

/// The balance over maintenance margin.
fn balance(assessment: &Assessment) -> Result<i128, Revert> {
    difference(assessment.equity, assessment.maintenance_margin)
}

fn insufficient(account: &Account, after: &Assessment) -> Revert {
    errors::insufficient_margin(&account.id, after.equity, after.initial_margin)
}
