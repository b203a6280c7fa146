//! Which block, and which state, a parameter means.

use std::sync::Arc;

use alloy_eips::{BlockId, BlockNumberOrTag};
use devnet::{At, Block, Chain};

/// The block of an id, if there is one.
pub(super) fn block(chain: &Chain, id: BlockId) -> Option<&Arc<Block>> {
    match id {
        BlockId::Hash(hash) => chain.block_by_hash(hash.block_hash),
        BlockId::Number(tag) => block_by_tag(chain, tag),
    }
}

/// The block of a number or tag, if there is one. A mined block is final, so `safe` and `finalized` are
/// the latest; so is `pending`, as an open block has neither hash nor header yet.
pub(super) fn block_by_tag(chain: &Chain, tag: BlockNumberOrTag) -> Option<&Arc<Block>> {
    match tag {
        BlockNumberOrTag::Number(number) => chain.block(number),
        BlockNumberOrTag::Earliest => chain.block(0),
        _ => Some(chain.latest()),
    }
}

/// The state of an id; the latest where nothing is said. The number of the last block means the latest
/// state too, changes made by hand since included: clients ask for the number they have just read.
pub(super) fn state(chain: &Chain, id: Option<BlockId>) -> At {
    match id.unwrap_or_default() {
        BlockId::Hash(hash) => At::Hash(hash.block_hash),
        BlockId::Number(BlockNumberOrTag::Pending) => At::Pending,
        BlockId::Number(BlockNumberOrTag::Earliest) => At::Number(0),
        BlockId::Number(BlockNumberOrTag::Number(number)) if number != chain.height() => {
            At::Number(number)
        }
        BlockId::Number(_) => At::Latest,
    }
}
