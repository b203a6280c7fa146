//! Finding logs.

use alloy_primitives::{B256, Log};
use alloy_rpc_types_eth::{Filter, FilterBlockOption, Log as RpcLog};

use super::{Block, Chain, UnknownBlock};

impl Chain {
    /// The logs that a filter asks for, in order, at most `limit` of them; `None` if there are more.
    ///
    /// Block tags `latest`, `pending`, `safe` and `finalized` are the last block. Blocks that do not
    /// exist hold no logs.
    ///
    /// # Errors
    /// [`UnknownBlock`] if the filter names a block hash that does not exist.
    pub fn logs(&self, filter: &Filter, limit: usize) -> Result<Option<Vec<RpcLog>>, UnknownBlock> {
        let (from, to) = match filter.block_option {
            FilterBlockOption::AtBlockHash(hash) => {
                let block = self.block_by_hash(hash).ok_or(UnknownBlock::Missing)?;
                (block.number(), block.number())
            }
            FilterBlockOption::Range { from_block, to_block } => {
                let number = |tag: Option<alloy_eips::BlockNumberOrTag>| match tag {
                    Some(alloy_eips::BlockNumberOrTag::Number(number)) => number,
                    Some(alloy_eips::BlockNumberOrTag::Earliest) => 0,
                    _ => self.height(),
                };
                (number(from_block), number(to_block).min(self.height()))
            }
        };
        let mut logs = Vec::new();
        for block in (from..=to).filter_map(|number| self.block(number)) {
            if !filter.matches_bloom(block.header.logs_bloom) {
                continue;
            }
            logs.extend(block.logs().filter(|log| filter.matches(&log.inner)));
            if logs.len() > limit {
                return Ok(None);
            }
        }
        Ok(Some(logs))
    }
}

impl Block {
    /// All logs, with where they are.
    pub fn logs(&self) -> impl Iterator<Item = RpcLog> + '_ {
        self.receipts.iter().flat_map(move |receipt| {
            let logs = receipt.outcome.logs.iter().enumerate();
            logs.map(move |(position, log)| {
                let index = receipt.first_log_index + position as u64;
                self.rpc_log(log, receipt.transaction_hash, receipt.index, index)
            })
        })
    }

    fn rpc_log(&self, log: &Log, hash: B256, transaction_index: u64, index: u64) -> RpcLog {
        RpcLog {
            inner: log.clone(),
            block_hash: Some(self.hash),
            block_number: Some(self.number()),
            block_timestamp: Some(self.timestamp()),
            transaction_hash: Some(hash),
            transaction_index: Some(transaction_index),
            log_index: Some(index),
            removed: false,
        }
    }
}
