//! What the checks for arbitrage say.

use ballast_math::pricing::svi::{Refusal, Surface};
use std::fmt;

use super::file::Expiry;
use crate::decimal::rounded;

/// Of an expiry.
pub(super) struct Verdict {
    /// On its own.
    butterfly: Option<Refusal>,
    /// Against the expiry before, with that one's name.
    calendar: Option<(Refusal, String)>,
}

/// Each on its own, and against the one before.
pub(super) fn of(expiries: &[Expiry]) -> Vec<Verdict> {
    let calendar = |place: usize| {
        let before = &expiries[place.checked_sub(1)?];
        let refusal = before.slice().is_below(&expiries[place].slice()).err()?;
        Some((refusal, before.name.clone()))
    };
    let verdict = |(place, expiry): (usize, &Expiry)| Verdict {
        butterfly: Surface::accepted(&expiry.parameters).err(),
        calendar: calendar(place),
    };
    expiries.iter().enumerate().map(verdict).collect()
}

/// All in one line.
pub(super) fn summary(verdicts: &[Verdict]) -> String {
    let refused = verdicts.iter().filter(|verdict| !verdict.is_accepted()).count();
    match refused {
        0 => "no butterfly and no calendar arbitrage at the probes".to_owned(),
        1 => "1 expiry is not free of arbitrage".to_owned(),
        _ => format!("{refused} expiries are not free of arbitrage"),
    }
}

impl Verdict {
    const fn is_accepted(&self) -> bool {
        self.butterfly.is_none() && self.calendar.is_none()
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.butterfly, &self.calendar) {
            (None, None) => out.write_str("free of arbitrage"),
            (Some(refusal), None) => out.write_str(&reason(refusal)),
            (None, Some((refusal, before))) => write!(out, "{} {before}", reason(refusal)),
            (Some(alone), Some((refusal, before))) => {
                write!(out, "{}; {} {before}", reason(alone), reason(refusal))
            }
        }
    }
}

fn reason(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Domain => "parameters outside their domain".to_owned(),
        Refusal::NegativeVariance => "the least variance is negative".to_owned(),
        Refusal::SteepWing => "a wing is steeper than 2".to_owned(),
        Refusal::Butterfly(k) => format!("butterfly at k = {}", rounded(k.0, 4)),
        Refusal::Calendar(k) => format!("calendar at k = {} against", rounded(k.0, 4)),
    }
}
