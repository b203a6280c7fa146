//! Init code that stores words and returns a program.

/// EVM opcodes that the init code is made of.
mod op {
    pub(super) const CODECOPY: u8 = 0x39;
    pub(super) const SSTORE: u8 = 0x55;
    pub(super) const PUSH1: u8 = 0x60;
    pub(super) const PUSH32: u8 = 0x7F;
    pub(super) const DUP1: u8 = 0x80;
    pub(super) const RETURN: u8 = 0xF3;
}

/// Where the code starts behind a prelude without writes; one byte before it is for metadata.
const BARE_PRELUDE: u8 = 43;
/// Bytes of a position that is pushed when there are writes.
const POSITION_BYTES: usize = 4;

/// EVM init code that writes each `(slot, value)` and then returns `code`.
///
/// Without writes it is byte for byte the prelude that the usual deployment tools emit. The writes
/// replace a constructor: they and the code appear in one step, so that nobody can come between.
/// Words are big-endian.
pub fn init_code(code: &[u8], storage: &[([u8; 32], [u8; 32])]) -> Vec<u8> {
    let mut out = Vec::with_capacity(code.len() + 64 + 67 * storage.len());
    for (slot, value) in storage {
        push(&mut out, value);
        push(&mut out, slot);
        out.push(op::SSTORE);
    }
    let mut len = [0; 32];
    len[24..].copy_from_slice(&(code.len() as u64).to_be_bytes());
    out.push(op::PUSH32);
    out.extend(len);
    out.push(op::DUP1);
    if storage.is_empty() {
        out.extend([op::PUSH1, BARE_PRELUDE]);
    } else {
        // After this push come PUSH1 0, CODECOPY, PUSH1 0, RETURN and the metadata byte.
        let position = out.len() + 1 + POSITION_BYTES + 7;
        out.push(op::PUSH1 + POSITION_BYTES as u8 - 1);
        out.extend((position as u32).to_be_bytes());
    }
    out.extend([op::PUSH1, 0, op::CODECOPY, op::PUSH1, 0, op::RETURN, 0]);
    out.extend(code);
    out
}

/// Pushes a word without its leading zero bytes, but at least one byte.
fn push(out: &mut Vec<u8>, word: &[u8; 32]) {
    let zeros = word.iter().take_while(|byte| **byte == 0).count().min(31);
    out.push(op::PUSH32 - zeros as u8);
    out.extend(&word[zeros..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn init_code_without_writes_is_the_usual_prelude() {
        let code = [0xEF, 0xF0, 0, 0, 7];
        let init = init_code(&code, &[]);
        let mut expected = vec![0x7F];
        expected.extend([0; 31]);
        expected.extend([5, 0x80, 0x60, 43, 0x60, 0, 0x39, 0x60, 0, 0xF3, 0]);
        assert_eq!(expected.len(), 43);
        expected.extend(code);
        assert_eq!(init, expected);
    }

    #[test]
    fn init_code_with_writes_copies_from_behind_itself() {
        let mut value = [0; 32];
        value[30] = 1;
        let init = init_code(&[9, 9], &[([0; 32], value), ([0xFF; 32], [0; 32])]);
        assert_eq!(init[..6], [0x61, 1, 0, 0x60, 0, 0x55]);
        let (first, second) = (3 + 2 + 1, 2 + 33 + 1);
        assert_eq!(init[first..first + 3], [0x60, 0, 0x7F]);
        let at = first + second + 33 + 1;
        assert_eq!(init[at], 0x63);
        let position = u32::from_be_bytes([init[at + 1], init[at + 2], init[at + 3], init[at + 4]]);
        assert_eq!(init[position as usize..], [9, 9]);
    }
}
