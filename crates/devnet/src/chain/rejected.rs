//! Why a transaction cannot be included.

use alloy_primitives::{Address, U256};
use revm::context::result::InvalidTransaction;

/// Why a transaction cannot be included; nothing changed.
///
/// The texts are those that nodes give, since clients look into them.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Rejected {
    /// The bytes are no transaction.
    #[error("rlp: {0}")]
    Malformed(String),
    /// The signature is nobody's.
    #[error("invalid sender: the signature recovers to no account")]
    Signature,
    /// The transaction is for another chain.
    #[error("invalid chain id for signer: have {have} want {want}")]
    ChainId {
        /// The transaction's.
        have: u64,
        /// This chain's.
        want: u64,
    },
    /// Blobs do not exist here.
    #[error("transaction type not supported")]
    Unsupported,
    /// The nonce was used.
    #[error("nonce too low: address {account}, tx: {have} state: {want}")]
    NonceTooLow {
        /// Sender.
        account: Address,
        /// The transaction's.
        have: u64,
        /// The next one.
        want: u64,
    },
    /// Nonces before it are missing.
    #[error("nonce too high: address {account}, tx: {have} state: {want}")]
    NonceTooHigh {
        /// Sender.
        account: Address,
        /// The transaction's.
        have: u64,
        /// The next one.
        want: u64,
    },
    /// The sender cannot pay.
    #[error(
        "insufficient funds for gas * price + value: address {account} have {have} want {want}"
    )]
    InsufficientFunds {
        /// Sender.
        account: Address,
        /// Its balance.
        have: U256,
        /// What the transaction may cost.
        want: U256,
    },
    /// The price offered is below the base fee.
    #[error(
        "max fee per gas less than block base fee: address {account}, maxFeePerGas: {have}, baseFee: {want}"
    )]
    FeeTooLow {
        /// Sender.
        account: Address,
        /// The price offered.
        have: u128,
        /// The base fee.
        want: u64,
    },
    /// The gas limit does not cover what every such transaction takes.
    #[error("intrinsic gas too low: have {have}, want {want}")]
    IntrinsicGas {
        /// The gas limit.
        have: u64,
        /// What it takes.
        want: u64,
    },
    /// Anything else.
    #[error("{0}")]
    Invalid(String),
}

impl Rejected {
    pub(super) fn new(
        error: InvalidTransaction,
        account: Address,
        price: u128,
        base_fee: u64,
        chain_id: (Option<u64>, u64),
    ) -> Self {
        match error {
            InvalidTransaction::NonceTooLow { tx, state } => {
                Self::NonceTooLow { account, have: tx, want: state }
            }
            InvalidTransaction::NonceTooHigh { tx, state } => {
                Self::NonceTooHigh { account, have: tx, want: state }
            }
            InvalidTransaction::LackOfFundForMaxFee { fee, balance } => {
                Self::InsufficientFunds { account, have: *balance, want: *fee }
            }
            InvalidTransaction::GasPriceLessThanBasefee => {
                Self::FeeTooLow { account, have: price, want: base_fee }
            }
            InvalidTransaction::CallGasCostMoreThanGasLimit { initial_gas, gas_limit } => {
                Self::IntrinsicGas { have: gas_limit, want: initial_gas }
            }
            InvalidTransaction::InvalidChainId => {
                Self::ChainId { have: chain_id.0.unwrap_or_default(), want: chain_id.1 }
            }
            other => Self::Invalid(other.to_string()),
        }
    }
}
