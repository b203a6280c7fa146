//! The functions a program may import from `vm_hooks`, with their exact types.

use crate::prices::{EVM_API, HOOK, KECCAK_BASE, POINTER, POW_BASE};

/// The module every import must name.
pub const MODULE: &str = "vm_hooks";

/// The type of a parameter or result of a host function; pointers and lengths are [`Value::I32`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// 32 bits.
    I32,
    /// 64 bits.
    I64,
}

/// The type of a host function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Parameters, in order.
    pub params: &'static [Value],
    /// The result, if the function has one.
    pub result: Option<Value>,
}

/// Declares the hooks once: variant, imported name, parameters, result and base ink.
macro_rules! hooks {
    ($($(#[$doc:meta])* $hook:ident $name:literal ($($param:ident),*) $(-> $result:ident)? = $ink:expr;)*) => {
        /// A host function.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Hook {
            $($(#[$doc])* $hook,)*
        }

        impl Hook {
            /// All host functions, in the order of their declaration.
            pub const ALL: &'static [Hook] = &[$(Hook::$hook),*];

            /// The name under which a program imports it.
            pub const fn name(self) -> &'static str {
                match self { $(Hook::$hook => $name,)* }
            }

            /// Its exact type; an import of another type does not activate.
            pub const fn signature(self) -> Signature {
                match self {
                    $(Hook::$hook => Signature {
                        params: &[$(Value::$param),*],
                        result: hooks!(@result $($result)?),
                    },)*
                }
            }

            /// Ink charged before anything else happens, whatever the arguments.
            ///
            /// What depends on lengths or on the chain's state comes on top: see
            /// [`crate::prices`].
            pub const fn base_ink(self) -> u64 {
                match self { $(Hook::$hook => $ink,)* }
            }
        }
    };
    (@result) => { None };
    (@result $result:ident) => { Some(Value::$result) };
}

hooks! {
    /// Copies the calldata into memory.
    ReadArgs "read_args" (I32) = HOOK;
    /// Replaces the frame's output.
    WriteResult "write_result" (I32, I32) = HOOK;
    /// Ends the run with a status.
    ExitEarly "exit_early" (I32) = 0;
    /// Reads a slot through the frame's cache.
    StorageLoadBytes32 "storage_load_bytes32" (I32, I32) = HOOK + 2 * POINTER;
    /// Writes a slot into the frame's cache.
    StorageCacheBytes32 "storage_cache_bytes32" (I32, I32) = HOOK + 2 * POINTER;
    /// Persists the dirty slots of the frame's cache.
    StorageFlushCache "storage_flush_cache" (I32) = HOOK + EVM_API;
    /// Reads a transient slot.
    TransientLoadBytes32 "transient_load_bytes32" (I32, I32) = HOOK + 2 * POINTER + EVM_API;
    /// Writes a transient slot.
    TransientStoreBytes32 "transient_store_bytes32" (I32, I32) = HOOK + 2 * POINTER + EVM_API;
    /// Calls an account.
    CallContract "call_contract" (I32, I32, I32, I32, I64, I32) -> I32 = HOOK + 3 * POINTER + EVM_API;
    /// Runs another account's code as this account.
    DelegateCallContract "delegate_call_contract" (I32, I32, I32, I64, I32) -> I32 = HOOK + 3 * POINTER + EVM_API;
    /// Calls an account without the right to write.
    StaticCallContract "static_call_contract" (I32, I32, I32, I64, I32) -> I32 = HOOK + 3 * POINTER + EVM_API;
    /// Creates an account at an address derived from the nonce.
    Create1 "create1" (I32, I32, I32, I32, I32) = HOOK + 3 * POINTER + EVM_API;
    /// Creates an account at an address derived from a salt.
    Create2 "create2" (I32, I32, I32, I32, I32, I32) = HOOK + 4 * POINTER + EVM_API;
    /// Copies a part of the last call's return data.
    ReadReturnData "read_return_data" (I32, I32, I32) -> I32 = HOOK + EVM_API;
    /// Length of the last call's return data.
    ReturnDataSize "return_data_size" () -> I32 = HOOK;
    /// Emits a log.
    EmitLog "emit_log" (I32, I32, I32) = HOOK + EVM_API;
    /// Balance of an account.
    AccountBalance "account_balance" (I32, I32) = HOOK + 2 * POINTER + EVM_API;
    /// Part of an account's code.
    AccountCode "account_code" (I32, I32, I32, I32) -> I32 = HOOK + EVM_API;
    /// Length of an account's code.
    AccountCodeSize "account_code_size" (I32) -> I32 = HOOK + EVM_API;
    /// Hash of an account's code.
    AccountCodehash "account_codehash" (I32, I32) = HOOK + 2 * POINTER + EVM_API;
    /// Gas left.
    EvmGasLeft "evm_gas_left" () -> I64 = HOOK;
    /// Ink left.
    EvmInkLeft "evm_ink_left" () -> I64 = HOOK;
    /// Base fee of the block.
    BlockBasefee "block_basefee" (I32) = HOOK + POINTER;
    /// Chain id.
    Chainid "chainid" () -> I64 = HOOK;
    /// Beneficiary of the block.
    BlockCoinbase "block_coinbase" (I32) = HOOK + POINTER;
    /// Gas limit of the block.
    BlockGasLimit "block_gas_limit" () -> I64 = HOOK;
    /// Number of the block as the EVM sees it.
    BlockNumber "block_number" () -> I64 = HOOK;
    /// Time of the block.
    BlockTimestamp "block_timestamp" () -> I64 = HOOK;
    /// The acting account.
    ContractAddress "contract_address" (I32) = HOOK + POINTER;
    /// 256-bit division in place.
    MathDiv "math_div" (I32, I32) = HOOK + 3 * POINTER + 20_000;
    /// 256-bit remainder in place.
    MathMod "math_mod" (I32, I32) = HOOK + 3 * POINTER + 20_000;
    /// 256-bit power in place.
    MathPow "math_pow" (I32, I32) = POW_BASE;
    /// 256-bit addition modulo a number, in place.
    MathAddMod "math_add_mod" (I32, I32, I32) = HOOK + 4 * POINTER + 21_000;
    /// 256-bit multiplication modulo a number, in place.
    MathMulMod "math_mul_mod" (I32, I32, I32) = HOOK + 4 * POINTER + 24_100;
    /// Whether the acting account already has an open frame.
    MsgReentrant "msg_reentrant" () -> I32 = HOOK;
    /// Sender of the frame.
    MsgSender "msg_sender" (I32) = HOOK + POINTER;
    /// Value of the frame.
    MsgValue "msg_value" (I32) = HOOK + POINTER;
    /// Keccak-256 of a range of memory.
    NativeKeccak256 "native_keccak256" (I32, I32, I32) = KECCAK_BASE;
    /// Gas price of the transaction.
    TxGasPrice "tx_gas_price" (I32) = HOOK + POINTER;
    /// Ink price of the frame.
    TxInkPrice "tx_ink_price" () -> I32 = HOOK;
    /// Origin of the transaction.
    TxOrigin "tx_origin" (I32) = HOOK + POINTER;
    /// Pays for memory before it grows: [`HOOK`] for no page, and otherwise only the pages' gas.
    PayForMemoryGrow "pay_for_memory_grow" (I32) = 0;
}

impl Hook {
    /// The hook that a program imports as `name`.
    pub fn from_name(name: &str) -> Option<Hook> {
        Self::ALL.iter().copied().find(|hook| hook.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::{Hook, Value};

    #[test]
    fn hooks_are_forty_two_and_found_by_name() {
        assert_eq!(Hook::ALL.len(), 42);
        for hook in Hook::ALL {
            assert_eq!(Hook::from_name(hook.name()), Some(*hook));
        }
        assert_eq!(Hook::from_name("read_arg"), None);
    }

    #[test]
    fn hooks_that_take_gas_take_it_as_i64() {
        let wide: Vec<_> =
            Hook::ALL.iter().filter(|h| h.signature().params.contains(&Value::I64)).collect();
        assert_eq!(
            wide,
            [&Hook::CallContract, &Hook::DelegateCallContract, &Hook::StaticCallContract]
        );
    }

    #[test]
    fn hook_prices_are_those_of_the_chain() {
        let rows = [
            (Hook::ReadArgs, 8_400),
            (Hook::ExitEarly, 0),
            (Hook::StorageLoadBytes32, 18_480),
            (Hook::StorageFlushCache, 68_073),
            (Hook::TransientStoreBytes32, 78_153),
            (Hook::StaticCallContract, 83_193),
            (Hook::Create2, 88_233),
            (Hook::AccountBalance, 78_153),
            (Hook::AccountCodeSize, 68_073),
            (Hook::BlockBasefee, 13_440),
            (Hook::MathDiv, 43_520),
            (Hook::MathPow, 26_520),
            (Hook::MathAddMod, 49_560),
            (Hook::MathMulMod, 52_660),
            (Hook::NativeKeccak256, 121_800),
            (Hook::Chainid, 8_400),
        ];
        for (hook, ink) in rows {
            assert_eq!(hook.base_ink(), ink, "{}", hook.name());
        }
    }
}
