//! What an out-of-the-money option is worth beyond nothing.
//!
//! With m = min(F, K), k = |ln(F/K)| and s = σ√T, the undiscounted value of the option that is out of the money
//! is m·b(k, s), call or put alike:
//!
//! ```text
//! b = N(−h) − e^k·N(−g) = n(h)·(M(h) − M(g)),   h = k/s − s/2,   g = h + s
//! ```
//!
//! since e^k·n(g) = n(h). M is the Mills ratio. One exponential serves both tails, and their difference is
//! taken of numbers of one magnitude, so b keeps its relative accuracy far out of the money.
//!
//! Derivation and error budget: `docs/math/pricing.md`.

use crate::fixed::limb::{full_product, signed_product_63};
use crate::fixed::normal::{ONE, PLACES, density, mills};
use crate::fixed::real::Real;

/// From this deviation on, the limit: a call is worth the forward, a put the strike.
pub(super) const LARGEST_DEVIATION: u64 = 24;
/// Moneyness from here on counts as just below this: e³² = 8e13.
const LARGEST_MONEYNESS: Real = Real::new((1 << 63) - 1, -58);
/// From h = 14 on the density is below 2⁻¹⁴² and b is nothing.
const LARGEST_NEAR: i64 = 14 << PLACES;
/// Below s = 2⁻¹⁶ the difference of Mills ratios is a series.
const SMALL_DEVIATION: u64 = 1 << (PLACES - 16);

/// s = σ√T, with what is needed of it more than once.
#[derive(Clone, Copy, Debug)]
pub struct Deviation {
    volatility: Real,
    value: Real,
    inverse: Real,
    fixed: u64,
}

impl Deviation {
    /// Prepares a deviation s = σ√T: one division, shared by all that follows.
    #[inline(always)]
    pub const fn new(volatility: Real, value: Real) -> Self {
        Self { volatility, value, inverse: value.inverse(), fixed: value.fixed(PLACES) }
    }

    /// σ.
    #[inline(always)]
    pub const fn volatility(&self) -> Real {
        self.volatility
    }

    /// s.
    #[inline(always)]
    pub const fn value(&self) -> Real {
        self.value
    }

    /// 1/s; of no use for s = 0.
    #[inline(always)]
    pub const fn inverse(&self) -> Real {
        self.inverse
    }
}

/// b and its ingredients.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// h = k/s − s/2, in units of 2⁻⁵⁹.
    pub near: i64,
    /// g = k/s + s/2, in units of 2⁻⁵⁹.
    pub far: i64,
    /// n(h); zero at the limits s = 0 and s ≥ 24.
    pub density: Real,
    /// N(−h).
    pub near_tail: Real,
    /// M(g), in units of 2⁻⁶².
    pub far_mills: u64,
    /// b.
    pub time_value: Real,
}

impl Shape {
    /// Nothing in prospect: s = 0, or too far away.
    pub const NOTHING: Self = Self::limit(Real::ZERO, Real::ZERO);
    const EVEN: Self = Self::limit(Real::ONE.scaled(-1), Real::ZERO);
    const CERTAIN: Self = Self::limit(Real::ONE, Real::ONE);

    const fn limit(near_tail: Real, time_value: Real) -> Self {
        Self { near: 0, far: 0, density: Real::ZERO, near_tail, far_mills: 0, time_value }
    }
}

/// b(k, s) and its ingredients.
///
/// # Domain
/// All. k from 32 on counts as 32, s from 24 on as infinite: b is 1 there, the call worth the forward, the
/// put the strike. At s = 0 b is 0, and N(−h) is ½ for k = 0.
///
/// # Accuracy
/// b: 2⁻⁶⁰ = 9e-19; relatively 2e-13 where b > 1e-6.
///
/// # Source
/// `docs/math/pricing.md`.
#[inline(always)]
pub const fn shape(moneyness: Real, deviation: &Deviation) -> Shape {
    if deviation.value.is_zero() {
        return if moneyness.is_zero() { Shape::EVEN } else { Shape::NOTHING };
    }
    if deviation.fixed >= LARGEST_DEVIATION << PLACES {
        return Shape::CERTAIN;
    }
    let is_beyond = LARGEST_MONEYNESS.is_below(moneyness);
    let clamped = if is_beyond { LARGEST_MONEYNESS } else { moneyness };
    let ratio = clamped.times(deviation.inverse).fixed(PLACES);
    let middle = if ratio > i64::MAX as u64 { i64::MAX } else { ratio as i64 };
    let near = middle.wrapping_sub((deviation.fixed >> 1) as i64);
    if near >= LARGEST_NEAR {
        return Shape::NOTHING;
    }
    shape_within(near, deviation)
}

/// The shape at −12 < h < 14, where k < 32 keeps g below 16.
#[inline(always)]
const fn shape_within(near: i64, deviation: &Deviation) -> Shape {
    let far = near.wrapping_add(deviation.fixed as i64);
    let density = density(near);
    let is_inside = near < -(ONE >> 1);
    let near_mills = mills(if is_inside { near.wrapping_neg() } else { near });
    let far_mills = mills(far);
    let near_tail = density.times(Real::new(near_mills, -62));
    let (near_tail, time_value) = if is_inside {
        let outside = density.times(Real::new(near_mills.wrapping_add(far_mills), -62));
        (near_tail.complement(), outside.complement())
    } else if deviation.fixed < SMALL_DEVIATION {
        let slope = mills_slope(near, near_mills, deviation.fixed);
        (near_tail, density.times(Real::new(slope, -62)).times(deviation.value))
    } else {
        // M falls: the difference is positive but for its error, which may show where both are tiny.
        let difference = near_mills.saturating_sub(far_mills);
        (near_tail, density.times(Real::new(difference, -62)))
    };
    Shape { near, far, density, near_tail, far_mills, time_value }
}

/// (M(h) − M(h + s))/s of a small s, in units of 2⁻⁶²: −M′ − s/2·M″ − s²/6·M‴, by M′ = hM − 1, M″ = M + hM′ and
/// M‴ = hM″ + 2M′. The next term is below 2⁻⁵⁰ of the first.
#[inline(always)]
const fn mills_slope(near: i64, mills: u64, deviation: u64) -> u64 {
    let first = (1i64 << 62).wrapping_sub(by_argument(near, mills as i64));
    let second = (mills as i64).wrapping_sub(by_argument(near, first));
    let half_third = (by_argument(near, second) >> 1).wrapping_sub(first);
    // s < 2⁻¹⁶ has at most 47 bits in units of 2⁻⁶³.
    let small = (deviation << 4) as i64;
    let second_term = signed_product_63(second, small) >> 1;
    let third_term = signed_product_63(signed_product_63(half_third, small), small).wrapping_div(3);
    first.wrapping_sub(second_term).wrapping_sub(third_term).unsigned_abs()
}

/// `h · value` of an argument h and a value whose product is below two.
#[inline(always)]
const fn by_argument(argument: i64, value: i64) -> i64 {
    let negative = (argument ^ value) >> 63;
    let product = full_product(argument.unsigned_abs(), value.unsigned_abs()) >> PLACES;
    (product as i64 ^ negative).wrapping_sub(negative)
}
