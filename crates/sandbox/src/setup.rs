//! Setting up: feeds, tokens, the contracts, and who may do what.

use crate::{Actor, SandboxError, Solidity, build, micros};
use alloy_primitives::{Address, I256, U256, address, aliases::I192};
use alloy_sol_types::{SolCall, SolValue, sol};
use ballast_deployment::{
    Addresses, Artifacts, AssetConfig, Config, FeedConfig, MarketConfig, Step, plan,
};
use devnet::{Chain, Request};

sol! {
    /// What the sandbox calls on its own contracts.
    interface ISupport {
        function transmit(int192 answer) external;
        function transmitAt(int192 answer, uint32 startedAt, uint32 updatedAt) external;
        function mint(address to, uint256 amount) external;
        function approve(address spender, uint256 amount) external returns (bool);
        function balanceOf(address owner) external view returns (uint256);
        function cacheProgram(address program) external;
    }
}

/// Decimals of the feeds' answers.
const FEED_DECIMALS: u8 = 8;
/// Heartbeat of the price feeds: a day, as the majors have on the real chain.
const HEARTBEAT: u32 = 86_400;
/// Grace after the sequencer came back.
pub(crate) const GRACE: u32 = 3_600;
const ARB_WASM_CACHE: Address = address!("0000000000000000000000000000000000000072");

/// Ether's market.
pub const ETH: u16 = 1;
/// Bitcoin's market.
pub const BTC: u16 = 2;
/// Ether's first price, in millionths.
pub const PRICE: i128 = 2_000_000_000;
/// One unit, in millionths.
pub const UNIT: i128 = 1_000_000;

/// A market of the sandbox.
#[derive(Clone, Copy, Debug)]
pub struct Market {
    /// Underlying id.
    pub underlying: u16,
    /// What its feed prices.
    pub symbol: &'static str,
    /// First price, whole quote units.
    pub price: i64,
    /// Cap on open interest, units.
    pub max_open_interest: i64,
}

/// The markets: ether is underlying 1, bitcoin 2.
pub const MARKETS: [Market; 2] = [
    Market { underlying: ETH, symbol: "ETH / USD", price: 2_000, max_open_interest: 20_000 },
    Market { underlying: BTC, symbol: "BTC / USD", price: 60_000, max_open_interest: 1_000 },
];

/// What a sandbox may be asked for.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The chain.
    pub chain: devnet::Config,
    /// Feeds behind proxies, as on the real chain, instead of bare.
    pub proxied_feeds: bool,
    /// A sequencer uptime feed.
    pub sequencer: bool,
    /// Whether the programs are in the chain's cache, as busy ones are on the real chain.
    pub cached: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            chain: devnet::Config::default(),
            proxied_feeds: false,
            sequencer: true,
            cached: true,
        }
    }
}

/// A chain with Ballast on it. A clone is an independent chain that starts where this one is.
#[derive(Clone)]
pub struct Sandbox {
    /// The chain.
    pub chain: Chain,
    /// The contracts.
    pub at: Addresses,
    /// Owner of the contracts, transmitter of the feeds.
    pub owner: Actor,
    /// Aggregator of each market, to transmit to.
    pub aggregators: Vec<Address>,
    /// Aggregator of the sequencer's uptime.
    pub sequencer: Address,
    /// Ether as collateral: asset 1.
    pub ether_token: Address,
    /// Gas of each step of the deployment.
    pub deployment_gas: Vec<(String, u64)>,
}

impl Sandbox {
    /// A chain with Ballast on it, in the default settings.
    ///
    /// # Errors
    /// [`SandboxError`] if the contracts are not compiled or do not deploy.
    pub fn new() -> Result<Self, SandboxError> {
        Self::with(Settings::default())
    }

    /// A chain with Ballast on it.
    ///
    /// # Errors
    /// As [`Sandbox::new`].
    pub fn with(settings: Settings) -> Result<Self, SandboxError> {
        let artifacts = Artifacts::read(&build::programs())?;
        let chain = Chain::new(settings.chain.clone());
        let Some(key) = chain.accounts().first().cloned() else {
            return Err(step_failed("deployer", "the chain has no funded account"));
        };
        let owner = Actor::with_key("owner", key);
        let mut world = World { chain, owner };
        let aggregators = world.aggregators()?;
        let feeds = world.fronts(&aggregators, settings.proxied_feeds)?;
        let sequencer = world.uptime_feed()?;
        let uptime = world.front(sequencer, settings.proxied_feeds)?;
        let quote = world.token("Sandbox Dollar", "SUSD", 6)?;
        let ether_token = world.token("Sandbox Ether", "SETH", 18)?;
        let config = Config {
            chain_id: settings.chain.chain_id,
            deployer: world.owner.address(),
            first_nonce: world.chain.nonce(world.owner.address()),
            sequencer: settings.sequencer.then_some((uptime, GRACE)),
            assets: assets(quote, ether_token),
            markets: MARKETS
                .iter()
                .zip(&feeds)
                .map(|(market, feed)| market_config(market, *feed))
                .collect(),
            keeper_minimum: micros(2_000_000),
        };
        let planned = plan(&artifacts, &config)?;
        let deployment_gas = world.carry_out(&planned.steps)?;
        if settings.cached {
            world.cache_programs(&planned.steps)?;
        }
        let World { chain, owner } = world;
        let at = planned.addresses;
        Ok(Self { chain, at, owner, aggregators, sequencer, ether_token, deployment_gas })
    }
}

fn assets(quote: Address, ether_token: Address) -> Vec<AssetConfig> {
    let cap = U256::from(10).pow(U256::from(15));
    vec![
        AssetConfig { asset: 0, token: quote, decimals: 6, cap, collateral: None },
        AssetConfig {
            asset: 1,
            token: ether_token,
            decimals: 18,
            cap: U256::from(10).pow(U256::from(24)),
            collateral: Some((1, micros(100_000), micros(50_000))),
        },
    ]
}

fn market_config(market: &Market, feed: Address) -> MarketConfig {
    let price = I256::try_from(market.price).unwrap_or_default();
    let unit = crate::wad(1);
    let feed = FeedConfig {
        feed,
        heartbeat: HEARTBEAT,
        minimum: price * unit / I256::try_from(100).unwrap_or(I256::ONE),
        maximum: price * unit * I256::try_from(100).unwrap_or(I256::ONE),
    };
    MarketConfig::major(market.underlying, feed, market.max_open_interest)
}

/// A feed's answer for a price in millionths of a quote unit.
pub(crate) fn answer(price_micros: i64) -> I192 {
    I192::try_from(price_micros).unwrap_or_default() * I192::try_from(100).unwrap_or_default()
}

fn step_failed(step: impl Into<String>, reason: impl ToString) -> SandboxError {
    SandboxError::Step { step: step.into(), reason: reason.to_string() }
}

/// Arguments of an aggregator's constructor.
fn feed(decimals: u8, description: &str) -> Vec<u8> {
    (U256::from(decimals), description).abi_encode_params()
}

/// The chain while it is being set up.
struct World {
    chain: Chain,
    owner: Actor,
}

impl World {
    fn deploy(
        &mut self,
        step: &str,
        init_code: alloy_primitives::Bytes,
    ) -> Result<Address, SandboxError> {
        let owner = self.owner.address();
        self.chain.deploy(owner, init_code).map_err(|failure| step_failed(step, failure))
    }

    fn send(&mut self, step: &str, request: Request) -> Result<u64, SandboxError> {
        let outcome =
            self.chain.transact(request).map_err(|rejected| step_failed(step, rejected))?;
        if outcome.is_success() {
            return Ok(outcome.gas_used);
        }
        let reason = match ballast_abi::decode_revert(&outcome.output) {
            ballast_abi::RevertReason::Typed { text, .. } => text,
            _ => outcome.reason(),
        };
        Err(step_failed(step, reason))
    }

    fn call(&mut self, step: &str, to: Address, call: &impl SolCall) -> Result<u64, SandboxError> {
        let request = Request::call(self.owner.address(), to, call.abi_encode());
        self.send(step, request)
    }

    fn aggregators(&mut self) -> Result<Vec<Address>, SandboxError> {
        let code = Solidity::read("Aggregator", "Aggregator")?;
        let mut all = Vec::with_capacity(MARKETS.len());
        for market in &MARKETS {
            let init = code.init_code(&feed(FEED_DECIMALS, market.symbol));
            let aggregator = self.deploy(market.symbol, init)?;
            let first = ISupport::transmitCall { answer: answer(market.price * 1_000_000) };
            self.call("first answer", aggregator, &first)?;
            all.push(aggregator);
        }
        Ok(all)
    }

    /// A sequencer that came up long ago.
    fn uptime_feed(&mut self) -> Result<Address, SandboxError> {
        let code = Solidity::read("Aggregator", "Aggregator")?;
        let init = code.init_code(&feed(0, "L2 Sequencer Uptime Status Feed"));
        let feed = self.deploy("sequencer feed", init)?;
        let since = u32::try_from(self.chain.latest().timestamp()).unwrap_or(u32::MAX) - 10 * GRACE;
        let up = ISupport::transmitAtCall { answer: answer(0), startedAt: since, updatedAt: since };
        self.call("sequencer up", feed, &up)?;
        Ok(feed)
    }

    fn fronts(
        &mut self,
        aggregators: &[Address],
        proxied: bool,
    ) -> Result<Vec<Address>, SandboxError> {
        aggregators.iter().map(|aggregator| self.front(*aggregator, proxied)).collect()
    }

    /// What consumers read: the aggregator, or a proxy in front of it.
    fn front(&mut self, aggregator: Address, proxied: bool) -> Result<Address, SandboxError> {
        if !proxied {
            return Ok(aggregator);
        }
        let code = Solidity::read("AggregatorProxy", "AggregatorProxy")?;
        self.deploy("feed proxy", code.init_code(&aggregator.abi_encode()))
    }

    fn token(&mut self, name: &str, symbol: &str, decimals: u8) -> Result<Address, SandboxError> {
        let code = Solidity::read("Tokens", "TestToken")?;
        let arguments = (name, symbol, U256::from(decimals)).abi_encode_params();
        self.deploy(name, code.init_code(&arguments))
    }

    fn carry_out(&mut self, steps: &[Step]) -> Result<Vec<(String, u64)>, SandboxError> {
        let owner = self.owner.address();
        let mut gas = Vec::with_capacity(steps.len());
        for step in steps {
            let (name, used) = match step {
                Step::Create { name, init_code, .. } => {
                    let request = Request::create(owner, init_code.clone());
                    (format!("create {name}"), self.send(name, request)?)
                }
                Step::Activate { name, program } => {
                    let done = self.chain.activate(owner, *program);
                    let done =
                        done.map_err(|failure| step_failed(format!("activate {name}"), failure))?;
                    (format!("activate {name}"), done.outcome.gas_used)
                }
                Step::Call { name, to, data } => {
                    let request = Request::call(owner, *to, data.clone());
                    (name.clone(), self.send(name, request)?)
                }
            };
            gas.push((name, used));
        }
        Ok(gas)
    }

    fn cache_programs(&mut self, steps: &[Step]) -> Result<(), SandboxError> {
        let chain_owner = self.chain.config().owner;
        for step in steps {
            if let Step::Activate { name, program } = step {
                let call = ISupport::cacheProgramCall { program: *program };
                let request = Request::call(chain_owner, ARB_WASM_CACHE, call.abi_encode());
                self.send(&format!("cache {name}"), request)?;
            }
        }
        Ok(())
    }
}
