//! Code as accounts hold it: prefixes, streams, roots and fragments.

use stylus_program::format::{self, FormatError, Kind, Root};
use stylus_program::{ActivationError, Outcome, Rules, activate, activate_root};

use crate::machine::assemble;

const PROGRAM: &str = r#"(module (memory (export "memory") 1 1)
    (func (export "user_entrypoint") (param i32) (result i32) (i32.const 0)))"#;

fn error_of(code: &[u8], rules: &Rules) -> (FormatError, Outcome) {
    let error = activate(code, rules, 0).unwrap_err();
    let outcome = error.outcome(rules);
    match error {
        ActivationError::Format(error) => (error, outcome),
        other => panic!("{other}"),
    }
}

/// A classic program with this compressed stream.
fn with_stream(stream: &[u8]) -> Vec<u8> {
    [&[0xEF, 0xF0, 0, 0], stream].concat()
}

#[test]
fn prefix_counts_only_if_something_follows() {
    let (new, old) = (Rules::arbos_61(), Rules::arbos_51());
    assert_eq!(format::kind(&[0xEF, 0xF0, 0], &new), None);
    assert_eq!(format::kind(&[0xEF, 0xF0, 0, 0], &new), Some(Kind::Classic));
    assert_eq!(format::kind(&[0xEF, 0xF0, 1, 0], &new), Some(Kind::Fragment));
    assert_eq!(format::kind(&[0xEF, 0xF0, 2, 0], &new), Some(Kind::Root));
    assert_eq!(format::kind(&[0xEF, 0xF0, 3, 0], &new), None);
    assert_eq!(format::kind(&[0xEF, 0xF0, 2, 0], &old), None);
    assert!(!format::is_program(&[0xEF, 0xF0, 1, 0], &new));
    assert!(format::is_program(&[0xEF, 0xF0, 2, 0], &new));
}

#[test]
fn code_that_is_no_program_ends_as_the_version_says() {
    let (new, old) = (Rules::arbos_61(), Rules::arbos_51());
    let plain = [0x60, 0x00, 0x60, 0x00];
    assert_eq!(error_of(&[], &new), (FormatError::NoCode, Outcome::NotWasm));
    assert_eq!(error_of(&[], &old), (FormatError::NoCode, Outcome::NotWasm));
    assert_eq!(error_of(&plain, &new), (FormatError::NotAProgram, Outcome::NotWasm));
    assert_eq!(error_of(&plain, &old), (FormatError::NotAProgram, Outcome::EmptyRevert));
    let fragment = [0xEF, 0xF0, 1, 5];
    assert_eq!(error_of(&fragment, &new), (FormatError::Fragment, Outcome::EmptyRevert));
}

#[test]
fn dictionaries_are_refused() {
    for dictionary in [1, 2, 255] {
        let error = error_of(&[0xEF, 0xF0, 0, dictionary, 6], &Rules::default());
        assert_eq!(
            error,
            (FormatError::UnsupportedDictionary { dictionary }, Outcome::EmptyRevert)
        );
    }
}

#[test]
fn truncated_streams_are_refused_at_every_length() {
    let code = format::classic(&assemble(PROGRAM));
    for len in 4..code.len() {
        let (error, outcome) = error_of(&code[..len], &Rules::default());
        assert_eq!((error, outcome), (FormatError::Truncated, Outcome::EmptyRevert));
    }
}

#[test]
fn bytes_after_the_stream_are_ignored() {
    let mut code = format::classic(&assemble(PROGRAM));
    code.extend([1, 2, 3]);
    activate(&code, &Rules::default(), 0).unwrap();
}

#[test]
fn corrupt_and_large_window_streams_are_refused() {
    let rules = Rules::default();
    for stream in [&[0xFF; 16][..], &[0x91, 0x91, 0x91, 0x91, 0x91]] {
        assert_eq!(error_of(&with_stream(stream), &rules).0, FormatError::Corrupt);
    }
    // The window byte 0x11 announces a window beyond 24 bits, here of 30.
    let large = [0x11, 0x1E, 0x03];
    assert_eq!(error_of(&with_stream(&large), &rules).0, FormatError::Corrupt);
}

#[test]
fn bombs_stop_at_the_largest_module() {
    let rules = Rules::default();
    let limit = rules.max_wasm_size;
    let bomb = format::classic(&vec![0; 16 << 20]);
    assert!(bomb.len() < 1_000);
    let error = (FormatError::TooLarge { limit }, Outcome::EmptyRevert);
    assert_eq!(error_of(&bomb, &rules), error);
    let one_more = format::classic(&vec![0; limit as usize + 1]);
    assert_eq!(error_of(&one_more, &rules), error);
    let at_limit = format::module(&format::classic(&vec![0; limit as usize]), &rules);
    assert_eq!(at_limit.unwrap().len(), limit as usize);
}

/// A root and fragments of a program, `count` of them at least.
fn split(count: usize) -> (Root, Vec<Vec<u8>>) {
    let wasm = assemble(PROGRAM);
    let stream = format::classic(&wasm).len() - 4;
    let fragments = format::fragments(&wasm, 3 + stream.div_ceil(count));
    let addresses = (0..fragments.len()).map(|i| [i as u8; 20]).collect();
    (Root { module_len: wasm.len() as u32, addresses }, fragments)
}

fn slices(fragments: &[Vec<u8>]) -> Vec<&[u8]> {
    fragments.iter().map(Vec::as_slice).collect()
}

#[test]
fn root_with_its_fragments_activates_like_the_classic_program() {
    let rules = Rules::default();
    let classic = activate(&format::classic(&assemble(PROGRAM)), &rules, 0).unwrap();
    for count in 1..=4 {
        let (root, fragments) = split(count);
        assert_eq!(fragments.len(), count);
        assert_eq!(Root::parse(&root.code(), &rules), Ok(root.clone()));
        let activated = activate_root(&root.code(), &slices(&fragments), &rules, 0).unwrap();
        assert_eq!(activated, classic);
    }
}

#[test]
fn root_that_does_not_fit_its_fragments_is_refused() {
    let rules = Rules::default();
    let run = |root: &Root, fragments: &[Vec<u8>]| {
        let error = activate_root(&root.code(), &slices(fragments), &rules, 0).unwrap_err();
        assert_eq!(error.outcome(&rules), Outcome::EmptyRevert);
        error
    };
    let (root, fragments) = split(2);
    let actual = assemble(PROGRAM).len();
    for declared in [actual as u32 - 1, actual as u32 + 1] {
        let root = Root { module_len: declared, ..root.clone() };
        let expected = FormatError::DeclaredSize { declared, actual };
        assert_eq!(run(&root, &fragments), expected.into());
    }
    let swapped = [fragments[1].clone(), fragments[0].clone()];
    assert!(matches!(run(&root, &swapped), ActivationError::Format(_)));
    let error = run(&root, &fragments[..1]);
    assert_eq!(error, FormatError::FragmentsGiven { given: 1, named: 2 }.into());
    let mixed = [fragments[0].clone(), vec![0x60; 9]];
    assert_eq!(run(&root, &mixed), FormatError::NotAFragment { index: 1 }.into());
}

#[test]
fn root_beyond_its_limits_is_refused() {
    let rules = Rules::default();
    let parse = |root: &Root| Root::parse(&root.code(), &rules).unwrap_err();
    for count in [0, 5] {
        let root = Root { module_len: 9, addresses: vec![[0; 20]; count] };
        assert_eq!(parse(&root), FormatError::FragmentCount { count, limit: 4 });
    }
    let limit = rules.max_wasm_size;
    let root = Root { module_len: limit + 1, addresses: vec![[0; 20]] };
    assert_eq!(parse(&root), FormatError::TooLarge { limit });
    let (root, _) = split(2);
    let code = root.code();
    for len in 4..code.len() {
        if len != 8 && len != 28 {
            assert_eq!(Root::parse(&code[..len], &rules), Err(FormatError::RootLength { len }));
        }
    }
    assert_eq!(Root::parse(&code, &Rules::arbos_51()), Err(FormatError::NotAProgram));
    assert_eq!(error_of(&code, &rules).0, FormatError::Root);
}
