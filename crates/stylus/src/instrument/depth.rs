//! How high the operand stack of a function gets, read straight through.

use wasmparser::{BlockType, Operator};

use crate::validate::Module;

/// The height of the operand stack, followed without regard to where control goes.
///
/// It is not the height of a type checker: results of a block count from its start, those of a call
/// on top of its parameters, and dead code counts. The chain measures so, and frames are priced by it.
pub(super) struct Depth {
    height: u32,
    worst: u32,
    /// The height after each open block's result slots, outermost first.
    scopes: Vec<u32>,
}

impl Depth {
    pub(super) fn new() -> Self {
        Self { height: 0, worst: 0, scopes: vec![0] }
    }

    /// The highest that was seen.
    pub(super) fn worst(&self) -> u32 {
        self.worst
    }

    /// Sees `values` more for a moment.
    pub(super) fn touch(&mut self, values: u32) {
        self.worst = self.worst.max(self.height.saturating_add(values));
    }

    /// Follows one operator; `height` is its effect where that depends on no type.
    pub(super) fn apply(&mut self, op: &Operator<'_>, height: i32, module: &Module<'_>) {
        match op {
            Operator::Block { blockty } | Operator::Loop { blockty } => {
                self.open(*blockty, module);
            }
            Operator::If { blockty } => {
                self.pop(1);
                self.open(*blockty, module);
            }
            Operator::Else => self.height = self.scopes.last().copied().unwrap_or(0),
            Operator::End => self.height = self.scopes.pop().unwrap_or(0),
            Operator::Call { function_index } => {
                if let Some(ty) = module.type_index(*function_index) {
                    self.call(ty, module);
                }
            }
            Operator::CallIndirect { type_index, .. } => {
                self.call(*type_index, module);
                self.pop(1);
            }
            _ if height > 0 => self.push(height.unsigned_abs()),
            _ => self.pop(height.unsigned_abs()),
        }
    }

    fn open(&mut self, ty: BlockType, module: &Module<'_>) {
        match ty {
            BlockType::Empty => {}
            BlockType::Type(_) => self.push(1),
            BlockType::FuncType(index) => {
                let (params, results) = module.arity(index);
                self.push(results);
                self.pop(params);
            }
        }
        self.scopes.push(self.height);
    }

    fn call(&mut self, type_index: u32, module: &Module<'_>) {
        let (params, results) = module.arity(type_index);
        self.push(results);
        self.pop(params);
    }

    fn push(&mut self, values: u32) {
        self.height = self.height.saturating_add(values);
        self.worst = self.worst.max(self.height);
    }

    fn pop(&mut self, values: u32) {
        self.height = self.height.saturating_sub(values);
    }
}
