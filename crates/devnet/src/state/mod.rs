//! Accounts, code and storage in persistent maps: a copy is a pointer, so that every block and every
//! snapshot keeps its own.

mod database;

pub(crate) use database::Db;

use alloy_primitives::map::{DefaultHashBuilder, FbBuildHasher};
use alloy_primitives::{Address, B256, Bytes, KECCAK256_EMPTY, U256};
use imbl::GenericHashMap;
use imbl::shared_ptr::DefaultSharedPtr;
use revm::bytecode::Bytecode;
use revm::state::{AccountInfo, EvmState};

type Map<K, V, S> = GenericHashMap<K, V, S, DefaultSharedPtr>;

/// One account.
#[derive(Clone, Default)]
pub(crate) struct Entry {
    pub(crate) balance: U256,
    pub(crate) nonce: u64,
    /// The code, with its hash; `None` for no code.
    pub(crate) code: Option<(B256, Bytecode)>,
    storage: Map<U256, U256, DefaultHashBuilder>,
}

impl Entry {
    fn info(&self) -> AccountInfo {
        let (code_hash, code) = match &self.code {
            Some((hash, code)) => (*hash, code.clone()),
            None => (KECCAK256_EMPTY, Bytecode::default()),
        };
        AccountInfo::new(self.balance, self.nonce, code_hash, code)
    }

    fn set_info(&mut self, info: AccountInfo) {
        (self.balance, self.nonce) = (info.balance, info.nonce);
        if info.code_hash == KECCAK256_EMPTY || info.code_hash == B256::ZERO {
            self.code = None;
        } else if let Some(code) = info.code {
            self.code = Some((info.code_hash, code));
        }
    }

    fn write(&mut self, slot: U256, value: U256) {
        if value.is_zero() {
            self.storage.remove(&slot);
        } else {
            self.storage.insert(slot, value);
        }
    }
}

/// All accounts.
#[derive(Clone, Default)]
pub(crate) struct State {
    accounts: Map<Address, Entry, FbBuildHasher<20>>,
}

impl State {
    pub(crate) fn get(&self, address: &Address) -> Option<&Entry> {
        self.accounts.get(address)
    }

    /// The account, created empty if it does not exist.
    pub(crate) fn entry(&mut self, address: Address) -> &mut Entry {
        self.accounts.entry(address).or_default()
    }

    pub(crate) fn storage(&self, address: &Address, slot: U256) -> U256 {
        self.get(address).and_then(|entry| entry.storage.get(&slot)).copied().unwrap_or_default()
    }

    pub(crate) fn set_storage(&mut self, address: Address, slot: U256, value: U256) {
        self.entry(address).write(slot, value);
    }

    pub(crate) fn clear_storage(&mut self, address: Address) {
        self.entry(address).storage.clear();
    }

    /// Sets the code; a delegation designator is one if it has the form of one.
    pub(crate) fn set_code(&mut self, address: Address, code: Bytes) {
        self.entry(address).code = (!code.is_empty()).then(|| {
            let hash = alloy_primitives::keccak256(&code);
            let code = Bytecode::new_raw_checked(code.clone())
                .unwrap_or_else(|_| Bytecode::new_legacy(code));
            (hash, code)
        });
    }

    /// Takes over what a transaction changed. Accounts it left empty cease to exist.
    pub(crate) fn commit(&mut self, changes: EvmState) {
        for (address, account) in changes {
            if !account.is_touched() {
                continue;
            }
            if account.is_selfdestructed() || account.is_empty() {
                self.accounts.remove(&address);
                continue;
            }
            let entry = self.entry(address);
            if account.is_created() {
                entry.storage.clear();
            }
            for (slot, value) in account.changed_storage_slots() {
                entry.write(*slot, value.present_value);
            }
            entry.set_info(account.info);
        }
    }
}
