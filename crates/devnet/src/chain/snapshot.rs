//! Going back.

use super::Chain;

/// Names a snapshot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SnapshotId(pub u64);

impl Chain {
    /// Keeps the chain as it is: accounts, blocks, time, everything. Costs a few pointers.
    pub fn snapshot(&mut self) -> SnapshotId {
        let id = SnapshotId(self.next_snapshot);
        self.next_snapshot += 1;
        self.snapshots.push((id, self.ledger.clone()));
        id
    }

    /// Goes back to a snapshot, which is used up with all later ones. `false` if it does not exist.
    pub fn revert(&mut self, id: SnapshotId) -> bool {
        let Some(position) = self.snapshots.iter().position(|(known, _)| *known == id) else {
            return false;
        };
        if let Some((_, ledger)) = self.snapshots.drain(position..).next() {
            self.ledger = ledger;
        }
        true
    }
}
