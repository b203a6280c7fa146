//! What a program's functions cost, recorded while it runs.

use alloy_primitives::{Address, B256};

/// What the frame of one program cost, by function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// The acting account.
    pub account: Address,
    /// Hash of the program's code.
    pub codehash: B256,
    /// Depth of the frame; 0 is the transaction's.
    pub depth: usize,
    /// Gas for entering the program.
    pub entry_gas: u64,
    /// Ink that the frame took after that, children included.
    pub ink: u64,
    /// Its functions, by who called them; a caller stands before those it called.
    pub calls: Vec<ProfiledCall>,
    /// Programs that it called, or that contracts it called did, with the place in `calls` of the host
    /// function that called.
    pub children: Vec<(usize, Profile)>,
}

/// All calls of one function along one path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProfiledCall {
    /// Where its caller stands; `None` for the entry point.
    pub caller: Option<usize>,
    /// Its index in the module, imported functions included, which come first.
    pub function: u32,
    /// How often it was called.
    pub count: u64,
    /// Ink that it took, with what it called.
    pub ink: u64,
}

/// Ink at the start of the functions that are running, and what those that ended took.
#[derive(Debug, Default)]
pub(crate) struct Recorder {
    calls: Vec<ProfiledCall>,
    /// Place in `calls` and ink at the start, the innermost last.
    running: Vec<(usize, u64)>,
    children: Vec<(usize, Profile)>,
}

impl Recorder {
    /// A function begins.
    pub(crate) fn enter(&mut self, function: u32, ink: u64) {
        let caller = self.running.last().map(|(place, _)| *place);
        let is_known = |call: &ProfiledCall| call.caller == caller && call.function == function;
        let place = self.calls.iter().position(is_known).unwrap_or(self.calls.len());
        if place == self.calls.len() {
            self.calls.push(ProfiledCall { caller, function, count: 0, ink: 0 });
        }
        if let Some(call) = self.calls.get_mut(place) {
            call.count += 1;
        }
        self.running.push((place, ink));
    }

    /// The function that began last ends.
    pub(crate) fn leave(&mut self, ink: u64) {
        if let Some((place, start)) = self.running.pop()
            && let Some(call) = self.calls.get_mut(place)
        {
            call.ink += start.saturating_sub(ink);
        }
    }

    /// Programs that ran below the host function that is running.
    pub(crate) fn adopt(&mut self, children: impl Iterator<Item = Profile>) {
        let place = self.running.last().map_or(0, |(place, _)| *place);
        self.children.extend(children.map(|child| (place, child)));
    }

    /// The profile of a frame that ended with so much ink; `frame` has its other fields.
    pub(crate) fn finish(mut self, ink: u64, frame: Profile) -> Profile {
        while !self.running.is_empty() {
            self.leave(ink);
        }
        Profile { calls: self.calls, children: self.children, ..frame }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn call(caller: Option<usize>, function: u32, count: u64, ink: u64) -> ProfiledCall {
        ProfiledCall { caller, function, count, ink }
    }

    #[test]
    fn recorder_adds_up_calls_of_one_path_and_ends_what_a_stop_left_running() {
        let mut recorder = Recorder::default();
        recorder.enter(7, 100);
        for (start, end) in [(90, 80), (70, 65)] {
            recorder.enter(2, start);
            recorder.leave(end);
        }
        recorder.enter(3, 60);
        recorder.enter(2, 55);
        let frame = Profile {
            account: Address::ZERO,
            codehash: B256::ZERO,
            depth: 0,
            entry_gas: 0,
            ink: 60,
            calls: Vec::new(),
            children: Vec::new(),
        };
        let expected = [
            call(None, 7, 1, 60),
            call(Some(0), 2, 2, 15),
            call(Some(0), 3, 1, 20),
            call(Some(2), 2, 1, 15),
        ];
        assert_eq!(recorder.finish(40, frame).calls, expected);
    }
}
