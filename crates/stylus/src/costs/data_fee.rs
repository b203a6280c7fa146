//! The fee in wei for the space that a program's compiled form takes.

/// The second from which the chain counts: 16 January 2015.
pub const CHAIN_EPOCH: u64 = 1_421_388_000;

/// One, in the hundredths of a percent that exponents are computed in.
const ONE_BIPS: u64 = 10_000;
/// Terms of the exponential series, the constant one included.
const TERMS: u64 = 12;

/// The price of program space: it rises with recent demand and decays with time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DataPricer {
    /// Bytes not yet decayed.
    pub demand: u32,
    /// Bytes of demand that decay each second.
    pub bytes_per_second: u32,
    /// When demand last changed, in unix seconds.
    pub last_update: u64,
    /// Wei for a byte without demand.
    pub min_price: u64,
    /// Bytes of demand that multiply the price by e.
    pub inertia: u64,
}

impl DataPricer {
    /// The pricer of a chain on which nothing was activated yet.
    pub const fn fresh() -> Self {
        Self {
            demand: 0,
            bytes_per_second: 34_865,
            last_update: CHAIN_EPOCH,
            min_price: 82_928_201,
            inertia: 21_360_419,
        }
    }

    /// Adds a program of `bytes` at `now` and returns its fee in wei.
    ///
    /// `price·bytes` with `price = ⌊min_price·e^(demand / inertia)⌋`, demand decayed to `now` and
    /// the program's own bytes included.
    ///
    /// # Rounding
    /// Down at each step; the exponential is a series of twelve terms.
    pub fn charge(&mut self, bytes: u32, now: u64) -> u128 {
        let elapsed = now.saturating_sub(self.last_update);
        let decayed = u64::from(self.bytes_per_second).saturating_mul(elapsed);
        let left = u64::from(self.demand).saturating_sub(decayed);
        self.demand = u32::try_from(left.saturating_add(u64::from(bytes))).unwrap_or(u32::MAX);
        self.last_update = now;
        let price = u128::from(self.min_price) * u128::from(self.multiplier_bips_floor())
            / u128::from(ONE_BIPS);
        price.saturating_mul(u128::from(bytes))
    }

    /// `e^(demand / inertia)` in hundredths of a percent, by its series of twelve terms with each
    /// division floored.
    fn multiplier_bips_floor(&self) -> u64 {
        let exponent = ONE_BIPS.saturating_mul(u64::from(self.demand)) / self.inertia.max(1);
        let mut sum = ONE_BIPS.saturating_add(exponent / TERMS);
        for term in (1..TERMS).rev() {
            sum = ONE_BIPS.saturating_add(sum.saturating_mul(exponent) / (term * ONE_BIPS));
        }
        sum
    }
}

impl Default for DataPricer {
    fn default() -> Self {
        Self::fresh()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: u64 = 1_795_000_000;

    #[test]
    fn fee_on_a_fresh_chain_is_the_recorded_one() {
        let rows = [
            (513_838, 43_642_862_901_794),
            (566_000, 48_190_588_778_000),
            (1_000_000, 86_900_461_000_000),
        ];
        for (bytes, wei) in rows {
            assert_eq!(DataPricer::fresh().charge(bytes, NOW), wei);
        }
    }

    #[test]
    fn fee_rises_with_demand_and_decays_with_time() {
        let mut pricer = DataPricer::fresh();
        let first = pricer.charge(10_000_000, NOW);
        let second = pricer.charge(10_000_000, NOW);
        let later = pricer.charge(10_000_000, NOW + 1_000);
        assert!(second > first);
        assert_eq!(later, first);
    }

    #[test]
    fn fee_at_any_demand_does_not_overflow() {
        let mut pricer = DataPricer { demand: u32::MAX, inertia: 0, ..DataPricer::fresh() };
        pricer.charge(u32::MAX, 0);
        assert_eq!(pricer.demand, u32::MAX);
    }
}
