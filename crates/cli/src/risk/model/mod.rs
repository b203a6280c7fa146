//! The parameters of portfolio margin: a named set, or one of a file.

mod file;

use anyhow::{Result, anyhow, bail};
use ballast_math::risk::portfolio::{MOST_VALUES, Model, OURS, REFERENCE, Row};
use std::path::Path;

use crate::files::{self, json};

/// A model that holds its rows.
pub(crate) struct OwnedModel {
    rows: Vec<Row>,
    rest: Model<'static>,
}

impl OwnedModel {
    /// `ours`, `reference`, or the model of a file.
    ///
    /// # Errors
    /// The file cannot be read, is malformed or outside the domain.
    pub(crate) fn read(name: &Path) -> Result<Self> {
        match name.to_str() {
            Some("ours") => return Ok(Self::of(OURS)),
            Some("reference") => return Ok(Self::of(REFERENCE)),
            _ => {}
        }
        let model = Self::from(json::read::<file::File>(name)?);
        let file = files::name(name);
        let values = model.get().values_per_expiry() + BASIS_VALUES;
        if values > MOST_VALUES {
            bail!(
                "{file}: rows: expected at most {MOST_VALUES} values of an expiry, found {values}"
            );
        }
        model.get().validated().map_err(|_| {
            anyhow!(
                "{file}: expected spot above 0 and 1 in rows of skew, weights and shares within 0 and 1, \
                 discount.gain at most 1, discount.loss at least 1, rows of later regimes last"
            )
        })?;
        Ok(model)
    }

    /// As the pass takes it.
    pub(crate) fn get(&self) -> Model<'_> {
        Model { rows: &self.rows, ..self.rest }
    }

    fn of(model: Model<'static>) -> Self {
        Self { rows: model.rows.to_vec(), rest: model }
    }
}

/// Up and down.
const BASIS_VALUES: usize = 2;

#[cfg(test)]
mod tests {
    use super::*;

    fn shipped(name: &str) -> OwnedModel {
        let path = format!("{}/models/{name}.json", env!("CARGO_MANIFEST_DIR"));
        OwnedModel::read(Path::new(&path)).unwrap()
    }

    #[test]
    fn shipped_files_are_the_named_sets() {
        assert_eq!(shipped("ours").get(), OURS);
        assert_eq!(shipped("reference").get(), REFERENCE);
    }
}
