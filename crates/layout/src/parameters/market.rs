use super::fault::Field;
use super::field::{AMOUNT, Fields, ONE, RATE, quanta};

/// Bytes of a market's record.
pub(super) const SIZE: usize = 54;

/// The risk parameters of a market, 18-decimal.
///
/// In the set: underlying u16 · initial rate, maintenance rate, initial spread, maintenance spread,
/// leverage floor u32 each · size scale, open interest low, high, impact notional u64 each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarketRecord {
    /// The underlying.
    pub underlying: u16,
    /// Initial margin per net notional.
    pub initial_rate: i128,
    /// Maintenance margin per net notional.
    pub maintenance_rate: i128,
    /// Initial margin per hedged notional.
    pub spread_initial: i128,
    /// Maintenance margin per hedged notional.
    pub spread_maintenance: i128,
    /// Least initial margin per gross notional.
    pub leverage_floor: i128,
    /// Net notional from which margins grow with its square root, in quote units.
    pub size_scale: i128,
    /// Open interest from which the initial rate rises, in units.
    pub open_interest_low: i128,
    /// Open interest at which it is 1, in units.
    pub open_interest_high: i128,
    /// Notional at which a fill moves the premium average in full, in quote units.
    pub impact_notional: i128,
}

impl MarketRecord {
    pub(super) fn decode(record: &[u8]) -> Self {
        let mut fields = Fields(record);
        Self {
            underlying: fields.id(),
            initial_rate: fields.rate(),
            maintenance_rate: fields.rate(),
            spread_initial: fields.rate(),
            spread_maintenance: fields.rate(),
            leverage_floor: fields.rate(),
            size_scale: fields.amount(),
            open_interest_low: fields.amount(),
            open_interest_high: fields.amount(),
            impact_notional: fields.amount(),
        }
    }

    /// The record's bytes, or the field that they cannot hold exactly.
    pub(super) fn encoded(&self) -> Result<[u8; SIZE], Field> {
        let rates = [
            (self.initial_rate, Field::InitialRate),
            (self.maintenance_rate, Field::MaintenanceRate),
            (self.spread_initial, Field::SpreadInitial),
            (self.spread_maintenance, Field::SpreadMaintenance),
            (self.leverage_floor, Field::LeverageFloor),
        ];
        let amounts = [
            (self.size_scale, Field::SizeScale),
            (self.open_interest_low, Field::OpenInterestLow),
            (self.open_interest_high, Field::OpenInterestHigh),
            (self.impact_notional, Field::ImpactNotional),
        ];
        let mut record = [0; SIZE];
        let (id, rest) = record.split_at_mut(2);
        id.copy_from_slice(&self.underlying.to_be_bytes());
        let (rate_room, amount_room) = rest.split_at_mut(20);
        for (room, (value, field)) in rate_room.chunks_exact_mut(4).zip(rates) {
            room.copy_from_slice(&quanta::<u32>(value, RATE).ok_or(field)?.to_be_bytes());
        }
        for (room, (value, field)) in amount_room.chunks_exact_mut(8).zip(amounts) {
            room.copy_from_slice(&quanta::<u64>(value, AMOUNT).ok_or(field)?.to_be_bytes());
        }
        Ok(record)
    }

    /// The first field whose value the engine must not compute with. Fields are unsigned in the set, so
    /// none is negative.
    pub(super) fn check(&self) -> Result<(), Field> {
        let rules = [
            (self.maintenance_rate > 0, Field::MaintenanceRate),
            (
                self.maintenance_rate < self.initial_rate && self.initial_rate <= ONE,
                Field::InitialRate,
            ),
            (self.spread_maintenance <= self.maintenance_rate, Field::SpreadMaintenance),
            (
                self.spread_maintenance <= self.spread_initial
                    && self.spread_initial <= self.initial_rate,
                Field::SpreadInitial,
            ),
            (self.leverage_floor <= self.initial_rate, Field::LeverageFloor),
            (self.size_scale > 0, Field::SizeScale),
            (self.open_interest_low < self.open_interest_high, Field::OpenInterestHigh),
            (self.impact_notional > 0, Field::ImpactNotional),
        ];
        rules.into_iter().find(|(holds, _)| !holds).map_or(Ok(()), |(_, field)| Err(field))
    }
}
