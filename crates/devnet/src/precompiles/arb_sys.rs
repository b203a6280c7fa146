//! ArbSys, as far as a chain without a parent has it.

use alloy_primitives::{Address, U256, address};
use alloy_sol_types::SolCall;
use revm::context_interface::{Cfg, ContextTr, JournalTr};

use super::frame::{Answer, Frame, Purity, decode, revert};
use super::interfaces::ArbSys::{self, ArbSysCalls as Calls};
use crate::arbos;

/// What is added to the version of the chain's system where it is told.
const VERSION_OFFSET: u64 = 55;
/// What is added to addresses of contracts on the parent chain.
const ALIAS_OFFSET: Address = address!("1111000000000000000000000000000000001111");
/// Blocks whose hashes are known.
const HASHES: u64 = 256;

pub(super) fn run(frame: &mut Frame<'_>, input: &[u8]) -> Answer {
    use ArbSys::*;
    let call = decode(input)?;
    if let Calls::mapL1SenderContractAddressToL2Alias(call) = call {
        return frame.run(Purity::Pure, |_| {
            let alias = alias(call.sender);
            Ok(mapL1SenderContractAddressToL2AliasCall::abi_encode_returns(&alias))
        });
    }
    frame.run(Purity::View, |frame| {
        let block = frame.ctx.chain.block.number;
        Ok(match call {
            Calls::arbBlockNumber(_) => arbBlockNumberCall::abi_encode_returns(&U256::from(block)),
            Calls::arbBlockHash(call) => return block_hash(frame, call.arbBlockNum, block),
            Calls::arbChainID(_) => {
                let id = frame.ctx.cfg().chain_id();
                arbChainIDCall::abi_encode_returns(&U256::from(id))
            }
            Calls::arbOSVersion(_) => {
                let version = VERSION_OFFSET + arbos::rules(frame.ctx).arbos_version;
                arbOSVersionCall::abi_encode_returns(&U256::from(version))
            }
            Calls::getStorageGasAvailable(_) => {
                getStorageGasAvailableCall::abi_encode_returns(&U256::ZERO)
            }
            Calls::isTopLevelCall(_) => {
                // The transaction's frame and this one.
                let is_top_level = frame.ctx.journaled_state.depth() <= 2;
                isTopLevelCallCall::abi_encode_returns(&is_top_level)
            }
            _ => wasMyCallersAddressAliasedCall::abi_encode_returns(&false),
        })
    })
}

fn block_hash(frame: &Frame<'_>, requested: U256, current: u64) -> Answer {
    let hash = u64::try_from(requested)
        .ok()
        .filter(|number| *number < current && *number + HASHES >= current)
        .and_then(|number| frame.ctx.journaled_state.database.hashes.get(number as usize));
    match hash {
        Some(hash) => Ok(ArbSys::arbBlockHashCall::abi_encode_returns(hash)),
        None => revert(ArbSys::InvalidBlockNumber { requested, current: U256::from(current) }),
    }
}

fn alias(sender: Address) -> Address {
    let number = |address: Address| U256::from_be_slice(address.as_slice());
    let sum = number(sender) + number(ALIAS_OFFSET);
    Address::from_word(sum.into())
}
