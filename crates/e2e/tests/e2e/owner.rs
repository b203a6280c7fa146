//! Who may configure, and how ownership changes hands.

use crate::support::{ok, owned, read, refused, sandbox};
use alloy_primitives::{Address, B256};
use ballast_abi::house::IClearingHouse::{
    Limits, acceptOwnershipCall, limitsCall, ownerCall, setEngineCall, setLimitsCall, setVenueCall,
    transferOwnershipCall,
};
use ballast_abi::{engine, exchange, liquidation, oracle};
use ballast_sandbox::wad;

#[test]
fn ownership_of_every_contract_moves_in_two_steps() {
    let mut sandbox = sandbox();
    let owner = sandbox.owner.clone();
    let [next, mallory] = ["next", "mallory"].map(|name| sandbox.actor(name));
    for contract in owned(&sandbox) {
        let offer = transferOwnershipCall { next: next.address() };
        refused(sandbox.send(&mallory, contract, &offer), "NotOwner");
        ok(sandbox.send(&owner, contract, &offer));
        assert_eq!(read(&sandbox, contract, &ownerCall {}), owner.address());
        refused(sandbox.send(&mallory, contract, &acceptOwnershipCall {}), "NotOwner");
        ok(sandbox.send(&next, contract, &acceptOwnershipCall {}));
        assert_eq!(read(&sandbox, contract, &ownerCall {}), next.address());
        refused(sandbox.send(&owner, contract, &offer), "NotOwner");
    }
}

#[test]
fn configuration_by_a_stranger_is_refused_by_every_setter() {
    let mut sandbox = sandbox();
    let mallory = sandbox.actor("mallory");
    let at = sandbox.at.clone();
    let limits_ = read(&sandbox, at.clearing_house, &limitsCall { underlying: 1 });
    let who = mallory.address();
    refused(
        sandbox.send(&mallory, at.clearing_house, &setVenueCall { venue: who, rights: 31 }),
        "NotOwner",
    );
    refused(
        sandbox.send(&mallory, at.clearing_house, &setLimitsCall { underlying: 1, limits_ }),
        "NotOwner",
    );
    refused(
        sandbox.send(
            &mallory,
            at.clearing_house,
            &setEngineCall { engine_: who, codehash: B256::ZERO },
        ),
        "NotOwner",
    );
    let fees = exchange::IExchange::setFeesCall { underlying: 1, maker: wad(0), taker: wad(0) };
    refused(sandbox.send(&mallory, at.exchange, &fees), "NotOwner");
    let capacity = liquidation::ILiquidation::setCapacityCall { underlying: 1, perSecond: wad(1) };
    refused(sandbox.send(&mallory, at.liquidation, &capacity), "NotOwner");
    let sequencer =
        oracle::IOracleAdapter::setSequencerCall { uptimeFeed: Address::ZERO, grace: 0 };
    refused(sandbox.send(&mallory, at.oracle_adapter, &sequencer), "NotOwner");
    let parameters = engine::IMarginEngine::setParametersCall {
        data: at.parameters,
        codehash: B256::ZERO,
        effectiveAt: Default::default(),
    };
    refused(sandbox.send(&mallory, at.margin_engine, &parameters), "NotOwner");
}

#[test]
fn limits_that_contradict_themselves_are_refused() {
    let mut sandbox = sandbox();
    let owner = sandbox.owner.clone();
    let house = sandbox.at.clearing_house;
    let good: Limits = read(&sandbox, house, &limitsCall { underlying: 1 });
    for limits_ in [
        Limits { lot: wad(0), ..good.clone() },
        Limits { tick: wad(0), ..good.clone() },
        Limits { band: wad(-1), ..good.clone() },
        Limits { maxPosition: wad(-1), ..good.clone() },
    ] {
        refused(
            sandbox.send(&owner, house, &setLimitsCall { underlying: 1, limits_ }),
            "BadLimits",
        );
    }
    ok(sandbox.send(&owner, house, &setLimitsCall { underlying: 1, limits_: good }));
}
