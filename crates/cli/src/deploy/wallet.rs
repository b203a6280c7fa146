//! The deployer's key.

use super::rpc::Rpc;
use alloy_consensus::{TxEip1559, TypedTransaction};
use alloy_eips::eip2718::Encodable2718;
use alloy_primitives::utils::format_ether;
use alloy_primitives::{Address, B256, Bytes, TxKind, U256};
use anyhow::{Context, Result, anyhow, ensure};
use devnet::Account;

/// A key that sends transactions, one after another.
pub(super) struct Wallet(Account);

impl Wallet {
    pub(super) fn new(private_key: &str) -> Result<Self> {
        let key: B256 =
            private_key.trim().parse().context("the private key is not 32 bytes of hexadecimal")?;
        Account::from_key(key).map(Self).ok_or_else(|| anyhow!("the private key is out of range"))
    }

    pub(super) fn address(&self) -> Address {
        self.0.address()
    }

    /// Sends a transaction, waits for it, and returns its gas.
    pub(super) fn send(
        &self,
        rpc: &Rpc,
        chain_id: u64,
        to: Option<Address>,
        input: Bytes,
        value: U256,
    ) -> Result<u64> {
        let estimate = rpc.estimate(self.address(), to, &input, value)?;
        let price = u128::from(rpc.gas_price()?);
        // Other transactions may come between the estimate and this one.
        let (gas_limit, max_fee_per_gas) = (estimate + estimate / 5, 2 * price);
        let most = U256::from(gas_limit) * U256::from(max_fee_per_gas) + value;
        self.require_funds(rpc.balance(self.address())?, most, chain_id)?;
        let transaction = TypedTransaction::Eip1559(TxEip1559 {
            chain_id,
            nonce: rpc.nonce(self.address())?,
            gas_limit,
            max_fee_per_gas,
            max_priority_fee_per_gas: 0,
            to: to.map_or(TxKind::Create, TxKind::Call),
            value,
            access_list: Default::default(),
            input,
        });
        let signed = self.0.sign_transaction(transaction).ok_or_else(|| anyhow!("cannot sign"))?;
        let included = rpc.send_raw(&signed.encoded_2718().into())?;
        ensure!(included.succeeded, "the transaction was included and failed");
        Ok(included.gas)
    }

    fn require_funds(&self, balance: U256, most: U256, chain_id: u64) -> Result<()> {
        ensure!(
            balance >= most,
            "the deployer {} has {} ether on chain {chain_id} and needs {} for this step: send it \
             more, then deploy again",
            self.address(),
            format_ether(balance),
            format_ether(most)
        );
        Ok(())
    }
}
