//! From a client's transaction object to the chain's request.

use alloy_primitives::U256;
use alloy_rpc_types_eth::state::{AccountOverride as RpcAccountOverride, StateOverride};
use alloy_rpc_types_eth::{BlockOverrides, TransactionRequest};
use devnet::{AccountOverride, BlockOverride, Overrides, Request};

use crate::wire::{ErrorCode, RpcError};

/// The request of a transaction object.
///
/// # Errors
/// Fields that contradict each other, and blobs.
pub(super) fn request(object: TransactionRequest) -> Result<Request, RpcError> {
    if object.blob_versioned_hashes.is_some() || object.sidecar.is_some() {
        return Err(RpcError::new(ErrorCode::Rejected, "transaction type not supported: blobs"));
    }
    if object.gas_price.is_some()
        && (object.max_fee_per_gas.is_some() || object.max_priority_fee_per_gas.is_some())
    {
        return Err(RpcError::invalid_params(
            "both gasPrice and (maxFeePerGas or maxPriorityFeePerGas) specified",
        ));
    }
    let data = object.input.try_into_unique_input().map_err(|_| {
        RpcError::invalid_params("both \"data\" and \"input\" are set and not equal")
    })?;
    Ok(Request {
        from: object.from.unwrap_or_default(),
        to: object.to.and_then(|kind| kind.into_to()),
        value: object.value.unwrap_or_default(),
        data: data.unwrap_or_default(),
        gas: object.gas,
        gas_price: object.gas_price.or(object.max_fee_per_gas),
        nonce: object.nonce,
        access_list: object.access_list.unwrap_or_default(),
        authorizations: object.authorization_list.unwrap_or_default(),
    })
}

/// What a call shall see instead of what is there.
///
/// # Errors
/// Fields that the chain cannot override, named.
pub(super) fn overrides(
    state: Option<StateOverride>,
    block: Option<BlockOverrides>,
) -> Result<Overrides, RpcError> {
    let accounts = state.unwrap_or_default().into_iter();
    Ok(Overrides {
        accounts: accounts
            .map(|(address, account)| Ok((address, account_override(account)?)))
            .collect::<Result<_, RpcError>>()?,
        block: block.map(block_override).transpose()?.unwrap_or_default(),
    })
}

fn account_override(account: RpcAccountOverride) -> Result<AccountOverride, RpcError> {
    if account.move_precompile_to.is_some() {
        return Err(RpcError::invalid_params("movePrecompileToAddress is not supported"));
    }
    if account.state.is_some() && account.state_diff.is_some() {
        return Err(RpcError::invalid_params("an account has both 'state' and 'stateDiff'"));
    }
    let words = |slots: alloy_primitives::map::B256HashMap<_>| -> Vec<(U256, U256)> {
        slots
            .into_iter()
            .map(|(slot, word): (_, alloy_primitives::B256)| (slot.into(), word.into()))
            .collect()
    };
    Ok(AccountOverride {
        balance: account.balance,
        nonce: account.nonce,
        code: account.code,
        storage: account.state.map(words),
        slots: account.state_diff.map(words).unwrap_or_default(),
    })
}

fn block_override(block: BlockOverrides) -> Result<BlockOverride, RpcError> {
    let BlockOverrides { number, time, base_fee, .. } = &block;
    let known =
        BlockOverrides { number: *number, time: *time, base_fee: *base_fee, ..Default::default() };
    if known != block {
        return Err(RpcError::invalid_params(
            "of a block only number, time and baseFeePerGas can be overridden",
        ));
    }
    let small = |value: U256| {
        u64::try_from(value).map_err(|_| RpcError::invalid_params("a block override is too large"))
    };
    Ok(BlockOverride {
        number: block.number.map(small).transpose()?,
        timestamp: block.time,
        base_fee: block.base_fee.map(small).transpose()?,
    })
}
