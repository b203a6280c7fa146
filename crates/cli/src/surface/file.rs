//! Parameters of a surface as JSON.

use anyhow::{Result, anyhow, bail};
use ballast_math::fixed::signed::Signed;
use ballast_math::pricing::svi::{Parameters, Slice, Surface};
use ballast_math::{Price, Ratio};
use serde::Deserialize;
use std::path::Path;

use crate::files::{self, json};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    expiries: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Entry {
    name: String,
    #[serde(deserialize_with = "json::price")]
    forward: Price,
    #[serde(deserialize_with = "json::share")]
    variance_time: Ratio,
    #[serde(default, deserialize_with = "json::optional_share")]
    remaining: Option<Ratio>,
    #[serde(deserialize_with = "json::ratio")]
    a: Ratio,
    #[serde(deserialize_with = "json::share")]
    b: Ratio,
    #[serde(deserialize_with = "json::ratio")]
    rho: Ratio,
    #[serde(deserialize_with = "json::ratio")]
    m: Ratio,
    #[serde(deserialize_with = "json::share")]
    s: Ratio,
}

/// An expiry of a surface.
pub(super) struct Expiry {
    /// What it is called.
    pub(super) name: String,
    /// As published.
    pub(super) parameters: Parameters,
    /// Ready for strikes.
    pub(super) surface: Surface,
    /// Variance time left, in years.
    remaining: Ratio,
}

impl Expiry {
    /// With the variance time that is left.
    pub(super) const fn slice(&self) -> Slice {
        Slice::new(self.surface, Signed::of_ratio(self.remaining).magnitude())
    }
}

/// The expiries of a file, the nearest first.
///
/// # Errors
/// It cannot be read, is malformed, holds no expiry or parameters outside their domain.
pub(super) fn read(path: &Path) -> Result<Vec<Expiry>> {
    let file: File = json::read(path)?;
    let name = files::name(path);
    if file.expiries.is_empty() {
        bail!("{name}: expected at least one expiry");
    }
    let prepare = |(place, entry)| {
        expiry(entry).ok_or_else(|| {
            anyhow!("{name}: expiries[{place}]: expected s, varianceTime and forward above 0, rho within 1")
        })
    };
    let mut expiries =
        file.expiries.into_iter().enumerate().map(prepare).collect::<Result<Vec<_>>>()?;
    expiries.sort_by_key(|expiry| expiry.remaining);
    Ok(expiries)
}

fn expiry(entry: Entry) -> Option<Expiry> {
    let Entry { name, forward, variance_time, remaining, a, b, rho, m, s } = entry;
    let parameters = Parameters { a, b, rho, m, s, forward, variance_time };
    let surface = Surface::new(&parameters).ok()?;
    Some(Expiry { name, parameters, surface, remaining: remaining.unwrap_or(variance_time) })
}
