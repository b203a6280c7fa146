//! What time the next block has.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::config::Clock;

/// A clock that can be moved forward.
#[derive(Clone, Debug)]
pub(super) struct Time {
    clock: Clock,
    /// Seconds that the next blocks are ahead of the clock.
    ahead: i64,
    /// The time of the next block, if it was fixed.
    next: Option<u64>,
    /// Seconds between blocks, if that was fixed.
    interval: Option<u64>,
}

impl Time {
    pub(super) fn new(clock: Clock) -> Self {
        Self { clock, ahead: 0, next: None, interval: None }
    }

    /// The time of the block after one at `latest`. Never before it.
    pub(super) fn next(&self, latest: u64) -> u64 {
        if let Some(next) = self.next {
            return next;
        }
        let base = match (self.interval, self.clock) {
            (Some(seconds), _) | (None, Clock::Stepping(seconds)) => latest.saturating_add(seconds),
            (None, Clock::System) => now(),
        };
        base.saturating_add_signed(self.ahead).max(latest)
    }

    /// A block with the time of [`Time::next`] was made.
    pub(super) fn used(&mut self, timestamp: u64) {
        if self.next.take().is_some() && self.clock == Clock::System {
            self.ahead = timestamp.cast_signed().saturating_sub(now().cast_signed());
        }
        // A stepping clock goes on from the last block, which is already ahead.
        if self.interval.is_some() || self.clock != Clock::System {
            self.ahead = 0;
        }
    }

    pub(super) fn advance(&mut self, seconds: u64) {
        match &mut self.next {
            Some(next) => *next = next.saturating_add(seconds),
            None => self.ahead = self.ahead.saturating_add_unsigned(seconds),
        }
    }

    pub(super) fn set_next(&mut self, timestamp: u64) {
        self.next = Some(timestamp);
    }

    pub(super) fn set_interval(&mut self, seconds: Option<u64>) {
        self.interval = seconds;
    }
}

fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stepping_clock_advanced_goes_on_from_there() {
        let mut time = Time::new(Clock::Stepping(2));
        assert_eq!(time.next(100), 102);
        time.advance(50);
        assert_eq!(time.next(100), 152);
        time.used(152);
        assert_eq!(time.next(152), 154);
        time.set_next(1_000);
        time.advance(1);
        assert_eq!(time.next(154), 1_001);
        time.used(1_001);
        assert_eq!(time.next(1_001), 1_003);
        time.set_interval(Some(10));
        assert_eq!(time.next(1_001), 1_011);
    }

    #[test]
    fn system_clock_never_goes_back() {
        let mut time = Time::new(Clock::System);
        let future = now() + 1_000_000;
        assert_eq!(time.next(future), future);
        time.set_next(future);
        time.used(future);
        assert!((future..future + 5).contains(&time.next(0)));
    }
}
