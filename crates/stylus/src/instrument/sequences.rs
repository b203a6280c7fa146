//! The operators that the passes insert.

use wasm_encoder::{BlockType, InstructionSink};

use crate::prices::BULK_BYTE;
use crate::validate::Module;

/// Operators that pay for a straight run, and how far they raise the operand stack.
pub(super) const PAY_SEGMENT: u64 = 12;
pub(super) const PAY_SEGMENT_HEIGHT: u32 = 2;
/// Operators that pay for the bytes of a bulk operator, and how far they raise the operand stack.
pub(super) const PAY_BYTES: u64 = 17;
pub(super) const PAY_BYTES_HEIGHT: u32 = 3;
/// Operators that take a frame's words.
pub(super) const ENTER_FRAME: u64 = 12;
/// Operators that give a frame's words back.
pub(super) const LEAVE_FRAME: u64 = 4;
/// The `return` before a function's last `end`.
pub(super) const FINAL_RETURN: u64 = 1;
/// Operators that pay for pages.
pub(super) const PAY_GROWTH: u64 = 4;

/// The indices that the inserted operators use.
pub(super) struct Sequences {
    ink: u32,
    status: u32,
    scratch: u32,
    stack: u32,
    /// The import that growth is paid through; unused where memory cannot grow.
    pay: u32,
}

impl Sequences {
    pub(super) fn new(module: &Module<'_>) -> Self {
        let ink = module.globals.count;
        let pay = module.pay_for_memory_grow().unwrap_or_default();
        Self { ink, status: ink + 1, scratch: ink + 2, stack: ink + 3, pay }
    }

    /// Traps if there is less ink than the run costs; pays it otherwise.
    pub(super) fn pay_segment(&self, ink: u64, out: &mut Vec<u8>) {
        let price = ink.cast_signed();
        InstructionSink::new(out).global_get(self.ink).i64_const(price).i64_lt_u();
        self.exhaust_if(out);
        InstructionSink::new(out)
            .global_get(self.ink)
            .i64_const(price)
            .i64_sub()
            .global_set(self.ink);
    }

    /// Pays for as many bytes as the count on the stack says, and leaves the count there.
    ///
    /// A subtraction that wraps shows in that more ink is left than before: the count has 32 bits,
    /// so that the price cannot wrap itself.
    pub(super) fn pay_bytes(&self, out: &mut Vec<u8>) {
        InstructionSink::new(out)
            .global_set(self.scratch)
            .global_get(self.ink)
            .global_get(self.ink)
            .global_get(self.scratch)
            .i64_extend_i32_u()
            .i64_const(BULK_BYTE.cast_signed())
            .i64_mul()
            .i64_sub()
            .global_set(self.ink)
            .global_get(self.ink)
            .i64_lt_u();
        self.exhaust_if(out);
        InstructionSink::new(out).global_get(self.scratch);
    }

    /// Traps with the status of exhausted ink if the value on the stack says so.
    fn exhaust_if(&self, out: &mut Vec<u8>) {
        InstructionSink::new(out)
            .if_(BlockType::Empty)
            .i32_const(1)
            .global_set(self.status)
            .unreachable()
            .end();
    }

    /// Traps with no stack left if the frame does not fit; takes its words otherwise.
    pub(super) fn enter_frame(&self, words: u32, out: &mut Vec<u8>) {
        InstructionSink::new(out)
            .global_get(self.stack)
            .i32_const(words.cast_signed())
            .i32_le_u()
            .if_(BlockType::Empty)
            .i32_const(0)
            .global_set(self.stack)
            .unreachable()
            .end()
            .global_get(self.stack)
            .i32_const(words.cast_signed())
            .i32_sub()
            .global_set(self.stack);
    }

    /// Gives the frame's words back.
    ///
    /// A branch to the function's own label leaves without it, on the chain as here: compilers
    /// write `return` instead.
    pub(super) fn leave_frame(&self, words: u32, out: &mut Vec<u8>) {
        InstructionSink::new(out)
            .global_get(self.stack)
            .i32_const(words.cast_signed())
            .i32_add()
            .global_set(self.stack);
    }

    /// Pays for as many pages as the count on the stack says, and leaves the count there.
    pub(super) fn pay_growth(&self, out: &mut Vec<u8>) {
        InstructionSink::new(out)
            .global_set(self.scratch)
            .global_get(self.scratch)
            .call(self.pay)
            .global_get(self.scratch);
    }
}

/// The `return` before a function's last `end`.
pub(super) fn return_(out: &mut Vec<u8>) {
    InstructionSink::new(out).return_();
}
