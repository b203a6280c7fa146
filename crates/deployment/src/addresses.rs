//! Where the contracts of a deployment live.

use alloy_primitives::Address;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Addresses of a deployment: what `deployments/<chain id>.json` holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Addresses {
    /// Chain on which it stands.
    pub chain_id: u64,
    /// Owner of every contract.
    pub owner: Address,
    /// Prices.
    pub oracle_adapter: Address,
    /// Risk.
    pub margin_engine: Address,
    /// The ledger.
    pub clearing_house: Address,
    /// Custody.
    pub vault: Address,
    /// Orders.
    pub exchange: Address,
    /// Flags and rebalances.
    pub liquidation: Address,
    /// Views.
    pub lens: Address,
    /// The parameter set's data contract.
    pub parameters: Address,
    /// The quote coin; zero if the deployment has no assets yet.
    pub quote: Address,
    /// Tokens by asset id; 0 is the quote coin.
    pub assets: BTreeMap<u16, Address>,
    /// Price feeds by underlying.
    pub feeds: BTreeMap<u16, Address>,
}
