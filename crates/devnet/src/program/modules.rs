//! Compiled modules, kept for the life of the process and shared by all its chains.

use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

use alloy_primitives::map::B256Map;
use alloy_primitives::{B256, Bytes, keccak256};
use stylus_program::format::{self, Kind, Root};
use stylus_program::{Activated, ActivationError, Rules, activate, activate_root, profile};

use super::engine::{Engine, EngineError, Wasmi};
use crate::evm::{Ctx, peek};

/// Most modules kept; all are dropped when there are more.
const CAPACITY: usize = 1_024;

type Module = <Wasmi as Engine>::Module;

static ENGINE: LazyLock<Result<Wasmi, EngineError>> = LazyLock::new(Wasmi::new);
static MODULES: LazyLock<Mutex<B256Map<Module>>> = LazyLock::new(Mutex::default);

/// The engine of this process.
pub(super) fn engine() -> Result<&'static Wasmi, EngineError> {
    ENGINE.as_ref().map_err(Clone::clone)
}

/// A program's code, with that of its fragments.
pub(crate) struct Source {
    code: Bytes,
    fragments: Vec<Bytes>,
    /// Names the module: what it is made of, and nothing else.
    key: B256,
}

impl Source {
    /// The parts of a program. Accounts that a root names are looked at without becoming warm.
    pub(crate) fn of(ctx: &Ctx, codehash: B256, code: Bytes, rules: &Rules) -> Self {
        if format::kind(&code, rules) != Some(Kind::Root) {
            return Self { code, fragments: Vec::new(), key: codehash };
        }
        let addresses =
            Root::parse(&code, &lenient(rules)).map(|root| root.addresses).unwrap_or_default();
        let parts: Vec<_> =
            addresses.iter().map(|address| peek::code(ctx, &address.into())).collect();
        let mut seed = codehash.to_vec();
        parts.iter().for_each(|(hash, _)| seed.extend_from_slice(hash.as_slice()));
        let fragments = parts.into_iter().map(|(_, code)| code).collect();
        Self { code, fragments, key: keccak256(seed) }
    }

    /// The program, validated and instrumented.
    pub(crate) fn activate(
        &self,
        rules: &Rules,
        open_pages: u16,
    ) -> Result<Activated, ActivationError> {
        if format::kind(&self.code, rules) == Some(Kind::Root) {
            let fragments: Vec<&[u8]> = self.fragments.iter().map(|code| &code[..]).collect();
            activate_root(&self.code, &fragments, rules, open_pages)
        } else {
            activate(&self.code, rules, open_pages)
        }
    }

    /// The compiled module. Limits that were lowered since the activation do not matter.
    pub(super) fn compiled(&self, rules: &Rules) -> Result<Module, EngineError> {
        if let Some(module) = modules().get(&self.key) {
            return Ok(module.clone());
        }
        let activated =
            self.activate(&lenient(rules), 0).map_err(|error| EngineError(error.to_string()))?;
        self.keep(&activated)
    }

    /// The compiled module, one that tells the frame's recorder of its functions. It is not kept.
    pub(super) fn profiled(&self, rules: &Rules) -> Result<Module, EngineError> {
        let failed = |error: &dyn std::error::Error| EngineError(error.to_string());
        let activated = self.activate(&lenient(rules), 0).map_err(|error| failed(&error))?;
        let module = profile::profiled(&activated.module).map_err(|error| failed(&error))?;
        engine()?.compile(&module)
    }

    /// Compiles a module that was just activated, for the calls to come.
    pub(crate) fn keep(&self, activated: &Activated) -> Result<Module, EngineError> {
        let module = engine()?.compile(&activated.module)?;
        let mut modules = modules();
        if modules.len() >= CAPACITY {
            modules.clear();
        }
        modules.insert(self.key, module.clone());
        Ok(module)
    }
}

/// The rules without limits that do not bind programs which are active.
fn lenient(rules: &Rules) -> Rules {
    Rules { max_wasm_size: 1 << 24, max_fragments: u8::MAX, page_limit: u16::MAX, ..rules.clone() }
}

fn modules() -> MutexGuard<'static, B256Map<Module>> {
    MODULES.lock().unwrap_or_else(PoisonError::into_inner)
}
