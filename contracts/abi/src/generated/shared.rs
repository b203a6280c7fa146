// Generated from contracts/interfaces by `cargo run -p codec`. Not to be edited.

//! Types that several interfaces declare alike.

#[allow(unused_imports)]
use alloc::vec::Vec;

#[allow(unused_imports)]
use contract_abi::word::{blank, blob_size, dynamic_list_size, list_size, Reader, Writer};

#[allow(unused_imports)]
use contract_abi::{Address, Word};

/// Why a live price was not available.
///
/// `enum Doubt`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Doubt {
    /// 0.
    #[default]
    None = 0,
    /// 1.
    NoFeed = 1,
    /// 2.
    Reverted = 2,
    /// 3.
    Incomplete = 3,
    /// 4.
    NotPositive = 4,
    /// 5.
    Stale = 5,
    /// 6.
    OutOfBounds = 6,
    /// 7.
    SequencerDown = 7,
    /// 8.
    SequencerGrace = 8,
}

impl Doubt {
    /// The variant of this index; `None` when there is none.
    #[must_use]
    pub const fn from_index(index: u64) -> Self {
        match index {
            1 => Self::NoFeed,
            2 => Self::Reverted,
            3 => Self::Incomplete,
            4 => Self::NotPositive,
            5 => Self::Stale,
            6 => Self::OutOfBounds,
            7 => Self::SequencerDown,
            8 => Self::SequencerGrace,
            _ => Self::None,
        }
    }
}

/// How far a price may be relied on. `None`: never accepted. `Doubtful`: the last accepted
/// price or a newer round that is too old, because the live one failed. `Outdated`: such a price that
/// was accepted more than an hour ago, or such a round that was too old already an hour ago. `Good`: live.
///
/// `enum Grade`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Grade {
    /// 0.
    #[default]
    None = 0,
    /// 1.
    Outdated = 1,
    /// 2.
    Doubtful = 2,
    /// 3.
    Good = 3,
}

impl Grade {
    /// The variant of this index; `None` when there is none.
    #[must_use]
    pub const fn from_index(index: u64) -> Self {
        match index {
            1 => Self::Outdated,
            2 => Self::Doubtful,
            3 => Self::Good,
            _ => Self::None,
        }
    }
}
