//! When a program is told that its account is already running.

use super::calls::{CALL, CALLER, DELEGATE, STATIC, request};
use super::lab::Lab;
use super::text::program;

/// Returns whether its account runs already; with calldata, makes the call it says.
fn teller() -> Vec<u8> {
    program(&format!(
        "(if (i32.eqz (local.get $len)) (then
            (i32.store8 (i32.const 0) (call $msg_reentrant))
            (call $write_result (i32.const 0) (i32.const 1))
            (call $exit_early (i32.const 0))))
         {CALLER}"
    ))
}

/// What the innermost frame was told: the last byte.
fn told(lab: &mut Lab, to: alloy_primitives::Address, data: &[u8]) -> u8 {
    let outcome = lab.send(to, data);
    assert!(outcome.is_success(), "{}", outcome.reason());
    *outcome.output.last().unwrap()
}

#[test]
fn account_entered_again_is_told_so() {
    let mut lab = Lab::new();
    let a = lab.install(&teller());
    let b = lab.install(&teller());
    assert_eq!(told(&mut lab, a, &[]), 0);
    for kind in [CALL, STATIC] {
        assert_eq!(told(&mut lab, a, &request(kind, a, 0, &[])), 1, "A calls A");
        let back = request(kind, a, 0, &[]);
        assert_eq!(told(&mut lab, a, &request(CALL, b, 0, &back)), 1, "A calls B calls A");
        assert_eq!(told(&mut lab, a, &request(kind, b, 0, &[])), 0, "A calls B");
    }
}

#[test]
fn account_delegating_is_not_entered() {
    let mut lab = Lab::new();
    let a = lab.install(&teller());
    let b = lab.install(&teller());
    assert_eq!(told(&mut lab, a, &request(DELEGATE, a, 0, &[])), 0, "A delegates to A");
    assert_eq!(told(&mut lab, a, &request(DELEGATE, b, 0, &[])), 0, "A delegates to B");
    let delegation = request(DELEGATE, a, 0, &[]);
    assert_eq!(told(&mut lab, a, &request(CALL, b, 0, &delegation)), 0, "B delegates to A");
}

#[test]
fn account_left_is_free_again() {
    let mut lab = Lab::new();
    let a = lab.install(&teller());
    told(&mut lab, a, &request(CALL, a, 0, &[]));
    assert_eq!(told(&mut lab, a, &[]), 0);
}
