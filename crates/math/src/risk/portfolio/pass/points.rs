//! Where options are priced: forwards and kinds of shocks, in the order of the model's rows.

use crate::MathError;
use crate::fixed::quantity::{Cash, Ratio};
use crate::fixed::real::Real;
use crate::pricing::Settlement;
use crate::pricing::scenario::Level;
use crate::risk::portfolio::{Model, Shock, SkewRule};

/// The most values of an expiry: of rows, of second tilts, and two of the basis.
pub const MOST_VALUES: usize = 64;

/// Places of a leg's shocks.
pub(super) const NONE: u8 = 0;
pub(super) const UP: u8 = 1;
pub(super) const DOWN: u8 = 2;
pub(super) const LINEAR_PLUS: u8 = 3;
pub(super) const LINEAR_MINUS: u8 = 4;
pub(super) const ABSOLUTE_PLUS: u8 = 5;
pub(super) const ABSOLUTE_MINUS: u8 = 6;

/// One point: a forward and a kind of shock.
#[derive(Clone, Copy, Debug)]
pub(super) struct Point {
    pub(super) level: Level,
    /// The place in the shocks of a leg.
    pub(super) shock: u8,
}

impl Point {
    pub(super) const UNMOVED: Self = Self { level: Level::UNCHANGED, shock: NONE };
}

/// The place of a shock, tilted up if it tilts.
pub(super) const fn place(shock: Shock, is_plus: bool) -> u8 {
    match (shock, is_plus) {
        (Shock::None, _) => NONE,
        (Shock::Up, _) => UP,
        (Shock::Down, _) => DOWN,
        (Shock::SkewLinear, true) => LINEAR_PLUS,
        (Shock::SkewLinear, false) => LINEAR_MINUS,
        (Shock::SkewAbsolute, true) => ABSOLUTE_PLUS,
        (Shock::SkewAbsolute, false) => ABSOLUTE_MINUS,
    }
}

/// What multiplies the forward of an expiry when the spot is multiplied by x.
#[derive(Clone, Copy, Debug)]
pub(super) struct Forward {
    fixed: Real,
    variable: Real,
    /// 1/F; unused where nothing is fixed.
    inverse: Real,
}

impl Forward {
    pub(super) fn new(of: &Settlement) -> Self {
        let real = |price: i128| Real::from_integer(price.unsigned_abs());
        let (fixed, variable) = (real(of.fixed.0), real(of.variable.0));
        Self { fixed, variable, inverse: real(of.forward.0).inverse() }
    }

    /// Whether all of it moves, as before the settlement window.
    pub(super) const fn is_free(&self) -> bool {
        self.fixed.is_zero()
    }

    /// `(x·F_var + F_fix)/F`.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    pub(super) fn level(&self, spot: Ratio) -> Result<Level, MathError> {
        let spot = Real::from_integer(spot.0.unsigned_abs()).times(PER_WAD);
        if self.is_free() {
            return Level::new(spot);
        }
        Level::new(spot.times(self.variable).plus(self.fixed).times(self.inverse))
    }
}

const PER_WAD: Real = Real::new(1_000_000_000_000_000_000, 0).inverse();

/// Fills in the points of an expiry and gives how many they are: of the rows, then the basis up and down.
///
/// # Errors
/// [`MathError::OutOfDomain`] if the model has more than [`MOST_VALUES`]; [`MathError::Overflow`].
pub(super) fn fill(
    points: &mut [Point],
    model: &Model<'_>,
    forward: &Forward,
) -> Result<usize, MathError> {
    let mut count = 0usize;
    let mut put = |point: Point| -> Result<(), MathError> {
        *points.get_mut(count).ok_or(MathError::OutOfDomain)? = point;
        count = count.wrapping_add(1);
        Ok(())
    };
    let (mut spot, mut level) = (Ratio::ONE, Level::UNCHANGED);
    for row in model.rows {
        if row.spot != spot {
            (spot, level) = (row.spot, forward.level(row.spot)?);
        }
        put(Point { level, shock: place(row.shock, true) })?;
        if row.shock.is_skew() && model.skew_rule == SkewRule::WorseOfBoth {
            put(Point { level, shock: place(row.shock, false) })?;
        }
    }
    let by = model.basis_move;
    for spot in [Ratio::ONE.checked_add(by)?, Ratio::ONE.checked_sub(by)?] {
        put(Point { level: forward.level(spot)?, shock: NONE })?;
    }
    Ok(count)
}

/// Memory of a pass: the caller's, so that no pass allocates.
#[derive(Debug)]
pub struct PassMemory {
    pub(super) totals: [Cash; MOST_VALUES],
    pub(super) sums: [Cash; MOST_VALUES],
    pub(super) points: [Point; MOST_VALUES],
}

impl PassMemory {
    /// Memory that nothing has used.
    #[inline]
    pub const fn new() -> Self {
        Self {
            totals: [Cash::ZERO; MOST_VALUES],
            sums: [Cash::ZERO; MOST_VALUES],
            points: [Point::UNMOVED; MOST_VALUES],
        }
    }
}

impl Default for PassMemory {
    fn default() -> Self {
        Self::new()
    }
}
