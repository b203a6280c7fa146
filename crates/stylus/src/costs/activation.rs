//! What activating a program costs in gas, and what is stored of it for later.

use crate::activate::{EstimateOverflow, Estimates, Measures};

/// Gas that every activation costs, whatever the program.
pub const ACTIVATION: u64 = 1_659_168;
/// Gas for reading a fragment whose account is already warm.
pub const FRAGMENT_WARM: u64 = 100;
/// Gas for reading a fragment whose account is cold.
pub const FRAGMENT_COLD: u64 = 2_600;

/// Gas for a microsecond of the work that activation is priced by.
const GAS_PER_MICROSECOND: u64 = 28;

/// Gas for reading one fragment of `code_len` bytes of code.
pub const fn fragment_gas(code_len: u32, is_cold: bool) -> u64 {
    let access = if is_cold { FRAGMENT_COLD } else { FRAGMENT_WARM };
    access + 3 * (code_len as u64).div_ceil(32)
}

/// Gas that depends on the program: its bytes, functions, data, elements, pages and operators.
///
/// # Rounding
/// Each part is floored to whole microseconds before it is priced.
pub fn variable_gas(measures: &Measures) -> u64 {
    let parts = [
        u64::from(measures.wasm_bytes) * 31_733 / 100_000,
        u64::from(measures.functions) * 17_263 / 100_000,
        u64::from(measures.data_bytes) * 17_376 / 100_000,
        u64::from(measures.element_entry_bytes) * 17_376 / 100_000,
        u64::from(measures.pages) * 2_217,
        measures.operators * 535 / 1_000,
    ];
    parts.iter().sum::<u64>() * GAS_PER_MICROSECOND
}

/// What the chain stores of a program to price later calls.
///
/// # Rounding
/// Each term is floored; the size is rounded up to KiB where it is stored.
///
/// # Errors
/// [`EstimateOverflow`] if a cost does not fit the 16 bits it is stored in.
pub(crate) fn estimates(measures: &Measures) -> Result<Estimates, EstimateOverflow> {
    let functions = u64::from(measures.functions);
    let values = u64::from(measures.signature_values);
    let bytes = u64::from(measures.wasm_bytes);
    let entries = u64::from(measures.data_entry_bytes) + u64::from(measures.element_entry_bytes);
    let init = functions * 8_252 / 1_000 + values * 1_059 / 1_000 + bytes * 1_286 / 10_000;
    let cached = functions * 13_420 / 100_000
        + values * 89 / 100_000
        + bytes * 122 / 100_000
        + u64::from(measures.globals) * 1_628 / 1_000
        + entries * 75_244 / 100_000
        + u64::from(measures.pages) * 5;
    let asm =
        512_000 + functions * 996_829 / 1_000 + values * 11_416 / 1_000 + bytes * 62_628 / 10_000;
    let overflow = EstimateOverflow { init, cached };
    Ok(Estimates {
        init_cost: u16::try_from(init).map_err(|_| overflow)?,
        cached_cost: u16::try_from(cached).map_err(|_| overflow)?,
        footprint: measures.pages,
        asm_bytes: u32::try_from(asm).unwrap_or(u32::MAX),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A program of one page, by its bytes, functions, signature values, globals and data.
    fn program(
        wasm_bytes: u32,
        functions: u32,
        signature_values: u32,
        globals: u32,
        data: u32,
    ) -> Measures {
        Measures {
            wasm_bytes,
            functions,
            signature_values,
            globals,
            data_bytes: data,
            data_entry_bytes: data,
            pages: 1,
            ..Measures::default()
        }
    }

    #[test]
    fn estimates_of_known_programs_are_the_recorded_ones() {
        let rows = [
            (program(131, 1, 2, 4, 0), 26, 11),
            (program(187, 1, 2, 4, 0), 34, 11),
            (program(40_000, 100, 300, 5, 2_000), 6_286, 1_578),
            (program(60_000, 200, 700, 5, 6_000), 10_107, 4_626),
            (program(100_000, 350, 1_300, 5, 10_000), 17_124, 7_706),
        ];
        for (measures, init_cost, cached_cost) in rows {
            let estimates = estimates(&measures).unwrap();
            assert_eq!((estimates.init_cost, estimates.cached_cost), (init_cost, cached_cost));
        }
        assert_eq!(estimates(&program(131, 1, 2, 4, 0)).unwrap().asm_bytes, 513_838);
    }

    #[test]
    fn variable_gas_is_that_of_each_part_in_whole_microseconds() {
        let measures = Measures {
            operators: 30_001,
            element_entry_bytes: 100,
            ..program(40_000, 100, 300, 5, 2_000)
        };
        assert_eq!(variable_gas(&measures), (12_693 + 17 + 347 + 17 + 2_217 + 16_050) * 28);
    }

    #[test]
    fn estimates_overflow_past_sixteen_bits_of_either_cost() {
        let costs = |measures| estimates(&measures).map(|e| (e.init_cost, e.cached_cost));
        assert_eq!(costs(program(0, 0, 0, 0, 87_091)), Ok((0, 65_535)));
        let overflow = Err(EstimateOverflow { init: 0, cached: 65_536 });
        assert_eq!(costs(program(0, 0, 0, 0, 87_092)), overflow);
        assert_eq!(costs(program(509_611, 0, 0, 0, 0)), Ok((65_535, 626)));
        let overflow = Err(EstimateOverflow { init: 65_536, cached: 626 });
        assert_eq!(costs(program(509_612, 0, 0, 0, 0)), overflow);
    }

    #[test]
    fn fragments_cost_access_and_words() {
        assert_eq!(fragment_gas(24_576, true), 2_600 + 3 * 768);
        assert_eq!(fragment_gas(33, false), 100 + 6);
    }
}
