//! One row per operator: the ink it costs and what it does to the operand stack.

use wasmparser::Operator;

/// Ink for entering a straight run of operators.
pub const SEGMENT_HEADER: u64 = 2_450;
/// The price of an operator that activates but that no frame can pay for.
pub const UNAFFORDABLE: u64 = u64::MAX;

/// What an operator costs and how far it moves the height of the operand stack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// Ink.
    pub(crate) ink: u64,
    /// Values pushed less values popped, where that does not depend on a type.
    pub(crate) height: i32,
}

/// The row of an operator, or `None` where a program must not use it.
///
/// `params` tells how many parameters the type of an index has. Operators whose effect on the
/// stack depends on a type (blocks, calls) have height 0 here.
pub(crate) fn row(op: &Operator<'_>, params: impl Fn(u32) -> u64) -> Option<Row> {
    use Operator::*;
    let (ink, height) = match op {
        Block { .. } | Loop { .. } | Else | End => (1, 0),
        If { .. } => (765, 0),
        Call { .. } => (3_800, 0),
        CallIndirect { type_index, .. } => (13_610 + 650 * params(*type_index), 0),
        BrTable { targets } => (2_400 + 325 * u64::from(targets.len()), -1),
        Unreachable | Return | Nop => (1, 0),
        Br { .. } => (765, 0),
        BrIf { .. } => (765, -1),
        Drop => (9, -1),
        Select => (1_250, -2),
        LocalGet { .. } => (75, 1),
        LocalTee { .. } => (75, 0),
        LocalSet { .. } => (210, -1),
        GlobalGet { .. } => (225, 1),
        GlobalSet { .. } => (575, -1),
        MemorySize { .. } => (3_000, 1),
        MemoryGrow { .. } => (8_050, 0),
        MemoryFill { .. } | MemoryCopy { .. } => (950, -3),
        other => return memory(other).or_else(|| numeric(other)),
    };
    Some(Row { ink, height })
}

/// Loads and stores.
fn memory(op: &Operator<'_>) -> Option<Row> {
    use Operator::*;
    let (ink, height) = match op {
        I32Load { .. }
        | I32Load8S { .. }
        | I32Load8U { .. }
        | I32Load16S { .. }
        | I32Load16U { .. } => (670, 0),
        I64Load { .. }
        | I64Load8S { .. }
        | I64Load8U { .. }
        | I64Load16S { .. }
        | I64Load16U { .. }
        | I64Load32S { .. }
        | I64Load32U { .. } => (680, 0),
        I32Store { .. } | I32Store8 { .. } | I32Store16 { .. } => (825, -2),
        I64Store { .. } | I64Store8 { .. } | I64Store16 { .. } | I64Store32 { .. } => (950, -2),
        F32Load { .. } | F64Load { .. } => (UNAFFORDABLE, 0),
        F32Store { .. } | F64Store { .. } => (UNAFFORDABLE, -2),
        _ => return None,
    };
    Some(Row { ink, height })
}

/// Constants and arithmetic; of floats only what moves bits.
fn numeric(op: &Operator<'_>) -> Option<Row> {
    use Operator::*;
    let (ink, height) =
        match op {
            I32Const { .. } | I64Const { .. } => (1, 1),
            F32Const { .. } | F64Const { .. } => (UNAFFORDABLE, 1),
            I32ReinterpretF32 | I64ReinterpretF64 | F32ReinterpretI32 | F64ReinterpretI64 => {
                (UNAFFORDABLE, 0)
            }
            I32Eqz => (170, 0),
            I32Eq | I32Ne | I32LtS | I32LtU | I32GtS | I32GtU | I32LeS | I32LeU | I32GeS
            | I32GeU => (170, -1),
            I64Eqz => (225, 0),
            I64Eq | I64Ne | I64LtS | I64LtU | I64GtS | I64GtU | I64LeS | I64LeU | I64GeS
            | I64GeU => (225, -1),
            I32Clz | I32Ctz | I64Clz | I64Ctz => (210, 0),
            I32Popcnt => (2_650, 0),
            I64Popcnt => (6_000, 0),
            I32Add | I32Sub | I32And | I32Or | I32Xor | I32Shl | I32ShrS | I32ShrU | I32Rotl
            | I32Rotr => (70, -1),
            I64Add | I64Sub | I64And | I64Or | I64Xor | I64Shl | I64ShrS | I64ShrU | I64Rotl
            | I64Rotr => (100, -1),
            I32Mul | I64Mul => (160, -1),
            I32DivS | I32DivU | I32RemS | I32RemU => (1_120, -1),
            I64DivS | I64DivU | I64RemS | I64RemU => (1_270, -1),
            I32WrapI64 | I64ExtendI32S | I64ExtendI32U | I32Extend8S | I32Extend16S
            | I64Extend8S | I64Extend16S | I64Extend32S => (100, 0),
            _ => return None,
        };
    Some(Row { ink, height })
}

/// The name of an operator, for errors.
pub(crate) fn name(op: &Operator<'_>) -> String {
    let text = format!("{op:?}");
    text.split([' ', '{', '(']).next().unwrap_or_default().to_owned()
}
