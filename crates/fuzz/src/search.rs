//! A search for inputs that reach something new.

use crate::mutate::{Random, mutated};
use crate::targets::Target;
use std::collections::HashSet;

/// A search, deterministic in its seed: inputs that gave a new kind of answer are changed further.
pub struct Search {
    target: Target,
    random: Random,
    seen: HashSet<u64>,
    kept: Vec<Vec<u8>>,
}

impl Search {
    /// Runs the corpus and starts from it.
    ///
    /// # Panics
    /// An input breaks a promise.
    pub fn new(target: Target, corpus: Vec<Vec<u8>>, seed: u64) -> Self {
        let mut search = Self {
            target,
            random: Random::new(seed),
            seen: HashSet::new(),
            kept: vec![Vec::new()],
        };
        corpus.into_iter().for_each(|input| search.take(input));
        search
    }

    /// Tries so many inputs.
    ///
    /// # Panics
    /// An input breaks a promise.
    pub fn run(&mut self, inputs: usize) {
        for _ in 0..inputs {
            let (one, other) =
                (self.random.below(self.kept.len()), self.random.below(self.kept.len()));
            let next = mutated(&self.kept[one], &self.kept[other], &mut self.random);
            self.take(next);
        }
    }

    /// The inputs that reached something new, the empty one first.
    pub fn kept(&self) -> &[Vec<u8>] {
        &self.kept
    }

    fn take(&mut self, input: Vec<u8>) {
        let answer = std::panic::catch_unwind(|| (self.target.run)(&input));
        let Ok(kind) = answer else {
            panic!("{} breaks a promise on {}", self.target.name, crate::line(&input));
        };
        if self.seen.insert(kind) {
            self.kept.push(input);
        }
    }
}
