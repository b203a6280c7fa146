//! Filters that clients poll. A filter remembers where its client stopped reading, and never what it
//! has not read: however long nobody polls, it holds one number.

use std::collections::BTreeMap;

use alloy_rpc_types_eth::Filter;

/// What a filter yields.
#[derive(Debug)]
pub(crate) enum FilterKind {
    /// Logs that match.
    Logs(Box<Filter>),
    /// Hashes of new blocks.
    Blocks,
    /// Hashes of transactions, as they are mined.
    Transactions,
}

/// A filter and its client's place.
#[derive(Debug)]
pub(crate) struct Polled {
    /// What it yields.
    pub(crate) kind: FilterKind,
    /// The first block that the client has not seen.
    pub(crate) next_block: u64,
    last_used: u64,
}

/// All filters, up to a limit; beyond it the least recently used one makes room, as a forgotten filter
/// cannot be told from one that is still wanted.
#[derive(Debug)]
pub(crate) struct Filters {
    filters: BTreeMap<u64, Polled>,
    clock: u64,
    limit: usize,
}

impl Filters {
    /// No filters, and never more than `limit`.
    pub(crate) fn new(limit: usize) -> Self {
        Self { filters: BTreeMap::new(), clock: 0, limit: limit.max(1) }
    }

    /// A new filter's id.
    pub(crate) fn insert(&mut self, kind: FilterKind, next_block: u64) -> u64 {
        if self.filters.len() >= self.limit {
            let oldest = self.filters.iter().min_by_key(|(_, filter)| filter.last_used);
            if let Some(id) = oldest.map(|(id, _)| *id) {
                self.filters.remove(&id);
            }
        }
        self.clock += 1;
        self.filters.insert(self.clock, Polled { kind, next_block, last_used: self.clock });
        self.clock
    }

    /// The filter of an id, which counts as used.
    pub(crate) fn get(&mut self, id: u64) -> Option<&mut Polled> {
        self.clock += 1;
        let filter = self.filters.get_mut(&id)?;
        filter.last_used = self.clock;
        Some(filter)
    }

    /// Whether there was such a filter to remove.
    pub(crate) fn remove(&mut self, id: u64) -> bool {
        self.filters.remove(&id).is_some()
    }

    /// After the chain was cut back to `head`, new blocks on it are new to every client.
    pub(crate) fn rewind(&mut self, head: u64) {
        for filter in self.filters.values_mut() {
            filter.next_block = filter.next_block.min(head.saturating_add(1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filter_beyond_the_limit_evicts_the_least_recently_used() {
        let mut filters = Filters::new(2);
        let first = filters.insert(FilterKind::Blocks, 1);
        let second = filters.insert(FilterKind::Blocks, 1);
        assert!(filters.get(first).is_some());
        let third = filters.insert(FilterKind::Blocks, 1);
        assert!(filters.get(second).is_none());
        assert!(filters.get(first).is_some() && filters.get(third).is_some());
    }

    #[test]
    fn filter_after_a_revert_sees_the_new_blocks() {
        let mut filters = Filters::new(1);
        let id = filters.insert(FilterKind::Blocks, 10);
        filters.rewind(4);
        assert_eq!(filters.get(id).map(|filter| filter.next_block), Some(5));
    }
}
