//! The chain's half of host functions: accounts, storage, logs, calls and creations.

mod account;
mod call;
mod create;
mod storage;

use revm::handler::EthFrame;
use revm::interpreter::FrameInput;

use super::host::{Host, Stop};
use super::request::{Pending, Request};
use crate::evm::Ctx;

/// What a stopped program does next.
pub(super) enum Answer {
    /// It goes on with this result.
    Resume(Option<u32>),
    /// It waits for a child.
    Enter(FrameInput, Pending),
}

/// Answers a request. Gas that the EVM counts, refunds above all, goes to the frame's interpreter.
pub(super) fn serve(
    request: Request,
    frame: &mut EthFrame,
    ctx: &mut Ctx,
    host: &mut impl Host,
) -> Result<Answer, Stop> {
    match request {
        Request::StorageLoad { key, dest, cache_gas } => {
            storage::load(key, dest, cache_gas, ctx, host)?;
        }
        Request::StorageFlush { clear } => storage::flush(clear, frame, ctx, host)?,
        Request::TransientLoad { key, dest } => storage::transient_load(key, dest, ctx, host)?,
        Request::TransientStore { key, value } => storage::transient_store(key, value, ctx, host),
        Request::Log { topics, data } => account::log(topics, data, ctx, host),
        Request::Account { address, question } => {
            return account::look(address, question, ctx, host).map(Answer::Resume);
        }
        Request::Call(request) => return call::enter(request, frame, ctx, host),
        Request::Create(request) => return create::enter(request, frame, host),
    }
    Ok(Answer::Resume(None))
}

/// Takes over what a child left in the frame's interpreter.
pub(super) fn conclude(
    pending: Pending,
    frame: &mut EthFrame,
    host: &mut impl Host,
) -> Result<Option<u32>, Stop> {
    match pending {
        Pending::Call { base, forwarded, len_out } => {
            call::conclude(base, forwarded, len_out, frame, host).map(Some)
        }
        Pending::Create { gas_left, kept, address_out, len_out } => {
            create::conclude(gas_left, kept, address_out, len_out, frame, host)?;
            Ok(None)
        }
    }
}
