//! An engine with the few host functions that the tests of the meter need.

use stylus_program::costs::{OpenPages, page_cost};
use stylus_program::instrument::{ENTRYPOINT, INK_LEFT, INK_STATUS, MEMORY, STACK_LEFT};
use stylus_program::{Activated, Rules, activate_wasm, prices};
use wasmi::{Caller, Config, Engine, Error, Extern, Global, Instance, Linker, Module, Store, Val};

/// What host functions see.
#[derive(Default)]
struct Host {
    args: Vec<u8>,
    output: Vec<u8>,
    pages: OpenPages,
    growths: Vec<u32>,
}

/// A frame about to run or finished.
pub(crate) struct Machine {
    store: Store<Host>,
    instance: Instance,
}

/// The module of a text.
pub(crate) fn assemble(text: &str) -> Vec<u8> {
    wat::parse_str(text).unwrap()
}

/// Activates the module of a text under the default rules.
pub(crate) fn activate_text(text: &str) -> Activated {
    activate_wasm(&assemble(text), &Rules::default(), 0).unwrap()
}

impl Machine {
    /// A frame of the module of a text with this much ink, and all the stack that rules give.
    pub(crate) fn new(text: &str, ink: u64) -> Self {
        Self::of(&activate_text(text), ink)
    }

    /// A frame of an activated program.
    pub(crate) fn of(activated: &Activated, ink: u64) -> Self {
        let mut config = Config::default();
        config.set_max_recursion_depth(1_000_000).set_max_stack_height(64 << 20);
        let engine = Engine::new(&config);
        let module = Module::new(&engine, &activated.module[..]).unwrap();
        let pages = OpenPages::default().opened(activated.estimates.footprint);
        let mut store = Store::new(&engine, Host { pages, ..Host::default() });
        let instance = linker(&engine).instantiate_and_start(&mut store, &module).unwrap();
        let mut machine = Self { store, instance };
        machine.set_ink(ink);
        machine.set_stack(Rules::default().max_stack_depth);
        machine
    }

    /// Runs the entry point: its status, or `None` if it trapped.
    pub(crate) fn run(&mut self, args: &[u8]) -> Option<i32> {
        self.store.data_mut().args = args.to_vec();
        let entry = self.instance.get_typed_func::<i32, i32>(&self.store, ENTRYPOINT).unwrap();
        entry.call(&mut self.store, args.len() as i32).ok()
    }

    pub(crate) fn output(&self) -> &[u8] {
        &self.store.data().output
    }

    /// Page counts that were paid for, in order.
    pub(crate) fn growths(&self) -> &[u32] {
        &self.store.data().growths
    }

    pub(crate) fn memory(&self) -> &[u8] {
        self.instance.get_memory(&self.store, MEMORY).unwrap().data(&self.store)
    }

    pub(crate) fn ink(&self) -> u64 {
        self.get(INK_LEFT) as u64
    }

    pub(crate) fn status(&self) -> i64 {
        self.get(INK_STATUS)
    }

    pub(crate) fn stack(&self) -> i64 {
        self.get(STACK_LEFT)
    }

    pub(crate) fn set_ink(&mut self, ink: u64) {
        self.set(INK_LEFT, Val::I64(ink as i64));
    }

    pub(crate) fn set_stack(&mut self, words: u32) {
        self.set(STACK_LEFT, Val::I32(words as i32));
    }

    fn global(&self, name: &str) -> Global {
        self.instance.get_global(&self.store, name).unwrap()
    }

    fn get(&self, name: &str) -> i64 {
        match self.global(name).get(&self.store) {
            Val::I32(value) => value.into(),
            Val::I64(value) => value,
            other => panic!("{other:?}"),
        }
    }

    fn set(&mut self, name: &str, value: Val) {
        self.global(name).set(&mut self.store, value).unwrap();
    }
}

fn linker(engine: &Engine) -> Linker<Host> {
    let mut linker = Linker::new(engine);
    linker.func_wrap("vm_hooks", "read_args", read_args).unwrap();
    linker.func_wrap("vm_hooks", "write_result", write_result).unwrap();
    linker.func_wrap("vm_hooks", "pay_for_memory_grow", pay_for_memory_grow).unwrap();
    linker
}

fn read_args(mut caller: Caller<'_, Host>, dest: i32) -> Result<(), Error> {
    let args = caller.data().args.clone();
    charge(&mut caller, prices::HOOK + prices::write(args.len() as u32))?;
    let memory = caller.get_export(MEMORY).and_then(Extern::into_memory).unwrap();
    memory.write(&mut caller, dest as u32 as usize, &args).map_err(|_| Error::new("memory"))
}

fn write_result(mut caller: Caller<'_, Host>, from: i32, len: i32) -> Result<(), Error> {
    charge(&mut caller, prices::HOOK + 2 * prices::read(len as u32))?;
    let memory = caller.get_export(MEMORY).and_then(Extern::into_memory).unwrap();
    let mut output = vec![0; len as usize];
    memory.read(&caller, from as usize, &mut output).map_err(|_| Error::new("memory"))?;
    caller.data_mut().output = output;
    Ok(())
}

fn pay_for_memory_grow(mut caller: Caller<'_, Host>, pages: i32) -> Result<(), Error> {
    caller.data_mut().growths.push(pages as u32);
    let (rules, open) = (Rules::default(), caller.data().pages);
    let pages = u16::try_from(pages as u32).map_err(|_| Error::new("pages"))?;
    let gas = page_cost(pages, open, &rules);
    caller.data_mut().pages = open.opened(pages);
    charge(&mut caller, prices::gas_to_ink(gas, rules.ink_price))
}

fn charge(caller: &mut Caller<'_, Host>, ink: u64) -> Result<(), Error> {
    let global = caller.get_export(INK_LEFT).and_then(Extern::into_global).unwrap();
    let Val::I64(left) = global.get(&*caller) else { return Err(Error::new("ink")) };
    let left = (left as u64).checked_sub(ink).ok_or_else(|| Error::new("out of ink"))?;
    global.set(caller, Val::I64(left as i64)).map_err(|_| Error::new("ink"))
}
