//! Programs too large for one account: a root that names accounts which hold the parts.

use super::{FormatError, Kind, NO_DICTIONARY, PREFIX_LEN, check_dictionary, compress, decompress};
use crate::rules::Rules;

/// Bytes of an address.
const ADDRESS_LEN: usize = 20;
/// Bytes of a root before its addresses.
const HEADER_LEN: usize = PREFIX_LEN + 1 + 4;

/// A program in parts: how long its module is and where its stream lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Root {
    /// Bytes of the decompressed module.
    pub module_len: u32,
    /// The accounts that hold the parts, in order.
    pub addresses: Vec<[u8; ADDRESS_LEN]>,
}

impl Root {
    /// Reads the code of a root.
    ///
    /// # Errors
    /// [`FormatError`] if the code is no root, is not whole, or is beyond the rules' limits.
    pub fn parse(code: &[u8], rules: &Rules) -> Result<Self, FormatError> {
        if super::kind(code, rules) != Some(Kind::Root) {
            return Err(FormatError::NotAProgram);
        }
        let dictionary = code[PREFIX_LEN];
        let (Some(header), Some(rest)) =
            (code.get(PREFIX_LEN + 1..HEADER_LEN), code.get(HEADER_LEN..))
        else {
            return Err(FormatError::RootLength { len: code.len() });
        };
        check_dictionary(dictionary)?;
        let module_len = header.iter().fold(0, |len, byte| len << 8 | u32::from(*byte));
        if module_len > rules.max_wasm_size {
            return Err(FormatError::TooLarge { limit: rules.max_wasm_size });
        }
        let (addresses, tail) = rest.as_chunks::<ADDRESS_LEN>();
        if !tail.is_empty() {
            return Err(FormatError::RootLength { len: code.len() });
        }
        if addresses.is_empty() || addresses.len() > usize::from(rules.max_fragments) {
            let (count, limit) = (addresses.len(), rules.max_fragments);
            return Err(FormatError::FragmentCount { count, limit });
        }
        Ok(Self { module_len, addresses: addresses.to_vec() })
    }

    /// The code of this root.
    pub fn code(&self) -> Vec<u8> {
        let mut code = Kind::Root.prefix().to_vec();
        code.push(NO_DICTIONARY);
        code.extend(self.module_len.to_be_bytes());
        code.extend(self.addresses.as_flattened());
        code
    }

    /// The module, from the codes of the accounts in order.
    ///
    /// # Errors
    /// [`FormatError`] if an account holds no fragment, the parts do not decompress, or the
    /// module's length is not exactly the declared one.
    pub fn module(&self, fragments: &[&[u8]], rules: &Rules) -> Result<Vec<u8>, FormatError> {
        if fragments.len() != self.addresses.len() {
            let (given, named) = (fragments.len(), self.addresses.len());
            return Err(FormatError::FragmentsGiven { given, named });
        }
        let mut stream = Vec::new();
        for (index, code) in fragments.iter().enumerate() {
            if super::kind(code, rules) != Some(Kind::Fragment) {
                return Err(FormatError::NotAFragment { index });
            }
            stream.extend_from_slice(&code[PREFIX_LEN..]);
        }
        let wasm = decompress(&stream, rules.max_wasm_size)?;
        if wasm.len() != self.module_len as usize {
            let (declared, actual) = (self.module_len, wasm.len());
            return Err(FormatError::DeclaredSize { declared, actual });
        }
        Ok(wasm)
    }
}

/// The codes of the fragments that hold a module, each of at most `max_code_size` bytes.
///
/// At least one payload byte goes into each, so that a size below four bytes does not loop.
pub fn fragments(wasm: &[u8], max_code_size: usize) -> Vec<Vec<u8>> {
    let payload = max_code_size.saturating_sub(PREFIX_LEN).max(1);
    compress(wasm).chunks(payload).map(|part| [&Kind::Fragment.prefix(), part].concat()).collect()
}
