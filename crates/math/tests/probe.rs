//! The probe: every operation on arbitrary bytes. Overflow checks are on, so a wrapped operation would show.

use ballast_math::probe::{MAX_ARGUMENTS, OPERATIONS, run};
use proptest::collection::vec;
use proptest::prelude::*;

fn argument() -> impl Strategy<Value = i128> {
    prop_oneof![
        (any::<i128>(), 0u32..128).prop_map(|(value, shift)| value >> shift),
        (-200i128..200).prop_map(|value| value.wrapping_mul(100_000_000_000_000_000)),
        (0u32..128, -1i128..=1).prop_map(|(bit, off)| (1i128 << bit).wrapping_add(off)),
        Just(i128::MIN),
        Just(i128::MAX),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn run_of_any_operation_gives_a_result_or_a_typed_error(
        number in 0u8..OPERATIONS.len() as u8,
        arguments in vec(argument(), MAX_ARGUMENTS),
    ) {
        let mut input = vec![number];
        input.extend(arguments.iter().flat_map(|argument| argument.to_be_bytes()));
        let output = run(&input);
        prop_assert!(output[0] <= 3);
        prop_assert!(output[0] == 0 || output[1..].iter().all(|byte| *byte == 0));
    }

    #[test]
    fn run_of_any_bytes_does_not_panic(input in vec(any::<u8>(), 0..120)) {
        run(&input);
    }
}

#[test]
fn run_of_too_few_bytes_says_so() {
    assert_eq!(run(&[])[0], 255);
    assert_eq!(run(&[0, 1])[0], 255);
    assert_eq!(run(&[255; 97])[0], 255);
}
