//! A frame's view of its storage: reads are kept, writes wait for a flush.

use std::collections::BTreeMap;

use stylus_program::prices;

use super::guest::Word;

/// A slot.
#[derive(Clone, Copy, Debug)]
struct Slot {
    value: Word,
    /// What the chain holds, if that is known.
    known: Option<Word>,
}

impl Slot {
    /// A slot whose value on the chain is not known counts as changed, whatever it holds.
    fn is_dirty(&self) -> bool {
        self.known != Some(self.value)
    }
}

/// The slots a frame has read or written.
///
/// What is not flushed when the frame ends, or when it calls, nobody else sees; what others write
/// meanwhile the frame does not see until it clears the cache.
#[derive(Debug, Default)]
pub(crate) struct StorageCache {
    slots: BTreeMap<Word, Slot>,
    loads: u32,
    writes: u32,
}

impl StorageCache {
    /// Counts a load; the gas for that, and the value if it is here.
    pub(super) fn load(&mut self, key: &Word) -> (u64, Option<Word>) {
        self.loads = self.loads.saturating_add(1);
        let value = self.slots.get(key).map(|slot| slot.value);
        (prices::storage_load_gas(self.loads), value)
    }

    /// Keeps what the chain holds.
    pub(super) fn insert_known(&mut self, key: Word, value: Word) {
        self.slots.insert(key, Slot { value, known: Some(value) });
    }

    /// Writes a value; the gas for that.
    pub(super) fn write(&mut self, key: Word, value: Word) -> u64 {
        self.writes = self.writes.saturating_add(1);
        self.slots.entry(key).or_insert(Slot { value, known: None }).value = value;
        prices::storage_write_gas(self.writes)
    }

    /// The slots to persist, in the order of their keys.
    pub(super) fn dirty(&self) -> Vec<(Word, Word)> {
        let dirty = self.slots.iter().filter(|(_, slot)| slot.is_dirty());
        dirty.map(|(key, slot)| (*key, slot.value)).collect()
    }

    /// All slots were persisted; they may be forgotten.
    pub(super) fn flushed(&mut self, clear: bool) {
        if clear {
            self.slots.clear();
        }
        for slot in self.slots.values_mut() {
            slot.known = Some(slot.value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(byte: u8) -> Word {
        Word::with_last_byte(byte)
    }

    #[test]
    fn slot_written_without_being_read_is_dirty() {
        let mut cache = StorageCache::default();
        cache.write(word(1), word(7));
        assert_eq!(cache.dirty(), [(word(1), word(7))]);
        cache.flushed(false);
        assert!(cache.dirty().is_empty());
        assert_eq!(cache.load(&word(1)).1, Some(word(7)));
    }

    #[test]
    fn slot_read_and_written_back_is_clean() {
        let mut cache = StorageCache::default();
        cache.insert_known(word(1), word(7));
        cache.write(word(1), word(8));
        assert_eq!(cache.dirty().len(), 1);
        cache.write(word(1), word(7));
        assert!(cache.dirty().is_empty());
    }

    #[test]
    fn cache_cleared_forgets_reads_too() {
        let mut cache = StorageCache::default();
        cache.insert_known(word(1), word(7));
        cache.flushed(true);
        assert_eq!(cache.load(&word(1)), (0, None));
    }
}
