//! The commands as people run them.

mod process;

use process::{ballast, text};

#[test]
fn demo_tells_the_whole_story_and_its_books_add_up() {
    let output = ballast(&["demo"]);
    let story = text(&output.stdout);
    assert!(output.status.success(), "{story}{}", text(&output.stderr));
    for part in ["InsufficientMargin", "Keeper", "The books add up."] {
        assert!(story.contains(part), "the story has no '{part}':\n{story}");
    }
}

#[test]
fn ink_attributes_an_operation_and_draws_it() {
    let folder = env!("CARGO_TARGET_TMPDIR");
    let svg = format!("{folder}/ink.svg");
    let output = ballast(&["ink", "op.deposit.later", "--svg", &svg]);
    let table = text(&output.stdout);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(table.contains("vault") && table.contains("host storage_load_bytes32"), "{table}");
    let drawing = std::fs::read_to_string(&svg).expect("the drawing is there");
    assert!(drawing.contains("</svg>"));
}

#[test]
fn ink_of_an_unknown_operation_says_where_they_are_listed() {
    let output = ballast(&["ink", "op.nothing"]);
    assert!(!output.status.success());
    assert!(text(&output.stderr).contains("'ballast ink' lists them"));
}
