//! Selectors and topics of the generated code.

use std::collections::BTreeSet;

/// Name and hexadecimal value of every constant that is documented by a signature:
///
/// ```text
/// /// `deposit(bytes32,uint16,uint256)`
/// pub const DEPOSIT: u32 = 0x68e41cd1;
/// ```
pub(crate) fn constants(source: &str) -> BTreeSet<(String, String)> {
    let mut found = BTreeSet::new();
    let mut signature = None;
    let mut rest = source;
    while let Some((line, after)) = rest.split_once('\n') {
        let line = line.trim();
        if line.starts_with("pub const ") {
            let value = rest.split_once('=').map_or("", |(_, value)| value);
            let value = value.split(';').next().unwrap_or_default();
            if let Some(name) = signature.take() {
                found.insert((name, hex_digits(value)));
            }
        }
        signature = documented_name(line);
        rest = after;
    }
    found
}

/// The name in a documentation line that holds a signature and nothing else.
fn documented_name(line: &str) -> Option<String> {
    let signature = line.strip_prefix("/// `")?.strip_suffix(")`")?;
    let (name, _) = signature.split_once('(')?;
    Some(name.to_owned())
}

/// All `0x…` literals of a value in a row, lower case.
fn hex_digits(value: &str) -> String {
    let literals = value.split("0x").skip(1);
    literals
        .map(|text| text.chars().take_while(|c| c.is_ascii_hexdigit() || *c == '_'))
        .flat_map(|digits| digits.filter(|c| *c != '_'))
        .map(|digit| digit.to_ascii_lowercase())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn constants_with_signature_are_found_and_others_not() {
        let source = "/// `pay(uint256)`\npub const PAY: u32 = 0xAB_cd;\n\n/// Bound.\npub const N: u32 = 0x1;\n\
            /// `Paid(uint256)`\n    pub const PAID: [u64; 2] = [\n        0x01, 0x02,\n    ];\n";
        let expected = [("Paid", "0102"), ("pay", "abcd")];
        let expected = expected.map(|(name, hex)| (name.to_owned(), hex.to_owned()));
        assert_eq!(constants(source), BTreeSet::from(expected));
    }
}
