//! What the chain keeps for one transaction beside the journal.

use alloy_primitives::map::AddressMap;
use alloy_primitives::{Address, B256};
use stylus_program::costs::OpenPages;

use super::{BlockContext, Fault};
use crate::program::Profile;

/// Faults kept of one transaction; a loop of failing calls must not fill memory.
const MAX_FAULTS: usize = 64;

/// The state of a transaction that no revert undoes.
#[derive(Debug)]
pub(crate) struct Runtime {
    /// The block, with what the EVM's own context has no place for.
    pub(crate) block: BlockContext,
    /// Whether the contracts that exist in calls only answer.
    pub(crate) is_call: bool,
    /// Pages of memory.
    pub(crate) pages: OpenPages,
    /// Programs called in this block.
    pub(crate) recent: Recent,
    /// Open frames of each acting account.
    frames: AddressMap<u32>,
    /// Failures of programs, oldest first.
    pub(crate) faults: Vec<Fault>,
    /// What the functions of programs cost, if that is to be known.
    pub(crate) profiles: Option<Vec<Profile>>,
}

impl Runtime {
    /// A transaction about to start.
    pub(crate) fn new(block: BlockContext, is_call: bool, recent: Recent) -> Self {
        Self {
            block,
            is_call,
            pages: OpenPages::default(),
            recent,
            frames: AddressMap::default(),
            faults: Vec::new(),
            profiles: None,
        }
    }

    /// The same, with what the functions of programs cost, or without.
    pub(super) fn profiled(self, is_profiled: bool) -> Self {
        Self { profiles: is_profiled.then(Vec::new), ..self }
    }

    /// Records why a frame failed. The last fault is always there: it is that of the outermost frame.
    pub(crate) fn record(&mut self, fault: Fault) {
        self.faults.truncate(MAX_FAULTS - 1);
        self.faults.push(fault);
    }

    /// Counts a frame in which `account` acts.
    pub(super) fn enter(&mut self, account: Address) {
        *self.frames.entry(account).or_default() += 1;
    }

    /// Ends a frame counted by [`Runtime::enter`].
    pub(super) fn leave(&mut self, account: Address) {
        if let Some(count) = self.frames.get_mut(&account) {
            *count = count.saturating_sub(1);
        }
    }

    /// Whether `account` acts in more than one open frame.
    pub(crate) fn is_reentrant(&self, account: &Address) -> bool {
        self.frames.get(account).is_some_and(|count| *count > 1)
    }
}

/// The programs called last in a block, most recent last.
///
/// A list: a block remembers a few dozen programs, and comparing hashes is cheaper than hashing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Recent {
    capacity: Option<usize>,
    programs: Vec<B256>,
}

impl Recent {
    /// Whether the program was there; it is afterwards, as the most recent one.
    ///
    /// The capacity is that of the first call in the block.
    pub(crate) fn touch(&mut self, codehash: B256, capacity: u16) -> bool {
        let capacity = *self.capacity.get_or_insert(usize::from(capacity));
        let found = self.programs.iter().position(|program| *program == codehash);
        if let Some(index) = found {
            self.programs.remove(index);
        }
        self.programs.push(codehash);
        if self.programs.len() > capacity {
            self.programs.remove(0);
        }
        found.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::super::FaultKind;
    use super::*;

    #[test]
    fn recent_programs_beyond_the_capacity_forget_the_oldest() {
        let mut recent = Recent::default();
        let program = B256::with_last_byte;
        assert!(!recent.touch(program(1), 2));
        assert!(!recent.touch(program(2), 2));
        assert!(recent.touch(program(1), 2));
        assert!(!recent.touch(program(3), 100), "the capacity was set by the first call");
        assert!(!recent.touch(program(2), 2), "forgotten as the least recent");
        assert!(recent.touch(program(3), 2));
    }

    #[test]
    fn faults_beyond_the_most_replace_the_last() {
        let block = BlockContext { number: 1, l1_number: 1, timestamp: 1, base_fee: 1 };
        let mut runtime = Runtime::new(block, false, Recent::default());
        for depth in 0..100 {
            let (account, kind) = (Address::ZERO, FaultKind::OutOfInk);
            runtime.record(Fault { account, program: account, depth, kind });
        }
        let depths: Vec<usize> = runtime.faults.iter().map(|fault| fault.depth).collect();
        assert_eq!((depths.len(), depths[62], depths[63]), (MAX_FAULTS, 62, 99));
    }

    #[test]
    fn recent_programs_without_capacity_remember_none() {
        let mut recent = Recent::default();
        assert!(!recent.touch(B256::ZERO, 0));
        assert!(!recent.touch(B256::ZERO, 0));
    }
}
