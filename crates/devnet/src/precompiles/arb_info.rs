//! ArbInfo and ArbGasInfo.

use alloy_primitives::{Address, U256};
use alloy_sol_types::SolCall;
use revm::context_interface::JournalTr;

use super::frame::{Answer, Frame, Purity, READ, decode};
use super::interfaces::ArbGasInfo::{self, ArbGasInfoCalls as GasCalls};
use super::interfaces::ArbInfo::{self, ArbInfoCalls as Calls};
use crate::evm::peek;

/// Gas of reading a balance.
const BALANCE: u64 = 700;
/// Gas of reading code, before its words.
const CODE: u64 = 2_600;
const CODE_WORD: u64 = 3;
/// Gas of writing a slot, by which storage is priced in wei.
const STORE: u64 = 20_000;

pub(super) fn run(frame: &mut Frame<'_>, input: &[u8]) -> Answer {
    match decode(input)? {
        Calls::getBalance(call) => frame.run(Purity::View, |frame| {
            frame.burn(BALANCE)?;
            let balance = balance(frame, call.account);
            Ok(ArbInfo::getBalanceCall::abi_encode_returns(&balance))
        }),
        Calls::getCode(call) => frame.run(Purity::View, |frame| {
            let (_, code) = peek::code(frame.ctx, &call.account);
            frame.burn(CODE + CODE_WORD * code.len().div_ceil(32) as u64)?;
            Ok(ArbInfo::getCodeCall::abi_encode_returns(&code))
        }),
    }
}

fn balance(frame: &mut Frame<'_>, account: Address) -> U256 {
    let Ok(account) = frame.ctx.journaled_state.load_account(account);
    account.info.balance
}

/// Prices of gas. Nothing is posted to a parent chain, so that its part is zero.
pub(super) fn run_gas(frame: &mut Frame<'_>, input: &[u8]) -> Answer {
    use ArbGasInfo::*;
    let call = decode(input)?;
    frame.run(Purity::View, |frame| {
        frame.burn(READ)?;
        let (price, zero) = (U256::from(frame.ctx.chain.block.base_fee), U256::ZERO);
        let storage = price * U256::from(STORE);
        let limit = U256::from(frame.ctx.cfg.tx_gas_limit_cap.unwrap_or_default());
        Ok(match call {
            GasCalls::getPricesInWei(_) => getPricesInWeiCall::abi_encode_returns(
                &(zero, zero, storage, price, zero, price).into(),
            ),
            GasCalls::getPricesInWeiWithAggregator(_) => {
                getPricesInWeiWithAggregatorCall::abi_encode_returns(
                    &(zero, zero, storage, price, zero, price).into(),
                )
            }
            GasCalls::getPricesInArbGas(_) => {
                getPricesInArbGasCall::abi_encode_returns(&(zero, zero, U256::from(STORE)).into())
            }
            GasCalls::getGasAccountingParams(_) => getGasAccountingParamsCall::abi_encode_returns(
                &(U256::from(7_000_000), limit, limit).into(),
            ),
            GasCalls::getMinimumGasPrice(_) => getMinimumGasPriceCall::abi_encode_returns(&price),
            GasCalls::getMaxTxGasLimit(_) => getMaxTxGasLimitCall::abi_encode_returns(&limit),
            _ => getL1BaseFeeEstimateCall::abi_encode_returns(&zero),
        })
    })
}
