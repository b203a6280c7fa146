//! The checks of one interface.

use alloy_dyn_abi::{DynSolValue, Specifier};
use alloy_json_abi::{Function, Param, StateMutability};
use alloy_primitives::U256;
use contract_abi::generated::common::errors;
use contract_abi::testing;

use super::cases::{call, spoilt, Case};
use super::oracle::{encode, judge, Verdict};
use super::source::Source;
use super::subject::Subject;
use super::{echo, shape};

pub fn selectors_and_topics_match_alloy(subject: &Subject) {
    let alloy = (subject.alloy)();
    assert_eq!(alloy.functions().count(), subject.functions.len());
    for (name, selector) in subject.functions {
        let right = alloy.function(name).unwrap()[0].selector();
        assert_eq!(selector.to_be_bytes(), right, "function {name}");
    }
    assert_eq!(alloy.errors().count(), subject.errors.len());
    for error in subject.errors {
        let right = alloy.error(error.name).unwrap()[0].selector();
        assert_eq!(error.selector.to_be_bytes(), right, "error {}", error.name);
    }
    assert_eq!(alloy.events().count(), subject.events.len());
    for event in subject.events {
        let right = alloy.event(event.name).unwrap()[0].selector();
        assert_eq!(topic(&event.topic), right.0, "event {}", event.name);
    }
}

fn topic(lanes: &[u64; 4]) -> [u8; 32] {
    let mut word = [0; 32];
    for (lane, bytes) in lanes.iter().zip(word.chunks_exact_mut(8)) {
        bytes.copy_from_slice(&lane.to_be_bytes());
    }
    word
}

pub fn json_matches_alloy(subject: &Subject) {
    let (ours, alloy) = (subject.abi(), (subject.alloy)());
    assert_eq!(ours.functions().count(), alloy.functions().count());
    for function in alloy.functions() {
        let own = &ours.function(&function.name).unwrap()[0];
        same(&own.inputs, &function.inputs, &function.name);
        same(&own.outputs, &function.outputs, &function.name);
        assert_eq!(own.state_mutability, function.state_mutability, "{}", function.name);
    }
    assert_eq!(ours.events().count(), alloy.events().count());
    for event in alloy.events() {
        let own = &ours.event(&event.name).unwrap()[0];
        assert_eq!(own.signature(), event.signature());
        let names = |event: &alloy_json_abi::Event| -> Vec<_> {
            event.inputs.iter().map(|input| (input.name.clone(), input.indexed)).collect()
        };
        assert_eq!(names(own), names(event));
    }
    for error in alloy.errors() {
        same(&ours.error(&error.name).unwrap()[0].inputs, &error.inputs, &error.name);
    }
    for common in
        ["UnknownSelector", "MalformedCalldata", "OutOfRange", "UnexpectedValue", "Reentered"]
    {
        assert!(ours.error(common).is_some(), "{common}");
    }
    assert_eq!(ours.errors().count(), alloy.errors().count() + 5);
}

/// Compares names and types, all the way down. Of a struct within a struct alloy gives no names.
fn same(ours: &[Param], alloy: &[Param], context: &str) {
    assert_eq!(ours.len(), alloy.len(), "{context}");
    for (own, right) in ours.iter().zip(alloy) {
        assert_eq!(own.ty, right.ty, "{context}.{}", own.name);
        assert!(own.name == right.name || right.name.is_empty(), "{context}.{}", own.name);
        same(&own.components, &right.components, &format!("{context}.{}", own.name));
    }
}

pub fn calls_of_random_values_pass_both_ways(subject: &Subject) {
    subject.each(|function, source| {
        for _ in 0..100 {
            let case = Case::random(subject, function, source);
            let output = call(subject, &case.calldata, &case.answer);
            let context = format!("{} {:?}", function.signature(), case.arguments);
            assert_eq!(output.as_ref(), Ok(&case.answer), "{context}");
            let (seen, answered) = echo::taken();
            assert_eq!(seen, Some(case.arguments), "{context}");
            assert_eq!(answered, Some(case.results), "{context}");
            let made = testing::with(|chain| chain.calls[0].clone());
            assert_eq!((made.target, made.gas_cap), (echo::PEER, echo::GAS));
            assert_eq!(made.data, case.calldata, "{context}");
            assert_eq!(made.is_static, is_static(function), "{context}");
            assert_eq!(made.value, [0; 32]);
        }
    });
}

fn is_static(function: &Function) -> bool {
    matches!(function.state_mutability, StateMutability::View | StateMutability::Pure)
}

pub fn calldata_cut_short_is_refused(subject: &Subject) {
    subject.each(|function, source| {
        let case = Case::random(subject, function, source);
        for length in 0..case.calldata.len() {
            let data = call(subject, &case.calldata[..length], &case.answer).unwrap_err();
            let right =
                if length < 4 { errors::UNKNOWN_SELECTOR } else { errors::MALFORMED_CALLDATA };
            assert_eq!(
                data[..4],
                right.to_be_bytes(),
                "{} of {length} bytes",
                function.signature()
            );
            assert_eq!(data.len(), 36);
        }
    });
}

pub fn calldata_with_one_bad_word_is_judged_as_alloy_does(subject: &Subject) {
    subject.each(|function, source| {
        for _ in 0..2 {
            let case = Case::random(subject, function, source);
            for (at, spoilt) in spoilt(&case.calldata[4..]) {
                judge_calldata(subject, function, &spoilt, &case.answer, Some(at));
            }
        }
    });
}

pub fn calldata_with_flipped_bytes_is_judged_as_alloy_does(subject: &Subject) {
    subject.each(|function, source| {
        for _ in 0..300 {
            let case = Case::random(subject, function, source);
            let mut arguments = case.calldata[4..].to_vec();
            if arguments.is_empty() {
                continue;
            }
            for _ in 0..=source.below(3) {
                let at = source.below(arguments.len() as u64) as usize;
                arguments[at] = source.next() as u8;
            }
            judge_calldata(subject, function, &arguments, &case.answer, None);
        }
    });
}

fn judge_calldata(
    subject: &Subject,
    function: &Function,
    arguments: &[u8],
    answer: &[u8],
    spoilt_at: Option<usize>,
) {
    let (verdict, values) = judge(&function.inputs, subject.enums, arguments);
    let calldata = [function.selector().as_slice(), arguments].concat();
    let output = call(subject, &calldata, answer);
    let context = format!("{} {}", function.signature(), alloy_primitives::hex::encode(arguments));
    match (verdict, output) {
        (Verdict::Sound, Ok(output)) => {
            assert_eq!(output, answer, "{context}");
            assert_eq!(echo::taken().0, Some(values), "{context}");
        }
        (Verdict::Sound, Err(data)) => panic!("refused with {data:?}: {context}"),
        (verdict, Ok(_)) => panic!("accepted what is {verdict:?}: {context}"),
        (verdict, Err(data)) => {
            let position = typed(verdict, &data, &context, spoilt_at.is_some());
            assert!(position <= arguments.len(), "{context}");
            if let (Verdict::OutOfRange, Some(at)) = (verdict, spoilt_at) {
                assert_eq!(position, at, "{context}");
            }
            assert_eq!(echo::taken().0, None, "{context}");
        }
    }
}

/// Checks that a refusal has the right error; returns its position. Where more than one word is bad,
/// either error will do.
fn typed(verdict: Verdict, data: &[u8], context: &str, one_word: bool) -> usize {
    let selector: [u8; 4] = data[..4].try_into().unwrap();
    let (malformed, range) =
        (errors::MALFORMED_CALLDATA.to_be_bytes(), errors::OUT_OF_RANGE.to_be_bytes());
    match verdict {
        Verdict::OutOfRange if one_word => assert_eq!(selector, range, "{context}"),
        _ => assert!(selector == malformed || selector == range, "{context}"),
    }
    assert_eq!(data.len(), 36, "{context}");
    U256::from_be_slice(&data[4..]).to::<usize>()
}

pub fn answers_cut_short_are_refused(subject: &Subject) {
    subject.each(|function, source| {
        let case = Case::random(subject, function, source);
        for length in 0..case.answer.len() {
            let output = call(subject, &case.calldata, &case.answer[..length]);
            assert_eq!(
                output,
                Err(echo::MALFORMED.to_vec()),
                "{} of {length}",
                function.signature()
            );
        }
    });
}

pub fn answers_with_one_bad_word_are_judged_as_alloy_does(subject: &Subject) {
    subject.each(|function, source| {
        for _ in 0..2 {
            let case = Case::random(subject, function, source);
            for (_, spoilt) in spoilt(&case.answer) {
                let (verdict, values) = judge(&function.outputs, subject.enums, &spoilt);
                let output = call(subject, &case.calldata, &spoilt);
                let context =
                    format!("{} {}", function.signature(), alloy_primitives::hex::encode(&spoilt));
                if verdict == Verdict::Sound {
                    assert_eq!(output, Ok(encode(&values)), "{context}");
                    assert_eq!(echo::taken().1, Some(values), "{context}");
                } else {
                    assert_eq!(output, Err(echo::MALFORMED.to_vec()), "{context}");
                }
            }
        }
    });
}

pub fn errors_of_random_values_match_alloy(subject: &Subject) {
    let alloy = (subject.alloy)();
    for case in subject.errors {
        let source = &mut Source::of(case.name);
        let error = &alloy.error(case.name).unwrap()[0];
        for _ in 0..50 {
            let (revert, values) = (case.build)(source);
            let arguments = encode(&values);
            shape::tuple(&error.inputs).abi_decode_params(&arguments).unwrap();
            assert_eq!(
                revert.data(),
                [error.selector().as_slice(), &arguments].concat(),
                "{}",
                case.name
            );
        }
    }
}

pub fn events_of_random_values_match_alloy(subject: &Subject) {
    let alloy = (subject.alloy)();
    for case in subject.events {
        let source = &mut Source::of(case.name);
        let event = &alloy.event(case.name).unwrap()[0];
        for _ in 0..50 {
            testing::reset();
            let values = (case.emit)(source);
            let mut topics = vec![event.selector().0];
            let mut data: Vec<DynSolValue> = Vec::new();
            for (input, value) in event.inputs.iter().zip(values) {
                assert!(input.resolve().unwrap().matches(&value), "{}", case.name);
                match input.indexed {
                    true => topics.push(value.abi_encode().try_into().unwrap()),
                    false => data.push(value),
                }
            }
            let logs = testing::with(|chain| std::mem::take(&mut chain.logs));
            assert_eq!(logs, [testing::Log { topics, data: encode(&data) }], "{}", case.name);
        }
    }
}

pub fn value_and_unknown_selectors_and_reentry_are_refused(subject: &Subject) {
    subject.each(|function, source| {
        let case = Case::random(subject, function, source);
        testing::reset();
        testing::with(|chain| chain.value[31] = 7);
        if function.state_mutability != StateMutability::Payable {
            let refused = testing::transact(&case.calldata, subject.route);
            assert_eq!(refused, Err(errors::unexpected_value(7).into_data()));
        }
        testing::with(|chain| chain.is_reentrant = true);
        let refused = testing::transact(&case.calldata, subject.route);
        assert_eq!(refused, Err(errors::reentered().into_data()));
        let mut other = case.calldata;
        other[0] ^= 0x55;
        let selector = [other[0], other[1], other[2], other[3]];
        if !subject.functions.iter().any(|(_, known)| known.to_be_bytes() == selector) {
            let refused = call(subject, &other, &case.answer);
            assert_eq!(refused, Err(errors::unknown_selector(&selector).into_data()));
        }
    });
    assert_eq!(call(subject, &[], &[]), Err(errors::unknown_selector(&[0; 4]).into_data()));
}
