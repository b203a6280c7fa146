//! The premium of a perpetual: how far fills trade from the index, averaged over an hour.
//!
//! Two numbers of storage carry the average: its value and the moment up to which fills have spoken.
//! `docs/math/premium.md` derives the recursion and what it costs to move.

use crate::MathError;
use crate::fixed::decay::decay;
use crate::fixed::mul_div_floor;
use crate::fixed::quantity::{Cash, Price, Product, Quotient, Ratio};

/// Seconds over which the premium is averaged.
pub const AVERAGING_WINDOW: u64 = 3_600;
/// Seconds that one fill can speak for.
pub const FILL_WINDOW: u64 = 60;
/// Parts of a second in which the average tells the time, so that a small fill can speak for less than one.
pub const PARTS: u64 = 256;
/// What a fill's premium is clamped to: ±0.5%.
pub const PREMIUM_CLAMP: Ratio = Ratio::millionths(5_000);

/// One in binary with 63 places, as [`decay`] gives it.
const ONE: u64 = 1 << 63;

/// The average premium of a market as of the moment up to which its fills have spoken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PremiumAverage {
    /// The average at `at`; at most ±0.5%.
    pub value: Ratio,
    /// That moment, in [`PARTS`] of a second.
    pub at: u64,
}

/// A fill, as the average hears of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FillPremium {
    /// Price of the fill over the index, less one, clamped.
    pub premium: Ratio,
    /// How much it counts: `min(1, notional/impact)`.
    pub weight: Ratio,
}

impl FillPremium {
    /// The premium and weight of a fill at `price`; none at an index that is not positive.
    ///
    /// `impact` is the notional from which a fill counts in full; at zero or less every fill does.
    ///
    /// # Rounding
    /// Down: the average is neither's due or debt.
    ///
    /// # Errors
    /// [`MathError::Overflow`]; [`MathError::OutOfDomain`] for an index that is not positive.
    ///
    /// # Examples
    /// ```
    /// use ballast_math::{Cash, Price, Ratio, risk::premium::FillPremium};
    /// let fill = FillPremium::new(Price(1_002), Price(1_000), Cash(25), Cash(50))?;
    /// assert_eq!((fill.premium, fill.weight), (Ratio::millionths(2_000), Ratio::millionths(500_000)));
    /// # Ok::<(), ballast_math::MathError>(())
    /// ```
    pub fn new(
        price: Price,
        index: Price,
        notional: Cash,
        impact: Cash,
    ) -> Result<Self, MathError> {
        if index <= Price::ZERO {
            return Err(MathError::OutOfDomain);
        }
        let raw: Ratio = price.checked_sub(index)?.div_floor(index)?;
        let premium = Ratio(raw.0.clamp(-PREMIUM_CLAMP.0, PREMIUM_CLAMP.0));
        let weight = if notional >= impact { Ratio::ONE } else { notional.div_floor(impact)? };
        Ok(Self { premium, weight: weight.clamped_to_unit() })
    }
}

impl PremiumAverage {
    /// The average at `now`: silence is premium zero, so it decays with a time constant of an hour.
    ///
    /// `A(now) = A · e^(−(now − at)/W)`; a time before `at` counts as `at`.
    ///
    /// # Units
    /// `now` in seconds.
    ///
    /// # Domain
    /// All; a value beyond the clamp counts as the clamp.
    ///
    /// # Rounding
    /// Towards zero, so that it reaches zero.
    ///
    /// # Accuracy
    /// 8e-19 of the average and one unit.
    ///
    /// # Examples
    /// ```
    /// use ballast_math::{Ratio, risk::premium::{PARTS, PremiumAverage}};
    /// let average = PremiumAverage { value: Ratio(1_000_000_000_000_000), at: 100 * PARTS };
    /// assert_eq!(average.value_at(3_700), Ratio(367_879_441_171_442));
    /// assert_eq!(average.value_at(99), average.value);
    /// ```
    pub fn value_at(&self, now: u64) -> Ratio {
        self.decayed(parts(now))
    }

    /// The average after a fill at `now`.
    ///
    /// Nobody has spoken yet for the time since `at`, of which a fill reaches m, the last 60 seconds at most.
    /// It takes the share w of them, the earliest, and over these c = w·m the average goes towards its
    /// premium, less the more the farther they reach: `A ← A·e^(−Δ/W) + y·(1 − m/120)·(1 − e^(−c/W))`, with Δ
    /// the time to the new `at`. The rest is left to the next fill, so a fill takes from others no more than
    /// its weight. The factors of A and y sum to at most 1, so |A| never exceeds the clamp.
    ///
    /// # Units
    /// `now` in seconds.
    ///
    /// # Rounding
    /// Towards zero in each product; c down to a part of a second, and a fill of less is not heard.
    ///
    /// # Examples
    /// A fill at +0.5% after a long silence counts for half a minute of the hour, and nothing is left to say
    /// in that second; one of half the weight leaves half:
    /// ```
    /// use ballast_math::{Ratio, risk::premium::{FillPremium, PARTS, PREMIUM_CLAMP, PremiumAverage}};
    /// let fill = FillPremium { premium: PREMIUM_CLAMP, weight: Ratio::ONE };
    /// let average = PremiumAverage::default().after_fill(86_400, fill);
    /// assert_eq!((average.value.0 / 10i128.pow(9), average.at), (41_321, 86_400 * PARTS));
    /// assert_eq!(average.after_fill(86_400, fill), average);
    /// let half = FillPremium { weight: Ratio(Ratio::ONE.0 / 2), ..fill };
    /// assert_eq!(PremiumAverage::default().after_fill(86_400, half).at, 86_370 * PARTS);
    /// ```
    pub fn after_fill(&self, now: u64, fill: FillPremium) -> Self {
        const REACH: u64 = FILL_WINDOW * PARTS;
        const TWICE: u64 = 2 * REACH;
        let now = parts(now);
        let unheard = now.saturating_sub(self.at).min(REACH);
        // A weight is at most one, so the product never overflows and is at most `unheard`.
        let share = Ratio(unheard as i128).mul_floor(fill.weight.clamped_to_unit());
        let taken = share.unwrap_or(Ratio::ZERO).0 as u64;
        if taken == 0 {
            return *self;
        }
        let at = now.wrapping_sub(unheard).wrapping_add(taken);
        let (premium, sign) = clamped(fill.premium);
        // The premium in 30,720 parts and what is left of it: in one product it would not fit.
        let nearness = TWICE.wrapping_sub(unheard);
        let (part, rest) = (premium.wrapping_div(TWICE), premium.wrapping_rem(TWICE));
        let rest = rest.wrapping_mul(nearness).wrapping_div(TWICE);
        let signal = part.wrapping_mul(nearness).wrapping_add(rest);
        let gone = ONE.wrapping_sub(decay(taken, AVERAGING_WINDOW * PARTS));
        let added = scaled(signal, gone) as i128;
        let value = self.decayed(at).0.wrapping_add(sign.wrapping_mul(added));
        Self { value: Ratio(value), at }
    }

    /// The average at a moment in parts of a second.
    fn decayed(&self, moment: u64) -> Ratio {
        let (magnitude, sign) = clamped(self.value);
        let factor = decay(moment.saturating_sub(self.at), AVERAGING_WINDOW * PARTS);
        Ratio(sign.wrapping_mul(scaled(magnitude, factor) as i128))
    }
}

/// A time in parts of a second.
#[inline]
fn parts(seconds: u64) -> u64 {
    seconds.saturating_mul(PARTS)
}

/// The magnitude of a premium, at most the clamp, and its sign.
#[inline]
fn clamped(premium: Ratio) -> (u64, i128) {
    let magnitude = premium.0.unsigned_abs().min(PREMIUM_CLAMP.0.unsigned_abs()) as u64;
    (magnitude, if premium.0 < 0 { -1 } else { 1 })
}

/// `magnitude · factor / 2⁶³`, rounded down: of a magnitude below 2⁵³ and a factor of at most 2⁶³.
#[inline]
fn scaled(magnitude: u64, factor: u64) -> u64 {
    ((magnitude as u128).wrapping_mul(factor as u128) >> 63) as u64
}

/// The premium of the mark: `ψ·signed + (1 − ψ)·average`, `ψ = clamp((2h − age)/h, 0, 1)`, h = 60 s: a
/// signed impact premium counts in full for a minute and is gone after two.
///
/// # Rounding
/// Down.
///
/// # Errors
/// [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Ratio, risk::premium::blended};
/// let (signed, average) = (Ratio(1_000), Ratio(200));
/// assert_eq!(blended(signed, 60, average), Ok(signed));
/// assert_eq!(blended(signed, 90, average), Ok(Ratio(600)));
/// assert_eq!(blended(signed, 120, average), Ok(average));
/// ```
pub fn blended(signed: Ratio, age: u64, average: Ratio) -> Result<Ratio, MathError> {
    const HALF_LIFE: u64 = 60;
    let left = (2 * HALF_LIFE).saturating_sub(age).min(HALF_LIFE);
    if left == 0 {
        return Ok(average);
    }
    let difference = signed.checked_sub(average)?;
    let moved = mul_div_floor(difference.0, left as i128, HALF_LIFE as i128)?;
    average.checked_add(Ratio(moved))
}

/// The mark price: `S·(1 + p)`, at least 0.
///
/// # Rounding
/// Down; one mark serves longs and shorts.
///
/// # Errors
/// [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Price, Ratio, risk::premium::mark_price_floor};
/// assert_eq!(mark_price_floor(Price(2_000), Ratio::millionths(500)), Ok(Price(2_001)));
/// ```
pub fn mark_price_floor(index: Price, premium: Ratio) -> Result<Price, MathError> {
    Ok(index.mul_floor(Ratio::ONE.checked_add(premium)?)?.max(Price::ZERO))
}
