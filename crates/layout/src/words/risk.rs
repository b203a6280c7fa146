//! The margin engine's pointer to its parameter set; the set itself is [`crate::parameters`].

use crate::{Address, packed_word};

packed_word! {
    /// Which parameter set is in force, or will be.
    pub struct RiskParameters {
        /// The data contract.
        data: Address = 160;
        /// Counts the sets.
        version: u32 = 32;
        /// Unix seconds from which it is in force.
        effective_at: u64 = 40;
    }
}
