//! Profiles as stacks of functions, each with what its innermost function took itself.

use anyhow::Result;
use devnet::Profile;
use inferno::flamegraph::{Options, from_lines};
use std::io::Write;

use super::names::Names;

/// Ink of one gas.
const INK_PER_GAS: f64 = 10_000.0;

/// One path of calls, outermost first.
pub(crate) struct Stack {
    /// Contracts and functions.
    pub(crate) path: Vec<String>,
    /// The contract whose function is the innermost.
    pub(crate) contract: String,
    /// Ink of the innermost alone.
    pub(crate) ink: u64,
    /// How often it was called.
    pub(crate) count: u64,
}

/// All paths of a call.
#[derive(Default)]
pub(crate) struct Stacks(pub(crate) Vec<Stack>);

impl Stacks {
    /// The paths of all frames.
    pub(crate) fn of(profiles: &[Profile], names: &Names) -> Self {
        let mut stacks = Self::default();
        profiles.iter().for_each(|frame| stacks.add_frame(&[], frame, names));
        stacks
    }

    /// Ink of all.
    pub(crate) fn total(&self) -> u64 {
        self.0.iter().map(|stack| stack.ink).sum()
    }

    fn add_frame(&mut self, above: &[String], frame: &Profile, names: &Names) {
        let contract = names.contract(&frame.account);
        let root = [above, std::slice::from_ref(&contract)].concat();
        self.0.push(Stack {
            path: [&root[..], &["entering".to_owned()]].concat(),
            contract: contract.clone(),
            ink: frame.entry_gas * INK_PER_GAS as u64,
            count: 1,
        });
        let paths = paths(frame, &root, names);
        for (place, path) in paths.iter().enumerate() {
            let call = &frame.calls[place];
            self.0.push(Stack {
                path: path.clone(),
                contract: contract.clone(),
                ink: own_ink(frame, place),
                count: call.count,
            });
        }
        for (place, child) in &frame.children {
            self.add_frame(paths.get(*place).unwrap_or(&root), child, names);
        }
    }

    /// Draws a flame graph.
    ///
    /// # Errors
    /// The output cannot be written.
    pub(crate) fn draw(&self, title: &str, out: impl Write) -> Result<()> {
        let mut options = Options::default();
        options.title = title.to_owned();
        options.count_name = "ink".to_owned();
        options.deterministic = true;
        let lines: Vec<String> =
            self.0.iter().map(|stack| format!("{} {}", stack.path.join(";"), stack.ink)).collect();
        from_lines(&mut options, lines.iter().map(String::as_str), out)?;
        Ok(())
    }
}

/// Gas of an amount of ink.
pub(crate) fn gas(ink: u64) -> f64 {
    ink as f64 / INK_PER_GAS
}

/// The path of every call of a frame; callers stand before those they called.
fn paths(frame: &Profile, root: &[String], names: &Names) -> Vec<Vec<String>> {
    let mut paths: Vec<Vec<String>> = Vec::with_capacity(frame.calls.len());
    for call in &frame.calls {
        let above = call.caller.and_then(|caller| paths.get(caller)).map_or(root, Vec::as_slice);
        let path = [above, &[names.function(&frame.account, call.function)]].concat();
        paths.push(path);
    }
    paths
}

/// What a call took less what was called from it.
fn own_ink(frame: &Profile, place: usize) -> u64 {
    let called: u64 =
        frame.calls.iter().filter(|call| call.caller == Some(place)).map(|call| call.ink).sum();
    let programs: u64 = frame
        .children
        .iter()
        .filter(|(caller, _)| *caller == place)
        .map(|(_, child)| child.ink + child.entry_gas * INK_PER_GAS as u64)
        .sum();
    frame.calls[place].ink.saturating_sub(called + programs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloy_primitives::{Address, B256};
    use devnet::ProfiledCall;

    fn frame(calls: Vec<ProfiledCall>, children: Vec<(usize, Profile)>) -> Profile {
        let (account, codehash) = (Address::ZERO, B256::ZERO);
        let ink = calls.first().map_or(0, |call| call.ink);
        Profile { account, codehash, depth: 0, entry_gas: 2, ink, calls, children }
    }

    #[test]
    fn own_ink_of_a_call_is_without_functions_and_programs_that_it_called() {
        let call = |caller, ink| ProfiledCall { caller, function: 0, count: 1, ink };
        let child = frame(vec![call(None, 30_000)], Vec::new());
        let frame = frame(vec![call(None, 100_000), call(Some(0), 60_000)], vec![(1, child)]);
        assert_eq!((own_ink(&frame, 0), own_ink(&frame, 1)), (40_000, 10_000));
    }
}
