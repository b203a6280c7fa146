//! `ballast price` and `ballast iv`: results against values at 30 digits, round trips, bad files.

mod process;

use csv::StringRecord;
use process::{example, printed, refusal, scratch};
use std::collections::BTreeMap;

/// Expected results of `examples/options.csv`, computed at 30 digits.
const EXPECTED: &str = include_str!("reference/options.csv");
const HEADER: &str = "id,S,K,T_sec,vol,r\n";

type Row = BTreeMap<String, String>;

fn rows(text: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().unwrap().clone();
    let named = |row: StringRecord| {
        header.iter().map(str::to_owned).zip(row.iter().map(str::to_owned)).collect()
    };
    reader.records().map(|row| named(row.unwrap())).collect()
}

fn float(row: &Row, column: &str) -> f64 {
    row[column].parse().unwrap()
}

/// What is printed besides gamma has 18 decimals.
const UNIT: f64 = 1e-18;

/// The error beyond `unit` as a fraction of the value or, for a value that is nothing, of `small`.
fn error(found: f64, expected: f64, unit: f64, small: f64) -> f64 {
    ((found - expected).abs() - unit).max(0.0) / expected.abs().max(small)
}

/// A millionth of how large a column can be.
fn small(case: &Row, column: &str) -> f64 {
    let years = float(case, "T_sec") / 31_536_000.0;
    let (spot, volatility) = (float(case, "S"), float(case, "vol"));
    let money = spot.max(float(case, "K"));
    let of = column.trim_start_matches("b76_").split('_').next().unwrap();
    1e-6 * match of {
        "call" | "put" => spot,
        "gamma" => 0.4 / (spot * volatility * years.sqrt()),
        "vega" => 0.4 * money * years.sqrt(),
        "theta" => 0.2 * money * volatility / years.sqrt() + money * float(case, "r").abs(),
        "rho" => years * money,
        "vanna" => 0.25 / volatility,
        "volga" => money * years.sqrt() / volatility,
        _ => 1.0,
    }
}

#[test]
fn prices_and_greeks_of_the_example_are_within_1e_12_of_the_expected_ones() {
    let found = rows(&printed(&["price", "--in", &example("options.csv")], ""));
    let cases = rows(&std::fs::read_to_string(example("options.csv")).unwrap());
    let expected = rows(EXPECTED);
    assert_eq!((found.len(), cases.len()), (expected.len(), expected.len()));
    let mut worst: BTreeMap<&str, (f64, &str)> = BTreeMap::new();
    for ((found, case), expected) in found.iter().zip(&cases).zip(&expected) {
        assert_eq!(found["id"], expected["id"]);
        for column in expected.keys().filter(|name| *name != "id") {
            let (is, must) = (float(found, column), float(expected, column));
            let unit = if column.ends_with("gamma") { 0.0 } else { UNIT };
            let error = error(is, must, unit, small(case, column));
            let entry = worst.entry(column).or_default();
            if error >= entry.0 {
                *entry = (error, &expected["id"]);
            }
        }
    }
    for (column, (error, id)) in &worst {
        println!("{column:<16} {error:.1e} in case {id}");
        assert!(*error < 1e-12, "{column}: {error:e} in case {id}");
    }
}

#[test]
fn columns_in_another_order_and_further_ones_give_the_same() {
    let ordered = printed(&["price", "--in", "-"], &format!("{HEADER}a,100,90,86400,0.5,0.01\n"));
    let shuffled = "note,r,vol,K,id,T_sec,S\r\nx,0.01,5e-1,90.0,a,86400,+100\r\n";
    assert_eq!(printed(&["price", "--in", "-", "--out", "-"], shuffled), ordered);
}

#[test]
fn gamma_of_a_dear_underlying_has_more_than_eighteen_decimals() {
    let input = format!("{HEADER}a,1000000000,1000000000,31536000,0.6,0\n");
    let found = rows(&printed(&["price", "--in", "-"], &input));
    // n(0.3)/(S·0.6).
    let expected = 0.381_387_815_460_524_1 / 0.6e9;
    assert!(found[0]["gamma"].len() > 24, "{}", found[0]["gamma"]);
    assert!(error(float(&found[0], "gamma"), expected, 0.0, 0.0) < 1e-14);
}

/// The prices of one column as a file for `iv`.
fn priced(cases: &[Row], prices: &[Row], underlying: &str, column: &str) -> String {
    let kind = column.trim_start_matches("b76_");
    let mut text = format!("id,{underlying},K,T_sec,price,r,kind\n");
    for (case, price) in cases.iter().zip(prices) {
        let fields = ["id", "S", "K", "T_sec"].map(|name| case[name].as_str()).join(",");
        text += &format!("{fields},{},{},{kind}\n", price[column], case["r"]);
    }
    text
}

#[test]
fn volatility_of_a_price_is_the_one_it_was_priced_with() {
    let cases = rows(&std::fs::read_to_string(example("options.csv")).unwrap());
    let prices = rows(&printed(&["price", "--in", &example("options.csv")], ""));
    let mut worst: f64 = 0.0;
    let mut compared = 0;
    for (underlying, column) in [("S", "call"), ("S", "put"), ("F", "b76_call"), ("F", "b76_put")] {
        let vega = if underlying == "S" { "vega" } else { "b76_vega" };
        let found =
            rows(&printed(&["iv", "--in", "-"], &priced(&cases, &prices, underlying, column)));
        for ((case, price), found) in cases.iter().zip(&prices).zip(&found) {
            let money = float(case, "S").max(float(case, "K"));
            // A price has 18 decimals: where vega is small they tell little of the volatility.
            if float(price, vega) > 1e-4 * money && float(price, vega) > 1e-5 {
                worst = worst.max((float(found, "vol") - float(case, "vol")).abs());
                compared += 1;
            }
        }
    }
    println!("{compared} volatilities, the worst off by {worst:.1e}");
    assert!(compared > 80 && worst < 1e-11, "{compared}: {worst:e}");
}

#[test]
fn price_of_a_malformed_file_is_refused_with_line_column_and_what_was_expected() {
    for (file, expected) in [
        ("", "line 1: expected a column id"),
        ("id,S,K,T_sec,vol\n", "line 1: expected a column r; found id,S,K,T_sec,vol"),
        ("id,S,S,K,T_sec,vol,r\n", "line 1: column S is there twice"),
        ("id,S,K,T_sec,vol,r\na,1,2,3\n", "line 2: expected 6 fields, found 4"),
        (
            "id,S,K,T_sec,vol,r\na,1,1,1,1,0\n\nb,1,x,1,1,0\n",
            "line 4, column 3 (K): expected a decimal number, found \"x\"",
        ),
        (
            "id,S,K,T_sec,vol,r\r\na,1,1,1,1,0\r\nb,1,1,1.5,1,0\r\n",
            "line 3, column 4 (T_sec): expected a whole number of seconds, found \"1.5\"",
        ),
        (
            "id,S,K,T_sec,vol,r\na,1,1,1,-1,0\n",
            "line 2, column 5 (vol): expected 0 or more, found \"-1\"",
        ),
        (
            "id,S,K,T_sec,vol,r\na,1e21,1,1,1,0\n",
            "line 2, column 2 (S): expected a magnitude below 1.7e20",
        ),
        (
            "id,S,K,T_sec,vol,r\na,1,1,1,1,1e-19\n",
            "line 2, column 6 (r): expected at most 18 decimals",
        ),
        ("id,S,K,T_sec,vol,r\na,1e16,1,1,1,0\n", "line 2 (id a): the result exceeds its range"),
        ("id,S,K,T_sec,vol,r\na,1,1,1,1,20\n", "line 2 (id a): the result exceeds its range"),
    ] {
        let error = refusal(&["price", "--in", "-"], file);
        assert!(error.contains(&format!("standard input: {expected}")), "{file}: {error}");
    }
}

#[test]
fn iv_of_a_malformed_file_is_refused_with_line_column_and_what_was_expected() {
    let file = |row: &str| format!("id,F,K,T_sec,price,r,kind\n{row}\n");
    for (file, expected) in [
        ("id,K,T_sec,price,r,kind\n".to_owned(), "line 1: expected one of the columns S and F"),
        ("id,S,F,K,T_sec,price,r,kind\n".to_owned(), "line 1: expected one of the columns S and F"),
        (file("a,1,1,1,0.5,0,Call"), "line 2, column 7 (kind): expected call or put"),
        (
            file("a,100,90,86400,9,0,call"),
            "line 2, column 5 (price): expected d*max(0, F - K) or more and less than dF, found \"9\"",
        ),
        (file("a,100,90,86400,90,0,put"), "line 2, column 5 (price)"),
        (file("a,100,90,0,11,0,call"), "line 2, column 5 (price)"),
    ] {
        let error = refusal(&["iv", "--in", "-"], &file);
        assert!(error.contains(&format!("standard input: {expected}")), "{file}: {error}");
    }
}

#[test]
fn file_that_is_not_there_or_not_text_is_named() {
    let missing = scratch("missing.csv");
    assert!(refusal(&["price", "--in", &missing], "").contains("missing.csv"));
    let binary = scratch("binary.csv");
    std::fs::write(&binary, b"id,S\n\xff").unwrap();
    let error = refusal(&["price", "--in", &binary], "");
    assert!(error.contains("binary.csv: line 2: expected text in UTF-8"), "{error}");
}

#[test]
fn refused_file_leaves_no_results_behind() {
    let out = scratch("nothing.csv");
    refusal(&["price", "--in", "-", "--out", &out], &format!("{HEADER}a,1,1,1,1,0\nb,1,1,1,1,x\n"));
    assert!(!std::path::Path::new(&out).exists());
}
