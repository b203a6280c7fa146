//! Funding: how an index advances and what a position owes.
//!
//! A market's index is what one unit of a long position has paid since the market opened. It advances
//! as the last accrual laid down, so bringing it to now needs no price and no call, and a preview sees the
//! same number. What a leg owes is its size times how far the index went since the leg
//! was last touched.

use ballast_math::risk::funding::{accrued_index, funding_owed_ceil, Funding};
use ballast_math::{Price, Size};

use super::Position;
use crate::money::from_math;
use crate::refused::Refused;

/// An index `seconds` after its accrual.
///
/// An index that the storage word could not hold does not move: funding of that market ends, and its
/// positions can still be closed. It would take 10¹³ quote units of funding per unit.
pub(crate) fn advanced_index(index: i128, funding: &Funding, seconds: u64) -> i128 {
    accrued_index(Price(index), funding, seconds).map_or(index, |index| index.0)
}

impl Position {
    /// What the position owes when the market's index is at `index`; negative: is owed. Rounded up.
    ///
    /// # Errors
    /// `Overflow`.
    #[inline(never)]
    pub(crate) fn owed_ceil(&self, index: i128) -> Result<i128, Refused> {
        let owed = funding_owed_ceil(Size(self.size), Price(self.index), Price(index));
        owed.map(|owed| owed.0).map_err(from_math)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::refused::told;
    use ballast_math::risk::funding::FundingRate;
    use contract_abi::generated::clearing_house::errors;

    /// The greatest index that a leg's 104 bits hold.
    const GREATEST: i128 = (1 << 103) - 1;

    #[test]
    fn advanced_index_beyond_its_word_stays() {
        let interest_price = Price::ZERO;
        let funding = |mantissa, exponent| Funding {
            rate: FundingRate { mantissa, exponent },
            interest_price,
        };
        for (index, mantissa, seconds, expected) in [
            (7, 5, 3_600, 9_007),
            (7, -5, 3_600, -8_993),
            (7, 5, 7_200, 9_007),
            (7, 5, 0, 7),
            (GREATEST - 1_800, 1, 3_600, GREATEST),
            (GREATEST - 1_799, 1, 3_600, GREATEST - 1_799),
            (-GREATEST, -1, 2, -GREATEST),
        ] {
            assert_eq!(advanced_index(index, &funding(mantissa, 0), seconds), expected);
        }
        assert_eq!(advanced_index(7, &funding(1, 127), 1), 7);
        let of_interest = Funding { interest_price: Price(i128::MAX), ..Funding::default() };
        assert_eq!(advanced_index(7, &of_interest, u64::MAX), 7);
    }

    #[test]
    fn owed_ceil_beyond_128_bits_is_refused() {
        let position = Position { size: i128::MAX, index: i128::MIN };
        assert_eq!(told(position.owed_ceil(0)), Err(errors::overflow()));
        assert_eq!(told(position.owed_ceil(i128::MAX)), Err(errors::overflow()));
        assert_eq!(told(position.owed_ceil(i128::MIN)), Ok(0));
    }
}
