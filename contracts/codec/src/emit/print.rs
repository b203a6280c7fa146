//! Formatting.
//!
//! By the prettyplease library and not by rustfmt: what is generated then depends on the lock file and
//! not on which toolchain is installed.

use std::path::Path;

use proc_macro2::TokenStream;

use crate::output::File;

/// A formatted file with a header that names its source.
pub(super) fn file(path: &Path, source: &str, tokens: TokenStream) -> File {
    let body = match syn::parse2(tokens.clone()) {
        Ok(tree) => prettyplease::unparse(&tree),
        // Only a bug of the generator gets here; the compiler then shows where.
        Err(error) => format!("compile_error!({:?});\n{tokens}", error.to_string()),
    };
    let text = format!(
        "// Generated from {source} by `cargo run -p codec`. Not to be edited.\n\n{}",
        spaced(&body)
    );
    File { path: path.to_owned(), text }
}

/// Puts an empty line between items, which prettyplease does not.
fn spaced(body: &str) -> String {
    let mut text = String::new();
    let mut previous = "";
    for line in body.lines() {
        if ends_item(previous) && begins_item(line) && indent(previous) == indent(line) {
            text.push('\n');
        }
        text.push_str(line.trim_end());
        text.push('\n');
        previous = line;
    }
    text
}

fn ends_item(line: &str) -> bool {
    let line = line.trim_start();
    let declares = ["pub ", "use ", "fn ", ") -> "].iter().any(|start| line.starts_with(start));
    line == "}" || line.starts_with("//!") || (declares && line.ends_with(';'))
}

fn begins_item(line: &str) -> bool {
    let line = line.trim_start();
    let documented = line.starts_with("///") || line.starts_with("#[");
    documented
        || ["fn ", "impl ", "pub fn ", "pub mod "].iter().any(|start| line.starts_with(start))
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}
