//! Brotli as the chain uses it: strict windows, one shot, a bounded output.

use std::io::Cursor;

use brotli::enc::BrotliEncoderParams;
use brotli_decompressor::{BrotliDecompressStream, BrotliResult, BrotliState, StandardAlloc};

use super::FormatError;

/// Highest effort.
const QUALITY: i32 = 11;
/// Base-2 logarithm of the window.
const WINDOW: i32 = 22;

/// The brotli stream of `bytes`.
pub(super) fn compress(bytes: &[u8]) -> Vec<u8> {
    let params =
        BrotliEncoderParams { quality: QUALITY, lgwin: WINDOW, ..BrotliEncoderParams::default() };
    let mut stream = Vec::new();
    // Reading a slice and writing a vector cannot fail; were that to change, the empty stream is
    // one that no decoder accepts.
    match brotli::BrotliCompress(&mut Cursor::new(bytes), &mut stream, &params) {
        Ok(_) => stream,
        Err(_) => Vec::new(),
    }
}

/// The bytes of a brotli stream, at most `limit` of them.
///
/// Memory and time are bounded by the stream's length and the limit: a stream that says more than
/// the limit stops there.
///
/// # Errors
/// [`FormatError::Truncated`], [`FormatError::Corrupt`] or [`FormatError::TooLarge`].
pub(super) fn decompress(stream: &[u8], limit: u32) -> Result<Vec<u8>, FormatError> {
    // The constructor that is not strict would accept windows of up to 30 bits.
    let mut state = BrotliState::new_strict(
        StandardAlloc::default(),
        StandardAlloc::default(),
        StandardAlloc::default(),
    );
    let mut output = vec![0; limit as usize];
    let (mut left, mut read) = (stream.len(), 0);
    let (mut space, mut written, mut total) = (output.len(), 0, 0);
    let result = BrotliDecompressStream(
        &mut left,
        &mut read,
        stream,
        &mut space,
        &mut written,
        &mut output,
        &mut total,
        &mut state,
    );
    match result {
        BrotliResult::ResultSuccess => {
            output.truncate(written);
            Ok(output)
        }
        BrotliResult::NeedsMoreInput => Err(FormatError::Truncated),
        BrotliResult::NeedsMoreOutput => Err(FormatError::TooLarge { limit }),
        BrotliResult::ResultFailure => Err(FormatError::Corrupt),
    }
}
