//! The scenarios.

mod word;

use crate::MathError;
use crate::fixed::quantity::{Product, Ratio};
use crate::risk::regime::Regime;

/// What happens to implied volatilities in a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shock {
    /// Nothing.
    None,
    /// They rise.
    Up,
    /// They fall.
    Down,
    /// They tilt: by the logarithm of the moneyness.
    SkewLinear,
    /// Their wings lift or sink: by its magnitude.
    SkewAbsolute,
}

impl Shock {
    /// Whether it is one of the two of skew, which are priced for both signs.
    #[inline]
    pub const fn is_skew(self) -> bool {
        matches!(self, Self::SkewLinear | Self::SkewAbsolute)
    }
}

/// A scenario: what happens to prices and volatilities, and how much of it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// x: what the spot price is multiplied with.
    pub spot: Ratio,
    /// What happens to volatilities.
    pub shock: Shock,
    /// w: the part of the loss that counts.
    pub weight: Ratio,
    /// The quietest regime in which it counts. Rows that start above calm enter initial margin alone.
    pub since: Regime,
}

impl Row {
    /// A row that always counts, of millionths.
    const fn new(spot: u32, shock: Shock, weight: u32) -> Self {
        let (spot, weight) = (Ratio::millionths(spot), Ratio::millionths(weight));
        Self { spot, shock, weight, since: Regime::Calm }
    }

    /// A row of full weight.
    const fn full(spot: u32, shock: Shock) -> Self {
        Self::new(spot, shock, 1_000_000)
    }

    /// A row of full weight from a regime on.
    const fn added(spot: u32, shock: Shock, since: Regime) -> Self {
        Self { since, ..Self::full(spot, shock) }
    }

    /// The row of a wilder class of markets: a move of full weight is `scale` times as long. Tails
    /// stay, since they span everything as they are, and longer ones would leave the prices above 0.
    ///
    /// # Rounding
    /// Down.
    ///
    /// # Errors
    /// [`MathError::OutOfDomain`] if the price would not stay above 0; [`MathError::Overflow`].
    ///
    /// # Examples
    /// ```
    /// use ballast_math::{Ratio, risk::portfolio::OURS_ROWS};
    /// let (scale, [first, ..]) = (Ratio::millionths(2_500_000), OURS_ROWS);
    /// assert_eq!(first.scaled_floor(scale)?.spot, Ratio::millionths(1_337_500));
    /// # Ok::<(), ballast_math::MathError>(())
    /// ```
    pub fn scaled_floor(self, scale: Ratio) -> Result<Self, MathError> {
        if self.weight != Ratio::ONE {
            return Ok(self);
        }
        let spot = Ratio::ONE.checked_add(self.spot.checked_sub(Ratio::ONE)?.mul_floor(scale)?)?;
        if spot <= Ratio::ZERO { Err(MathError::OutOfDomain) } else { Ok(Self { spot, ..self }) }
    }

    /// x − 1.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    #[inline]
    pub fn move_of_spot(&self) -> Result<Ratio, MathError> {
        self.spot.checked_sub(Ratio::ONE)
    }
}

use Regime::{Crisis, Elevated};
use Shock::{Down, None, SkewAbsolute, SkewLinear, Up};

/// 45 rows, two of them of skew, and the eight that elevated and crisis add. For majors; other classes
/// [scale](Row::scaled_floor) it.
pub const OURS_ROWS: [Row; 53] = [
    Row::full(1_135_000, Up),
    Row::full(1_135_000, None),
    Row::full(1_135_000, Down),
    Row::full(1_090_000, Up),
    Row::full(1_090_000, None),
    Row::full(1_090_000, Down),
    Row::full(1_045_000, Up),
    Row::full(1_045_000, None),
    Row::full(1_045_000, Down),
    Row::full(1_000_000, Up),
    Row::full(1_000_000, None),
    Row::full(1_000_000, Down),
    Row::full(955_000, Up),
    Row::full(955_000, None),
    Row::full(955_000, Down),
    Row::full(910_000, Up),
    Row::full(910_000, None),
    Row::full(910_000, Down),
    Row::full(865_000, Up),
    Row::full(865_000, None),
    Row::full(865_000, Down),
    Row::full(1_180_000, Up),
    Row::full(1_180_000, None),
    Row::full(1_180_000, Down),
    Row::full(820_000, Up),
    Row::full(820_000, None),
    Row::full(820_000, Down),
    Row::full(1_022_500, None),
    Row::full(977_500, None),
    Row::full(1_067_500, None),
    Row::full(932_500, None),
    Row::full(1_112_500, None),
    Row::full(887_500, None),
    Row::full(1_157_500, None),
    Row::full(842_500, None),
    Row::new(340_000, Up, 210_000),
    Row::new(670_000, Up, 420_000),
    Row::new(1_500_000, Up, 277_200),
    Row::new(2_000_000, Up, 138_600),
    Row::new(3_000_000, Up, 69_300),
    Row::new(4_000_000, Up, 46_200),
    Row::new(5_000_000, Up, 34_650),
    Row::new(6_000_000, Up, 27_720),
    Row::full(1_000_000, SkewLinear),
    Row::full(1_000_000, SkewAbsolute),
    Row::added(1_234_000, None, Elevated),
    Row::added(1_234_000, Up, Elevated),
    Row::added(766_000, None, Elevated),
    Row::added(766_000, Up, Elevated),
    Row::added(1_315_000, None, Crisis),
    Row::added(1_315_000, Up, Crisis),
    Row::added(685_000, None, Crisis),
    Row::added(685_000, Up, Crisis),
];

/// The 33 rows of the reference set, two of them of skew.
///
/// # Source
/// Derive, PMRM 2 (risk manager of the v2 protocol): its published scenarios.
pub const REFERENCE_ROWS: [Row; 33] = [
    Row::full(1_135_000, Up),
    Row::full(1_135_000, None),
    Row::full(1_135_000, Down),
    Row::full(1_090_000, Up),
    Row::full(1_090_000, None),
    Row::full(1_090_000, Down),
    Row::full(1_045_000, Up),
    Row::full(1_045_000, None),
    Row::full(1_045_000, Down),
    Row::full(1_000_000, Up),
    Row::full(1_000_000, None),
    Row::full(1_000_000, Down),
    Row::full(955_000, Up),
    Row::full(955_000, None),
    Row::full(955_000, Down),
    Row::full(910_000, Up),
    Row::full(910_000, None),
    Row::full(910_000, Down),
    Row::full(865_000, Up),
    Row::full(865_000, None),
    Row::full(865_000, Down),
    Row::full(1_180_000, Up),
    Row::full(820_000, Up),
    Row::new(340_000, Up, 210_000),
    Row::new(670_000, Up, 420_000),
    Row::new(1_500_000, Up, 277_200),
    Row::new(2_000_000, Up, 138_600),
    Row::new(3_000_000, Up, 69_300),
    Row::new(4_000_000, Up, 46_200),
    Row::new(5_000_000, Up, 34_650),
    Row::new(6_000_000, Up, 27_720),
    Row::full(1_000_000, SkewLinear),
    Row::full(1_000_000, SkewAbsolute),
];
