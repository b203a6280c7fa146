//! Gas of every operation, in the states that the bars name: storage cold, programs cached, without the
//! 21,000 and the calldata that every transaction pays. The numbers go to `build/snapshots/gas.json`;
//! `cargo xtask snapshots` compares them with the reviewed ones and with the bars.

use crate::support::{ETH, PRICE, UNIT, ok, open, sandbox, trader};
use alloy_primitives::{Address, I256};
use alloy_sol_types::SolCall;
use ballast_abi::house::IClearingHouse::{Fill, accrueCall, setVenueCall, tradeCall};
use ballast_abi::instrument::perpetual;
use ballast_abi::liquidation::ILiquidation::{flagCall, rebalanceCall};
use ballast_abi::oracle::IOracleAdapter::observeCall;
use ballast_abi::vault::IVault::{depositCall, withdrawCall};
use ballast_sandbox::{Actor, Sandbox, Settings, coins, execution_gas, micros, wad};
use serde_json::{Map, Value};
use std::path::PathBuf;

/// Gas of one call that must succeed.
fn gas(sandbox: &mut Sandbox, actor: &Actor, to: Address, call: &impl SolCall) -> u64 {
    let outcome = ok(sandbox.send(actor, to, call));
    execution_gas(&outcome, &call.abi_encode())
}

/// Numbers by dotted key.
#[derive(Default)]
struct Numbers(Vec<(&'static str, u64)>);

impl Numbers {
    fn put(&mut self, key: &'static str, gas: u64) {
        self.0.push((key, gas));
    }

    fn nested(&self) -> Value {
        let mut root = Map::new();
        for (key, gas) in &self.0 {
            let mut path: Vec<&str> = key.split('.').collect();
            let last = path.pop().expect("a key has a last part");
            let mut node = &mut root;
            for part in path {
                let child = node.entry(part).or_insert_with(|| Value::Object(Map::new()));
                node = child.as_object_mut().expect("no key is the beginning of another");
            }
            node.insert(last.to_owned(), Value::from(*gas));
        }
        Value::Object(root)
    }

    fn write(&self) {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../build/snapshots");
        std::fs::create_dir_all(&folder).expect("the folder can be made");
        let text = serde_json::to_string_pretty(&self.nested()).expect("numbers are JSON");
        std::fs::write(folder.join("gas.json"), text + "\n").expect("the file can be written");
    }
}

#[test]
fn gas_of_every_operation_is_measured() {
    let mut numbers = Numbers::default();
    vault(&mut numbers);
    fills(&mut numbers, sandbox(), ["op.fill.fresh", "op.fill.lane", "op.fill.later"]);
    let proxied = Settings { proxied_feeds: true, ..Settings::default() };
    let proxied = Sandbox::with(proxied).expect("the sandbox is set up");
    fills(&mut numbers, proxied, ["proxied.fill.fresh", "proxied.fill.lane", "proxied.fill.later"]);
    let uncached = Settings { cached: false, ..Settings::default() };
    let uncached = Sandbox::with(uncached).expect("the sandbox is set up");
    fills(
        &mut numbers,
        uncached,
        ["uncached.fill.fresh", "uncached.fill.lane", "uncached.fill.later"],
    );
    trades(&mut numbers);
    keepers(&mut numbers);
    views(&mut numbers);
    numbers.write();
}

fn vault(numbers: &mut Numbers) {
    let mut sandbox = sandbox();
    // Somebody else's deposit has opened the vault's own slots.
    trader(&mut sandbox, "first", 10);
    let alice = sandbox.actor("alice");
    sandbox.fund(&alice, coins(1_000)).unwrap();
    let vault = sandbox.at.vault;
    let deposit = depositCall { account: alice.account(), asset: 0, amount: coins(400) };
    numbers.put("op.deposit.first", gas(&mut sandbox, &alice, vault, &deposit));
    numbers.put("op.deposit.later", gas(&mut sandbox, &alice, vault, &deposit));
    let to = alice.address();
    let withdraw = withdrawCall { account: alice.account(), asset: 0, amount: coins(100), to };
    numbers.put("op.withdraw.bare", gas(&mut sandbox, &alice, vault, &withdraw));
    let bob = trader(&mut sandbox, "bob", 1_000);
    open(&mut sandbox, &alice, &bob, UNIT, 1);
    numbers.put("op.withdraw.perp", gas(&mut sandbox, &alice, vault, &withdraw));
}

/// Two funded accounts without legs: the first fill, the next of its lane by fresh accounts, and one
/// between accounts that hold the market already.
fn fills(numbers: &mut Numbers, mut sandbox: Sandbox, keys: [&'static str; 3]) {
    let [fresh, lane, later] = keys;
    let exchange = sandbox.at.exchange;
    // The fee account and the market are in use.
    let early = trader(&mut sandbox, "early", 10_000);
    let other = trader(&mut sandbox, "other", 10_000);
    open(&mut sandbox, &early, &other, UNIT, 1);
    let maker = trader(&mut sandbox, "maker", 10_000);
    let taker = trader(&mut sandbox, "taker", 10_000);
    let quote = sandbox.quote(&maker, ETH, -UNIT, PRICE, 1);
    let call = sandbox.fill_call(&taker, &quote, UNIT);
    numbers.put(fresh, gas(&mut sandbox, &taker, exchange, &call));
    // A lane that was used, by accounts that hold no leg now but did: the maker quotes on, a new taker comes.
    let second = trader(&mut sandbox, "second", 10_000);
    let back = sandbox.quote(&maker, ETH, UNIT, PRICE, 2);
    ok(sandbox.fill(&taker, &back, UNIT));
    let quote = sandbox.quote(&maker, ETH, -UNIT, PRICE, 3);
    let call = sandbox.fill_call(&second, &quote, UNIT);
    numbers.put(lane, gas(&mut sandbox, &second, exchange, &call));
    let quote = sandbox.quote(&maker, ETH, -UNIT, PRICE, 4);
    let call = sandbox.fill_call(&second, &quote, UNIT);
    numbers.put(later, gas(&mut sandbox, &second, exchange, &call));
}

fn trades(numbers: &mut Numbers) {
    let mut sandbox = sandbox();
    let venue = sandbox.actor("venue");
    let owner = sandbox.owner.clone();
    let house = sandbox.at.clearing_house;
    ok(sandbox.send(&owner, house, &setVenueCall { venue: venue.address(), rights: 1 }));
    let maker = trader(&mut sandbox, "maker", 10_000);
    let taker = trader(&mut sandbox, "taker", 10_000);
    open(&mut sandbox, &taker, &maker, UNIT, 1);
    let fill = Fill {
        maker: maker.account(),
        taker: taker.account(),
        instrument: perpetual(ETH),
        size: wad(1),
        price: micros(PRICE),
        makerFee: micros(400_000),
        takerFee: micros(1_000_000),
        reduceOnly: 0,
    };
    let call = tradeCall { fills: vec![fill.clone()] };
    numbers.put("op.trade.perp", gas(&mut sandbox, &venue, house, &call));
    let ten = tradeCall {
        fills: vec![
            Fill {
                size: micros(100_000),
                makerFee: I256::ZERO,
                takerFee: I256::ZERO,
                ..fill
            };
            10
        ],
    };
    numbers.put("op.trade.ten", gas(&mut sandbox, &venue, house, &ten));
    numbers
        .put("op.accrue", gas(&mut sandbox, &venue, house, &accrueCall { underlyings: vec![ETH] }));
}

fn keepers(numbers: &mut Numbers) {
    let mut sandbox = sandbox();
    let alice = trader(&mut sandbox, "alice", 2_100);
    let bob = trader(&mut sandbox, "bob", 100_000);
    let keeper = trader(&mut sandbox, "keeper", 20_000);
    open(&mut sandbox, &alice, &bob, 20 * UNIT, 1);
    sandbox.set_price(ETH, 1_950_000_000).unwrap();
    let (account, counterparty) = (alice.account(), keeper.account());
    let (oracle, liquidation) = (sandbox.at.oracle_adapter, sandbox.at.liquidation);
    numbers.put(
        "op.observe",
        gas(&mut sandbox, &keeper, oracle, &observeCall { underlyings: vec![ETH] }),
    );
    let flag = flagCall { account, rewardTo: counterparty };
    numbers.put("op.flag", gas(&mut sandbox, &keeper, liquidation, &flag));
    let rebalance = rebalanceCall { account, underlying: ETH, size: wad(10), counterparty };
    numbers.put("op.rebalance", gas(&mut sandbox, &keeper, liquidation, &rebalance));
}

fn views(numbers: &mut Numbers) {
    let mut sandbox = sandbox();
    let alice = trader(&mut sandbox, "alice", 10_000);
    let bob = trader(&mut sandbox, "bob", 10_000);
    open(&mut sandbox, &alice, &bob, UNIT, 1);
    let account = alice.account();
    let lens = sandbox.at.lens;
    let state = ballast_abi::lens::ILens::accountStateCall { account };
    numbers.put("view.account_state", gas(&mut sandbox, &alice, lens, &state));
    let house = sandbox.at.clearing_house;
    let health = ballast_abi::house::IClearingHouse::healthCall { id: account };
    numbers.put("view.health", gas(&mut sandbox, &alice, house, &health));
    let oracle = sandbox.at.oracle_adapter;
    let spot = ballast_abi::oracle::IOracleAdapter::spotCall { underlying: ETH };
    numbers.put("view.spot", gas(&mut sandbox, &alice, oracle, &spot));
}
