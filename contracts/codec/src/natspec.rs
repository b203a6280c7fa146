//! NatSpec comments, taken apart.

use syn::{Attribute, Expr, ExprLit, Lit, Meta};

use crate::model::Docs;

/// The NatSpec of an item, from its doc comments.
#[must_use]
pub fn docs(attributes: &[Attribute]) -> Docs {
    let mut docs = Docs::default();
    let mut current = String::new();
    for line in attributes.iter().filter_map(line).flat_map(|text| lines(&text)) {
        if line.starts_with('@') || line.is_empty() {
            file(&mut docs, std::mem::take(&mut current));
        } else if !current.is_empty() {
            current.push('\n');
        }
        current.push_str(&line);
    }
    file(&mut docs, current);
    docs
}

/// The text of a doc attribute.
fn line(attribute: &Attribute) -> Option<String> {
    match &attribute.meta {
        Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}

/// The lines of a comment, without the stars that block comments begin lines with.
fn lines(text: &str) -> Vec<String> {
    text.lines().map(|line| line.trim().trim_start_matches('*').trim().to_owned()).collect()
}

/// Puts one tagged paragraph where it belongs.
fn file(docs: &mut Docs, paragraph: String) {
    let (tag, rest) = match paragraph.strip_prefix('@') {
        Some(tagged) => tagged.split_once(char::is_whitespace).unwrap_or((tagged, "")),
        None => ("notice", paragraph.as_str()),
    };
    let rest = rest.trim();
    match tag {
        _ if rest.is_empty() => {}
        "param" => {
            let (name, text) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
            docs.parameters.push((name.to_owned(), text.trim().to_owned()));
        }
        "return" => docs.returns.push(rest.to_owned()),
        _ => docs.text.push(rest.to_owned()),
    }
}
