//! Every target on its corpus and on what a bounded search makes of it. Overflow checks are on, so an
//! operation that wraps would show.

use ballast_fuzz::{Search, TARGETS, corpus, line, lines};

/// Inputs of a target: some seconds for all of them.
const INPUTS: usize = 100_000;

#[test]
fn search_from_the_corpus_finds_no_broken_promise() {
    for target in TARGETS {
        let corpus = corpus(*target);
        assert!(!corpus.is_empty(), "{} has no corpus", target.name);
        let from = corpus.len();
        let mut search = Search::new(*target, corpus, 0x0ba1_1a57);
        search.run(INPUTS);
        println!("{}: {from} inputs, {} kinds of answers", target.name, search.kept().len());
    }
}

#[test]
fn line_of_an_input_reads_back() {
    let input = vec![0, 1, 0xab, 0xff];
    assert_eq!(lines(&line(&input)), [input]);
}
