//! The engine on the host's chain: its owner calls, an oracle answers from a function.
#![allow(dead_code, unreachable_pub)]

pub mod market_words;

use std::cell::RefCell;
use std::rc::Rc;

use ballast_layout::parameters::{encode, CollateralRecord, MarketRecord};
use contract_abi::generated::margin_engine::{calls, route};
use contract_abi::generated::oracle_adapter::{Doubt, Grade, Spot};
use contract_abi::testing::{self, reset, transact, with, Call};
use contract_abi::word::{Reader, Writer};
use contract_abi::{host, Address, CallFailure, Revert};
use contract_floor::{address_word, fixed_slot};
use margin_engine::MarginEngine;

pub use market_words::{market_word, perpetual};

pub const NOW: u64 = 1_700_000_000;
pub const WAD: i128 = 1_000_000_000_000_000_000;
pub const OWNER: Address = [0xaa; 20];
pub const ORACLE: Address = [0x0c; 20];
/// What collateral asset 1 follows.
pub const ETHER: u16 = 20;
/// The keeper minimum.
pub const MINIMUM: i128 = 10 * WAD;

/// An owned engine over an oracle where everything costs 2,000, published now.
pub fn chain() {
    reset();
    with(|chain| {
        chain.timestamp = NOW;
        chain.sender = OWNER;
        chain.storage.insert(fixed_slot(0), address_word(&OWNER));
        chain.storage.insert(fixed_slot(2), address_word(&ORACLE));
        chain.codes.insert([1; 20], vec![0]);
    });
    prices(|_| Spot {
        price: 2_000 * WAD,
        published_at: NOW,
        grade: Grade::Good,
        doubt: Doubt::None,
    });
}

/// The oracle's answers from now on.
pub fn prices(of: impl Fn(u16) -> Spot + 'static) {
    testing::on_call(move |call| {
        assert!(call.is_static && call.gas_cap == 4_000_000 && call.target == ORACLE);
        let spots: Vec<Spot> = asked(call).into_iter().map(&of).collect();
        let mut answer = vec![0; 64 + spots.len() * 128];
        let writer = &mut Writer::new(&mut answer, 32);
        writer.list(0, 0, &spots, 128, |writer, at, spot| spot.write(writer, at));
        Ok(answer)
    });
}

fn asked(call: &Call) -> Vec<u16> {
    let reader = &mut Reader::new(&call.data[4..], 32);
    reader.list(0, 0, 32, |reader, at| reader.uint64(at, 16) as u16)
}

/// The underlyings of each call that the oracle got.
pub fn sent() -> Vec<Vec<u16>> {
    let to_oracle = |call: &&Call| call.target == ORACLE;
    with(|chain| chain.calls.iter().filter(to_oracle).map(asked).collect())
}

/// Makes a call that the codec encodes on the contract.
pub fn call<T>(made: impl FnOnce(&Address) -> Result<T, CallFailure>) -> Result<T, Vec<u8>> {
    let oracle = with(|chain| chain.callee.take());
    let reverted = Rc::new(RefCell::new(Vec::new()));
    let record = Rc::clone(&reverted);
    testing::on_call(move |call| {
        with(|chain| chain.callee.clone_from(&oracle));
        let result = transact(&call.data, route::<MarginEngine>);
        record.borrow_mut().clone_from(result.as_ref().err().unwrap_or(&Vec::new()));
        result
    });
    made(&[1; 20]).map_err(|_| reverted.borrow().clone())
}

/// What a call that is refused answers.
pub fn refused<T>(error: Revert) -> Result<T, Vec<u8>> {
    Err(error.into_data())
}

/// A major market with the house's starting values.
pub fn major(underlying: u16) -> MarketRecord {
    MarketRecord {
        underlying,
        initial_rate: WAD / 20,
        maintenance_rate: WAD / 100 * 3,
        spread_initial: WAD / 1_000 * 15,
        spread_maintenance: WAD / 100,
        leverage_floor: WAD / 1_000 * 5,
        size_scale: 1_000_000 * WAD,
        open_interest_low: 5_000 * WAD,
        open_interest_high: 10_000 * WAD,
        impact_notional: 50_000 * WAD,
    }
}

/// The code of a set with major markets.
pub fn set_of(underlyings: &[u16]) -> Vec<u8> {
    set_with(&underlyings.iter().copied().map(major).collect::<Vec<_>>())
}

/// The code of a set with these markets, and asset 1 with haircuts of 10% and 5% more.
pub fn set_with(markets: &[MarketRecord]) -> Vec<u8> {
    let ether = CollateralRecord {
        asset: 1,
        underlying: ETHER,
        maintenance_haircut: WAD / 10,
        initial_haircut: WAD / 20,
    };
    [vec![0], encode(MINIMUM, markets, &[ether]).unwrap()].concat()
}

/// Puts code at an address of its own.
pub fn publish(code: &[u8]) -> Address {
    let hash = host::keccak(code);
    let mut address = [0xda; 20];
    address[..8].copy_from_slice(&hash[..8]);
    with(|chain| chain.codes.insert(address, code.to_vec()));
    address
}

/// Publishes and schedules a set; returns its data contract.
pub fn schedule(code: &[u8], effective_at: u64) -> Result<Address, Vec<u8>> {
    let data = publish(code);
    let hash = host::keccak(code);
    call(|to| calls::set_parameters(to, 0, &data, &hash, effective_at)).map(|()| data)
}
