use contract_abi::{Address, Word};

/// The key of a fixed slot.
#[must_use]
pub const fn fixed_slot(index: u8) -> Word {
    let mut key = [0; 32];
    key[31] = index;
    key
}

/// The address in a word's low 160 bits; what lies above is another field's.
#[must_use]
pub fn address_in(word: &Word) -> Address {
    word.last_chunk().copied().unwrap_or_default()
}

/// A word that holds an address in its low 160 bits and nothing above.
#[must_use]
pub fn address_word(address: &Address) -> Word {
    let mut word = [0; 32];
    if let Some(low) = word.last_chunk_mut() {
        *low = *address;
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fixed_slot_of_an_index_is_its_big_endian_word() {
        let mut expected = [0; 32];
        expected[31] = 2;
        assert_eq!(fixed_slot(2), expected);
    }

    #[test]
    fn address_in_a_word_with_other_fields_is_its_low_part() {
        let mut word = address_word(&[0xab; 20]);
        word[0] = 7;
        assert_eq!(address_in(&word), [0xab; 20]);
    }
}
