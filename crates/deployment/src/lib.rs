//! What a deployment of Ballast is: the ordered steps, the addresses they give and the values they set.
//!
//! A [`Plan`] is pure data. The test fixture carries it out on the devnet in process, the command line
//! over JSON-RPC; so what is tested is what is deployed. There is no `initialize`: init code writes the
//! owner and the addresses below into a contract's first slots and returns the program, atomically.

mod addresses;
mod artifacts;
mod market;
mod parameters;
mod plan;

pub use addresses::Addresses;
pub use artifacts::{ArtifactError, Artifacts, CONTRACTS};
pub use market::{AssetConfig, FeedConfig, MarketConfig};
pub use parameters::data_contract_init_code;
pub use plan::{Config, Plan, PlanError, Step, plan};
