use super::MAX_COLLATERALS;
use super::fault::Field;
use super::field::{Fields, ONE, RATE, quanta};

/// Bytes of a collateral asset's record.
pub(super) const SIZE: usize = 11;

/// What a collateral asset follows and what is taken off its value, 18-decimal.
///
/// In the set: asset u8 · underlying u16 · maintenance haircut, initial haircut u32 each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CollateralRecord {
    /// The asset, 1–15.
    pub asset: u16,
    /// The underlying whose price it has.
    pub underlying: u16,
    /// Fraction of its value that is maintenance margin.
    pub maintenance_haircut: i128,
    /// Fraction of its value that is initial margin besides.
    pub initial_haircut: i128,
}

impl CollateralRecord {
    pub(super) fn decode(record: &[u8]) -> Self {
        let mut fields = Fields(record);
        let [asset] = fields.take();
        Self {
            asset: asset.into(),
            underlying: fields.id(),
            maintenance_haircut: fields.rate(),
            initial_haircut: fields.rate(),
        }
    }

    /// The record's bytes, or the field that they cannot hold exactly.
    pub(super) fn encoded(&self) -> Result<[u8; SIZE], Field> {
        let [asset] = u8::try_from(self.asset).map_err(|_| Field::Asset)?.to_be_bytes();
        let maintenance = quanta::<u32>(self.maintenance_haircut, RATE);
        let [u, v] = self.underlying.to_be_bytes();
        let [a, b, c, d] = maintenance.ok_or(Field::MaintenanceHaircut)?.to_be_bytes();
        let initial = quanta::<u32>(self.initial_haircut, RATE);
        let [e, f, g, h] = initial.ok_or(Field::InitialHaircut)?.to_be_bytes();
        Ok([asset, u, v, a, b, c, d, e, f, g, h])
    }

    /// The first field whose value the engine must not compute with.
    pub(super) fn check(&self) -> Result<(), Field> {
        if usize::from(self.asset) > MAX_COLLATERALS {
            Err(Field::Asset)
        } else if self.maintenance_haircut > ONE {
            Err(Field::MaintenanceHaircut)
        } else if self.maintenance_haircut.saturating_add(self.initial_haircut) > ONE {
            Err(Field::InitialHaircut)
        } else {
            Ok(())
        }
    }
}
