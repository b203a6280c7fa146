//! Instrument words: kind u8 ‖ underlying u16 ‖ expiry u40 ‖ strike u64.

/// Kind of a perpetual.
pub const PERPETUAL: u8 = 1;

/// The perpetual of an underlying.
pub fn perpetual(underlying: u16) -> u128 {
    (u128::from(PERPETUAL) << 120) | (u128::from(underlying) << 104)
}

/// The underlying of an instrument.
pub fn underlying(instrument: u128) -> u16 {
    (instrument >> 104) as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn perpetual_of_underlying_splits_back() {
        assert_eq!(underlying(perpetual(513)), 513);
        assert_eq!(perpetual(1) >> 120, u128::from(PERPETUAL));
    }
}
