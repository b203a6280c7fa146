//! The ordered steps of a deployment.

use crate::{Addresses, Artifacts, AssetConfig, MarketConfig, data_contract_init_code, parameters};
use alloy_primitives::{Address, Bytes, I256, U256, keccak256};
use alloy_sol_types::SolCall;
use ballast_abi::{engine, exchange, house, liquidation, oracle, vault};
use std::collections::BTreeMap;

/// What to deploy.
#[derive(Clone, Debug)]
pub struct Config {
    /// Chain it goes to.
    pub chain_id: u64,
    /// Sends every step, and owns every contract until it hands them over.
    pub deployer: Address,
    /// The deployer's next nonce: addresses follow from it.
    pub first_nonce: u64,
    /// Sequencer uptime feed, if the chain has one, and the grace after a restart in seconds.
    pub sequencer: Option<(Address, u32)>,
    /// Tokens; asset 0 must be among them. None at all: the owner adds them later.
    pub assets: Vec<AssetConfig>,
    /// Markets.
    pub markets: Vec<MarketConfig>,
    /// Smallest keeper reward, in quote units, 18-decimal.
    pub keeper_minimum: I256,
}

/// One transaction of a deployment, except that `Activate` pays the chain's fee for the program.
#[derive(Clone, Debug)]
pub enum Step {
    /// Create a contract from init code.
    Create {
        /// What is created.
        name: String,
        /// Init code.
        init_code: Bytes,
        /// Where it will be.
        address: Address,
    },
    /// Activate a program through ArbWasm, paying its data fee.
    Activate {
        /// Which contract.
        name: String,
        /// The program.
        program: Address,
    },
    /// Call a contract.
    Call {
        /// What it does, in words.
        name: String,
        /// The contract.
        to: Address,
        /// Calldata.
        data: Bytes,
    },
}

/// A deployment.
#[derive(Clone, Debug)]
pub struct Plan {
    /// In order: all creations, each with the deployer's next nonce; activations; calls. So an activation may
    /// be left out where the chain knows the program already.
    pub steps: Vec<Step>,
    /// What results.
    pub addresses: Addresses,
}

/// The configuration cannot be deployed.
#[derive(Debug, thiserror::Error)]
pub enum PlanError {
    /// No asset has id 0.
    #[error("asset 0, the quote coin, is missing")]
    NoQuote,
    /// The parameter set has a value that its encoding cannot hold.
    #[error("parameter set: {0}")]
    Parameters(String),
}

/// Builds the steps.
///
/// # Errors
/// See [`PlanError`].
pub fn plan(artifacts: &Artifacts, config: &Config) -> Result<Plan, PlanError> {
    let assets: BTreeMap<u16, Address> =
        config.assets.iter().map(|asset| (asset.asset, asset.token)).collect();
    let quote = assets.get(&0).copied();
    if quote.is_none() && !assets.is_empty() {
        return Err(PlanError::NoQuote);
    }
    let set = parameters::encode(config).map_err(PlanError::Parameters)?;
    let mut builder = Builder::new(artifacts, config);
    let oracle_adapter = builder.program("oracle-adapter", &[]);
    let margin_engine = builder.program("margin-engine", &[address_word(oracle_adapter)]);
    let clearing_house = builder.program("clearing-house", &[]);
    let vault = builder.program("vault", &[address_word(clearing_house)]);
    let exchange = builder.program("exchange", &[address_word(clearing_house)]);
    let liquidation = builder.program("liquidation", &[address_word(clearing_house)]);
    let below = [clearing_house, exchange, liquidation].map(address_word);
    let lens = builder.stateless("lens", &below);
    let parameters = builder.create("parameters", data_contract_init_code(&set));
    let addresses = Addresses {
        chain_id: config.chain_id,
        owner: config.deployer,
        oracle_adapter,
        margin_engine,
        clearing_house,
        vault,
        exchange,
        liquidation,
        lens,
        parameters,
        quote: quote.unwrap_or_default(),
        assets,
        feeds: config
            .markets
            .iter()
            .map(|market| (market.risk.underlying, market.feed.feed))
            .collect(),
    };
    builder.configure(&addresses, &set);
    Ok(Plan { steps: [builder.creations, builder.later].concat(), addresses })
}

fn address_word(address: Address) -> U256 {
    U256::from_be_slice(address.as_slice())
}

/// Rights that each contract of floor 4 holds: bit n is `Right(n)` of the clearing house.
mod rights {
    pub(super) const TRADE: u8 = 1 << 0;
    pub(super) const CREDIT: u8 = 1 << 1;
    pub(super) const DEBIT: u8 = 1 << 2;
    pub(super) const FLAG: u8 = 1 << 3;
    pub(super) const REDUCE: u8 = 1 << 4;
}

struct Builder<'a> {
    artifacts: &'a Artifacts,
    config: &'a Config,
    creations: Vec<Step>,
    later: Vec<Step>,
}

impl<'a> Builder<'a> {
    fn new(artifacts: &'a Artifacts, config: &'a Config) -> Self {
        Self { artifacts, config, creations: Vec::new(), later: Vec::new() }
    }

    fn create(&mut self, name: &str, init_code: Bytes) -> Address {
        let nonce = self.config.first_nonce + self.creations.len() as u64;
        let address = self.config.deployer.create(nonce);
        self.creations.push(Step::Create { name: name.to_owned(), init_code, address });
        address
    }

    /// An owned program: slot 0 is the owner's, the addresses below follow from slot 2 (slot 1 is the next owner's).
    fn program(&mut self, name: &str, below: &[U256]) -> Address {
        let owner = address_word(self.config.deployer);
        let slots = [&[owner, U256::ZERO], below].concat();
        self.stateless(name, &slots)
    }

    fn stateless(&mut self, name: &str, slots: &[U256]) -> Address {
        let words: Vec<([u8; 32], [u8; 32])> = (0u64..)
            .zip(slots)
            .filter(|(_, value)| !value.is_zero())
            .map(|(slot, value)| (U256::from(slot).to_be_bytes(), value.to_be_bytes()))
            .collect();
        let init_code = stylus_program::init_code(&self.artifacts.blob(name), &words);
        let program = self.create(name, init_code.into());
        self.later.push(Step::Activate { name: name.to_owned(), program });
        program
    }

    fn call(&mut self, name: impl Into<String>, to: Address, call: impl SolCall) {
        self.later.push(Step::Call { name: name.into(), to, data: call.abi_encode().into() });
    }

    fn configure(&mut self, at: &Addresses, set: &[u8]) {
        use engine::IMarginEngine::setParametersCall;
        use house::IClearingHouse::{setEngineCall, setVenueCall};
        let codehash = keccak256([&[0], set].concat());
        let parameters =
            setParametersCall { data: at.parameters, codehash, effectiveAt: Default::default() };
        self.call("risk parameters", at.margin_engine, parameters);
        let engine_code = keccak256(self.artifacts.blob("margin-engine"));
        let engine = setEngineCall { engine_: at.margin_engine, codehash: engine_code };
        self.call("clearing house: margin engine", at.clearing_house, engine);
        for (name, venue, rights) in [
            ("vault", at.vault, rights::CREDIT | rights::DEBIT),
            ("exchange", at.exchange, rights::TRADE),
            ("liquidation", at.liquidation, rights::FLAG | rights::REDUCE),
        ] {
            self.call(
                format!("rights of the {name}"),
                at.clearing_house,
                setVenueCall { venue, rights },
            );
        }
        self.configure_assets(at);
        self.configure_markets(at);
    }

    fn configure_assets(&mut self, at: &Addresses) {
        for asset in &self.config.assets {
            let call = vault::IVault::setAssetCall {
                id: asset.asset,
                token: asset.token,
                decimals: asset.decimals,
                cap: asset.cap,
            };
            self.call(format!("asset {}", asset.asset), at.vault, call);
        }
    }

    fn configure_markets(&mut self, at: &Addresses) {
        if let Some((uptime_feed, grace)) = self.config.sequencer {
            let call = oracle::IOracleAdapter::setSequencerCall { uptimeFeed: uptime_feed, grace };
            self.call("sequencer feed", at.oracle_adapter, call);
        }
        for market in &self.config.markets {
            self.configure_market(at, market);
        }
        let underlyings: Vec<u16> =
            self.config.markets.iter().map(|market| market.risk.underlying).collect();
        if underlyings.is_empty() {
            return;
        }
        let observe = oracle::IOracleAdapter::observeCall { underlyings };
        self.call("first prices", at.oracle_adapter, observe);
    }

    fn configure_market(&mut self, at: &Addresses, market: &MarketConfig) {
        let underlying = market.risk.underlying;
        let feed = oracle::IOracleAdapter::setFeedCall {
            underlying,
            feed_: market.feed.feed,
            heartbeat: market.feed.heartbeat,
            minimum: market.feed.minimum,
            maximum: market.feed.maximum,
        };
        self.call(format!("feed of market {underlying}"), at.oracle_adapter, feed);
        let limits_ = market.limits.clone();
        let limits = house::IClearingHouse::setLimitsCall { underlying, limits_ };
        self.call(format!("limits of market {underlying}"), at.clearing_house, limits);
        let (maker, taker) = market.fees;
        let fees = exchange::IExchange::setFeesCall { underlying, maker, taker };
        self.call(format!("fees of market {underlying}"), at.exchange, fees);
        let capacity =
            liquidation::ILiquidation::setCapacityCall { underlying, perSecond: market.capacity };
        self.call(format!("liquidation capacity of market {underlying}"), at.liquidation, capacity);
    }
}
