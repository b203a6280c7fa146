//! `ballast payoff`: drawings.

mod process;

use process::{ballast, example, scratch, text, with_input};

#[test]
fn payoff_of_the_example_is_drawn() {
    let out = scratch("payoff.svg");
    let output = ballast(&["payoff", "--portfolio", &example("portfolio.json"), "--out", &out]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let drawing = std::fs::read_to_string(&out).unwrap();
    for part in
        ["P&amp;L at expiry", "initial margin", "price of the underlying", "index", "</svg>"]
    {
        assert!(drawing.contains(part), "the drawing has no {part}");
    }
}

#[test]
fn payoff_of_a_portfolio_without_options_is_drawn() {
    let perpetual = r#"{"index": 1, "cash": 0, "perpetual": {"size": -1e-9, "mark": 1}}"#;
    let output = with_input(&["payoff", "--portfolio", "-", "--out", "-"], perpetual);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(text(&output.stdout).contains("</svg>"));
}
