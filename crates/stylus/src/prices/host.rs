//! What host functions cost beyond their base: see [`crate::hooks::Hook::base_ink`] for that.

/// Ink for entering any host function.
pub const HOOK: u64 = 8_400;
/// Ink for each fixed-size pointer argument.
pub const POINTER: u64 = 5_040;
/// Ink for a round trip to the EVM's state.
pub const EVM_API: u64 = 59_673;
/// Ink of `native_keccak256` for up to two words.
pub const KECCAK_BASE: u64 = 121_800;
/// Ink of `math_pow` before the part that depends on the exponent.
pub const POW_BASE: u64 = HOOK + 3 * POINTER + 3_000;
/// Ink for each byte that `memory.fill` or `memory.copy` touches.
pub const BULK_BYTE: u64 = 100;

/// Bytes that a memory transfer moves without a charge per byte.
const FREE_BYTES: u64 = 32;

/// Ink for the host writing `bytes` into the program's memory.
pub const fn write(bytes: u32) -> u64 {
    POINTER + 30 * (bytes as u64).saturating_sub(FREE_BYTES)
}

/// Ink for the host reading `bytes` from the program's memory.
pub const fn read(bytes: u32) -> u64 {
    16_381 + 55 * (bytes as u64).saturating_sub(FREE_BYTES)
}

/// Ink of `native_keccak256` of `bytes`, all included: [`KECCAK_BASE`] and 21 000 for each word
/// after the second.
pub const fn keccak(bytes: u32) -> u64 {
    KECCAK_BASE + 21_000 * (bytes as u64).div_ceil(32).saturating_sub(2)
}

/// Ink of `math_pow`, all included.
///
/// The exponent is big-endian; one step of 17 500 ink for each byte from its first non-zero one,
/// and one more.
pub fn pow(exponent: &[u8; 32]) -> u64 {
    let leading = exponent.iter().take_while(|byte| **byte == 0).count() as u64;
    POW_BASE + 17_500 * (33 - leading)
}

/// Gas of `emit_log` for `topics` topics of 32 bytes and `data` bytes after them.
pub const fn log_gas(topics: u32, data: u32) -> u64 {
    375 * (1 + topics as u64) + 8 * data as u64
}

/// Gas for looking at an account's code: the account access and what the largest code costs to read.
pub const fn account_code_gas(is_cold: bool, max_code_size: u32) -> u64 {
    let access = if is_cold { 2_600 } else { 100 };
    access + 700 * (max_code_size as u64 / 24_576)
}

/// Gas that the storage cache charges for the `count`-th load of a frame, counted from one.
pub const fn storage_load_gas(count: u32) -> u64 {
    match count {
        0..=32 => 0,
        33..=128 => 2,
        _ => 10,
    }
}

/// Gas that the storage cache charges for the `count`-th write of a frame, counted from one.
pub const fn storage_write_gas(count: u32) -> u64 {
    match count {
        0..=8 => 0,
        9..=64 => 7,
        _ => 10,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transfers_of_up_to_a_word_cost_the_same() {
        assert_eq!((write(0), write(32), write(33)), (5_040, 5_040, 5_070));
        assert_eq!((read(0), read(32), read(33)), (16_381, 16_381, 16_436));
    }

    #[test]
    fn args_and_results_cost_what_the_chain_asserts() {
        for (bytes, ink) in [(4, 13_440), (36, 13_560), (100, 15_480)] {
            assert_eq!(HOOK + write(bytes), ink);
        }
        for (bytes, ink) in [(0, 41_162), (64, 44_682), (320_064, 35_244_682)] {
            assert_eq!(HOOK + 2 * read(bytes), ink);
        }
        for (bytes, ink) in [(10, 73_113), (100, 75_153), (1_000, 102_153), (10_000, 372_153)] {
            assert_eq!(HOOK + EVM_API + write(bytes), ink);
        }
    }

    #[test]
    fn keccak_of_bytes_costs_what_the_chain_asserts() {
        for (bytes, ink) in [(10, 121_800), (64, 121_800), (100, 163_800), (1_000, 751_800)] {
            assert_eq!(keccak(bytes), ink);
        }
    }

    #[test]
    fn pow_of_exponent_bytes_costs_what_the_chain_asserts() {
        for (bytes, ink) in [(1, 61_520), (2, 79_020), (10, 219_020), (32, 604_020)] {
            let mut exponent = [0; 32];
            exponent[32 - bytes] = 1;
            assert_eq!(pow(&exponent), ink);
        }
        assert_eq!(pow(&[0; 32]), POW_BASE + 17_500);
    }

    #[test]
    fn logs_cost_what_the_chain_asserts() {
        let rows = [
            (0, 0, 3_834_454),
            (0, 10, 4_634_454),
            (0, 100, 11_838_194),
            (1, 100, 15_589_954),
            (2, 100, 19_341_714),
            (3, 100, 23_093_474),
            (4, 100, 26_845_234),
        ];
        for (topics, data, ink) in rows {
            let charged =
                HOOK + EVM_API + read(32 * topics + data) + 10_000 * log_gas(topics, data);
            assert_eq!(charged, ink, "{topics} topics, {data} bytes");
        }
    }

    #[test]
    fn code_access_costs_what_the_chain_asserts() {
        let access = HOOK + EVM_API + 10_000 * account_code_gas(true, 24_576);
        assert_eq!(access, 33_068_073);
        for (len, ink) in [(120, 33_075_753), (206, 33_078_333), (179, 33_077_523)] {
            assert_eq!(access + write(len), ink);
        }
    }

    #[test]
    fn storage_cache_gets_dearer_with_use() {
        assert_eq!([1, 32, 33, 128, 129].map(storage_load_gas), [0, 0, 2, 2, 10]);
        assert_eq!([1, 8, 9, 64, 65].map(storage_write_gas), [0, 0, 7, 7, 10]);
    }
}
