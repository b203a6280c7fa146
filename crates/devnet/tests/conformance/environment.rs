//! What programs see of block, transaction and chain, beside what contracts see.

use alloy_primitives::{Address, B256, U256, address, hex};
use devnet::{Request, ether};

use super::lab::Lab;
use super::text::program;

#[test]
fn environment_of_a_program_is_that_of_a_contract() {
    let mut lab = Lab::new();
    let words = |text: &str| -> String {
        let hooks: Vec<_> = text.split_whitespace().collect();
        let stores = hooks.iter().enumerate().map(|(i, hook)| match *hook {
            "chainid" | "block_number" | "block_timestamp" | "block_gas_limit" => {
                format!("(i64.store (i32.const {}) (call ${hook}))", 32 * i)
            }
            "msg_sender" | "tx_origin" | "block_coinbase" | "contract_address" => {
                format!("(call ${hook} (i32.const {}))", 32 * i + 12)
            }
            _ => format!("(call ${hook} (i32.const {}))", 32 * i),
        });
        format!(
            "{} (call $write_result (i32.const 0) (i32.const {})) (i32.const 0)",
            stores.collect::<String>(),
            32 * hooks.len()
        )
    };
    let body = words("msg_sender tx_origin msg_value block_basefee tx_gas_price block_coinbase");
    let program = lab.install(&program(&body));
    // CALLER, ORIGIN, CALLVALUE, BASEFEE, GASPRICE, COINBASE, each stored; RETURN(0, 192)
    let opcodes = [0x33, 0x32, 0x34, 0x48, 0x3a, 0x41];
    let stores = opcodes.iter().zip((0..).step_by(32)).flat_map(|(op, at)| [*op, 0x60, at, 0x52]);
    let code = stores.chain([0x60, 192, 0x60, 0, 0xf3]).collect::<Vec<u8>>();
    let contract = lab.deploy_code(&code);
    let call = |lab: &mut Lab, to: Address| {
        lab.transact(Request::call(lab.from, to, vec![]).with_value(ether(1))).output
    };
    assert_eq!(call(&mut lab, program), call(&mut lab, contract));
}

#[test]
fn numbers_of_a_program_are_those_of_the_block() {
    let mut lab = Lab::new();
    let body = "(i64.store (i32.const 0) (call $chainid))
        (i64.store (i32.const 8) (call $block_number))
        (i64.store (i32.const 16) (call $block_timestamp))
        (i64.store (i32.const 24) (call $block_gas_limit))
        (i64.store (i32.const 32) (i64.extend_i32_u (call $tx_ink_price)))
        (call $write_result (i32.const 0) (i32.const 40)) (i32.const 0)";
    let program = lab.install(&program(body));
    lab.chain.advance(1_200);
    let output = lab.send(program, &[]).output;
    let numbers: Vec<u64> =
        output.chunks(8).map(|bytes| u64::from_le_bytes(bytes.try_into().unwrap())).collect();
    let config = lab.chain.config();
    let timestamp = numbers[2];
    let l1_block = config.genesis_l1_block + (timestamp - config.genesis_timestamp) / 12;
    assert_eq!(numbers, [412_346, l1_block, timestamp, 1 << 50, 10_000]);
    assert!(l1_block >= config.genesis_l1_block + 100);
}

#[test]
fn constants_of_the_chain_are_arbitrums() {
    let mut lab = Lab::new();
    // PREVRANDAO, COINBASE, GASLIMIT; RETURN(0, 96)
    let code = hex!("44600052416020524560405260606000f3");
    let contract = lab.deploy_code(&code);
    let output = lab.send(contract, &[]).output;
    assert_eq!(U256::from_be_slice(&output[..32]), U256::ONE);
    let coinbase = address!("A4b000000000000000000073657175656e636572");
    assert_eq!(Address::from_word(B256::from_slice(&output[32..64])), coinbase);
    assert_eq!(U256::from_be_slice(&output[64..]), U256::from(1u64 << 50));
}

#[test]
fn calldata_costs_no_floor() {
    let mut lab = Lab::new();
    let data = vec![1; 10_000];
    let outcome = lab.send(Address::repeat_byte(9), &data);
    assert_eq!(outcome.gas_used, 21_000 + 160_000);
}

#[test]
fn gas_limit_above_the_chains_is_lowered() {
    let mut lab = Lab::new();
    let spender = lab.deploy_code(&[0x5b, 0x60, 0, 0x56]);
    let outcome = lab.transact(Request::call(lab.from, spender, vec![]).with_gas(50_000_000));
    assert_eq!(outcome.gas_used, 32_000_000);
}

#[test]
fn arb_sys_tells_the_chain_from_its_parent() {
    let lab = Lab::new();
    let ask = |selector: [u8; 4], argument: Option<U256>| {
        let data = [&selector[..], &argument.map_or(vec![], |n| n.to_be_bytes_vec())].concat();
        lab.chain.call(Address::with_last_byte(0x64), data).unwrap()
    };
    let height = lab.chain.height();
    let number = |selector| U256::from_be_slice(&ask(selector, None).output);
    assert_eq!(number(hex!("a3b1b31d")), U256::from(height + 1), "arbBlockNumber");
    assert_eq!(number(hex!("d127f54a")), U256::from(412_346), "arbChainID");
    assert_eq!(number(hex!("051038f2")), U256::from(116), "arbOSVersion");
    assert_eq!(number(hex!("08bd624c")), U256::from(1), "isTopLevelCall");
    let hash = ask(hex!("2b407a82"), Some(U256::from(height)));
    assert_eq!(hash.output, lab.chain.latest().hash.to_vec());
    let unknown = ask(hex!("2b407a82"), Some(U256::from(height + 1)));
    assert_eq!(unknown.output[..4], hex!("d5dc642d"));
}

#[test]
fn node_interface_answers_in_calls_only() {
    let mut lab = Lab::new();
    let to = Address::with_last_byte(0xc8);
    // gasEstimateComponents(address,bool,bytes) of a payment to nobody
    let data = [
        &hex!("c94e6eeb")[..],
        Address::repeat_byte(1).into_word().as_slice(),
        &[0; 32],
        &U256::from(96).to_be_bytes::<32>(),
        &[0; 32],
    ]
    .concat();
    let outcome = lab.chain.call(to, data.clone()).unwrap();
    assert_eq!(U256::from_be_slice(&outcome.output[..32]), U256::from(21_000));
    assert_eq!(lab.send(to, &data).output.len(), 0, "an ordinary account in transactions");
}

#[test]
fn precompiles_refuse_with_all_gas() {
    let mut lab = Lab::new();
    let calls = [
        (0x71, hex!("deadbeef").to_vec(), U256::ZERO),
        (0x71, vec![1, 2], U256::ZERO),
        (0x71, hex!("a996e0c2").to_vec(), U256::from(1)),
        (0x71, hex!("58c780c2").to_vec(), U256::ZERO),
        (0x70, hex!("8c1d4fda").to_vec(), U256::ZERO),
        (0x66, hex!("00000000").to_vec(), U256::ZERO),
    ];
    for (number, data, value) in calls {
        let to = Address::with_last_byte(number);
        let request = Request::call(lab.from, to, data.clone()).with_value(value).with_gas(90_000);
        let outcome = lab.transact(request);
        assert_eq!(
            (outcome.is_success(), outcome.gas_used),
            (false, 90_000),
            "{number:x} {data:?}"
        );
        assert_eq!(lab.chain.code(to).as_ref(), [0xFE]);
    }
}
