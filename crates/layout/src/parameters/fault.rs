use core::fmt;

/// A field of a parameter set. The discriminants are part of the `BadParameters` error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Field {
    /// Leading byte, format, counts or length.
    Format = 1,
    /// More than zero.
    KeeperMinimum = 2,
    /// Rising from record to record; all of the set before present.
    Underlying = 3,
    /// Over the maintenance rate, at most 1.
    InitialRate = 4,
    /// More than zero.
    MaintenanceRate = 5,
    /// From the maintenance spread to the initial rate.
    SpreadInitial = 6,
    /// At most the maintenance rate.
    SpreadMaintenance = 7,
    /// At most the initial rate.
    LeverageFloor = 8,
    /// More than zero.
    SizeScale = 9,
    /// Not negative.
    OpenInterestLow = 10,
    /// Over the low bound.
    OpenInterestHigh = 11,
    /// More than zero.
    ImpactNotional = 12,
    /// From 1 to 15, rising from record to record; all of the set before present, following what they followed.
    Asset = 13,
    /// At most 1.
    MaintenanceHaircut = 14,
    /// Together with the maintenance haircut at most 1.
    InitialHaircut = 15,
}

/// What is wrong with a parameter set: a field of one of its records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// 0 for the header, from 1 on the records in their order, markets before collateral.
    pub record: u8,
    /// The field.
    pub field: Field,
}

impl Fault {
    pub(super) const fn new(record: u8, field: Field) -> Self {
        Self { record, field }
    }

    pub(super) const fn in_header(field: Field) -> Self {
        Self { record: 0, field }
    }

    /// The number by which the `BadParameters` error names it: `256·record + field`.
    #[must_use]
    pub const fn code(&self) -> u16 {
        (self.record as u16) << 8 | self.field as u16
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{:?} of record {} (0 is the header) is not allowed",
            self.field, self.record
        )
    }
}
