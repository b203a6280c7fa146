//! That what is committed is what the interfaces say, and that a difference is noticed.

use std::path::{Path, PathBuf};

use codec::output::{self, File};

fn contracts() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

#[test]
fn committed_files_are_what_the_interfaces_say() {
    let files = codec::generate(&contracts()).unwrap();
    output::compare(&contracts(), &files).unwrap();
}

#[test]
fn generation_twice_gives_the_same() {
    assert_eq!(codec::generate(&contracts()).unwrap(), codec::generate(&contracts()).unwrap());
}

#[test]
fn differing_missing_and_stale_files_are_named() {
    let root = std::env::temp_dir().join(format!("codec-{}", std::process::id()));
    let file =
        |name: &str, text: &str| File { path: Path::new("abi/json").join(name), text: text.into() };
    let files = [file("a.json", "a"), file("b.json", "b"), file("c.json", "c")];
    output::write(&root, &files[..2]).unwrap();
    output::write(&root, &[file("a.json", "changed"), file("stale.json", "")]).unwrap();
    std::fs::write(root.join("abi/json/b.json"), "b").unwrap();
    let message = output::compare(&root, &files).unwrap_err();
    assert!(
        message.contains("a.json") && message.contains("c.json") && message.contains("stale.json")
    );
    assert!(!message.contains("b.json"));
    output::write(&root, &files).unwrap();
    assert!(output::compare(&root, &files).is_ok());
    std::fs::remove_dir_all(root).unwrap();
}
