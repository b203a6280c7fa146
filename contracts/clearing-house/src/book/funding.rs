//! Funding: how an index advances and what a position owes.
//!
//! A market's index is what one unit of a long position has paid since the market opened. It advances
//! with the rate that the last accrual stored, so bringing it to now needs no price and no call, and a
//! preview sees the same number. What a leg owes is its size times how far the index went since the leg
//! was last touched.

use contract_abi::generated::clearing_house::errors;
use contract_abi::Revert;

use crate::money::mul_wad_ceil;

/// The greatest index that a leg's 104 bits hold, and the negative of the least but one.
const GREATEST_INDEX: i128 = (1 << 103) - 1;

/// An index after `seconds` at a rate of quote units per unit and second, WAD.
///
/// An index that the storage word could not hold does not move: funding of that market ends, and its
/// positions can still be closed. It would take 10¹³ quote units of funding per unit.
pub(crate) fn advanced_index(index: i128, rate: i128, seconds: u64) -> i128 {
    let accrued = rate.checked_mul(seconds.into());
    match accrued.and_then(|accrued| index.checked_add(accrued)) {
        Some(next) if next.unsigned_abs() <= GREATEST_INDEX.unsigned_abs() => next,
        _ => index,
    }
}

/// What a position owes for the way of the index from `from` to `to`; negative: is owed.
/// `size · (to − from)`, WAD, rounded up: a payer pays the fraction, a receiver forgoes it.
///
/// # Errors
/// `Overflow`.
pub(crate) fn owed_ceil(size: i128, from: i128, to: i128) -> Result<i128, Revert> {
    if size == 0 || from == to {
        return Ok(0);
    }
    let way = to.checked_sub(from).ok_or_else(errors::overflow)?;
    mul_wad_ceil(size, way)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bounds::WAD;

    #[test]
    fn advanced_index_at_a_rate_moves_by_rate_times_seconds() {
        for (index, rate, seconds, expected) in [
            (0, 5, 10, 50),
            (7, -5, 10, -43),
            (7, 0, 10, 7),
            (7, 5, 0, 7),
            (GREATEST_INDEX - 9, 1, 9, GREATEST_INDEX),
            (-GREATEST_INDEX + 9, -1, 9, -GREATEST_INDEX),
        ] {
            assert_eq!(advanced_index(index, rate, seconds), expected);
        }
    }

    #[test]
    fn advanced_index_beyond_its_word_stays() {
        for (index, rate, seconds) in [
            (GREATEST_INDEX - 9, 1, 10),
            (-GREATEST_INDEX, -1, 1),
            (0, i128::MAX, 2),
            (GREATEST_INDEX, i128::MAX, 1),
        ] {
            assert_eq!(advanced_index(index, rate, seconds), index);
        }
    }

    #[test]
    fn owed_ceil_of_a_fraction_rounds_against_the_account() {
        let third = WAD / 3;
        for (size, from, to, expected) in [
            (WAD, 0, 7, 7),
            (-WAD, 0, 7, -7),
            (third, 0, 1, 1),
            (-third, 0, 1, 0),
            (third, 1, 0, 0),
            (-third, 1, 0, 1),
            (2 * WAD, 5, 5, 0),
            (0, 0, 5, 0),
        ] {
            assert_eq!(owed_ceil(size, from, to), Ok(expected), "{size} from {from} to {to}");
        }
    }

    #[test]
    fn owed_ceil_beyond_128_bits_is_refused() {
        assert_eq!(owed_ceil(i128::MAX, 0, i128::MAX), Err(errors::overflow()));
        assert_eq!(owed_ceil(1, i128::MIN, i128::MAX), Err(errors::overflow()));
    }
}
