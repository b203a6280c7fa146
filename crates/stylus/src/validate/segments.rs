//! Data and element segments: their constants, their place and their size.

use wasmparser::{ConstExpr, Data, DataKind, Element, ElementItems, ElementKind, Operator};

use super::{ModuleError, Segment};

/// How many segments there are, and their bytes.
#[derive(Default)]
pub(crate) struct Segments {
    pub(crate) count: u32,
    /// Bytes of data; 0 for elements.
    pub(crate) payload_bytes: u32,
    /// Bytes of the whole entries, flags and offsets included.
    pub(crate) entry_bytes: u32,
}

impl Segments {
    /// Counts a data segment and, if it is active, checks its place in `size` bytes of memory.
    pub(super) fn add_data(
        &mut self,
        index: u32,
        data: &Data<'_>,
        size: u64,
    ) -> Result<(), ModuleError> {
        self.count(&data.range);
        self.payload_bytes += data.data.len() as u32;
        let DataKind::Active { offset_expr, .. } = &data.kind else {
            return Ok(());
        };
        check_range(Segment::Data, index, offset_expr, data.data.len() as u64, size)
    }

    /// Counts an element segment and, if it is active, checks its place in a table of `size`.
    pub(super) fn add_element(
        &mut self,
        index: u32,
        element: &Element<'_>,
        size: u64,
    ) -> Result<(), ModuleError> {
        self.count(&element.range);
        let ElementKind::Active { offset_expr, .. } = &element.kind else {
            return Ok(());
        };
        let ElementItems::Functions(items) = &element.items else {
            return Err(ModuleError::NotFunctions { what: "element segment", index });
        };
        check_range(Segment::Element, index, offset_expr, u64::from(items.count()), size)
    }

    fn count(&mut self, range: &core::ops::Range<u64>) {
        self.count += 1;
        self.entry_bytes += (range.end - range.start) as u32;
    }
}

/// The table that an active segment fills; 0 for others.
pub(super) fn table_of(element: &Element<'_>) -> u32 {
    match element.kind {
        ElementKind::Active { table_index, .. } => table_index.unwrap_or(0),
        ElementKind::Passive | ElementKind::Declared => 0,
    }
}

/// Whether an initialiser is one constant.
pub(super) fn is_constant(expr: &ConstExpr<'_>) -> bool {
    matches!(
        single(expr),
        Some(
            Operator::I32Const { .. }
                | Operator::I64Const { .. }
                | Operator::F32Const { .. }
                | Operator::F64Const { .. }
        )
    )
}

/// The only operator of an expression before its `end`.
fn single<'a>(expr: &ConstExpr<'a>) -> Option<Operator<'a>> {
    let mut operators = expr.get_operators_reader();
    let first = operators.read().ok()?;
    let last = operators.read().ok()?;
    (matches!(last, Operator::End) && operators.eof()).then_some(first)
}

/// Checks that a segment of `len` starts at a constant and ends within `size`.
fn check_range(
    kind: Segment,
    index: u32,
    offset: &ConstExpr<'_>,
    len: u64,
    size: u64,
) -> Result<(), ModuleError> {
    let Some(Operator::I32Const { value }) = single(offset) else {
        return Err(ModuleError::SegmentOffset { kind, index });
    };
    let end = u64::from(value as u32) + len;
    if end > size {
        return Err(ModuleError::SegmentRange { kind, index, end, size });
    }
    Ok(())
}
