//! The limits that hold for a batch as a whole: against where it began, not fill by fill.

use ballast_math::risk::admission::is_reduced;
use ballast_math::Size;
use contract_abi::generated::clearing_house::{errors, Limits, Status};

use super::{Account, Book, Leg, Market};
use crate::bounds::UNDERLYINGS;
use crate::refused::Refused;

impl Book {
    /// Checks every market that was traded and every leg that changed. Whatever exceeds a limit may stay
    /// and fall, and must not rise: a limit that was lowered never traps anybody.
    ///
    /// # Errors
    /// `OpenInterestExceeded`, then by account `TooManyLegs`, `MarketClosed` for a position that grew
    /// where positions may only be reduced, `PositionExceeded`.
    pub(crate) fn check_limits(&self) -> Result<(), Refused> {
        for market in &self.markets {
            market.check_open_interest()?;
        }
        for account in &self.accounts {
            account.check_leg_count()?;
            for leg in account.legs.iter().filter(|leg| leg.before.size != leg.after.size) {
                self.market(leg.market)?.check_position(account, leg)?;
            }
        }
        Ok(())
    }
}

impl Account {
    fn check_leg_count(&self) -> Result<(), Refused> {
        let (before, after) = (usize::from(self.stored.leg_count), self.open_legs());
        if after > UNDERLYINGS && after > before {
            return Err(errors::too_many_legs(&self.id, after as u128, UNDERLYINGS as u128).into());
        }
        Ok(())
    }
}

impl Market {
    fn check_open_interest(&self) -> Result<(), Refused> {
        let Some(Limits { max_open_interest: bound, .. }) = self.limits else { return Ok(()) };
        if self.long_size > bound && self.long_size > self.long_before {
            return Err(
                errors::open_interest_exceeded(self.underlying, self.long_size, bound).into()
            );
        }
        Ok(())
    }

    fn check_position(&self, account: &Account, leg: &Leg) -> Result<(), Refused> {
        let Some(limits) = &self.limits else { return Ok(()) };
        if limits.status == Status::ReduceOnly && !leg.is_reduced() {
            return Err(errors::market_closed(self.underlying, limits.status).into());
        }
        let (before, after) = (leg.before.size.unsigned_abs(), leg.after.size.unsigned_abs());
        if after > limits.max_position.unsigned_abs() && after > before {
            return Err(errors::position_exceeded(
                &account.id,
                leg.after.size,
                limits.max_position,
            )
            .into());
        }
        Ok(())
    }
}

impl Leg {
    /// Whether the leg neither grew nor changed sign.
    pub(crate) fn is_reduced(&self) -> bool {
        is_reduced(Size(self.before.size), Size(self.after.size))
    }
}

#[cfg(test)]
mod tests {
    use super::super::Position;
    use super::*;
    use crate::refused::told;

    fn leg(before: i128, after: i128) -> Leg {
        let position = |size| Position { size, index: 0 };
        Leg { market: 0, before: position(before), after: position(after) }
    }

    fn limits(status: Status, max_open_interest: i128, max_position: i128) -> Limits {
        Limits { status, max_open_interest, max_position, ..Limits::default() }
    }

    #[test]
    fn is_reduced_of_a_leg_that_grew_or_changed_sign_does_not_hold() {
        for (before, after, expected) in [
            (5, 5, true),
            (5, 4, true),
            (5, 0, true),
            (-5, -1, true),
            (-5, 0, true),
            (0, 0, true),
            (5, 6, false),
            (5, -1, false),
            (-5, 1, false),
            (-5, -6, false),
            (0, 1, false),
            (0, -1, false),
        ] {
            assert_eq!(leg(before, after).is_reduced(), expected, "{before} to {after}");
        }
    }

    #[test]
    fn check_open_interest_over_the_cap_passes_only_what_did_not_rise() {
        for (before, after, passes) in
            [(0, 10, true), (0, 11, false), (12, 11, true), (12, 12, true), (12, 13, false)]
        {
            let market = Market {
                underlying: 1,
                long_before: before,
                long_size: after,
                limits: Some(limits(Status::Open, 10, 0)),
                ..Market::default()
            };
            let expected =
                if passes { Ok(()) } else { Err(errors::open_interest_exceeded(1, after, 10)) };
            assert_eq!(told(market.check_open_interest()), expected, "{before} to {after}");
        }
    }

    #[test]
    fn check_position_by_status_and_size_refuses_growth_only() {
        let account = Account { id: [7; 32], ..Account::default() };
        let closed = Err(errors::market_closed(1, Status::ReduceOnly));
        let exceeded = |size| Err(errors::position_exceeded(&[7; 32], size, 10));
        for (status, before, after, expected) in [
            (Status::Open, 0, 10, Ok(())),
            (Status::Open, 0, -10, Ok(())),
            (Status::Open, 0, 11, exceeded(11)),
            (Status::Open, 0, -11, exceeded(-11)),
            (Status::Open, 15, 12, Ok(())),
            (Status::Open, 15, -15, Ok(())),
            (Status::Open, 15, -16, exceeded(-16)),
            (Status::ReduceOnly, 15, 12, Ok(())),
            (Status::ReduceOnly, 5, 0, Ok(())),
            (Status::ReduceOnly, 5, 6, closed.clone()),
            (Status::ReduceOnly, 5, -1, closed.clone()),
        ] {
            let market =
                Market { underlying: 1, limits: Some(limits(status, 0, 10)), ..Market::default() };
            let actual = market.check_position(&account, &leg(before, after));
            assert_eq!(told(actual), expected, "{before} to {after}");
        }
    }
}
