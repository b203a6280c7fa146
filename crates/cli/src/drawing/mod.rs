//! Charts of lines as SVG, for light and dark backgrounds.
//!
//! Floating point is for positions on paper alone.

mod chart;
mod format;
mod scale;

pub(crate) use chart::{Chart, Line, Marker, Stroke};
pub(crate) use format::Format;

/// A fixed-point number as a coordinate.
pub(crate) fn coordinate(value: i128) -> f64 {
    value as f64 / 1e18
}

/// A coordinate of 0 or more as a fixed-point number.
pub(crate) fn fixed(coordinate: f64) -> i128 {
    (coordinate * 1e18).round() as i128
}
