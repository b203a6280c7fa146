//! The data contract that holds a parameter set as its code.

use alloy_primitives::Bytes;

/// Init code that deploys `0x00 ‖ set`: the leading STOP keeps anybody from running the data.
pub fn data_contract_init_code(set: &[u8]) -> Bytes {
    let length = u16::try_from(set.len() + 1).unwrap_or(u16::MAX).to_be_bytes();
    // PUSH2 length, DUP1, PUSH1 10, RETURNDATASIZE (0), CODECOPY, RETURNDATASIZE (0), RETURN
    let mut code = vec![0x61, length[0], length[1], 0x80, 0x60, 0x0a, 0x3d, 0x39, 0x3d, 0xf3, 0x00];
    code.extend_from_slice(set);
    code.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_contract_init_code_of_a_set_carries_its_length_and_a_stop() {
        let code = data_contract_init_code(&[7, 8]);
        assert_eq!(&code[..3], &[0x61, 0, 3]);
        assert_eq!(&code[10..], &[0, 7, 8]);
    }
}
