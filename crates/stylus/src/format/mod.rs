//! How a program is stored as the code of an account, and the init code that puts it there.
//!
//! ```text
//! classic   EF F0 00 │ dictionary │ brotli stream of the module
//! fragment  EF F0 01 │ a slice of the brotli stream
//! root      EF F0 02 │ dictionary │ length of the module, 4 bytes │ 20-byte fragment addresses
//! ```

mod compression;
mod error;
mod fragments;
mod init_code;

pub use error::FormatError;
pub use fragments::{Root, fragments};
pub use init_code::init_code;

use crate::rules::Rules;
use compression::{compress, decompress};

/// Bytes before the dictionary byte or, in a fragment, before the stream.
pub const PREFIX_LEN: usize = 3;
/// The only dictionary this crate can read and write: none.
pub const NO_DICTIONARY: u8 = 0;

/// First bytes of every kind of program code.
const MAGIC: [u8; 2] = [0xEF, 0xF0];

/// What a prefix says code to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A whole program.
    Classic,
    /// A part of a program; it can be neither activated nor called.
    Fragment,
    /// A program whose parts other accounts hold.
    Root,
}

impl Kind {
    const fn byte(self) -> u8 {
        match self {
            Kind::Classic => 0,
            Kind::Fragment => 1,
            Kind::Root => 2,
        }
    }

    const fn prefix(self) -> [u8; PREFIX_LEN] {
        [MAGIC[0], MAGIC[1], self.byte()]
    }
}

/// The kind of program that `code` is, if the rules know it.
///
/// A prefix counts only if something follows it; fragments and roots exist where
/// [`Rules::has_fragments`]. Code of any kind may be deployed although it starts with `EF`.
pub fn kind(code: &[u8], rules: &Rules) -> Option<Kind> {
    if code.len() <= PREFIX_LEN || code[..2] != MAGIC {
        return None;
    }
    match code[2] {
        0 => Some(Kind::Classic),
        1 if rules.has_fragments() => Some(Kind::Fragment),
        2 if rules.has_fragments() => Some(Kind::Root),
        _ => None,
    }
}

/// Whether a frame with this code runs as a program and not on the EVM.
pub fn is_program(code: &[u8], rules: &Rules) -> bool {
    matches!(kind(code, rules), Some(Kind::Classic | Kind::Root))
}

/// The code of a classic program: brotli at quality 11 and window 22, without dictionary.
pub fn classic(wasm: &[u8]) -> Vec<u8> {
    let mut code = Kind::Classic.prefix().to_vec();
    code.push(NO_DICTIONARY);
    code.extend(compress(wasm));
    code
}

/// The module in the code of a classic program.
///
/// # Errors
/// [`FormatError`] if the code is no classic program or its stream does not decompress to at most
/// [`Rules::max_wasm_size`] bytes. Bytes after the end of the stream are ignored.
pub fn module(code: &[u8], rules: &Rules) -> Result<Vec<u8>, FormatError> {
    if code.is_empty() {
        return Err(FormatError::NoCode);
    }
    match kind(code, rules) {
        Some(Kind::Classic) => {
            check_dictionary(code[PREFIX_LEN])?;
            decompress(&code[PREFIX_LEN + 1..], rules.max_wasm_size)
        }
        Some(Kind::Fragment) => Err(FormatError::Fragment),
        Some(Kind::Root) => Err(FormatError::Root),
        None => Err(FormatError::NotAProgram),
    }
}

fn check_dictionary(dictionary: u8) -> Result<(), FormatError> {
    if dictionary == NO_DICTIONARY {
        Ok(())
    } else {
        Err(FormatError::UnsupportedDictionary { dictionary })
    }
}
