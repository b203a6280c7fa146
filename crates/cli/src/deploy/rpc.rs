//! The few methods that a deployment needs of a node.

use alloy_primitives::{Address, B256, Bytes, U64, U256};
use alloy_sol_types::SolCall;
use anyhow::{Context, Result, anyhow, bail};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// How long a transaction may take to be included.
const PATIENCE: Duration = Duration::from_secs(120);
/// Between two looks for a receipt.
const PAUSE: Duration = Duration::from_millis(200);

/// A node.
pub(super) struct Rpc {
    url: String,
}

/// A transaction that was included.
pub(super) struct Included {
    pub(super) succeeded: bool,
    pub(super) gas: u64,
}

impl Rpc {
    pub(super) fn new(url: &str) -> Self {
        Self { url: url.to_owned() }
    }

    pub(super) fn chain_id(&self) -> Result<u64> {
        self.quantity("eth_chainId", json!([]))
    }

    pub(super) fn nonce(&self, of: Address) -> Result<u64> {
        self.quantity("eth_getTransactionCount", json!([of, "pending"]))
    }

    pub(super) fn gas_price(&self) -> Result<u64> {
        self.quantity("eth_gasPrice", json!([]))
    }

    pub(super) fn balance(&self, of: Address) -> Result<U256> {
        self.call("eth_getBalance", json!([of, "latest"]))
    }

    pub(super) fn code(&self, of: Address) -> Result<Bytes> {
        self.call("eth_getCode", json!([of, "latest"]))
    }

    /// Calls without a transaction.
    pub(super) fn view<C: SolCall>(&self, to: Address, call: &C) -> Result<C::Return> {
        let request = json!({ "to": to, "data": Bytes::from(call.abi_encode()) });
        let answer: Bytes = self.call("eth_call", json!([request, "latest"]))?;
        Ok(C::abi_decode_returns(&answer)?)
    }

    pub(super) fn estimate(
        &self,
        from: Address,
        to: Option<Address>,
        data: &Bytes,
        value: U256,
    ) -> Result<u64> {
        let mut request = json!({ "from": from, "data": data, "value": value });
        if let Some(to) = to {
            request["to"] = json!(to);
        }
        self.quantity("eth_estimateGas", json!([request]))
    }

    /// Sends a signed transaction and waits until it is included.
    pub(super) fn send_raw(&self, raw: &Bytes) -> Result<Included> {
        let hash: B256 = self.call("eth_sendRawTransaction", json!([raw]))?;
        let started = Instant::now();
        while started.elapsed() < PATIENCE {
            let receipt: Value = self.call("eth_getTransactionReceipt", json!([hash]))?;
            if !receipt.is_null() {
                return included(&receipt);
            }
            std::thread::sleep(PAUSE);
        }
        bail!("transaction {hash} is not included after {} s", PATIENCE.as_secs())
    }

    fn quantity(&self, method: &str, parameters: Value) -> Result<u64> {
        self.call::<U64>(method, parameters).map(|number| number.to())
    }

    fn call<T: DeserializeOwned>(&self, method: &str, parameters: Value) -> Result<T> {
        let request = json!({ "jsonrpc": "2.0", "id": 1, "method": method, "params": parameters });
        let answer: Value = ureq::post(&self.url)
            .send_json(&request)
            .with_context(|| format!("{method} at {}", self.url))?
            .body_mut()
            .read_json()
            .with_context(|| format!("{method}: the answer is not JSON"))?;
        if let Some(error) = answer.get("error") {
            bail!("{method}: {}", described(error));
        }
        let result = answer.get("result").cloned().unwrap_or(Value::Null);
        serde_json::from_value(result).with_context(|| format!("{method}: unexpected answer"))
    }
}

fn included(receipt: &Value) -> Result<Included> {
    let field = |name: &str| -> Result<u64> {
        let value =
            receipt.get(name).cloned().ok_or_else(|| anyhow!("the receipt has no {name}"))?;
        Ok(serde_json::from_value::<U64>(value)?.to())
    };
    Ok(Included { succeeded: field("status")? == 1, gas: field("gasUsed")? })
}

/// An error of a node, a revert with its typed error.
fn described(error: &Value) -> String {
    let message = error["message"].as_str().unwrap_or("an error without a message");
    let data = error["data"].as_str().and_then(|data| data.parse::<Bytes>().ok());
    match data.map(|data| ballast_abi::decode_revert(&data)) {
        Some(ballast_abi::RevertReason::Typed { text, .. }) => format!("{message}: {text}"),
        _ => message.to_owned(),
    }
}
