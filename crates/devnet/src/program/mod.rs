//! Frames of programs: entering, running until the chain is needed, and ending.

mod engine;
mod entry;
mod exit;
mod guest;
mod hooks;
mod host;
mod modules;
mod profile;
mod request;
mod serve;
mod storage_cache;

pub(crate) use entry::check_active;
pub(crate) use modules::Source;
pub use profile::{Profile, ProfiledCall};

use revm::handler::EthFrame;
use revm::interpreter::{FrameInput, InterpreterAction};
use stylus_program::{format, prices};

use crate::arbos;
use crate::evm::{Ctx, Fault, FaultKind};
use engine::{Engine, Instance, Step, Wasmi};
use exit::End;
use host::{Host, Stop};
use request::Pending;
use serve::{Answer, conclude, serve};

/// The programs of frames that wait for a child, the topmost last.
#[derive(Default)]
pub(crate) struct Suspended(Vec<Waiting>);

struct Waiting {
    depth: usize,
    program: Program,
    pending: Pending,
}

/// A program that runs.
struct Program {
    instance: <Wasmi as Engine>::Instance,
    /// Gas of the frame before it paid for entering.
    gas: u64,
    /// What entering took of it.
    entry_gas: u64,
    /// Pages that were open before.
    pages: u16,
}

/// Whether a frame's code is a program. That of a suspended one is known.
pub(crate) fn is_program(frame: &EthFrame, ctx: &Ctx, suspended: &Suspended) -> bool {
    if suspended.0.last().is_some_and(|waiting| waiting.depth == frame.depth) {
        return true;
    }
    let code = frame.interpreter.bytecode.original_byte_slice();
    code.first() == Some(&0xEF) && format::is_program(code, &arbos::rules(ctx))
}

/// Runs a frame until it ends or waits for a child.
pub(crate) fn run(
    frame: &mut EthFrame,
    ctx: &mut Ctx,
    suspended: &mut Suspended,
) -> InterpreterAction {
    let (mut program, step) = match suspended.0.pop_if(|waiting| waiting.depth == frame.depth) {
        Some(Waiting { mut program, pending, .. }) => {
            program.adopt(frame, ctx);
            let step = match conclude(pending, frame, program.instance.host()) {
                Ok(result) => program.resume(result, ctx),
                Err(stop) => Step::Stopped(stop),
            };
            (program, step)
        }
        None => match entry::enter(frame, ctx) {
            Ok(entered) => {
                let entry::Entered { mut instance, input_len, gas, entry_gas, pages } = entered;
                let step = instance.start(input_len);
                let mut program = Program { instance, gas, entry_gas, pages };
                program.write_pages(ctx);
                (program, step)
            }
            Err(fault) => {
                record(frame, ctx, fault);
                return exit::burn_all(frame);
            }
        },
    };
    let end = match program.drive(step, frame, ctx) {
        Driven::Waits(input, pending) => {
            suspended.0.push(Waiting { depth: frame.depth, program, pending });
            return InterpreterAction::NewFrame(input);
        }
        Driven::Ends(end) => end,
    };
    ctx.chain.pages.now = program.pages;
    program.conclude(frame, ctx);
    let (action, fault) = exit::finish(end, program.gas, frame, &mut program.instance);
    if let Some(fault) = fault {
        record(frame, ctx, fault);
    }
    action
}

/// How far a program got.
enum Driven {
    Waits(FrameInput, Pending),
    Ends(End),
}

impl Program {
    /// Answers the program's requests until it ends or waits.
    fn drive(&mut self, mut step: Step, frame: &mut EthFrame, ctx: &mut Ctx) -> Driven {
        loop {
            let stop = match step {
                Step::Returned(status) => return Driven::Ends(End::Status(status)),
                Step::Trapped(reason) => return Driven::Ends(End::Trap(reason)),
                Step::Stopped(stop) => stop,
            };
            step = match stop {
                Stop::Exit(status) => return Driven::Ends(End::Status(status)),
                Stop::OutOfInk => return Driven::Ends(End::OutOfInk),
                Stop::Fault(reason) => return Driven::Ends(End::Refused(reason)),
                Stop::Ask(request) => match serve(*request, frame, ctx, self.instance.host()) {
                    Ok(Answer::Resume(result)) => self.resume(result, ctx),
                    Ok(Answer::Enter(input, pending)) => return Driven::Waits(input, pending),
                    Err(stop) => Step::Stopped(stop),
                },
            };
        }
    }

    /// Lets the program go on. While it runs it counts the transaction's pages.
    fn resume(&mut self, result: Option<u32>, ctx: &mut Ctx) -> Step {
        self.instance.host().guest().pages = ctx.chain.pages;
        let step = self.instance.resume(result);
        self.write_pages(ctx);
        step
    }

    /// Takes the profiles of the programs that ran below this frame.
    fn adopt(&mut self, frame: &EthFrame, ctx: &mut Ctx) {
        if let (Some(profiles), Some(recorder)) =
            (&mut ctx.chain.profiles, &mut self.instance.host().guest().recorder)
        {
            let first = profiles.iter().position(|profile| profile.depth > frame.depth);
            recorder.adopt(profiles.drain(first.unwrap_or(profiles.len())..));
        }
    }

    /// Hands in the frame's profile, if there is one.
    fn conclude(&mut self, frame: &EthFrame, ctx: &mut Ctx) {
        let host = self.instance.host();
        let (ink, price) = (host.ink(), host.guest().rules.ink_price);
        if let (Some(profiles), Some(recorder), FrameInput::Call(call)) =
            (&mut ctx.chain.profiles, host.guest().recorder.take(), &frame.input)
        {
            let start = prices::gas_to_ink(self.gas.saturating_sub(self.entry_gas), price);
            let profile = Profile {
                account: call.target_address,
                codehash: call.known_bytecode.0,
                depth: frame.depth,
                entry_gas: self.entry_gas,
                ink: start.saturating_sub(ink),
                calls: Vec::new(),
                children: Vec::new(),
            };
            profiles.push(recorder.finish(ink, profile));
        }
    }

    fn write_pages(&mut self, ctx: &mut Ctx) {
        ctx.chain.pages = self.instance.host().guest().pages;
    }
}

fn record(frame: &EthFrame, ctx: &mut Ctx, kind: FaultKind) {
    let account = frame.interpreter.input.target_address;
    let program = match &frame.input {
        FrameInput::Call(call) => call.bytecode_address,
        _ => account,
    };
    ctx.chain.record(Fault { account, program, depth: frame.depth, kind });
}
