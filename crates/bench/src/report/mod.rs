//! What a run says: a table and a chart, word for word the same in every run.

mod chart;
mod table;

pub use chart::chart;
pub use table::{table, with_table};

/// A whole number with commas.
fn grouped(number: f64) -> String {
    let digits = format!("{number:.0}");
    let mut text = String::with_capacity(digits.len() * 2);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn grouped_puts_a_comma_before_every_three_digits() {
        assert_eq!([7.4, 999.6, 1_234_567.0].map(grouped), ["7", "1,000", "1,234,567"]);
    }
}
