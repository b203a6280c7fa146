//! One function: its straight runs, what they cost, and how it is written again.

use wasmparser::{FunctionBody, Operator};

use super::depth::Depth;
use super::sequences::{self, Sequences};
use super::{FunctionMeasure, sequences::PAY_BYTES_HEIGHT, sequences::PAY_SEGMENT_HEIGHT};
use crate::operators::{self, SEGMENT_HEADER};
use crate::validate::{Module, ModuleError, Quantity};

/// A function, read but not yet written.
pub(super) struct Body {
    index: u32,
    /// Where the locals' declarations begin in the module, and where the first operator does.
    start: usize,
    first: usize,
    steps: Vec<Step>,
    locals: u32,
    /// Highest operand stack, what metering adds included.
    height: u32,
}

/// An operator: where it ends in the module, and what is written before it.
struct Step {
    end: usize,
    mark: Mark,
    /// The price of the straight run that begins here, if one does.
    run: Option<u64>,
}

/// What the passes after the ink meter do at an operator.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Plain,
    /// Gives the frame's words back.
    Return,
    /// Pays for the bytes that it touches.
    Bulk,
    /// Pays for the pages that it adds.
    Grow,
}

impl Body {
    /// Cuts a function into straight runs and measures its stack.
    pub(super) fn read(
        module: &Module<'_>,
        body: &FunctionBody<'_>,
        index: u32,
    ) -> Result<Self, ModuleError> {
        let mut operators = body.get_operators_reader()?;
        let first = operators.original_position() as usize;
        let mut steps: Vec<Step> = Vec::new();
        let mut depth = Depth::new();
        let (mut run_start, mut run_ink) = (0, SEGMENT_HEADER);
        while !operators.eof() {
            let op = operators.read()?;
            let row = operators::row(&op, |ty| u64::from(module.arity(ty).0))
                .ok_or_else(|| unsupported(&op, index))?;
            let mark = Mark::of(&op, module);
            if steps.len() == run_start {
                depth.touch(PAY_SEGMENT_HEIGHT);
            }
            if mark == Mark::Bulk {
                depth.touch(PAY_BYTES_HEIGHT);
            }
            depth.apply(&op, row.height, module);
            let end = operators.original_position() as usize;
            steps.push(Step { end, mark, run: None });
            run_ink = run_ink.saturating_add(row.ink);
            if ends_run(&op) {
                steps[run_start].run = Some(run_ink);
                (run_start, run_ink) = (steps.len(), SEGMENT_HEADER);
            }
        }
        let (start, locals) = (body.range().start as usize, locals_of(body)?);
        Ok(Self { index, start, first, steps, locals, height: depth.worst() })
    }

    /// Words of stack that a frame takes: operands, declared locals and four more.
    fn frame_words(&self) -> u32 {
        self.height.saturating_add(self.locals).saturating_add(4)
    }

    fn operators(&self) -> u64 {
        let runs = self.runs() * sequences::PAY_SEGMENT;
        let marks = self.steps.iter().map(|step| match step.mark {
            Mark::Plain => 0,
            Mark::Return => sequences::LEAVE_FRAME,
            Mark::Bulk => sequences::PAY_BYTES,
            Mark::Grow => sequences::PAY_GROWTH,
        });
        let frame = sequences::ENTER_FRAME + sequences::LEAVE_FRAME + sequences::FINAL_RETURN;
        self.steps.len() as u64 + runs + marks.sum::<u64>() + frame
    }

    fn runs(&self) -> u64 {
        self.steps.iter().filter(|step| step.run.is_some()).count() as u64
    }

    /// The counts, if they are within their limits.
    pub(super) fn measure(&self, module: &Module<'_>) -> Result<FunctionMeasure, ModuleError> {
        let function = Some(self.index);
        let (operators, frame_words) = (self.operators(), self.frame_words());
        Quantity::StackHeight.check_in(self.height.into(), function)?;
        Quantity::FrameWords.check_in(frame_words.into(), function)?;
        Quantity::Operators.check_in(operators, function)?;
        let name = module.names.functions.get(&self.index).map(|name| (*name).to_owned());
        let (index, segments, locals) = (self.index, self.runs(), self.locals);
        Ok(FunctionMeasure { index, name, operators, segments, frame_words, locals })
    }

    /// Writes the body again, with what the passes insert.
    pub(super) fn write(&self, module: &Module<'_>, sequences: &Sequences, out: &mut Vec<u8>) {
        let words = self.frame_words();
        let bytes = |from: usize, to: usize| module.wasm.get(from..to).unwrap_or_default();
        out.extend(bytes(self.start, self.first));
        sequences.enter_frame(words, out);
        let mut from = self.first;
        for (position, step) in self.steps.iter().enumerate() {
            if let Some(ink) = step.run {
                sequences.pay_segment(ink, out);
            }
            match step.mark {
                Mark::Plain => {}
                Mark::Return => sequences.leave_frame(words, out),
                Mark::Bulk => sequences.pay_bytes(out),
                Mark::Grow => sequences.pay_growth(out),
            }
            if position + 1 == self.steps.len() {
                sequences.leave_frame(words, out);
                sequences::return_(out);
            }
            out.extend(bytes(from, step.end));
            from = step.end;
        }
    }
}

impl Mark {
    fn of(op: &Operator<'_>, module: &Module<'_>) -> Self {
        match op {
            Operator::Return => Mark::Return,
            Operator::MemoryFill { .. } | Operator::MemoryCopy { .. } => Mark::Bulk,
            Operator::MemoryGrow { .. } if module.memory.is_some_and(|m| !m.is_fixed()) => {
                Mark::Grow
            }
            _ => Mark::Plain,
        }
    }
}

/// Whether a straight run ends with this operator: control may go elsewhere than to the next.
fn ends_run(op: &Operator<'_>) -> bool {
    use Operator::*;
    matches!(
        op,
        End | Else
            | Return
            | Loop { .. }
            | If { .. }
            | Br { .. }
            | BrIf { .. }
            | BrTable { .. }
            | Call { .. }
            | CallIndirect { .. }
    )
}

fn unsupported(op: &Operator<'_>, function: u32) -> ModuleError {
    ModuleError::Operator { operator: operators::name(op), function }
}

fn locals_of(body: &FunctionBody<'_>) -> Result<u32, ModuleError> {
    let mut locals = 0u32;
    for group in body.get_locals_reader()? {
        locals = locals.saturating_add(group?.0);
    }
    Ok(locals)
}
