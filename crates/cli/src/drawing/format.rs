//! Labels of ticks.

use crate::decimal::rounded;

/// How an axis writes its values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// As numbers.
    Number,
    /// As percentages.
    Percent,
}

impl Format {
    /// A multiple of `step`.
    pub(super) fn label(self, value: f64, step: f64) -> String {
        match self {
            Self::Number => number(value, step),
            Self::Percent => number(value * 100.0, step * 100.0) + "%",
        }
    }
}

/// With as many decimals as the step has, a real minus sign, and thousands apart.
fn number(value: f64, step: f64) -> String {
    if step.abs() >= 1e17 || value.abs() >= 1e17 || step < 1e-12 {
        return format!("{value:e}").replace('-', "−");
    }
    let places = (0..12).find(|places| is_whole(step * 10f64.powi(*places))).unwrap_or(12);
    rounded((value * 1e18).round() as i128, places as usize).replace('-', "−")
}

fn is_whole(value: f64) -> bool {
    (value - value.round()).abs() < 1e-6 * value.abs()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn label_has_the_decimals_of_the_step() {
        assert_eq!(Format::Number.label(-12_500.0, 2_500.0), "−12,500");
        assert_eq!(Format::Number.label(0.5, 0.25), "0.50");
        assert_eq!(Format::Percent.label(0.625, 0.025), "62.5%");
    }
}
