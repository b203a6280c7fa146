//! The story as a table.

use crate::decimal;

/// A step: what happened, what came of it, and what it cost.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) who: String,
    pub(crate) what: String,
    pub(crate) result: String,
    pub(crate) gas: Option<u64>,
    pub(crate) peer: Option<u64>,
}

/// Rows in order.
#[derive(Debug, Default)]
pub(crate) struct Table(Vec<Row>);

impl Table {
    pub(crate) fn push(&mut self, row: Row) {
        self.0.push(row);
    }

    /// Prints it, columns aligned.
    pub(crate) fn print(&self) {
        let width = |text: fn(&Row) -> &str| {
            self.0.iter().map(|row| text(row).chars().count()).max().unwrap_or(0)
        };
        let (who, what, result) =
            (width(|row| &row.who), width(|row| &row.what), width(|row| &row.result));
        let line = |a: &str, b: &str, c: &str, d: &str, e: &str, f: &str| {
            println!("{a:<who$}  {b:<what$}  {c:<result$}  {d:>9}  {e:>9}  {f:>6}");
        };
        line("who", "does", "and then", "gas", "Derive v2", "");
        line("", "", "", "", "", "");
        for row in &self.0 {
            let times = row
                .gas
                .zip(row.peer)
                .map_or(String::new(), |(gas, peer)| format!("{:.1}x", peer as f64 / gas as f64));
            line(&row.who, &row.what, &row.result, &grouped(row.gas), &grouped(row.peer), &times);
        }
        println!(
            "\ngas: of the transaction, with the 21,000 and the calldata that each pays on its own."
        );
        println!(
            "Derive v2: the step there that comes nearest, without that part, storage cold: in cross margin; two\n\
             signed orders matched with mock feeds; for the liquidation, the start of an auction of eight legs\n\
             in portfolio margin, and a bid on it."
        );
    }
}

/// A number with its thousands apart.
fn grouped(number: Option<u64>) -> String {
    number.map_or_else(|| "–".to_owned(), |number| decimal::grouped(&number.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grouped_numbers_have_their_thousands_apart() {
        assert_eq!(grouped(Some(7)), "7");
        assert_eq!(grouped(Some(1_234)), "1,234");
        assert_eq!(grouped(Some(1_234_567)), "1,234,567");
        assert_eq!(grouped(None), "–");
    }
}
