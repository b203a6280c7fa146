//! Signed transactions whose nonces leave a gap. Clients that send several at once do not control the
//! order in which they arrive, so a node waits for the missing ones.

use std::collections::BTreeMap;

use alloy_consensus::{Transaction as _, TxEnvelope};
use alloy_primitives::{Address, B256};
use devnet::Chain;

/// Nonces of one account that may wait; what is further ahead is refused.
const MAX_AHEAD: u64 = 64;
/// Transactions that may wait in all.
const MAX_WAITING: usize = 1_024;

/// The transactions that wait, by sender and nonce.
#[derive(Debug, Default)]
pub(crate) struct Queue {
    waiting: BTreeMap<(Address, u64), TxEnvelope>,
}

impl Queue {
    /// Lets a transaction wait for the nonces from `next` on. `false` if it is too far ahead, there is no
    /// room, or another one waits in its place.
    pub(crate) fn push(&mut self, from: Address, next: u64, transaction: TxEnvelope) -> bool {
        let nonce = transaction.nonce();
        let key = (from, nonce);
        if nonce.saturating_sub(next) > MAX_AHEAD
            || self.waiting.len() >= MAX_WAITING
            || self.waiting.get(&key).is_some_and(|other| other.hash() != transaction.hash())
        {
            return false;
        }
        self.waiting.insert(key, transaction);
        true
    }

    /// The waiting transaction of a hash, with its sender.
    pub(crate) fn find(&self, hash: B256) -> Option<(Address, &TxEnvelope)> {
        let found = self.waiting.iter().find(|(_, transaction)| *transaction.hash() == hash)?;
        Some((found.0.0, found.1))
    }

    /// Includes every transaction whose turn has come. One that cannot be included after all is dropped,
    /// like one whose nonce was used meanwhile.
    pub(crate) fn drain_into(&mut self, chain: &mut Chain) {
        while let Some(key) = self.next_due(chain) {
            if let Some(transaction) = self.waiting.remove(&key) {
                let _ = chain.send_signed(transaction);
            }
        }
    }

    fn next_due(&self, chain: &Chain) -> Option<(Address, u64)> {
        self.waiting.keys().copied().find(|(from, nonce)| *nonce <= chain.nonce(*from))
    }

    /// Forgets everything.
    pub(crate) fn clear(&mut self) {
        self.waiting.clear();
    }
}
