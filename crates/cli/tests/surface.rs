//! `ballast surface`: drawings, what the checks say, bad files.

mod process;

use process::{example, refusal, scratch, text, with_input};

/// An expiry with this variance time and level of variance, as JSON.
fn expiry(name: &str, years: &str, a: &str) -> String {
    format!(
        r#"{{"name": "{name}", "forward": 100, "varianceTime": {years}, "a": {a}, "b": 0.01, "rho": 0, "m": 0, "s": 0.1}}"#
    )
}

fn file(expiries: &[String]) -> String {
    format!("{{\"expiries\": [{}]}}", expiries.join(",\n"))
}

#[test]
fn surface_of_the_example_is_drawn_and_free_of_arbitrage() {
    let out = scratch("smile.svg");
    let output = with_input(&["surface", "--in", &example("surface.json"), "--out", &out], "");
    assert!(output.status.success(), "{}", text(&output.stderr));
    let report = text(&output.stdout);
    assert_eq!(report.matches("free of arbitrage").count(), 3, "{report}");
    assert!(report.contains("7 days") && report.contains("59.89%"), "{report}");
    let drawing = std::fs::read_to_string(&out).unwrap();
    for part in ["</svg>", "30 days", "strike", "80%", "prefers-color-scheme: dark"] {
        assert!(drawing.contains(part), "the drawing has no {part}");
    }
}

#[test]
fn expiry_with_less_variance_than_the_one_before_is_reported() {
    let text_of = file(&[expiry("later", "0.1", "0.01"), expiry("sooner", "0.02", "0.02")]);
    let output = with_input(&["surface", "--in", "-", "--out", "-"], &text_of);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(text(&output.stdout).starts_with("<svg"));
    let report = text(&output.stderr);
    assert!(report.contains("calendar at k =") && report.contains("against sooner"), "{report}");
}

#[test]
fn expiry_whose_density_is_negative_is_reported() {
    let steep = r#"{"name": "a", "forward": 100, "varianceTime": 0.1, "a": 0.04, "b": 1, "rho": 0.9, "m": 0, "s": 0.1}"#;
    let output = with_input(&["surface", "--in", "-", "--out", "-"], &file(&[steep.to_owned()]));
    let report = text(&output.stderr);
    assert!(report.contains("butterfly at k ="), "{report}");
}

#[test]
fn surface_of_a_malformed_file_is_refused_with_its_place() {
    let one = |a: &str| file(&[expiry("x", "0.1", a)]);
    for (file, expected) in [
        (String::new(), "line 1, column 0: EOF while parsing a value"),
        ("{\"expiries\": []}".to_owned(), "expected at least one expiry"),
        ("{\"expiry\": []}".to_owned(), "unknown field `expiry`, expected `expiries`"),
        (one("\"x\""), "expiries[0].a: expected a decimal number, found \"x\""),
        (one("1e-19"), "expiries[0].a: expected at most 18 decimals, found 1e-19"),
        (one("1, \"c\": 1"), "expiries[0].c: unknown field `c`"),
        (one("1").replace("\"rho\": 0,", ""), "missing field `rho`"),
        (one("1").replace("\"rho\": 0", "\"rho\": 1"), "expiries[0]: expected s, varianceTime"),
        (one("1").replace("\"b\": 0.01", "\"b\": -0.01"), "expiries[0].b: expected 0 or more"),
    ] {
        let error = refusal(&["surface", "--in", "-", "--out", "-"], &file);
        assert!(error.contains("standard input: ") && error.contains(expected), "{error}");
    }
}
