//! The block that a transaction runs in.

use alloy_primitives::{Address, B256, U256, address};
use revm::context::{BlockEnv, CfgEnv};
use revm::context_interface::block::BlobExcessGasAndPrice;
use revm::primitives::hardfork::SpecId;
use stylus_program::Rules;

/// Beneficiary of every sequenced block.
pub(crate) const COINBASE: Address = address!("A4b000000000000000000073657175656e636572");
/// Gas limit that blocks state; what bounds them is the limit of each transaction.
pub(crate) const GAS_LIMIT: u64 = 1 << 50;

/// What contracts may see of their block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BlockContext {
    /// Height of this chain.
    pub(crate) number: u64,
    /// Estimate of the parent chain's height: what `NUMBER` gives.
    pub(crate) l1_number: u64,
    /// Unix seconds.
    pub(crate) timestamp: u64,
    /// Wei for a unit of gas.
    pub(crate) base_fee: u64,
}

impl BlockContext {
    /// The block as the EVM wants it. Randomness is the constant 1, there are no blobs.
    pub(super) fn block_env(&self) -> BlockEnv {
        BlockEnv {
            number: U256::from(self.l1_number),
            beneficiary: COINBASE,
            timestamp: U256::from(self.timestamp),
            gas_limit: GAS_LIMIT,
            basefee: self.base_fee,
            difficulty: U256::ONE,
            prevrandao: Some(B256::with_last_byte(1)),
            blob_excess_gas_and_price: Some(BlobExcessGasAndPrice::new(0, 1)),
            slot_num: 0,
        }
    }
}

/// The EVM's configuration. `EF` code is admitted here and refused selectively when a frame returns
/// it; the calldata floor of EIP-7623 is off.
pub(super) fn cfg_env(chain_id: u64, tx_gas_limit: u64, rules: &Rules) -> CfgEnv {
    let mut cfg = CfgEnv::new_with_spec(SpecId::OSAKA).with_chain_id(chain_id);
    cfg.tx_gas_limit_cap = Some(tx_gas_limit);
    cfg.limit_contract_code_size = Some(rules.max_code_size as usize);
    cfg.limit_contract_initcode_size = Some(2 * rules.max_code_size as usize);
    cfg.disable_eip3541 = true;
    cfg.disable_eip7623 = true;
    cfg
}
