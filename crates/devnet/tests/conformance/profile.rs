//! What a call cost, by function.

use alloy_primitives::Bytes;
use devnet::{Profile, Request};

use super::calls::{CALL, CALLER, STORER, request};
use super::lab::Lab;
use super::text::program;

/// The calls of a profile less what they called: what the functions themselves took.
fn own_ink(profile: &Profile) -> u64 {
    let nested: u64 = profile.calls.iter().map(|call| call.caller.map_or(0, |_| call.ink)).sum();
    let all: u64 = profile.calls.iter().map(|call| call.ink).sum();
    all - nested
}

#[test]
fn profile_of_a_call_costs_what_the_call_does_and_attributes_all_of_it() {
    let mut lab = Lab::new();
    let caller = lab.install(&program(CALLER));
    let callee = lab.install(&program(STORER));
    let data = request(CALL, callee, 0, &[7]);
    let request = Request::call(lab.from, caller, Bytes::from(data));
    let plain = lab.chain.call_present(&request).unwrap();
    let (outcome, profiles) = lab.chain.profile(&request).unwrap();
    assert_eq!((outcome.gas_used, &outcome.output), (plain.gas_used, &plain.output));
    let [frame] = &profiles[..] else { panic!("one frame is the transaction's: {profiles:?}") };
    assert_eq!((frame.account, frame.depth), (caller, 0));
    assert_eq!(own_ink(frame), frame.ink);
    let [(place, child)] = &frame.children[..] else { panic!("one child: {frame:?}") };
    assert_eq!((child.account, child.depth), (callee, 1));
    assert_eq!(own_ink(child), child.ink);
    assert!(frame.calls[*place].ink > child.ink, "the host function's ink has the child's in it");
}

#[test]
fn profile_of_a_program_that_traps_ends_where_it_did() {
    let mut lab = Lab::new();
    let trapping = lab.install(&program("(unreachable)"));
    let request = Request::call(lab.from, trapping, Bytes::new());
    let (outcome, profiles) = lab.chain.profile(&request).unwrap();
    assert!(!outcome.is_success());
    assert_eq!(own_ink(&profiles[0]), profiles[0].ink);
}
