//! JSON files: unknown fields are refused, numbers are read exactly.

use anyhow::{Result, anyhow};
use ballast_math::{Cash, Price, Ratio, Size};
use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use std::path::Path;

use crate::decimal::{DecimalError, parse, parse_part, parse_unsigned};

/// Reads a file.
///
/// # Errors
/// It cannot be read, or is not what is expected: with line, column and the field's path.
pub(crate) fn read<T: DeserializeOwned>(path: &Path) -> Result<T> {
    let text = super::read(path)?;
    parsed(&text).map_err(|problem| anyhow!("{}: {problem}", super::name(path)))
}

fn parsed<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    let mut json = serde_json::Deserializer::from_str(text);
    let value = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let path = error.path().to_string();
        let field = if path == "." { String::new() } else { format!("{path}: ") };
        located(error.inner(), &field)
    })?;
    json.end().map_err(|error| located(&error, ""))?;
    Ok(value)
}

fn located(error: &serde_json::Error, field: &str) -> String {
    let (line, column, text) = (error.line(), error.column(), error.to_string());
    let problem = text.strip_suffix(&format!(" at line {line} column {column}")).unwrap_or(&text);
    format!("line {line}, column {column}: {field}{problem}")
}

/// A rate or another dimensionless number.
pub(crate) fn ratio<'de, D: Deserializer<'de>>(from: D) -> Result<Ratio, D::Error> {
    number(from, parse).map(Ratio)
}

/// A dimensionless number of 0 or more.
pub(crate) fn share<'de, D: Deserializer<'de>>(from: D) -> Result<Ratio, D::Error> {
    number(from, parse_unsigned).map(Ratio)
}

/// A number from 0 to 1.
pub(crate) fn part<'de, D: Deserializer<'de>>(from: D) -> Result<Ratio, D::Error> {
    number(from, parse_part).map(Ratio)
}

/// A dimensionless number of 0 or more, if it is there.
pub(crate) fn optional_share<'de, D: Deserializer<'de>>(
    from: D,
) -> Result<Option<Ratio>, D::Error> {
    share(from).map(Some)
}

/// A price: 0 or more.
pub(crate) fn price<'de, D: Deserializer<'de>>(from: D) -> Result<Price, D::Error> {
    number(from, parse_unsigned).map(Price)
}

/// A signed size.
pub(crate) fn size<'de, D: Deserializer<'de>>(from: D) -> Result<Size, D::Error> {
    number(from, parse).map(Size)
}

/// A size of 0 or more.
pub(crate) fn amount<'de, D: Deserializer<'de>>(from: D) -> Result<Size, D::Error> {
    number(from, parse_unsigned).map(Size)
}

/// A signed amount.
pub(crate) fn cash<'de, D: Deserializer<'de>>(from: D) -> Result<Cash, D::Error> {
    number(from, parse).map(Cash)
}

/// A number, or a string that holds one: the digits as they are written.
fn number<'de, D: Deserializer<'de>>(
    from: D,
    read: fn(&str) -> Result<i128, DecimalError>,
) -> Result<i128, D::Error> {
    let raw = Box::<RawValue>::deserialize(from)?;
    let text = serde_json::from_str::<String>(raw.get()).unwrap_or_else(|_| raw.get().to_owned());
    read(&text).map_err(|problem| D::Error::custom(format!("{problem}, found {}", raw.get())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct File {
        legs: Vec<Leg>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Leg {
        #[serde(deserialize_with = "price")]
        strike: Price,
    }

    fn error(text: &str) -> String {
        parsed::<File>(text).unwrap_err()
    }

    #[test]
    fn number_keeps_digits_that_a_double_would_lose() {
        let text =
            r#"{"legs": [{"strike": 12345678901234567.000000000000000001}, {"strike": "1e-18"}]}"#;
        let file: File = parsed(text).unwrap();
        assert_eq!(file.legs[0].strike.0, 12_345_678_901_234_567_000_000_000_000_000_001);
        assert_eq!(file.legs[1].strike.0, 1);
    }

    #[test]
    fn error_has_line_column_path_and_what_was_expected() {
        for (text, expected) in [
            (
                "{\"legs\": [\n{\"strike\": -1}]}",
                "line 2, column 14: legs[0].strike: expected 0 or more, found -1",
            ),
            (
                "{\"legs\": [\n{\"strike\": true}]}",
                "legs[0].strike: expected a decimal number, found true",
            ),
            (
                "{\"legs\": [{\"size\": 1}]}",
                "legs[0].size: unknown field `size`, expected `strike`",
            ),
            ("{\"legs\": 1}", "legs: invalid type: integer `1`, expected a sequence"),
            ("{}", "missing field `legs`"),
            ("{\"legs\": []} 1", "line 1, column 14: trailing characters"),
        ] {
            assert!(error(text).contains(expected), "{}", error(text));
        }
    }
}
