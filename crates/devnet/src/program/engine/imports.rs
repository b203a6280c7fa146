//! The host functions under the names and types that programs import.

use stylus_program::hooks::{Hook, MODULE};
use stylus_program::profile;
use wasmi::{Caller, Error, Linker};

use super::super::hooks::{account, call, environment, frame, math, storage};
use super::super::profile::Recorder;
use super::wasmi::{Access, Data, Interrupted};
use super::{Host, Stop};

/// Runs a host function after taking its base price.
fn run<T>(
    caller: Caller<'_, Data>,
    hook: Hook,
    body: impl FnOnce(&mut Access<Caller<'_, Data>>) -> Result<T, Stop>,
) -> Result<T, Error> {
    let Some(handles) = caller.data().handles else {
        return Err(Error::new("a host function ran before the module was ready"));
    };
    let mut host = Access { store: caller, handles };
    host.charge(hook.base_ink()).and_then(|()| body(&mut host)).map_err(|stop| {
        host.store.data_mut().stop = Some(stop);
        Error::host(Interrupted)
    })
}

/// Tells the frame's recorder something, with the ink that is left.
fn record(caller: Caller<'_, Data>, tell: impl FnOnce(&mut Recorder, u64)) {
    if let Some(handles) = caller.data().handles {
        let mut host = Access { store: caller, handles };
        let ink = host.ink();
        if let Some(recorder) = &mut host.guest().recorder {
            tell(recorder, ink);
        }
    }
}

/// Links each hook to its function.
macro_rules! link {
    ($linker:ident: $($hook:ident => $function:path, ($($arg:ident: $ty:ty),*) -> $result:ty;)*) => {
        $($linker.func_wrap(
            MODULE,
            Hook::$hook.name(),
            |caller: Caller<'_, Data>, $($arg: $ty),*| -> Result<$result, Error> {
                run(caller, Hook::$hook, |host| $function(host, $($arg),*))
            },
        )?;)*
    };
}

/// All 42 host functions, and the two that a profiled module has besides.
pub(super) fn linker(engine: &wasmi::Engine) -> Result<Linker<Data>, wasmi::errors::LinkerError> {
    let mut linker = Linker::new(engine);
    link! { linker:
        ReadArgs => frame::read_args, (to: u32) -> ();
        WriteResult => frame::write_result, (from: u32, len: u32) -> ();
        ExitEarly => frame::exit_early, (status: u32) -> ();
        ReadReturnData => frame::read_return_data, (to: u32, offset: u32, size: u32) -> u32;
        ReturnDataSize => frame::return_data_size, () -> u32;
        MsgReentrant => frame::msg_reentrant, () -> u32;
        PayForMemoryGrow => frame::pay_for_memory_grow, (pages: u32) -> ();
        StorageLoadBytes32 => storage::load, (key: u32, to: u32) -> ();
        StorageCacheBytes32 => storage::cache, (key: u32, value: u32) -> ();
        StorageFlushCache => storage::flush, (clear: u32) -> ();
        TransientLoadBytes32 => storage::transient_load, (key: u32, to: u32) -> ();
        TransientStoreBytes32 => storage::transient_store, (key: u32, value: u32) -> ();
        CallContract => call::call, (to: u32, data: u32, len: u32, value: u32, gas: u64, len_out: u32) -> u32;
        DelegateCallContract => call::delegate_call, (to: u32, data: u32, len: u32, gas: u64, len_out: u32) -> u32;
        StaticCallContract => call::static_call, (to: u32, data: u32, len: u32, gas: u64, len_out: u32) -> u32;
        Create1 => call::create1, (code: u32, len: u32, value: u32, to: u32, len_out: u32) -> ();
        Create2 => call::create2, (code: u32, len: u32, value: u32, salt: u32, to: u32, len_out: u32) -> ();
        EmitLog => account::emit_log, (from: u32, len: u32, topics: u32) -> ();
        AccountBalance => account::balance, (address: u32, to: u32) -> ();
        AccountCode => account::code, (address: u32, offset: u32, size: u32, to: u32) -> u32;
        AccountCodeSize => account::code_size, (address: u32) -> u32;
        AccountCodehash => account::codehash, (address: u32, to: u32) -> ();
        EvmGasLeft => environment::gas_left, () -> u64;
        EvmInkLeft => environment::ink_left, () -> u64;
        TxInkPrice => environment::ink_price, () -> u32;
        Chainid => environment::chain_id, () -> u64;
        BlockBasefee => environment::base_fee, (to: u32) -> ();
        BlockCoinbase => environment::coinbase, (to: u32) -> ();
        BlockGasLimit => environment::block_gas_limit, () -> u64;
        BlockNumber => environment::block_number, () -> u64;
        BlockTimestamp => environment::block_timestamp, () -> u64;
        ContractAddress => environment::contract_address, (to: u32) -> ();
        MsgSender => environment::sender, (to: u32) -> ();
        MsgValue => environment::value, (to: u32) -> ();
        TxGasPrice => environment::gas_price, (to: u32) -> ();
        TxOrigin => environment::origin, (to: u32) -> ();
        MathDiv => math::div, (value: u32, divisor: u32) -> ();
        MathMod => math::rem, (value: u32, modulus: u32) -> ();
        MathPow => math::pow, (value: u32, exponent: u32) -> ();
        MathAddMod => math::add_mod, (value: u32, addend: u32, modulus: u32) -> ();
        MathMulMod => math::mul_mod, (value: u32, factor: u32, modulus: u32) -> ();
        NativeKeccak256 => math::keccak256, (from: u32, len: u32, to: u32) -> ();
    }
    linker.func_wrap(
        profile::MODULE,
        profile::ENTER,
        |caller: Caller<'_, Data>, function: u32| {
            record(caller, |recorder, ink| recorder.enter(function, ink));
        },
    )?;
    linker.func_wrap(profile::MODULE, profile::LEAVE, |caller: Caller<'_, Data>, _: u32| {
        record(caller, |recorder, ink| recorder.leave(ink));
    })?;
    Ok(linker)
}
