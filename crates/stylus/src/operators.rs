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

#[cfg(test)]
mod tests {
    use super::*;

    /// The rows of the operators in a function's text, none of them type-checked.
    fn rows(text: &str) -> Vec<(String, Option<Row>)> {
        let wasm = wat::parse_str(format!("(module (func {text}))")).unwrap();
        let bodies =
            wasmparser::Parser::new(0).parse_all(&wasm).filter_map(|payload| {
                match payload.unwrap() {
                    wasmparser::Payload::CodeSectionEntry(body) => Some(body),
                    _ => None,
                }
            });
        bodies
            .flat_map(|body| body.get_operators_reader().unwrap())
            .map(|op| op.unwrap())
            .filter(|op| !matches!(op, Operator::End))
            .map(|op| (name(&op), row(&op, |_| 3)))
            .collect()
    }

    #[test]
    fn operators_cost_what_the_chain_charges() {
        let table = [
            (1, 0, "unreachable nop return block end loop end"),
            (1, 1, "i32.const 1 i64.const 1"),
            (9, -1, "drop"),
            (765, 0, "br 0 if end"),
            (765, -1, "br_if 0"),
            (2_400 + 325 * 3, -1, "br_table 0 0 0 0"),
            (1_250, -2, "select"),
            (3_800, 0, "call 0"),
            (13_610 + 650 * 3, 0, "call_indirect (type 0)"),
            (75, 1, "local.get 0"),
            (75, 0, "local.tee 0"),
            (210, -1, "local.set 0"),
            (225, 1, "global.get 0"),
            (575, -1, "global.set 0"),
            (670, 0, "i32.load i32.load8_s i32.load8_u i32.load16_s i32.load16_u"),
            (680, 0, "i64.load i64.load8_s i64.load16_u i64.load32_s i64.load32_u"),
            (825, -2, "i32.store i32.store8 i32.store16"),
            (950, -2, "i64.store i64.store8 i64.store16 i64.store32"),
            (3_000, 1, "memory.size"),
            (8_050, 0, "memory.grow"),
            (950, -3, "memory.fill memory.copy"),
            (170, 0, "i32.eqz"),
            (170, -1, "i32.eq i32.ne i32.lt_s i32.lt_u i32.gt_s i32.gt_u i32.le_s i32.ge_u"),
            (225, 0, "i64.eqz"),
            (225, -1, "i64.eq i64.ne i64.lt_s i64.lt_u i64.gt_s i64.gt_u i64.le_u i64.ge_s"),
            (210, 0, "i32.clz i32.ctz i64.clz i64.ctz"),
            (70, -1, "i32.add i32.sub i32.and i32.or i32.xor i32.shl i32.shr_s i32.rotr"),
            (100, -1, "i64.add i64.sub i64.and i64.or i64.xor i64.shl i64.shr_u i64.rotl"),
            (160, -1, "i32.mul i64.mul"),
            (1_120, -1, "i32.div_s i32.div_u i32.rem_s i32.rem_u"),
            (1_270, -1, "i64.div_s i64.div_u i64.rem_s i64.rem_u"),
            (2_650, 0, "i32.popcnt"),
            (6_000, 0, "i64.popcnt"),
            (100, 0, "i32.wrap_i64 i64.extend_i32_s i64.extend_i32_u i32.extend8_s"),
            (100, 0, "i32.extend16_s i64.extend8_s i64.extend16_s i64.extend32_s"),
            (UNAFFORDABLE, 1, "f32.const 1 f64.const 1"),
            (UNAFFORDABLE, 0, "f32.load f64.load f32.reinterpret_i32 i64.reinterpret_f64"),
            (UNAFFORDABLE, -2, "f32.store f64.store"),
        ];
        for (ink, height, text) in table {
            for (name, row) in rows(text) {
                assert_eq!(row, Some(Row { ink, height }), "{name}");
            }
        }
    }

    #[test]
    fn operators_that_programs_lack_have_no_row() {
        let text = "f32.add f64.sqrt f32.eq i32.trunc_f32_s i64.trunc_sat_f64_u f64.promote_f32
            table.get 0 memory.init 0 elem.drop 0 i8x16.splat i32.atomic.load return_call 0";
        for (name, row) in rows(&format!("{text}) (data \"\") (table 1 funcref) (elem func")) {
            assert_eq!(row, None, "{name}");
        }
    }
}
