//! The interpreter wasmi. A stopped program keeps its stack on the heap.

use stylus_program::instrument::{ENTRYPOINT, INK_LEFT, INK_STATUS, MEMORY, STACK_LEFT};
use wasmi::errors::HostError;
use wasmi::{
    AsContextMut, Config, Error, Global, Linker, Memory, Module, Store, TrapCode, TypedFunc,
    TypedResumableCall, TypedResumableCallHostTrap, Val,
};

use super::{Engine, EngineError, Guest, Host, Instance, Step, Stop, imports};

/// Calls and bytes of stack that the interpreter allows. The meter's words run out long before: a
/// frame takes at least six of some ten thousand, and an interpreter's slot has eight bytes.
const MAX_RECURSION: usize = 1_000_000;
const MAX_STACK_BYTES: usize = 64 << 20;
/// Stacks kept for reuse.
const CACHED_STACKS: usize = 64;

/// What belongs to an instance.
#[derive(Debug)]
pub(crate) struct Data {
    guest: Guest,
    /// `None` only until the module is instantiated, before any of it runs.
    pub(super) handles: Option<Handles>,
    /// Why a host function stopped the program.
    pub(super) stop: Option<Stop>,
}

/// What host functions reach for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Handles {
    memory: Memory,
    ink: Global,
    status: Global,
    stack: Global,
}

/// A host function stopped the program; the reason lies in the store.
#[derive(Debug)]
pub(super) struct Interrupted;

impl std::fmt::Display for Interrupted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("stopped by a host function")
    }
}

impl HostError for Interrupted {}

/// A store with its handles: a caller of host functions has one, and so has a stopped program.
pub(crate) struct Access<S> {
    pub(super) store: S,
    pub(super) handles: Handles,
}

impl<S: AsContextMut<Data = Data>> Access<S> {
    fn number(&self, global: Global) -> u64 {
        match global.get(&self.store) {
            Val::I32(value) => value.cast_unsigned().into(),
            Val::I64(value) => value.cast_unsigned(),
            _ => 0,
        }
    }

    /// Sets one of the meter's globals, which are mutable and of this type.
    fn set(&mut self, global: Global, value: Val) {
        let _ = global.set(&mut self.store, value);
    }
}

impl<S: AsContextMut<Data = Data>> Host for Access<S> {
    fn guest(&mut self) -> &mut Guest {
        &mut self.handles.memory.data_and_store_mut(self.store.as_context_mut()).1.guest
    }

    fn memory(&mut self) -> &mut [u8] {
        self.handles.memory.data_mut(self.store.as_context_mut())
    }

    fn ink(&mut self) -> u64 {
        self.number(self.handles.ink)
    }

    fn set_ink(&mut self, ink: u64) {
        self.set(self.handles.ink, Val::I64(ink.cast_signed()));
    }

    fn exhaust(&mut self) {
        self.set_ink(0);
        self.set(self.handles.status, Val::I32(1));
    }

    fn is_exhausted(&mut self) -> bool {
        self.number(self.handles.status) != 0
    }
}

/// The engine with its host functions.
pub(crate) struct Wasmi {
    linker: Linker<Data>,
}

impl Wasmi {
    /// An engine; one serves a process.
    pub(crate) fn new() -> Result<Self, EngineError> {
        let mut config = Config::default();
        config
            .set_max_recursion_depth(MAX_RECURSION)
            .set_max_stack_height(MAX_STACK_BYTES)
            .set_max_cached_stacks(CACHED_STACKS);
        let engine = wasmi::Engine::new(&config);
        let linker = imports::linker(&engine).map_err(failed)?;
        Ok(Self { linker })
    }
}

fn failed(error: impl std::fmt::Display) -> EngineError {
    EngineError(error.to_string())
}

impl Engine for Wasmi {
    type Module = Module;
    type Instance = Running;

    fn compile(&self, module: &[u8]) -> Result<Module, EngineError> {
        Module::new(self.linker.engine(), module).map_err(failed)
    }

    fn instantiate(
        &self,
        module: &Module,
        guest: Guest,
        ink: u64,
        stack: u32,
    ) -> Result<Running, EngineError> {
        let data = Data { guest, handles: None, stop: None };
        let mut store = Store::new(self.linker.engine(), data);
        let instance = self.linker.instantiate_and_start(&mut store, module).map_err(failed)?;
        let global = |name: &str| {
            instance.get_global(&store, name).ok_or_else(|| failed(format!("no global {name}")))
        };
        let handles = Handles {
            memory: instance.get_memory(&store, MEMORY).ok_or_else(|| failed("no memory"))?,
            ink: global(INK_LEFT)?,
            status: global(INK_STATUS)?,
            stack: global(STACK_LEFT)?,
        };
        let entry = instance.get_typed_func(&store, ENTRYPOINT).map_err(failed)?;
        store.data_mut().handles = Some(handles);
        let mut access = Access { store, handles };
        access.set_ink(ink);
        access.set(handles.stack, Val::I32(stack.cast_signed()));
        Ok(Running { access, entry, suspended: None })
    }
}

/// A program that runs.
pub(crate) struct Running {
    access: Access<Store<Data>>,
    entry: TypedFunc<u32, u32>,
    suspended: Option<TypedResumableCallHostTrap<u32>>,
}

impl Running {
    fn step(&mut self, result: Result<TypedResumableCall<u32>, Error>) -> Step {
        match result {
            Ok(TypedResumableCall::Finished(status)) => Step::Returned(status),
            Ok(TypedResumableCall::HostTrap(trap)) => {
                let stop = self.access.store.data_mut().stop.take();
                self.suspended = matches!(stop, Some(Stop::Ask(_))).then_some(trap);
                match stop {
                    Some(stop) => Step::Stopped(stop),
                    None => Step::Trapped("a host function failed without a reason".into()),
                }
            }
            Ok(TypedResumableCall::OutOfFuel(_)) => Step::Trapped("fuel is not metered".into()),
            Err(error) => {
                // The interpreter's own limit counts as the meter's: nothing was decided by it.
                if error.as_trap_code() == Some(TrapCode::StackOverflow) {
                    self.access.set(self.access.handles.stack, Val::I32(0));
                }
                Step::Trapped(error.to_string())
            }
        }
    }
}

impl Instance for Running {
    type Host = Access<Store<Data>>;

    fn host(&mut self) -> &mut Self::Host {
        &mut self.access
    }

    fn start(&mut self, input_len: u32) -> Step {
        let result = self.entry.call_resumable(&mut self.access.store, input_len);
        self.step(result)
    }

    fn resume(&mut self, result: Option<u32>) -> Step {
        let Some(suspended) = self.suspended.take() else {
            return Step::Trapped("the program is not suspended".into());
        };
        let value = result.map(|result| Val::I32(result.cast_signed()));
        let result = suspended.resume(&mut self.access.store, value.as_slice());
        self.step(result)
    }

    fn stack_left(&mut self) -> u32 {
        // The global has 32 bits.
        self.access.number(self.access.handles.stack) as u32
    }
}
