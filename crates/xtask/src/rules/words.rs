//! Words that a finished repository does not contain.

use super::files::Source;

/// What is forbidden and why. Written in pieces, so that this file keeps its own rule.
const FORBIDDEN: &[(&str, &str)] = &[
    (concat!("TO", "DO"), "unfinished work belongs in an issue"),
    (concat!("FIX", "ME"), "unfinished work belongs in an issue"),
    (concat!("todo", "!("), "unfinished work belongs in an issue"),
    (concat!("unimplemented", "!("), "unfinished work belongs in an issue"),
    (concat!("#[ig", "nore"), "a test runs, or it is not there"),
    (concat!("vm.sk", "ip("), "a test runs, or it is not there"),
    (concat!("work/", "shared"), "a folder that a clone does not have"),
    (concat!("../", "shared/"), "a folder that a clone does not have"),
    (concat!("registry.", "npmjs"), "the client's configuration says where packages come from"),
    (concat!("crates", ".io/api"), "the client's configuration says where packages come from"),
    (concat!("index.", "crates.io"), "the client's configuration says where packages come from"),
    (concat!("static.", "crates.io"), "the client's configuration says where packages come from"),
    (concat!("deb.", "debian.org"), "the client's configuration says where packages come from"),
    (concat!("pypi", ".org"), "the client's configuration says where packages come from"),
];

/// Forbidden words, a line each.
pub(crate) fn breaches(files: &[Source]) -> Vec<String> {
    let mut breaches = Vec::new();
    for file in files {
        for (number, line) in file.text.lines().enumerate() {
            for (word, reason) in FORBIDDEN.iter().filter(|(word, _)| line.contains(word)) {
                breaches.push(format!("{}:{}: '{word}': {reason}", file.path, number + 1));
            }
        }
    }
    breaches
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forbidden_word_is_reported_with_its_line() {
        let text = format!("fine\n// {} later\n", concat!("TO", "DO"));
        let files = [Source { path: "a.rs".to_owned(), text }];
        let breaches = breaches(&files);
        assert_eq!(breaches.len(), 1);
        assert!(breaches[0].starts_with("a.rs:2:"));
    }
}
