//! Activating, renewing and losing programs.

use alloy_primitives::{Address, B256, U256, hex};
use alloy_sol_types::{SolCall, SolEvent, sol};
use devnet::{FaultKind, Halt, Outcome, Request, Rules, Status, ether};
use stylus_program::format::{self, Root};

use super::echo::ECHO;
use super::lab::{Lab, intrinsic};
use super::text::{module, program};

sol! {
    event ProgramActivated(bytes32 indexed codehash, bytes32 moduleHash, address program, uint256 dataFee, uint16 version);
    function activateProgram(address program) returns (uint16 version, uint256 dataFee);
}

const ARB_WASM: Address = Address::with_last_byte(0x71);
/// Wei for the data of [`ECHO`] on a fresh chain.
const FEE: u64 = 43_642_862_901_794;
const DAY: u64 = 86_400;
const INSUFFICIENT_VALUE: [u8; 4] = hex!("09781ab7");
const NOT_WASM: [u8; 4] = hex!("27f38212");
const NOT_ACTIVATED: [u8; 4] = hex!("6f809c4e");
const TOO_SOON: [u8; 4] = hex!("16bd0cf8");
const EXPIRED: [u8; 4] = hex!("c9b12e52");

fn activate(lab: &mut Lab, program: Address, value: U256) -> Outcome {
    let data = activateProgramCall { program }.abi_encode();
    lab.transact(Request::call(lab.from, ARB_WASM, data).with_value(value).with_gas(5_000_000))
}

fn ask(lab: &Lab, selector: [u8; 4], word: B256) -> Outcome {
    lab.chain.call(ARB_WASM, [&selector[..], word.as_slice()].concat()).unwrap()
}

fn ask_number(lab: &Lab, selector: [u8; 4], word: B256) -> u64 {
    let outcome = ask(lab, selector, word);
    assert!(outcome.is_success(), "{}", outcome.reason());
    U256::from_be_slice(&outcome.output[..32]).to()
}

#[test]
fn activation_costs_the_recorded_fee_and_returns_the_rest() {
    let mut lab = Lab::new();
    let echo = lab.deploy(ECHO);
    let short = activate(&mut lab, echo, U256::from(FEE - 1));
    assert!(short.is_revert());
    assert_eq!(short.output[..4], INSUFFICIENT_VALUE);
    assert_eq!(U256::from_be_slice(&short.output[4..36]), U256::from(FEE - 1));
    assert_eq!(U256::from_be_slice(&short.output[36..]), U256::from(FEE));

    let before = lab.chain.balance(lab.from);
    let outcome = activate(&mut lab, echo, U256::from(FEE) + ether(1));
    assert!(outcome.is_success(), "{}", outcome.reason());
    let gas = U256::from(outcome.gas_used * lab.chain.base_fee());
    assert_eq!(before - lab.chain.balance(lab.from), U256::from(FEE) + gas);
    assert_eq!(lab.chain.balance(ARB_WASM), U256::ZERO);
    let event = ProgramActivated::decode_log(&outcome.logs[0]).unwrap();
    assert_eq!((event.program, event.version), (echo, 3));
    assert_eq!(
        (event.dataFee, event.codehash),
        (U256::from(FEE), lab.chain.state().codehash(echo))
    );
    assert_eq!(ProgramActivated::SIGNATURE_HASH[..4], hex!("c0e81278"));
}

#[test]
fn activation_with_the_exact_fee_succeeds() {
    let mut lab = Lab::new();
    let echo = lab.deploy(ECHO);
    assert!(activate(&mut lab, echo, U256::from(FEE)).is_success());
}

#[test]
fn activation_costs_the_recorded_gas() {
    // The parts of the program, and the constant part: one read more from ArbOS 59 on.
    let variable = 1_148 + 62_076 + 896;
    for (rules, constant) in [(Rules::arbos_51(), 1_747_826), (Rules::arbos_61(), 1_748_626)] {
        let mut lab = Lab::with(rules);
        let echo = lab.deploy(ECHO);
        let data = activateProgramCall { program: echo }.abi_encode();
        let outcome = activate(&mut lab, echo, ether(1));
        assert_eq!(outcome.gas_used, intrinsic(&data) + constant + variable);
    }
}

#[test]
fn activation_gas_set_by_the_chain_is_added() {
    let used = |activation_gas| {
        let mut lab = Lab::with(Rules { activation_gas, ..Rules::default() });
        let echo = lab.deploy(ECHO);
        activate(&mut lab, echo, ether(1)).gas_used
    };
    assert_eq!(used(12_345) - used(0), 12_345);
}

#[test]
fn activation_of_what_is_no_program_reverts() {
    let mut lab = Lab::new();
    let contract = lab.deploy_code(&[0x5b]);
    for address in [contract, Address::repeat_byte(7)] {
        let outcome = activate(&mut lab, address, ether(1));
        assert_eq!((outcome.status, &outcome.output[..]), (Status::Revert, &NOT_WASM[..]));
        assert!(outcome.gas_used < 1_700_000);
    }
    // A fragment, another dictionary, streams that are cut, wrong or too long: reverts without data.
    let stream = &format::classic(ECHO)[4..];
    let bomb = format::classic(&vec![0; 300_000]);
    let codes = [
        [&[0xEF, 0xF0, 1], stream].concat(),
        [&[0xEF, 0xF0, 0, 1], stream].concat(),
        [&[0xEF, 0xF0, 0, 0], &stream[..stream.len() - 9]].concat(),
        [&[0xEF, 0xF0, 0, 0][..], &[0xFF; 40]].concat(),
        bomb,
    ];
    for code in codes {
        let address = lab.deploy_code(&code);
        let outcome = activate(&mut lab, address, ether(1));
        assert_eq!(
            (outcome.status.clone(), outcome.output.len()),
            (Status::Revert, 0),
            "{code:x?}"
        );
        assert!(outcome.gas_used < 1_700_000);
    }
}

#[test]
fn activation_of_a_module_that_breaks_a_rule_takes_all_gas() {
    let fixed = r#"(memory (export "memory") 1 1)"#;
    let modules = [
        module(fixed, r#"(func (export "stylus_start"))"#, "(i32.const 0)"),
        module(fixed, "(func $f (param f32) (drop (f32.neg (local.get 0))))", "(i32.const 0)"),
        module(r#"(memory 1 1) (memory (export "memory") 1 1)"#, "", "(i32.const 0)"),
        module(r#"(memory (export "memory") 129 129)"#, "", "(i32.const 0)"),
        module(fixed, "(func $pair (result i32 i32) (i32.const 1) (i32.const 2))", "(i32.const 0)"),
        module(fixed, "(start $s) (func $s)", "(i32.const 0)"),
        wat::parse_str(r#"(module (memory (export "memory") 1 1))"#).unwrap(),
        b"\0asm\x01\0\0\0".to_vec(),
        b"not a module".to_vec(),
    ];
    for wasm in modules {
        let mut lab = Lab::new();
        let address = lab.deploy(&wasm);
        let outcome = activate(&mut lab, address, ether(1));
        assert_eq!((outcome.gas_used, outcome.output.len()), (5_000_000, 0));
        let Status::Halt(Halt::Program(FaultKind::Activation(reason))) = outcome.status else {
            panic!("{:?}", outcome.status)
        };
        assert!(!reason.is_empty());
    }
}

/// EVM code that activates a program with all its value, calls it with the byte 9 and returns the
/// answer; if calldata is not empty it reverts instead.
fn activates_and_calls(program: Address) -> Vec<u8> {
    let data = activateProgramCall { program }.abi_encode();
    let words = data.chunks(32).enumerate().flat_map(|(i, chunk)| {
        let mut word = [0; 32];
        word[..chunk.len()].copy_from_slice(chunk);
        [&[0x7f][..], &word, &[0x60, 32 * i as u8, 0x52]].concat()
    });
    let code = words.chain([
        // CALL(gas, 0x71, callvalue, 0, 36, 0, 0), POP
        0x60, 0, 0x60, 0, 0x60, 36, 0x60, 0, 0x34, 0x60, 0x71, 0x5a, 0xf1, 0x50,
        // MSTORE8(0, 9); CALL(gas, program, 0, 0, 1, 0, 1), POP
        0x60, 9, 0x60, 0, 0x53, 0x60, 1, 0x60, 0, 0x60, 1, 0x60, 0, 0x60, 0, 0x73,
    ]);
    let mut code: Vec<u8> = code.chain(program.0.0).chain([0x5a, 0xf1, 0x50]).collect();
    // JUMPI to the revert if there is calldata; RETURN(0, 1); JUMPDEST, REVERT(0, 0)
    let target = code.len() as u8 + 9;
    code.extend([0x36, 0x60, target, 0x57, 0x60, 1, 0x60, 0, 0xf3, 0x5b, 0x60, 0, 0x60, 0, 0xfd]);
    code
}

#[test]
fn program_activated_and_called_in_one_transaction_runs_unless_that_reverts() {
    let mut lab = Lab::new();
    let echo = lab.deploy(ECHO);
    let contract = lab.deploy_code(&activates_and_calls(echo));
    let send = |lab: &mut Lab, data: &[u8]| {
        let request = Request::call(lab.from, contract, data.to_vec()).with_value(U256::from(FEE));
        lab.transact(request)
    };
    assert!(send(&mut lab, &[1]).is_revert());
    assert_eq!(lab.send(echo, &[]).faults[0].kind, FaultKind::NotActivated);
    let outcome = send(&mut lab, &[]);
    assert_eq!(outcome.output.as_ref(), [9], "{}", outcome.reason());
    assert!(lab.send(echo, &[]).is_success());
}

#[test]
fn program_expired_must_be_activated_again() {
    let mut lab = Lab::new();
    let echo = lab.install(ECHO);
    let codehash = lab.chain.state().codehash(echo);
    let keepalive = |lab: &mut Lab| {
        let data = [&hex!("c689bad5")[..], codehash.as_slice()].concat();
        lab.transact(Request::call(lab.from, ARB_WASM, data).with_value(ether(1)))
    };
    assert_eq!(keepalive(&mut lab).output[..4], TOO_SOON);
    lab.chain.advance(32 * DAY);
    let renewed = keepalive(&mut lab);
    assert!(renewed.is_success(), "{}", renewed.reason());
    assert_eq!(renewed.logs[0].topics()[0][..4], hex!("03802ba3"));
    lab.chain.advance(364 * DAY);
    assert!(lab.send(echo, &[]).is_success(), "renewed 364 days ago");
    lab.chain.advance(2 * DAY);
    let outcome = lab.transact(Request::call(lab.from, echo, vec![]).with_gas(200_000));
    assert!(matches!(
        outcome.status,
        Status::Halt(Halt::Program(FaultKind::Expired { age })) if age > 365 * DAY
    ));
    assert_eq!(outcome.gas_used, 200_000);
    assert_eq!(keepalive(&mut lab).output[..4], EXPIRED);
    lab.activate(echo).unwrap();
    assert!(lab.send(echo, &[]).is_success());
}

#[test]
fn getters_tell_the_parameters() {
    let lab = Lab::new();
    let rows = [
        (hex!("a996e0c2"), 3),
        (hex!("d1c17abc"), 10_000),
        (hex!("8ccfaa70"), 22_000),
        (hex!("4490c19d"), 2),
        (hex!("7af4ba49"), 1_000),
        (hex!("11c82ae8"), 620_674_314),
        (hex!("9786f96e"), 128),
        (hex!("99d0b38d"), 8_832),
        (hex!("5fc94c0b"), 100),
        (hex!("309f6555"), 365),
        (hex!("0a936455"), 31),
        (hex!("7af6e819"), 32),
        (hex!("2278c278"), 0),
    ];
    for (selector, expected) in rows {
        let outcome = lab.chain.call(ARB_WASM, selector.to_vec()).unwrap();
        assert_eq!(
            U256::from_be_slice(&outcome.output[..32]),
            U256::from(expected),
            "{selector:x?}"
        );
    }
}

#[test]
fn getters_tell_of_programs() {
    let mut lab = Lab::new();
    let wasm = module(r#"(memory (export "memory") 120 120)"#, "", "(i32.const 0)");
    let program = lab.install(&wasm);
    let (word, codehash) = (program.into_word(), lab.chain.state().codehash(program));
    assert_eq!(ask_number(&lab, hex!("cc8f4e88"), word), 3, "programVersion");
    assert_eq!(ask_number(&lab, hex!("d70c0ca7"), codehash), 3, "codehashVersion");
    assert_eq!(ask_number(&lab, hex!("aef36be3"), word), 120, "programMemoryFootprint");
    let left = ask_number(&lab, hex!("c775a62a"), word);
    assert!((364 * DAY..=365 * DAY).contains(&left), "programTimeLeft {left}");
    let estimates = stylus_program::activate_wasm(&wasm, &lab.chain.rules(), 0).unwrap().estimates;
    let (init, cached) = (u64::from(estimates.init_cost), u64::from(estimates.cached_cost));
    assert_eq!(
        ask_number(&lab, hex!("62b688aa"), word),
        8_832 + init + 352 + cached,
        "programInitGas"
    );
    let kib = u64::from(estimates.asm_kib());
    assert_eq!(ask_number(&lab, hex!("4089267f"), codehash), 1_024 * kib, "codehashAsmSize");
    for selector in [hex!("cc8f4e88"), hex!("62b688aa"), hex!("aef36be3"), hex!("c775a62a")] {
        let outcome = ask(&lab, selector, Address::repeat_byte(9).into_word());
        assert_eq!(outcome.output[..], NOT_ACTIVATED);
    }
    lab.chain.set_rules(&Rules { stylus_version: 4, ..lab.chain.rules() });
    assert_eq!(ask_number(&lab, hex!("cc8f4e88"), word), 3, "the old version stays visible");
    assert_eq!(ask(&lab, hex!("62b688aa"), word).output[..4], hex!("637d968f"));
}

#[test]
fn program_in_fragments_runs_if_they_fit() {
    // Bytes that do not compress, so that the module needs two accounts.
    let mut seed = 1_u32;
    let noise: Vec<u8> = std::iter::repeat_with(|| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 24) as u8
    })
    .take(30_000)
    .collect();
    let data = super::text::data(&noise);
    let wasm = module(
        r#"(memory (export "memory") 1 1)"#,
        &format!(r#"(data (i32.const 0) "{data}")"#),
        "(call $write_result (i32.const 0) (i32.const 4)) (i32.const 0)",
    );
    let mut lab = Lab::new();
    let parts = format::fragments(&wasm, 24_576);
    let addresses: Vec<[u8; 20]> = parts.iter().map(|part| lab.deploy_code(part).0.0).collect();
    assert_eq!(addresses.len(), 2);
    let root = |module_len: usize, addresses: &[[u8; 20]]| {
        Root { module_len: module_len as u32, addresses: addresses.to_vec() }.code()
    };
    let good = lab.deploy_code(&root(wasm.len(), &addresses));
    lab.activate(good).unwrap();
    assert_eq!(lab.send(good, &[]).output, noise[..4]);

    let swapped = [addresses[1], addresses[0]];
    let many = [addresses[0]; 5];
    let bad = [
        root(wasm.len() + 1, &addresses),
        root(wasm.len() - 1, &addresses),
        root(wasm.len(), &swapped),
        root(wasm.len(), &addresses[..1]),
        root(wasm.len(), &many),
        root(wasm.len(), &[]),
    ];
    for code in bad {
        let address = lab.deploy_code(&code);
        assert!(!activate(&mut lab, address, ether(1)).is_success(), "{code:x?}");
    }
    // Lowering the limit does not stop a program that is active.
    lab.chain.set_rules(&Rules { max_wasm_size: 1_000, max_fragments: 1, ..lab.chain.rules() });
    assert!(lab.send(good, &[]).is_success());
}

#[test]
fn program_activated_while_pages_are_open_must_fit_beside_them() {
    let big = module(r#"(memory (export "memory") 120 120)"#, "", "(i32.const 0)");
    // Grows, then activates the program whose address follows in calldata, and returns the status.
    let body = "(call $read_args (i32.const 0))
        (drop (memory.grow (i32.load8_u (i32.const 0))))
        (i32.store (i32.const 100) (i32.const 0xc280c758))
        (memory.copy (i32.const 116) (i32.const 1) (i32.const 20))
        (i32.store8 (i32.const 219) (i32.const 0x71))
        (i64.store (i32.const 300) (i64.const 0))
        (i32.store8 (i32.const 324) (i32.const 1))
        (i32.store8 (i32.const 400) (call $call_contract (i32.const 200) (i32.const 100)
            (i32.const 36) (i32.const 300) (i64.const 20000000) (i32.const 500)))
        (call $write_result (i32.const 400) (i32.const 1)) (i32.const 0)";
    for (pages, status) in [(63, 2), (3, 0)] {
        let mut lab = Lab::new();
        let big = lab.deploy(&big);
        let memory = r#"(memory (export "memory") 1 100)"#;
        let opener = lab.install(&module(memory, "", body));
        lab.chain.deal(opener, ether(10));
        let outcome = lab.send(opener, &[&[pages], big.as_slice()].concat());
        assert_eq!(outcome.output.as_ref(), [status], "{pages}: {}", outcome.reason());
    }
}

#[test]
fn fee_rises_while_many_activate() {
    let mut lab = Lab::new();
    let fee = |lab: &mut Lab, n: usize| {
        let body = format!("(drop (i32.const {n})) (i32.const 0)");
        let address = lab.deploy(&program(&body));
        lab.chain.activate(lab.from, address).unwrap().data_fee
    };
    let first = fee(&mut lab, 1);
    let second = fee(&mut lab, 2);
    assert!(second > first);
    lab.chain.mine();
    lab.chain.advance(DAY);
    assert_eq!(fee(&mut lab, 3), first);
}
