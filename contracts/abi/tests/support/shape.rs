//! Types with what the ABI knows beyond alloy's: how many variants an enum has.

use alloy_dyn_abi::{DynSolType, DynSolValue, Specifier};
use alloy_json_abi::Param;
use alloy_primitives::{Address, B256, U256};

use super::oracle::Verdict;
use super::source::Source;
use super::values;

/// A type.
pub enum Shape {
    Enum(u64),
    Plain(DynSolType),
    List(Box<Shape>),
    Tuple(Vec<Shape>),
}

impl Shape {
    /// The type of a parameter of the generated JSON.
    pub fn of(param: &Param, enums: &[(&str, u64)]) -> Self {
        let internal = param.internal_type.as_ref().map(ToString::to_string).unwrap_or_default();
        let one = || {
            if !param.components.is_empty() {
                return Self::Tuple(param.components.iter().map(|p| Self::of(p, enums)).collect());
            }
            let name = internal.trim_end_matches("[]").rsplit('.').next().unwrap_or_default();
            match enums.iter().find(|(known, _)| internal.starts_with("enum ") && *known == name) {
                Some((_, count)) => Self::Enum(*count),
                None => Self::Plain(DynSolType::parse(param.ty.trim_end_matches("[]")).unwrap()),
            }
        };
        match param.ty.strip_suffix("[]") {
            Some(_) => Self::List(Box::new(one())),
            None => one(),
        }
    }

    pub fn sample(&self, source: &mut Source) -> DynSolValue {
        match self {
            Self::Enum(count) => values::uint(8, source.below(*count).into()),
            Self::List(element) => DynSolValue::Array(source.list(|source| element.sample(source))),
            Self::Tuple(fields) => {
                DynSolValue::Tuple(fields.iter().map(|field| field.sample(source)).collect())
            }
            Self::Plain(ty) => match ty {
                DynSolType::Bool => DynSolValue::Bool(source.flip()),
                DynSolType::Address => DynSolValue::Address(Address::from(source.fixed())),
                DynSolType::Bytes => DynSolValue::Bytes(source.bytes()),
                DynSolType::FixedBytes(size) => {
                    let mut word = B256::from(source.fixed());
                    word[*size..].fill(0);
                    DynSolValue::FixedBytes(word, *size)
                }
                DynSolType::Uint(bits) => values::uint(*bits, source.uint(*bits as u32)),
                DynSolType::Int(bits) => values::int(*bits, source.int(*bits as u32)),
                other => panic!("the codec has no {other}"),
            },
        }
    }

    /// What the interface says of a value that alloy decoded, as it may decode dirty numbers.
    pub fn judge(&self, value: &DynSolValue) -> Verdict {
        match (self, value) {
            (Self::Enum(count), DynSolValue::Uint(value, _)) => match value {
                value if *value > U256::from(255) => Verdict::Malformed,
                value if *value >= U256::from(*count) => Verdict::OutOfRange,
                _ => Verdict::Sound,
            },
            (Self::List(element), DynSolValue::Array(items)) => {
                Verdict::first(items.iter().map(|item| element.judge(item)))
            }
            (Self::Tuple(fields), DynSolValue::Tuple(items)) => {
                Verdict::first(fields.iter().zip(items).map(|(field, item)| field.judge(item)))
            }
            (_, DynSolValue::Uint(value, 256)) if value.bit_len() > 128 => Verdict::OutOfRange,
            (_, DynSolValue::Uint(value, bits)) if value.bit_len() > *bits => Verdict::Malformed,
            (_, DynSolValue::Int(value, 256)) if value.bits() > 128 => Verdict::OutOfRange,
            (_, DynSolValue::Int(value, bits)) if value.bits() as usize > *bits => {
                Verdict::Malformed
            }
            (_, DynSolValue::FixedBytes(word, size)) if word[*size..].iter().any(|b| *b != 0) => {
                Verdict::Malformed
            }
            _ => Verdict::Sound,
        }
    }
}

/// The type that alloy decodes.
pub fn tuple(params: &[Param]) -> DynSolType {
    DynSolType::Tuple(params.iter().map(|param| param.resolve().unwrap()).collect())
}
