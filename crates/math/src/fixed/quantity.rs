//! Numbers with a dimension: what may be multiplied with what is declared once.

use super::{div_ceil, div_floor, mul_bounds, mul_ceil, mul_floor};
use crate::MathError;

macro_rules! quantities {
    ($($(#[doc = $about:literal])* $name:ident;)*) => {$(
        $(#[doc = $about])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(transparent)]
        pub struct $name(pub i128);

        impl $name {
            /// Nothing.
            pub const ZERO: Self = Self(0);

            /// `self + other`, exactly.
            ///
            /// # Errors
            /// [`MathError::Overflow`].
            #[inline]
            pub fn checked_add(self, other: Self) -> Result<Self, MathError> {
                self.0.checked_add(other.0).map(Self).ok_or(MathError::Overflow)
            }

            /// `self − other`, exactly.
            ///
            /// # Errors
            /// [`MathError::Overflow`].
            #[inline]
            pub fn checked_sub(self, other: Self) -> Result<Self, MathError> {
                self.0.checked_sub(other.0).map(Self).ok_or(MathError::Overflow)
            }

            /// `−self`, exactly.
            ///
            /// # Errors
            /// [`MathError::Overflow`].
            #[inline]
            pub fn checked_neg(self) -> Result<Self, MathError> {
                self.0.checked_neg().map(Self).ok_or(MathError::Overflow)
            }

            /// |self|, exactly.
            ///
            /// # Errors
            /// [`MathError::Overflow`] for the least number, whose magnitude has 129 bits.
            #[inline]
            pub fn checked_abs(self) -> Result<Self, MathError> {
                self.0.checked_abs().map(Self).ok_or(MathError::Overflow)
            }
        }
    )*};
}

quantities! {
    /// A dimensionless number: a rate, a haircut, a multiplier, a premium. 18 decimals.
    Ratio;
    /// An amount of an instrument; positive is long. 18 decimals.
    Size;
    /// Quote units per unit of an instrument: a price, a funding index. 18 decimals.
    Price;
    /// Quote units: cash, notional, equity, margin. 18 decimals.
    Cash;
}

/// A product that has a meaning.
pub trait Product<Other> {
    /// What it is.
    type Output;

    /// The greatest representable number not above `self · other`.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    fn mul_floor(self, other: Other) -> Result<Self::Output, MathError>;

    /// The least representable number not below `self · other`.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    fn mul_ceil(self, other: Other) -> Result<Self::Output, MathError>;

    /// Both bounds of `self · other`, from one multiplication.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    fn mul_bounds(self, other: Other) -> Result<(Self::Output, Self::Output), MathError>;
}

/// A quotient that has a meaning.
pub trait Quotient<Divisor> {
    /// What it is.
    type Output;

    /// The greatest representable number not above `self / divisor`.
    ///
    /// # Errors
    /// [`MathError::DivideByZero`], [`MathError::Overflow`].
    fn div_floor(self, divisor: Divisor) -> Result<Self::Output, MathError>;

    /// The least representable number not below `self / divisor`.
    ///
    /// # Errors
    /// [`MathError::DivideByZero`], [`MathError::Overflow`].
    fn div_ceil(self, divisor: Divisor) -> Result<Self::Output, MathError>;
}

macro_rules! product {
    ($a:ident, $b:ident, $c:ident) => {
        impl Product<$b> for $a {
            type Output = $c;
            #[inline]
            fn mul_floor(self, other: $b) -> Result<$c, MathError> {
                mul_floor(self.0, other.0).map($c)
            }
            #[inline]
            fn mul_ceil(self, other: $b) -> Result<$c, MathError> {
                mul_ceil(self.0, other.0).map($c)
            }
            #[inline]
            fn mul_bounds(self, other: $b) -> Result<($c, $c), MathError> {
                mul_bounds(self.0, other.0).map(|(floor, ceil)| ($c(floor), $c(ceil)))
            }
        }
    };
}

macro_rules! quotient {
    ($c:ident, $a:ident, $b:ident) => {
        impl Quotient<$a> for $c {
            type Output = $b;
            #[inline]
            fn div_floor(self, divisor: $a) -> Result<$b, MathError> {
                div_floor(self.0, divisor.0).map($b)
            }
            #[inline]
            fn div_ceil(self, divisor: $a) -> Result<$b, MathError> {
                div_ceil(self.0, divisor.0).map($b)
            }
        }
    };
}

/// `A * B = C`: the product both ways round, and both quotients.
macro_rules! relation {
    ($a:ident * itself = $c:ident) => {
        product!($a, $a, $c);
        quotient!($c, $a, $a);
    };
    ($a:ident * $b:ident = $c:ident) => {
        product!($a, $b, $c);
        product!($b, $a, $c);
        quotient!($c, $a, $b);
        quotient!($c, $b, $a);
    };
}

relation!(Size * Price = Cash);
relation!(Ratio * Size = Size);
relation!(Ratio * Price = Price);
relation!(Ratio * Cash = Cash);
relation!(Ratio * itself = Ratio);

impl Ratio {
    /// One.
    pub const ONE: Self = Self(super::WAD);

    /// A number of millionths, exactly.
    ///
    /// # Examples
    /// ```
    /// use ballast_math::Ratio;
    /// assert_eq!(Ratio::millionths(50_000).0, 50_000_000_000_000_000);
    /// ```
    #[inline]
    pub const fn millionths(value: u32) -> Self {
        Self((value as i128).wrapping_mul(1_000_000_000_000))
    }

    /// The nearest number of [0, 1].
    #[inline]
    pub const fn clamped_to_unit(self) -> Self {
        match self.0 {
            ..0 => Self::ZERO,
            0..=super::WAD => self,
            _ => Self::ONE,
        }
    }
}
