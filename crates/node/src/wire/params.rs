//! Positional parameters, decoded one by one into the types a method asks for.

use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::RpcError;

/// No method takes more; a longer list is refused before it is stored.
const MAX_PARAMS: usize = 8;

/// The parameters of one call. `null` and absent are the same to an optional parameter.
#[derive(Debug, Default)]
pub(crate) struct Params(Vec<Box<RawValue>>);

impl Params {
    /// Splits the parameter list.
    ///
    /// # Errors
    /// Anything but an array of at most eight elements: named parameters are not part of the
    /// Ethereum interface.
    pub(crate) fn parse(raw: Option<&RawValue>) -> Result<Self, RpcError> {
        let Some(raw) = raw.filter(|raw| raw.get() != "null") else { return Ok(Self::default()) };
        serde_json::from_str(raw.get())
            .map_err(|error| RpcError::invalid_params(format!("invalid params: {error}")))
    }

    /// The parameter at `index`.
    ///
    /// # Errors
    /// Missing, `null`, or not of the type.
    pub(crate) fn required<T: DeserializeOwned>(
        &self,
        index: usize,
        name: &str,
    ) -> Result<T, RpcError> {
        self.optional(index, name)?.ok_or_else(|| {
            RpcError::invalid_params(format!(
                "missing value for required argument {index} ({name})"
            ))
        })
    }

    /// The parameter at `index`, if it was given.
    ///
    /// # Errors
    /// Given, and not of the type.
    pub(crate) fn optional<T: DeserializeOwned>(
        &self,
        index: usize,
        name: &str,
    ) -> Result<Option<T>, RpcError> {
        let Some(raw) = self.0.get(index) else { return Ok(None) };
        serde_json::from_str(raw.get()).map_err(|error| {
            RpcError::invalid_params(format!("invalid argument {index} ({name}): {error}"))
        })
    }
}

impl<'de> Deserialize<'de> for Params {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(ParamsVisitor)
    }
}

struct ParamsVisitor;

impl<'de> Visitor<'de> for ParamsVisitor {
    type Value = Params;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "an array of at most {MAX_PARAMS} parameters")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Params, A::Error> {
        let mut params = Vec::new();
        while let Some(value) = seq.next_element::<Box<RawValue>>()? {
            if params.len() == MAX_PARAMS {
                return Err(serde::de::Error::invalid_length(MAX_PARAMS + 1, &self));
            }
            params.push(value);
        }
        Ok(Params(params))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Params, RpcError> {
        let raw = RawValue::from_string(text.to_owned()).expect("JSON");
        Params::parse(Some(&raw))
    }

    #[test]
    fn params_null_and_absent_are_no_value() {
        let params = parse("[1, null]").expect("array");
        assert_eq!(params.optional::<u8>(1, "b"), Ok(None));
        assert_eq!(params.optional::<u8>(2, "c"), Ok(None));
        assert!(params.required::<u8>(1, "b").is_err());
        assert_eq!(params.required::<u8>(0, "a"), Ok(1));
    }

    #[test]
    fn params_by_name_or_too_many_are_refused() {
        assert!(parse(r#"{"a":1}"#).is_err());
        assert!(parse("[1,1,1,1,1,1,1,1,1]").is_err());
        assert!(parse("\"x\"").is_err());
    }
}
