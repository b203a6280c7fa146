//! The sizes as a table for people.

use super::measure::Size;
use std::collections::BTreeMap;

const HEADER: [&str; 8] =
    ["contract", "compressed", "raw", "data", "pages", "largest fn", "init uncached", "cached"];

/// One line a contract; the compressed size carries its difference to the committed one.
pub(crate) fn render(sizes: &BTreeMap<String, Size>, committed: &BTreeMap<String, u64>) -> String {
    let mut rows = vec![HEADER.map(str::to_owned)];
    for (name, size) in sizes {
        rows.push([
            name.clone(),
            with_change(size.compressed, committed.get(name).copied()),
            size.raw.to_string(),
            size.data.to_string(),
            size.pages.to_string(),
            size.largest_function_operators.to_string(),
            size.init_cost_uncached.to_string(),
            size.init_cost_cached.to_string(),
        ]);
    }
    aligned(&rows)
}

fn with_change(now: u64, before: Option<u64>) -> String {
    match before {
        None => format!("{now} (new)"),
        Some(before) if before == now => now.to_string(),
        Some(before) => format!("{now} ({:+})", i128::from(now) - i128::from(before)),
    }
}

fn aligned(rows: &[[String; 8]]) -> String {
    let width = |column: usize| rows.iter().map(|row| row[column].len()).max().unwrap_or(0);
    let mut table = String::new();
    for row in rows {
        table.push_str(&format!("{:<1$}", row[0], width(0)));
        for (column, cell) in row.iter().enumerate().skip(1) {
            table.push_str(&format!("  {cell:>0$}", width(column)));
        }
        table.push('\n');
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn change_of_known_size_is_signed() {
        assert_eq!(with_change(110, Some(100)), "110 (+10)");
        assert_eq!(with_change(90, Some(100)), "90 (-10)");
        assert_eq!(with_change(100, Some(100)), "100");
        assert_eq!(with_change(100, None), "100 (new)");
    }
}
