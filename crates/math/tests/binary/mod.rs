//! Exact numbers, to measure errors with.
#![allow(dead_code, reason = "each test uses its part")]

use ballast_math::fixed::real::Real;
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};

/// `mantissa · 2^exponent`.
pub(crate) struct Exact {
    mantissa: BigInt,
    exponent: i32,
}

impl Exact {
    pub(crate) fn new(mantissa: i128, exponent: i32) -> Self {
        Self { mantissa: mantissa.into(), exponent }
    }

    pub(crate) fn of(real: Real) -> Self {
        Self::new(real.mantissa().into(), real.exponent())
    }

    /// log₂ of the absolute and of the relative error against a true value.
    pub(crate) fn error_bits(&self, exact: &Self) -> (f64, f64) {
        let least = self.exponent.min(exact.exponent);
        let aligned = |n: &Self| n.mantissa.clone() << (n.exponent - least) as u32;
        let difference = Self { mantissa: aligned(self) - aligned(exact), exponent: least };
        let absolute = difference.log2();
        (absolute, if absolute == f64::NEG_INFINITY { absolute } else { absolute - exact.log2() })
    }

    fn log2(&self) -> f64 {
        if self.mantissa.is_zero() {
            return f64::NEG_INFINITY;
        }
        let drop = (self.mantissa.bits() as i32 - 100).max(0);
        let leading = (self.mantissa.abs() >> drop as u32).to_f64().unwrap();
        leading.log2() + (drop + self.exponent) as f64
    }
}

/// A decimal with an optional exponent, to the nearest of this many decimals.
pub(crate) fn decimal(text: &str, decimals: i32) -> BigInt {
    let (digits, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let value: BigInt = format!("{whole}{fraction}").parse().unwrap();
    let shift = exponent.parse::<i32>().unwrap() - fraction.len() as i32 + decimals;
    let power = BigInt::from(10).pow(shift.unsigned_abs());
    if shift >= 0 {
        return value * power;
    }
    let doubled: BigInt = value * 2 + &power;
    doubled.div_floor(&(power * 2))
}
