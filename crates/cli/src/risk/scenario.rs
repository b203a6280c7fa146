//! What scenarios are called.

use ballast_math::risk::portfolio::{Row, Scenario, Shock};

use crate::decimal::exact;

/// A row in words.
pub(crate) fn row_name(row: &Row) -> String {
    format!("spot × {}, {}", exact(row.spot.0), shock_name(row.shock))
}

/// A scenario in words; `rows` are those of the model.
pub(crate) fn name<'a>(of: Scenario, mut rows: impl Iterator<Item = &'a Row>) -> String {
    match of {
        Scenario::None => "none".to_owned(),
        Scenario::Basis => "basis".to_owned(),
        Scenario::DeltaFloor => "delta floor".to_owned(),
        Scenario::Row(place) => rows.nth(place).map_or_else(|| "none".to_owned(), row_name),
    }
}

const fn shock_name(shock: Shock) -> &'static str {
    match shock {
        Shock::None => "vol unchanged",
        Shock::Up => "vol up",
        Shock::Down => "vol down",
        Shock::SkewLinear => "skew linear",
        Shock::SkewAbsolute => "skew absolute",
    }
}
