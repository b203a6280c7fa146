//! The chart of `docs/benchmarks.svg`: bars over a logarithmic axis, readable on light and dark pages.

use super::grouped;
use crate::Row;
use std::fmt::Write as _;

const WIDTH: f64 = 840.0;
const LEFT: f64 = 190.0;
const RIGHT: f64 = 140.0;
const TOP: f64 = 64.0;
const BAR: f64 = 15.0;
const GAP: f64 = 20.0;
/// Powers of ten at the ends of the axis.
const DECADES: (i32, i32) = (0, 8);

const STYLE: &str = "\
svg{font:13px system-ui,-apple-system,'Segoe UI',Helvetica,Arial,sans-serif}\
text{fill:#1f2328}.soft{fill:#59636e;font-size:11px}.title{font-size:16px;font-weight:600}\
.grid{stroke:#d1d9e0;stroke-width:1}.a{fill:#0f766e}.b{fill:#7c8ea3}.c{fill:#d29922}\
@media(prefers-color-scheme:dark){text{fill:#e6edf3}.soft{fill:#9198a1}.grid{stroke:#30363d}\
.a{fill:#2dd4bf}.b{fill:#768390}.c{fill:#e3b341}}";

/// The chart.
pub fn chart(rows: &[Row]) -> String {
    let height = rows.iter().fold(TOP, |sum, row| sum + group_height(row)) + 30.0;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" \
         aria-label=\"Gas of pricing kernels in Stylus and in Solidity\">\n<style>{STYLE}</style>\n"
    );
    heading(&mut svg);
    axis(&mut svg, height);
    let mut y = TOP;
    for row in rows {
        group(&mut svg, row, y);
        y += group_height(row);
    }
    svg.push_str("</svg>\n");
    svg
}

fn group_height(row: &Row) -> f64 {
    BAR * if row.published.is_some() { 3.0 } else { 2.0 } + GAP
}

/// Where a number is on the axis.
fn x(gas: f64) -> f64 {
    let (low, high) = (f64::from(DECADES.0), f64::from(DECADES.1));
    LEFT + (gas.log10() - low) / (high - low) * (WIDTH - LEFT - RIGHT)
}

fn heading(svg: &mut String) {
    svg.push_str(
        "<text class=\"title\" x=\"16\" y=\"26\">Gas of one call, computation alone</text>\n",
    );
    let legend =
        [("a", "Ballast, Rust on Stylus"), ("b", "Solidity twin, via-IR"), ("c", "published")];
    for (place, (class, text)) in legend.into_iter().enumerate() {
        let left = LEFT + 195.0 * place as f64;
        let _ = writeln!(
            svg,
            "<rect class=\"{class}\" x=\"{left}\" y=\"38\" width=\"11\" height=\"11\" rx=\"2\"/>\
             <text class=\"soft\" x=\"{}\" y=\"48\">{text}</text>",
            left + 16.0
        );
    }
}

fn axis(svg: &mut String, height: f64) {
    for decade in DECADES.0..=DECADES.1 {
        let (at, bottom) = (x(10f64.powi(decade)), height - 24.0);
        let label = match decade {
            0..3 => grouped(10f64.powi(decade)),
            3..6 => format!("{}k", grouped(10f64.powi(decade - 3))),
            _ => format!("{}M", grouped(10f64.powi(decade - 6))),
        };
        let _ = writeln!(
            svg,
            "<line class=\"grid\" x1=\"{at:.1}\" y1=\"{TOP}\" x2=\"{at:.1}\" y2=\"{bottom}\"/>\
             <text class=\"soft\" x=\"{at:.1}\" y=\"{}\" text-anchor=\"middle\">{label}</text>",
            bottom + 15.0
        );
    }
}

fn group(svg: &mut String, row: &Row, top: f64) {
    let middle = top + (group_height(row) - GAP) / 2.0 + 4.5;
    let _ = writeln!(
        svg,
        "<text x=\"{}\" y=\"{middle}\" text-anchor=\"end\">{}</text>",
        LEFT - 12.0,
        row.name
    );
    let bars = [
        Some(("a", row.figure.ballast, "")),
        Some(("b", row.figure.solidity, "")),
        row.published.map(|of| ("c", of.gas as f64, of.by)),
    ];
    for (place, (class, gas, by)) in bars.into_iter().flatten().enumerate() {
        let (y, end) = (top + BAR * place as f64, x(gas));
        let _ = writeln!(
            svg,
            "<rect class=\"{class}\" x=\"{LEFT}\" y=\"{y}\" width=\"{:.1}\" height=\"{}\" rx=\"2\"/>\
             <text class=\"soft\" x=\"{:.1}\" y=\"{}\">{} {by}</text>",
            end - LEFT,
            BAR - 2.0,
            end + 5.0,
            y + 10.5,
            grouped(gas)
        );
    }
}
