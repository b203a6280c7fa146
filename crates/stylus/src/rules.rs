//! The parameters a chain sets for its programs, and what its version switches on.

/// Everything about a chain that decides whether a program activates and what it costs.
///
/// The numbers live in the chain's state and its owner may change them; the two versions decide
/// which rules exist at all. [`Rules::arbos_61`] is the default.
///
/// # Source
/// The defaults are those that the chain's upgrades leave behind, not those of its launch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// Version of the chain's operating system.
    pub arbos_version: u64,
    /// Version of the program rules; a program activated under another one must activate again.
    pub stylus_version: u16,
    /// Ink for one gas, at least 1.
    pub ink_price: u32,
    /// Words of WebAssembly stack that a frame starts with.
    pub max_stack_depth: u32,
    /// Pages that a transaction may open without charge.
    pub free_pages: u16,
    /// Gas for each open page beyond the free ones.
    pub page_gas: u16,
    /// Most pages open at once in a transaction.
    pub page_limit: u16,
    /// Least gas to start a program that is not cached, in units of 128 gas.
    pub min_init_gas: u8,
    /// Least gas to start any program, in units of 32 gas.
    pub min_cached_init_gas: u8,
    /// Share of the stored initialisation cost that is charged, in units of 2 %.
    pub init_cost_scalar: u8,
    /// Share of the stored cached cost that is charged, in units of 2 %.
    pub cached_cost_scalar: u8,
    /// Days after which an activated program expires.
    pub expiry_days: u16,
    /// Days before which an activation cannot be renewed.
    pub keepalive_days: u16,
    /// How many recently called programs a block remembers.
    pub block_cache_size: u16,
    /// Most bytes of a module after decompression.
    pub max_wasm_size: u32,
    /// Most fragments that one root may name; 0 where the format has no fragments.
    pub max_fragments: u8,
    /// Gas added to every activation.
    pub activation_gas: u64,
    /// Most bytes of an account's code, the program prefix included.
    pub max_code_size: u32,
}

impl Rules {
    /// The rules of ArbOS 61 and program version 3.
    pub const fn arbos_61() -> Self {
        Self {
            arbos_version: 61,
            stylus_version: 3,
            ink_price: 10_000,
            max_stack_depth: 22_000,
            free_pages: 2,
            page_gas: 1_000,
            page_limit: 128,
            min_init_gas: 69,
            min_cached_init_gas: 11,
            init_cost_scalar: 50,
            cached_cost_scalar: 50,
            expiry_days: 365,
            keepalive_days: 31,
            block_cache_size: 32,
            max_wasm_size: 262_144,
            max_fragments: 4,
            activation_gas: 0,
            max_code_size: 24_576,
        }
    }

    /// The rules of ArbOS 51 and program version 2: no fragments, no memory of recent programs,
    /// multi-value allowed, half the module size.
    pub const fn arbos_51() -> Self {
        Self {
            arbos_version: 51,
            stylus_version: 2,
            max_wasm_size: 131_072,
            max_fragments: 0,
            ..Self::arbos_61()
        }
    }

    /// Whether functions with several results and blocks typed by index are refused.
    pub const fn refuses_multi_value(&self) -> bool {
        self.stylus_version >= 3
    }

    /// Whether opening more pages than [`Rules::page_limit`] fails in itself, and not only by price.
    pub const fn enforces_page_limit(&self) -> bool {
        self.arbos_version >= 59
    }

    /// Whether growing by more than 65 535 pages runs out of ink; before, the count was truncated.
    pub const fn refuses_wide_growth(&self) -> bool {
        self.arbos_version >= 59
    }

    /// Whether a program called earlier in the block starts at the cached price.
    pub const fn remembers_recent_programs(&self) -> bool {
        self.arbos_version >= 60
    }

    /// Whether code may be split into fragments that a root names.
    pub const fn has_fragments(&self) -> bool {
        self.arbos_version >= 60
    }
}

impl Default for Rules {
    fn default() -> Self {
        Self::arbos_61()
    }
}

#[cfg(test)]
mod tests {
    use super::Rules;

    #[test]
    fn rules_by_default_are_version_three() {
        let rules = Rules::default();
        assert_eq!((rules.arbos_version, rules.stylus_version), (61, 3));
        assert!(rules.refuses_multi_value() && rules.has_fragments());
        assert!(rules.enforces_page_limit() && rules.remembers_recent_programs());
    }

    #[test]
    fn rules_of_arbos_51_keep_the_older_switches() {
        let rules = Rules::arbos_51();
        assert_eq!((rules.stylus_version, rules.max_wasm_size), (2, 131_072));
        assert!(!rules.refuses_multi_value() && !rules.has_fragments());
        assert!(!rules.enforces_page_limit() && !rules.refuses_wide_growth());
    }
}
