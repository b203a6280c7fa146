//! `ballast margin`: worked figures, both models, bad files.

mod process;

use process::{example, printed, refusal, scratch};
use serde_json::Value;

fn margin(model: &str, portfolio: &str) -> Value {
    let arguments = ["margin", "--model", model, "--portfolio", "-", "--json"];
    serde_json::from_str(&printed(&arguments, portfolio)).unwrap()
}

fn example_portfolio() -> String {
    std::fs::read_to_string(example("portfolio.json")).unwrap()
}

/// The example with a future sold at its mark, and with more confidence.
fn with_future() -> String {
    example_portfolio()
        .replace("\"cash\": 3019", "\"cash\": 11099")
        .replace("\"confidence\": 0.5", "\"confidence\": 0.7, \"future\": -4")
}

fn number(report: &Value, path: &str) -> f64 {
    let value = report.pointer(path).and_then(Value::as_str);
    value.unwrap_or_else(|| panic!("no {path}")).parse().unwrap()
}

fn assert_near(report: &Value, path: &str, expected: f64) {
    let found = number(report, path);
    assert!((found - expected).abs() < 1e-8, "{path}: {found}, expected {expected}");
}

fn pnl_of(report: &Value, scenario: &str) -> f64 {
    let scenarios = report["scenarios"].as_array().unwrap();
    let entry = scenarios.iter().find(|entry| entry["scenario"] == scenario).unwrap();
    entry["pnl"].as_str().unwrap().parse().unwrap()
}

#[test]
fn margin_by_the_reference_set_is_the_worked_one() {
    let report = margin("reference", &example_portfolio());
    for (path, expected) in [
        ("/equity", 25_501.916_285_874_6),
        ("/worst/pnl", -3_501.107_852_486),
        ("/addons/maintenance", 1_358.182_741_116_8),
        ("/marginBalance/maintenance", 21_342.847_262_769),
        ("/marginBalance/initial", 6_922.512_164_663_8),
    ] {
        assert_near(&report, path, expected);
    }
    assert_eq!(report["worst"]["scenario"], "spot × 0.82, vol up");
    assert!((pnl_of(&report, "basis") + 835.998_423_757_7).abs() < 1e-8);
    assert!((pnl_of(&report, "spot × 1, skew linear") + 59.943_163_119_5).abs() < 1e-8);
}

#[test]
fn margin_by_our_set_is_the_worked_one() {
    let model = scratch("end-point.json");
    let ours = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/models/ours.json"));
    let end_point = ours.unwrap().replace("\"isAveraging\": true", "\"isAveraging\": false");
    std::fs::write(&model, end_point).unwrap();
    let report = margin(&model, &with_future());
    // A quote coin below its peg lets collateral count for no more than at its peg.
    let excess = 5.0 * 2_000.0 * (1.0 / 0.985 - 1.0);
    for (path, expected) in [
        ("/worst/pnl", -3_464.992_143_934_9),
        ("/inner", -1_106.990_733_576),
        ("/marginBalance/maintenance", 21_371.739_829_609_9),
        ("/marginBalance/initial", 19_959.350_187_385_9 - excess),
    ] {
        assert_near(&report, path, expected);
    }
    assert!((pnl_of(&report, "basis") + 590.931_162_125_2).abs() < 1e-8);
}

#[test]
fn contributions_of_legs_sum_to_the_worst_scenario() {
    for model in ["ours", "reference"] {
        let report = margin(model, &with_future());
        let legs = report["legs"].as_array().unwrap();
        assert_eq!(legs.len(), 8);
        let part = |leg: &Value| leg["pnl"].as_str().unwrap().parse::<f64>().unwrap();
        let sum: f64 = legs.iter().map(part).sum();
        assert!((sum - number(&report, "/worst/pnl")).abs() < 1e-9, "{model}: {sum}");
    }
}

#[test]
fn table_has_margins_greeks_scenarios_and_legs() {
    let table = printed(&["margin", "--portfolio", &example("portfolio.json")], "");
    for part in [
        "model ours, regime normal",
        "margin balance",
        "gamma",
        "spot × 6, vol up",
        "delta floor",
        "worst scenario: ",
        "perpetual and WETH",
        "90 days call 3000",
    ] {
        assert!(table.contains(part), "the table has no '{part}':\n{table}");
    }
}

#[test]
fn regime_adds_its_rows() {
    let crisis = example_portfolio().replace("\"stable\"", "\"regime\": \"crisis\", \"stable\"");
    let count = |text: &str| margin("ours", text)["scenarios"].as_array().unwrap().len();
    assert_eq!(count(&crisis), count(&example_portfolio()) + 8);
}

#[test]
fn empty_portfolio_needs_nothing() {
    let report = margin("ours", r#"{"index": 100, "cash": 5}"#);
    assert_eq!(report["marginBalance"]["initial"], "5");
    assert_eq!(report["worst"]["scenario"], "none");
}

#[test]
fn malformed_portfolio_is_refused_with_its_place() {
    let expiry = |inside: &str| {
        format!(
            "{{\"index\": 100, \"cash\": 0, \"expiries\": [\n{{\"name\": \"e\", \"seconds\": 60, \"forward\": 100, {inside}}}]}}"
        )
    };
    for (file, expected) in [
        ("[", "line 1, column 1"),
        ("{\"index\": 100}", "line 1, column 14: missing field `cash`"),
        ("{\"index\": 0, \"cash\": 0}", "expected index and stable above 0"),
        ("{\"index\": 100, \"cash\": 0, \"regime\": \"wild\"}", "regime: unknown variant `wild`"),
        ("{\"index\": 100, \"cash\": 1e30}", "cash: expected a magnitude below 1.7e20, found 1e30"),
        (
            &expiry("\"options\": [{\"kind\": \"cal\"}]"),
            "line 2, column 71: expiries[0].options[0].kind",
        ),
        (&expiry("\"confidence\": 1.1"), "expiries[0].confidence: expected 0 to 1, found 1.1"),
        (&expiry("\"futures\": 1"), "expiries[0].futures: unknown field `futures`"),
        (
            &expiry("\"options\": [{\"kind\": \"call\", \"strike\": -1, \"size\": 1, \"vol\": 1}]"),
            "expiries[0].options[0].strike: expected 0 or more, found -1",
        ),
        (
            &expiry(
                "\"options\": [{\"kind\": \"call\", \"strike\": 1e12, \"size\": 9, \"vol\": 1}]",
            ),
            "expiry e: the result exceeds its range",
        ),
    ] {
        let error = refusal(&["margin", "--portfolio", "-"], file);
        assert!(error.contains("standard input: ") && error.contains(expected), "{file}: {error}");
    }
}

#[test]
fn malformed_model_is_refused_with_its_place() {
    let ours = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/models/ours.json"));
    let ours = ours.unwrap();
    for (from, to, expected) in [
        ("\"weight\": 1 }", "\"weight\": x }", "line 3, column 52: rows[0].weight"),
        ("\"skewLinear\"", "\"tilt\"", "unknown variant `tilt`, expected one of `none`, `up`"),
        ("\"roll\"", "\"rolls\"", "rolls: unknown field `rolls`"),
        ("\"loss\": 1.04", "\"loss\": 0.99", "discount.loss at least 1"),
        ("\"spot\": 1.135", "\"spot\": 0", "expected spot above 0"),
    ] {
        let path = scratch("model.json");
        std::fs::write(&path, ours.replacen(from, to, 1)).unwrap();
        let error =
            refusal(&["margin", "--model", &path, "--portfolio", &example("portfolio.json")], "");
        assert!(error.contains("model.json: ") && error.contains(expected), "{to}: {error}");
    }
    let missing = refusal(&["margin", "--model", "theirs", "--portfolio", "-"], "{}");
    assert!(missing.contains("cannot read theirs"), "{missing}");
}
