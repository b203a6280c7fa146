//! The rules and the data price as words.

use alloy_primitives::U256;
use stylus_program::Rules;
use stylus_program::costs::DataPricer;

/// Appends numbers to a word, big-endian from its first byte.
struct Writer {
    word: [u8; 32],
    len: usize,
}

impl Writer {
    fn new() -> Self {
        Self { word: [0; 32], len: 0 }
    }

    fn put<const N: usize>(mut self, bytes: [u8; N]) -> Self {
        self.word[self.len..self.len + N].copy_from_slice(&bytes);
        self.len += N;
        self
    }

    fn word(self) -> U256 {
        U256::from_be_bytes(self.word)
    }
}

/// Reads numbers in the order in which they were put.
struct Reader {
    word: [u8; 32],
    at: usize,
}

impl Reader {
    fn new(word: U256) -> Self {
        Self { word: word.to_be_bytes(), at: 0 }
    }

    fn take<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0; N];
        bytes.copy_from_slice(&self.word[self.at..self.at + N]);
        self.at += N;
        bytes
    }

    fn u8(&mut self) -> u8 {
        self.take::<1>()[0]
    }

    fn u16(&mut self) -> u16 {
        u16::from_be_bytes(self.take())
    }

    fn u32(&mut self) -> u32 {
        u32::from_be_bytes(self.take())
    }

    fn u64(&mut self) -> u64 {
        u64::from_be_bytes(self.take())
    }
}

/// The rules as two words: what programs are priced by, and what the chain is.
pub(super) fn pack(rules: &Rules) -> [U256; 2] {
    let program = Writer::new()
        .put(rules.stylus_version.to_be_bytes())
        .put(rules.ink_price.to_be_bytes())
        .put(rules.max_stack_depth.to_be_bytes())
        .put(rules.free_pages.to_be_bytes())
        .put(rules.page_gas.to_be_bytes())
        .put(rules.page_limit.to_be_bytes())
        .put([rules.min_init_gas, rules.min_cached_init_gas])
        .put([rules.init_cost_scalar, rules.cached_cost_scalar])
        .put(rules.expiry_days.to_be_bytes())
        .put(rules.keepalive_days.to_be_bytes())
        .put(rules.block_cache_size.to_be_bytes())
        .put(rules.max_wasm_size.to_be_bytes())
        .put([rules.max_fragments]);
    let chain = Writer::new()
        .put(rules.arbos_version.to_be_bytes())
        .put(rules.activation_gas.to_be_bytes())
        .put(rules.max_code_size.to_be_bytes());
    [program.word(), chain.word()]
}

/// The rules of two words.
pub(super) fn unpack(program: U256, chain: U256) -> Rules {
    let (mut program, mut chain) = (Reader::new(program), Reader::new(chain));
    Rules {
        stylus_version: program.u16(),
        ink_price: program.u32(),
        max_stack_depth: program.u32(),
        free_pages: program.u16(),
        page_gas: program.u16(),
        page_limit: program.u16(),
        min_init_gas: program.u8(),
        min_cached_init_gas: program.u8(),
        init_cost_scalar: program.u8(),
        cached_cost_scalar: program.u8(),
        expiry_days: program.u16(),
        keepalive_days: program.u16(),
        block_cache_size: program.u16(),
        max_wasm_size: program.u32(),
        max_fragments: program.u8(),
        arbos_version: chain.u64(),
        activation_gas: chain.u64(),
        max_code_size: chain.u32(),
    }
}

/// The data price as a word.
pub(super) fn pack_pricer(pricer: &DataPricer) -> U256 {
    Writer::new()
        .put(pricer.demand.to_be_bytes())
        .put(pricer.bytes_per_second.to_be_bytes())
        .put(pricer.last_update.to_be_bytes())
        .put(pricer.min_price.to_be_bytes())
        .put(pricer.inertia.to_be_bytes())
        .word()
}

/// The data price of a word.
pub(super) fn unpack_pricer(word: U256) -> DataPricer {
    let mut word = Reader::new(word);
    DataPricer {
        demand: word.u32(),
        bytes_per_second: word.u32(),
        last_update: word.u64(),
        min_price: word.u64(),
        inertia: word.u64(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_packed_and_unpacked_are_the_same() {
        for rules in [Rules::arbos_61(), Rules::arbos_51()] {
            let [program, chain] = pack(&rules);
            assert_eq!(unpack(program, chain), rules);
        }
    }

    #[test]
    fn pricer_packed_and_unpacked_is_the_same() {
        let pricer = DataPricer { demand: 7, last_update: 1 << 40, ..DataPricer::fresh() };
        assert_eq!(unpack_pricer(pack_pricer(&pricer)), pricer);
    }
}
