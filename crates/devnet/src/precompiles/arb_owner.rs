//! ArbOwner: what the chain's owner may set, for no gas; and its public half.

use alloy_primitives::{Address, FixedBytes};
use alloy_sol_types::SolCall;
use stylus_program::Rules;

use super::frame::{Answer, Frame, Purity, READ, Stop, decode, revert_empty};
use super::interfaces::ArbOwner::{self, ArbOwnerCalls as Calls};
use super::interfaces::ArbOwnerPublic::ArbOwnerPublicCalls as PublicCalls;
use crate::arbos::{self, CACHE_MANAGERS, OWNERS};

/// Ink prices have 24 bits.
const MAX_INK_PRICE: u32 = (1 << 24) - 1;
/// Units of the stored least costs to start, and percent in a unit of the stored scalar.
const INIT_UNIT: u16 = 128;
const CACHED_UNIT: u16 = 32;
const SCALAR_UNIT: u64 = 2;

pub(super) fn run(frame: &mut Frame<'_>, input: &[u8]) -> Answer {
    if !OWNERS.contains(frame.ctx, &frame.caller) {
        return Err(Stop::Burn);
    }
    match decode(input)? {
        Calls::isChainOwner(call) => is_owner(frame, call.addr),
        Calls::getAllChainOwners(_) => owners(frame),
        Calls::getNetworkFeeAccount(_) => fee_account(frame),
        call => frame.run_free(|frame| {
            set(frame, call)?;
            frame.emit(&ArbOwner::OwnerActs {
                method: FixedBytes::from_slice(&input[..4]),
                owner: frame.caller,
                data: input.to_vec().into(),
            })
        }),
    }
}

/// What everybody may read.
pub(super) fn run_public(frame: &mut Frame<'_>, input: &[u8]) -> Answer {
    match decode(input)? {
        PublicCalls::isChainOwner(call) => is_owner(frame, call.addr),
        PublicCalls::getAllChainOwners(_) => owners(frame),
        PublicCalls::getNetworkFeeAccount(_) => fee_account(frame),
    }
}

fn is_owner(frame: &mut Frame<'_>, account: Address) -> Answer {
    frame.run(Purity::View, |frame| {
        frame.burn(READ)?;
        let is_owner = OWNERS.contains(frame.ctx, &account);
        Ok(ArbOwner::isChainOwnerCall::abi_encode_returns(&is_owner))
    })
}

fn owners(frame: &mut Frame<'_>) -> Answer {
    frame.run(Purity::View, |frame| {
        let owners = OWNERS.members(frame.ctx);
        frame.burn(READ * (1 + owners.len() as u64))?;
        Ok(ArbOwner::getAllChainOwnersCall::abi_encode_returns(&owners))
    })
}

fn fee_account(frame: &mut Frame<'_>) -> Answer {
    frame.run(Purity::View, |frame| {
        frame.burn(READ)?;
        let account = arbos::network_fee_account(frame.ctx);
        Ok(ArbOwner::getNetworkFeeAccountCall::abi_encode_returns(&account))
    })
}

fn set(frame: &mut Frame<'_>, call: Calls) -> Result<(), Stop> {
    match call {
        Calls::addChainOwner(call) => OWNERS.insert(frame.ctx, &call.newOwner),
        Calls::removeChainOwner(call) => {
            if !OWNERS.contains(frame.ctx, &call.ownerToRemove) {
                return revert_empty();
            }
            OWNERS.remove(frame.ctx, &call.ownerToRemove);
        }
        Calls::addWasmCacheManager(call) => CACHE_MANAGERS.insert(frame.ctx, &call.manager),
        Calls::removeWasmCacheManager(call) => {
            if !CACHE_MANAGERS.contains(frame.ctx, &call.manager) {
                return revert_empty();
            }
            CACHE_MANAGERS.remove(frame.ctx, &call.manager);
        }
        Calls::setNetworkFeeAccount(call) => {
            arbos::set_network_fee_account(frame.ctx, call.newNetworkFeeAccount);
        }
        parameter => {
            let mut rules = arbos::rules(frame.ctx);
            set_parameter(&mut rules, parameter)?;
            arbos::set_rules(frame.ctx, &rules);
        }
    }
    Ok(())
}

/// Sets a parameter of programs, rounded up to its unit.
fn set_parameter(rules: &mut Rules, call: Calls) -> Result<(), Stop> {
    match call {
        Calls::setInkPrice(call) => {
            if call.price == 0 || call.price > MAX_INK_PRICE {
                return revert_empty();
            }
            rules.ink_price = call.price;
        }
        Calls::setWasmMaxStackDepth(call) => rules.max_stack_depth = call.depth,
        Calls::setWasmFreePages(call) => rules.free_pages = call.pages,
        Calls::setWasmPageGas(call) => rules.page_gas = call.gas,
        Calls::setWasmPageLimit(call) => rules.page_limit = call.limit,
        Calls::setWasmMinInitGas(call) => {
            rules.min_init_gas = saturate(u16::from(call.gas).div_ceil(INIT_UNIT).into());
            rules.min_cached_init_gas = saturate(call.cached.div_ceil(CACHED_UNIT).into());
        }
        Calls::setWasmInitCostScalar(call) => {
            rules.init_cost_scalar = saturate(call.percent.div_ceil(SCALAR_UNIT));
        }
        Calls::setWasmExpiryDays(call) => rules.expiry_days = call.days_,
        Calls::setWasmKeepaliveDays(call) => rules.keepalive_days = call.days_,
        Calls::setWasmBlockCacheSize(call) => rules.block_cache_size = call.count,
        Calls::setWasmMaxSize(call) => rules.max_wasm_size = call.size,
        Calls::setMaxStylusContractFragments(call) => rules.max_fragments = call.maxFragments,
        _ => return Err(Stop::Burn),
    }
    Ok(())
}

fn saturate(units: u64) -> u8 {
    u8::try_from(units).unwrap_or(u8::MAX)
}
