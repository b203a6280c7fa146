//! CSV files with a header, read by the names of their columns.

use anyhow::{Context, Result, anyhow, bail};
use csv::{ErrorKind, ReaderBuilder, StringRecord, Trim};
use std::fmt::Display;
use std::path::Path;

use crate::decimal::{DecimalError, parse, parse_unsigned};

/// A file with at least the columns that were asked for.
pub(crate) struct Table {
    name: String,
    columns: Vec<String>,
    records: Vec<(usize, StringRecord)>,
}

/// A row of a table.
#[derive(Clone, Copy)]
pub(crate) struct Row<'a> {
    table: &'a Table,
    line: usize,
    record: &'a StringRecord,
}

impl Table {
    /// Reads a file. Columns may come in any order; others are passed over.
    ///
    /// # Errors
    /// It cannot be read, a column is missing or there twice, a row has too few or too many fields.
    pub(crate) fn read(path: &Path, required: &[&str]) -> Result<Self> {
        let (name, text) = (super::name(path), super::read(path)?);
        let mut reader = ReaderBuilder::new().trim(Trim::All).from_reader(text.as_bytes());
        let header = reader.headers().with_context(|| name.clone())?;
        let columns: Vec<String> = header.iter().map(str::to_owned).collect();
        let mut records = Vec::new();
        for record in reader.records() {
            let record = record.map_err(|error| anyhow!("{name}: {}", malformed(&text, error)))?;
            let line = record.position().map_or(0, |at| line_at(&text, at.byte()));
            records.push((line, record));
        }
        let table = Self { name, columns, records };
        table.check_header(required)?;
        Ok(table)
    }

    /// Whether there is a column of this name.
    pub(crate) fn has(&self, column: &str) -> bool {
        self.columns.iter().any(|name| name == column)
    }

    /// What is wrong with the header.
    pub(crate) fn header_error(&self, problem: impl Display) -> anyhow::Error {
        anyhow!("{}: line 1: {problem}; found {}", self.name, self.columns.join(","))
    }

    /// All rows below the header.
    pub(crate) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.records.iter().map(|(line, record)| Row { table: self, line: *line, record })
    }

    fn check_header(&self, required: &[&str]) -> Result<()> {
        for (place, name) in self.columns.iter().enumerate() {
            if self.columns[..place].contains(name) {
                bail!(self.header_error(format!("column {name} is there twice")));
            }
        }
        match required.iter().find(|name| !self.has(name)) {
            Some(name) => bail!(self.header_error(format!("expected a column {name}"))),
            None => Ok(()),
        }
    }
}

impl<'a> Row<'a> {
    /// A field as it is written; empty if there is no such column.
    pub(crate) fn text(&self, column: &str) -> &'a str {
        self.place(column).and_then(|place| self.record.get(place)).unwrap_or("")
    }

    /// A number.
    ///
    /// # Errors
    /// It is none, or does not fit.
    pub(crate) fn signed(&self, column: &str) -> Result<i128> {
        self.number(column, parse)
    }

    /// A number of 0 or more.
    ///
    /// # Errors
    /// It is none, does not fit, or is negative.
    pub(crate) fn unsigned(&self, column: &str) -> Result<i128> {
        self.number(column, parse_unsigned)
    }

    /// A whole number of seconds.
    ///
    /// # Errors
    /// It is none.
    pub(crate) fn seconds(&self, column: &str) -> Result<u64> {
        let number = self.text(column).parse();
        number.map_err(|_| self.field_error(column, "expected a whole number of seconds"))
    }

    /// What is wrong with a field.
    pub(crate) fn field_error(&self, column: &str, problem: impl Display) -> anyhow::Error {
        let place = self.place(column).map_or(0, |place| place + 1);
        let (name, line, text) = (&self.table.name, self.line, self.text(column));
        anyhow!("{name}: line {line}, column {place} ({column}): {problem}, found {text:?}")
    }

    /// What is wrong with the row.
    pub(crate) fn error(&self, problem: impl Display) -> anyhow::Error {
        let (name, line, id) = (&self.table.name, self.line, self.text("id"));
        anyhow!("{name}: line {line} (id {id}): {problem}")
    }

    fn number(&self, column: &str, read: fn(&str) -> Result<i128, DecimalError>) -> Result<i128> {
        read(self.text(column)).map_err(|problem| self.field_error(column, problem))
    }

    fn place(&self, column: &str) -> Option<usize> {
        self.table.columns.iter().position(|name| name == column)
    }
}

/// The line of the record that starts here or after empty lines, from 1.
fn line_at(text: &str, byte: u64) -> usize {
    let at = (byte as usize).min(text.len());
    let start = text.len() - text[at..].trim_start_matches(['\r', '\n']).len();
    1 + text[..start].matches('\n').count()
}

fn malformed(text: &str, error: csv::Error) -> String {
    match error.kind() {
        ErrorKind::UnequalLengths { pos: Some(at), expected_len, len } => {
            let line = line_at(text, at.byte());
            format!("line {line}: expected {expected_len} fields, found {len}")
        }
        _ => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_of_a_record_counts_empty_lines_and_both_line_ends() {
        let text = "a,b\r\n1,2\r\n\r\n3,4\n";
        assert_eq!((line_at(text, 0), line_at(text, 3), line_at(text, 8)), (1, 2, 4));
    }
}
