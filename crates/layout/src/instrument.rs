//! Instruments and legs: self-describing words that are stored as they travel.

use crate::{DoesNotFit, Word, packed_word};

/// What an instrument is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Kind {
    /// A perpetual future: expiry and strike are zero.
    Perpetual = 1,
    /// A dated future: strike is zero.
    Future = 2,
    /// A European call.
    Call = 3,
    /// A European put.
    Put = 4,
}

/// The kind byte names no kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownKind(pub u8);

impl TryFrom<u8> for Kind {
    type Error = UnknownKind;

    #[inline]
    fn try_from(value: u8) -> Result<Self, UnknownKind> {
        match value {
            1 => Ok(Self::Perpetual),
            2 => Ok(Self::Future),
            3 => Ok(Self::Call),
            4 => Ok(Self::Put),
            _ => Err(UnknownKind(value)),
        }
    }
}

/// An instrument: kind u8 ‖ underlying u16 ‖ expiry u40 ‖ strike u64, high bits first, as a `uint128`.
///
/// The word says everything about the instrument; whether it is well formed (no strike on a future,
/// expiry in the market's grid) is for the market's rules to say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct Instrument(pub u128);

impl Instrument {
    /// The perpetual of an underlying.
    ///
    /// # Examples
    /// ```
    /// use ballast_layout::{Instrument, Kind};
    /// let perpetual = Instrument::perpetual(513);
    /// assert_eq!(perpetual.kind(), Ok(Kind::Perpetual));
    /// assert_eq!(perpetual.underlying(), 513);
    /// assert_eq!(perpetual.0, (1 << 120) | (513 << 104));
    /// ```
    #[inline]
    pub const fn perpetual(underlying: u16) -> Self {
        Self(((Kind::Perpetual as u128) << 120) | ((underlying as u128) << 104))
    }

    /// A dated instrument; the upper 24 bits of `expiry` are dropped (40 bits reach the year 36,812).
    ///
    /// # Units
    /// `expiry` in unix seconds; `strike` in 1e-8 quote units, 0 for a future.
    #[inline]
    pub const fn dated(kind: Kind, underlying: u16, expiry: u64, strike: u64) -> Self {
        let expiry = (expiry & 0xff_ffff_ffff) as u128;
        let high = ((kind as u128) << 120) | ((underlying as u128) << 104);
        Self(high | (expiry << 64) | strike as u128)
    }

    /// Its kind.
    ///
    /// # Errors
    /// [`UnknownKind`] with the byte that names none.
    #[inline]
    pub fn kind(self) -> Result<Kind, UnknownKind> {
        Kind::try_from((self.0 >> 120) as u8)
    }

    /// Its underlying.
    #[inline]
    pub const fn underlying(self) -> u16 {
        (self.0 >> 104) as u16
    }

    /// Unix seconds at which it expires; 0 for a perpetual.
    #[inline]
    pub const fn expiry(self) -> u64 {
        (self.0 >> 64) as u64 & 0xff_ffff_ffff
    }

    /// Strike in 1e-8 quote units; 0 for linear instruments.
    #[inline]
    pub const fn strike(self) -> u64 {
        self.0 as u64
    }

    /// Whether it is exactly the perpetual of its underlying, expiry and strike zero.
    #[inline]
    pub const fn is_perpetual(self) -> bool {
        self.0 == Self::perpetual(self.underlying()).0
    }
}

packed_word! {
    /// A position in a perpetual. The funding index sits where a dated leg has expiry and strike.
    pub struct PerpetualLeg {
        /// [`Kind::Perpetual`].
        kind: u8 = 8;
        /// Underlying id.
        underlying: u16 = 16;
        /// Funding index up to which funding is realised, WAD quote units per unit.
        funding_index: i128 = 104;
        /// Signed size, WAD units; positive is long.
        size: i128 = 128;
    }
}

packed_word! {
    /// A position in a dated instrument.
    pub struct DatedLeg {
        /// [`Kind::Future`], [`Kind::Call`] or [`Kind::Put`].
        kind: u8 = 8;
        /// Underlying id.
        underlying: u16 = 16;
        /// Expiry, unix seconds.
        expiry: u64 = 40;
        /// Strike, 1e-8 quote units; 0 for a future.
        strike: u64 = 64;
        /// Signed size, WAD units; positive is long.
        size: i128 = 128;
    }
}

/// A position, of either form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leg {
    /// A perpetual.
    Perpetual(PerpetualLeg),
    /// A future or an option.
    Dated(DatedLeg),
}

impl Leg {
    /// Reads a leg word.
    ///
    /// # Errors
    /// [`UnknownKind`] with the byte that names none.
    #[inline]
    pub fn unpack(word: &Word) -> Result<Self, UnknownKind> {
        Ok(match Kind::try_from(kind_of(word))? {
            Kind::Perpetual => Self::Perpetual(PerpetualLeg::unpack(word)),
            Kind::Future | Kind::Call | Kind::Put => Self::Dated(DatedLeg::unpack(word)),
        })
    }

    /// The word of the leg.
    ///
    /// # Errors
    /// [`DoesNotFit`]: a funding index beyond 104 bits or an expiry beyond 40.
    #[inline]
    pub fn pack(&self) -> Result<Word, DoesNotFit> {
        match self {
            Self::Perpetual(leg) => leg.pack(),
            Self::Dated(leg) => leg.pack(),
        }
    }

    /// What the leg is a position in.
    #[inline]
    pub const fn instrument(&self) -> Instrument {
        match self {
            Self::Perpetual(leg) => Instrument::perpetual(leg.underlying),
            Self::Dated(leg) => {
                let high = ((leg.kind as u128) << 120) | ((leg.underlying as u128) << 104);
                Instrument(high | ((leg.expiry as u128) << 64) | leg.strike as u128)
            }
        }
    }

    /// Signed size, WAD units; positive is long.
    #[inline]
    pub const fn size(&self) -> i128 {
        match self {
            Self::Perpetual(leg) => leg.size,
            Self::Dated(leg) => leg.size,
        }
    }
}

impl PerpetualLeg {
    /// A leg in the perpetual of `underlying`, with funding realised up to `funding_index`.
    #[inline]
    pub const fn new(underlying: u16, funding_index: i128, size: i128) -> Self {
        Self { kind: Kind::Perpetual as u8, underlying, funding_index, size }
    }
}

/// The kind byte of a leg word, without reading the rest.
#[inline]
pub const fn kind_of(word: &Word) -> u8 {
    word[0]
}
