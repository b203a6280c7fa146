//! `docs/invariants.md` against the tests: each file that it names exists and cites the invariant, and
//! nothing cites one that it does not list.

use super::files::Source;
use std::collections::BTreeSet;

/// Where the invariants are listed.
const LIST: &str = "docs/invariants.md";

/// An invariant and the files, or folders, that check it.
struct Row<'a> {
    id: &'a str,
    paths: Vec<&'a str>,
}

/// Rows that name what is not there or does not cite them, and citations of no row, a line each.
pub(crate) fn breaches(files: &[Source]) -> Vec<String> {
    let Some(list) = files.iter().find(|file| file.path == LIST) else {
        return vec![format!("{LIST} is missing")];
    };
    let rows: Vec<Row<'_>> = list.text.lines().filter_map(row).collect();
    let mut breaches: Vec<String> = rows.iter().flat_map(|row| unchecked(row, files)).collect();
    breaches.extend(unknown(&rows, files));
    breaches
}

/// `| HOU-1 | what holds | where |`, where paths stand in backticks and have a slash.
fn row(line: &str) -> Option<Row<'_>> {
    let mut cells = line.strip_prefix('|')?.split('|').map(str::trim);
    let id = cells.next().filter(|cell| cited(cell).eq([*cell]))?;
    let place = cells.nth(1)?;
    let quoted = place.split('`').skip(1).step_by(2);
    Some(Row { id, paths: quoted.filter(|path| path.contains('/')).collect() })
}

fn unchecked(row: &Row<'_>, files: &[Source]) -> Vec<String> {
    let mut breaches = Vec::new();
    for path in &row.paths {
        let folder = format!("{path}/");
        let here = |file: &&Source| file.path == **path || file.path.starts_with(&folder);
        let mut named = files.iter().filter(here).peekable();
        if named.peek().is_none() {
            breaches.push(format!("{LIST}: {}: there is no {path}", row.id));
        } else if !named.any(|file| cited(&file.text).any(|id| id == row.id)) {
            breaches.push(format!("{path}: does not cite {}, which {LIST} says it checks", row.id));
        }
    }
    breaches
}

fn unknown(rows: &[Row<'_>], files: &[Source]) -> Vec<String> {
    let known: BTreeSet<&str> = rows.iter().map(|row| row.id).collect();
    let subjects: BTreeSet<&str> = known.iter().filter_map(|id| id.get(..3)).collect();
    let mut breaches = Vec::new();
    for file in files {
        let ids: BTreeSet<&str> = cited(&file.text).collect();
        let ours = ids.iter().filter(|id| id.get(..3).is_some_and(|s| subjects.contains(s)));
        for id in ours.filter(|id| !known.contains(**id)) {
            breaches.push(format!("{}: cites {id}, which {LIST} does not list", file.path));
        }
    }
    breaches
}

/// Words of the shape of an id: three capitals, a hyphen, digits.
fn cited(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    words.filter(|word| {
        word.split_once('-').is_some_and(|(subject, number)| {
            subject.len() == 3
                && subject.bytes().all(|byte| byte.is_ascii_uppercase())
                && !number.is_empty()
                && number.bytes().all(|byte| byte.is_ascii_digit())
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(path: &str, text: &str) -> Source {
        Source { path: path.to_owned(), text: text.to_owned() }
    }

    fn list(rows: &str) -> Source {
        source(LIST, &format!("| id | what holds | where |\n|---|---|---|\n{rows}\n"))
    }

    #[test]
    fn rows_whose_files_and_folders_cite_them_pass() {
        let rows = "| HOU-1 | x | `a/b.rs`, laws of `math`, the demo |\n| COM-2 | y | `c/tests` |";
        let files = [list(rows), source("a/b.rs", "//! HOU-1."), source("c/tests/d.rs", "(COM-2)")];
        assert!(breaches(&files).is_empty());
    }

    #[test]
    fn row_that_names_no_file_or_one_that_does_not_cite_it_is_refused() {
        let files =
            [list("| HOU-1 | x | `a/b.rs`, `a/c.rs` |"), source("a/b.rs", concat!("HOU", "-12"))];
        let breaches = breaches(&files);
        assert_eq!(breaches.len(), 3, "{breaches:?}");
        assert!(breaches[0].contains("does not cite HOU-1"));
        assert!(breaches[1].contains("there is no a/c.rs"));
        assert!(breaches[2].contains(concat!("cites HOU", "-12")));
    }

    #[test]
    fn ids_of_other_lists_are_nobodys_business() {
        let files = [list("| HOU-1 | x | the demo |"), source("a.rs", "EIP-2612, ERC-20, SHA-3")];
        assert!(breaches(&files).is_empty());
    }
}
