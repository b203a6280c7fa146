//! What the options of one expiry share.

use super::time_value::Deviation;
use crate::MathError;
use crate::fixed::exp::exp;
use crate::fixed::limb::full_product;
use crate::fixed::quantity::Ratio;
use crate::fixed::real::Real;

/// Seconds of a year of 365 days.
pub const YEAR: u64 = 31_536_000;

const PER_YEAR: Real = Real::new(YEAR, 0).inverse();
/// 2⁶⁴ over a year of seconds with 18 decimals: rate · seconds to units of 2⁻⁶⁴.
const RATE_SECONDS: Real =
    Real::from_integer(YEAR as u128 * 1_000_000_000_000_000_000).inverse().scaled(64);
/// 10⁻¹⁸.
pub(crate) const PER_WAD: Real = Real::new(1_000_000_000_000_000_000, 0).inverse();
/// 10¹⁸.
pub(crate) const WAD: Real = Real::new(1_000_000_000_000_000_000, 0);

/// Time, rate and discount of an expiry, ready for all its options.
#[derive(Clone, Copy, Debug)]
pub struct Expiry {
    /// T in years: what discounts.
    pub(crate) time: Real,
    /// √T_v.
    pub(crate) root: Real,
    /// −∂T_v/∂t: what a derivative by T_v counts for as time passes.
    pub(crate) decay: Real,
    /// |r|.
    pub(crate) rate_magnitude: Real,
    /// All ones if r < 0, else zero.
    pub(crate) rate_sign: i64,
    /// r·T, in units of 2⁻⁶⁴.
    pub(crate) rate_time: i128,
    /// e^(−rT).
    pub(crate) discount: Real,
}

impl Expiry {
    /// An expiry this many seconds away: variance and discount both run until then.
    ///
    /// # Domain
    /// All; the discount saturates at 2^(±2¹⁸).
    ///
    /// # Errors
    /// [`MathError::Overflow`] for a rate of more than 18, or one that grows beyond 2⁶² in that time.
    ///
    /// # Examples
    /// ```
    /// use ballast_math::Ratio;
    /// use ballast_math::pricing::Expiry;
    /// let year = Expiry::new(31_536_000, Ratio::millionths(50_000)).unwrap();
    /// assert_eq!(year.discount().0, 951_229_424_500_714_009);
    /// ```
    #[inline]
    pub const fn new(seconds: u64, rate: Ratio) -> Result<Self, MathError> {
        let time = Real::new(seconds, 0).times(PER_YEAR);
        Self::with_variance_time(seconds, time, rate)
    }

    /// An expiry whose variance time, in years, differs from its time.
    ///
    /// # Errors
    /// As [`new`](Self::new).
    #[inline]
    pub const fn with_variance_time(
        seconds: u64,
        variance_time: Real,
        rate: Ratio,
    ) -> Result<Self, MathError> {
        let magnitude = rate.0.unsigned_abs();
        if magnitude >> 64 != 0 {
            return Err(MathError::Overflow);
        }
        let product = Real::from_integer(full_product(magnitude as u64, seconds));
        let product = product.times(RATE_SECONDS);
        if product.is_large() {
            return Err(MathError::Overflow);
        }
        let rate_time = product.nearest();
        let rate_time = if rate.0 < 0 { rate_time.wrapping_neg() } else { rate_time };
        let root = variance_time.sqrt();
        Ok(Self {
            time: Real::new(seconds, 0).times(PER_YEAR),
            root,
            decay: Real::ONE,
            rate_magnitude: Real::from_integer(rate.0.unsigned_abs()).times(PER_WAD),
            rate_sign: (rate.0 >> 64) as i64 >> 63,
            rate_time,
            discount: exp(rate_time.wrapping_neg()),
        })
    }

    /// e^(−rT), to the nearest of 18 decimals; the largest number if it exceeds that.
    #[inline]
    pub const fn discount(&self) -> Ratio {
        match self.discount.times(WAD).rounded() {
            Ok(discount) => Ratio(discount),
            Err(_) => Ratio(i128::MAX),
        }
    }

    /// T in years, what discounts: to the nearest of 18 decimals.
    #[inline]
    pub const fn years(&self) -> Ratio {
        Ratio(self.time.times(WAD).nearest())
    }

    /// e^(−rT).
    #[inline]
    pub const fn discount_factor(&self) -> Real {
        self.discount
    }

    /// √T_v in years: a volatility times this is a deviation.
    #[inline]
    pub const fn root_variance_time(&self) -> Real {
        self.root
    }

    /// s = σ√T_v of a volatility.
    ///
    /// # Errors
    /// [`MathError::OutOfDomain`] for a negative volatility.
    #[inline(always)]
    pub const fn deviation(&self, volatility: Ratio) -> Result<Deviation, MathError> {
        if volatility.0 < 0 {
            return Err(MathError::OutOfDomain);
        }
        let volatility = Real::from_integer(volatility.0 as u128).times(PER_WAD);
        Ok(Deviation::new(volatility, volatility.times(self.root)))
    }
}
