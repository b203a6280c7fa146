//! Gas and wei for storing, activating and entering programs.

mod activation;
mod data_fee;
mod entry;
mod pages;
mod record;

pub(crate) use activation::estimates;
pub use activation::{ACTIVATION, FRAGMENT_COLD, FRAGMENT_WARM, fragment_gas, variable_gas};
pub use data_fee::{CHAIN_EPOCH, DataPricer};
pub use entry::{cached_gas, entry_gas, init_gas, return_data_floor};
pub use pages::{OpenPages, expansion, page_cost};
pub use record::{ProgramRecord, activation_hour, age_seconds};
