//! `flag` and `unflag`: an account below its maintenance margin may only deposit and reduce.

use alloc::vec::Vec;

use ballast_layout::AccountId;
use ballast_math::risk::liquidation::insurance_top_up;
use ballast_math::Cash;
use contract_abi::generated::clearing_house::Move;
use contract_abi::generated::liquidation::{errors, events, Liquidation};
use contract_abi::{host, Revert, Word};

use crate::below::Below;
use crate::reward::Progress;
use crate::storage;

/// Flags an account and pays whoever found it.
pub(crate) fn flag(account: &Word, reward_to: &Word) -> Result<i128, Revert> {
    let below = Below::load();
    if below.header(account)?.is_flagged {
        return Err(errors::already_flagged(account));
    }
    let health = below.health(account)?;
    let minimum = below.keeper_minimum()?;
    let now = host::timestamp();
    let record = storage::record(account);
    let mut progress = Progress::start(health.equity);
    let own = progress.reward(0, minimum, health.equity)?;
    let insurance = AccountId::INSURANCE.0;
    let top_up = if record.was_topped_up_on(now) {
        0
    } else {
        let missing = insurance_top_up(Cash(health.equity), Cash(minimum)).0;
        missing.min(below.header(&insurance)?.cash)
    };
    let moves = moves_to(reward_to, &[(account, own), (&insurance, top_up)]);
    storage::store(account, &record.started(&progress, now, top_up > 0)?)?;
    let paid = own.saturating_add(top_up);
    events::flagged(account, reward_to, health.equity, health.maintenance_margin, paid);
    below.set_flag(account, true, &moves)?;
    Ok(paid)
}

/// Clears the flag of an account that stands well again; the clearing house judges.
pub(crate) fn unflag(account: &Word) -> Result<(), Revert> {
    let below = Below::load();
    if !below.header(account)?.is_flagged {
        return Err(errors::not_flagged(account));
    }
    let health = below.health(account)?;
    events::unflagged(account, health.equity, health.maintenance_margin);
    below.set_flag(account, false, &[])?;
    Ok(())
}

/// The liquidation of an account, as it stands.
pub(crate) fn view(account: &Word) -> Result<Liquidation, Revert> {
    let flagged = Below::load().header(account)?.is_flagged;
    let record = storage::record(account);
    if !flagged {
        return Ok(Liquidation::default());
    }
    let progress = record.progress();
    Ok(Liquidation {
        flagged,
        flagged_at: record.flagged_at(),
        equity_at_flag: progress.equity_at_flag,
        closed: progress.closed,
        rewarded: progress.rewarded,
    })
}

/// Payments of more than nothing to one account.
pub(crate) fn moves_to(to: &Word, parts: &[(&Word, i128)]) -> Vec<Move> {
    let mut moves = Vec::with_capacity(parts.len());
    for (from, amount) in parts {
        if *amount > 0 && *from != to {
            moves.push(Move { from: **from, to: *to, amount: *amount });
        }
    }
    moves
}
