//! Accruing funding: a market's index brought to now, and the rate that follows from its premium.

use contract_abi::generated::clearing_house::{errors, Status};

use crate::bounds::ACCRUALS;
use crate::done::Done;
use crate::list::List;
use crate::refused::Refused;
use crate::storage;
use crate::valuation::{Observe, Valuation};

/// Accrues markets; one that is named twice is accrued once.
///
/// # Errors
/// `TooMany`, `MarketClosed` for a market that is not listed, `Overflow`, and the engine's.
#[inline(never)]
pub(crate) fn accrue(underlyings: &[u16], observe: &impl Observe) -> Result<Done, Refused> {
    if underlyings.len() > ACCRUALS {
        return Err(errors::too_many(underlyings.len() as u128, ACCRUALS as u128).into());
    }
    let mut book = storage::book(0);
    let mut places = List::with_capacity(underlyings.len());
    for underlying in underlyings {
        let place = storage::open_listed(&mut book, *underlying)?;
        if book.limits(place)?.status == Status::Unlisted {
            return Err(errors::market_closed(*underlying, Status::Unlisted).into());
        }
        places.push(place);
    }
    let valuation = Valuation::of(&book, &[], &places, observe)?;
    for place in &places {
        book.accrue(*place, valuation.view(*place)?, &[], &[])?;
    }
    Ok(Done { book, outcomes: Default::default() })
}
