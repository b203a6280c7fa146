//! The ink that the chain's own tests assert of host functions, at a price of 10 000 ink a gas.

use alloy_primitives::{Address, U256, hex};
use stylus_program::hooks::Hook;

use super::echo::named_echo;
use super::lab::{Lab, burner, word};
use super::probe::Probe;

/// Addresses in the calldata of a probe.
const ADDRESS: i64 = 0;
const VALUE: i64 = 32;
const DATA: i64 = 64;
/// Scratch memory.
const SCRATCH: i64 = 4_096;
/// All gas.
const ALL: i64 = -1;

fn calldata(address: Address, value: u64, data: &[u8]) -> Vec<u8> {
    let mut bytes = vec![0; DATA as usize];
    bytes[..20].copy_from_slice(address.as_slice());
    bytes[32..64].copy_from_slice(word(value).as_slice());
    bytes.extend(data);
    bytes
}

/// The ink of each step.
fn measure(lab: &mut Lab, probe: Probe, data: &[u8]) -> Vec<u64> {
    probe.run(lab, data).iter().map(|measured| measured.ink).collect()
}

#[test]
fn values_of_the_environment_cost_a_host_function() {
    use Hook::*;
    let returned = [
        MsgReentrant,
        TxInkPrice,
        Chainid,
        BlockGasLimit,
        BlockNumber,
        BlockTimestamp,
        EvmGasLeft,
        EvmInkLeft,
        ReturnDataSize,
    ];
    let written =
        [BlockBasefee, BlockCoinbase, ContractAddress, MsgSender, MsgValue, TxGasPrice, TxOrigin];
    let probe = returned.iter().fold(Probe::default(), |probe, hook| probe.step(*hook, &[]));
    let probe = written.iter().fold(probe, |probe, hook| probe.step(*hook, &[SCRATCH]));
    let expected = [vec![8_400; returned.len()], vec![13_440; written.len()]].concat();
    assert_eq!(measure(&mut Lab::new(), probe, &[]), expected);
}

#[test]
fn calldata_and_results_cost_by_length() {
    for (len, ink) in [(4, 13_440), (36, 13_560), (100, 15_480)] {
        let probe = Probe::default().step(Hook::ReadArgs, &[0]);
        assert_eq!(measure(&mut Lab::new(), probe, &vec![0; len]), [ink], "{len} bytes");
    }
    let probe = Probe::default().step(Hook::WriteResult, &[0, 0]).step(Hook::WriteResult, &[0, 64]);
    assert_eq!(measure(&mut Lab::new(), probe, &[]), [41_162, 44_682]);
    let probe = Probe::default().more_pages(4).step(Hook::WriteResult, &[0, 320_064]);
    assert_eq!(measure(&mut Lab::new(), probe, &[]), [35_244_682]);
}

#[test]
fn transient_storage_costs_a_round_trip_and_hundred_gas() {
    let probe = Probe::default()
        .step(Hook::TransientStoreBytes32, &[0, VALUE])
        .step(Hook::TransientLoadBytes32, &[0, SCRATCH]);
    let ink = measure(&mut Lab::new(), probe, &calldata(Address::ZERO, 7, &[]));
    assert_eq!(ink, [1_078_153, 1_078_153]);
}

#[test]
fn accounts_cost_what_the_chain_asserts() {
    let mut lab = Lab::new();
    for (len, ink) in [(120, 33_075_753), (206, 33_078_333), (179, 33_077_523), (135, 33_076_203)] {
        let account = lab.deploy_code(&vec![0x5b; len]);
        let probe = Probe::default().step(Hook::AccountCode, &[ADDRESS, 0, 16, SCRATCH]);
        assert_eq!(measure(&mut lab, probe, &calldata(account, 0, &[])), [ink], "{len} bytes");
    }
    let account = lab.deploy_code(&[0x5b; 120]);
    let data = calldata(account, 0, &[]);
    let size = Probe::default()
        .step(Hook::AccountCodeSize, &[ADDRESS])
        .step(Hook::AccountCodeSize, &[ADDRESS])
        .step(Hook::AccountCode, &[ADDRESS, 0, 8, SCRATCH]);
    assert_eq!(measure(&mut lab, size, &data), [33_068_073, 68_073, 68_073 + 5_040 + 30 * 88]);
    let hash = Probe::default()
        .step(Hook::AccountCodehash, &[ADDRESS, SCRATCH])
        .step(Hook::AccountBalance, &[ADDRESS, SCRATCH]);
    assert_eq!(measure(&mut lab, hash, &data), [26_078_153, 1_078_153]);
}

#[test]
fn storage_costs_what_the_chain_asserts() {
    use Hook::{StorageCacheBytes32 as Cache, StorageFlushCache as Flush};
    let mut lab = Lab::new();
    let data = [word(1), word(7), word(8), word(0)].concat();
    let (key, seven, eight, zero) = (0, 32, 64, 96);
    let once = Probe::default().step(Cache, &[key, seven]).step(Flush, &[0]);
    assert_eq!(measure(&mut lab, once, &data), [18_480, 221_068_073]);

    let twice = Probe::default()
        .step(Cache, &[key, seven])
        .step(Flush, &[0])
        .step(Cache, &[key, eight])
        .step(Flush, &[0])
        .step(Flush, &[0]);
    let program = lab.install(&twice.wasm());
    lab.set_slot(program, 1, 5);
    let ink: Vec<u64> = twice.run_at(&mut lab, program, &data).iter().map(|m| m.ink).collect();
    assert_eq!(ink, [18_480, 50_068_073, 18_480, 1_068_073, 68_073]);

    let overwritten =
        Probe::default().step(Cache, &[key, seven]).step(Cache, &[key, eight]).step(Flush, &[0]);
    let program = lab.install(&overwritten.wasm());
    lab.set_slot(program, 1, 5);
    let measured = overwritten.run_at(&mut lab, program, &data);
    assert_eq!(measured[2].ink, 50_068_073);

    let zeroed = Probe::default().step(Cache, &[key, zero]).step(Flush, &[0]);
    let program = lab.install(&zeroed.wasm());
    lab.set_slot(program, 1, 5);
    assert_eq!(zeroed.run_at(&mut lab, program, &data)[1].ink, 50_068_073);
}

#[test]
fn storage_loads_cost_what_the_chain_asserts() {
    use Hook::{StorageCacheBytes32 as Cache, StorageFlushCache as Flush};
    let load = Hook::StorageLoadBytes32;
    let mut lab = Lab::new();
    let data = [word(1), word(7)].concat();
    let probe = Probe::default()
        .step(load, &[0, SCRATCH])
        .step(load, &[0, SCRATCH])
        .step(Flush, &[1])
        .step(load, &[0, SCRATCH]);
    let ink = measure(&mut lab, probe, &data);
    assert_eq!(ink, [21_068_480, 18_480, 68_073, 1_068_480]);

    let stored = Probe::default().step(Cache, &[0, 32]).step(Flush, &[0]).step(load, &[0, SCRATCH]);
    assert_eq!(measure(&mut lab, stored, &data)[2], 18_480);
}

#[test]
fn logs_cost_what_the_chain_asserts() {
    let rows = [
        (0, 0, 3_834_454),
        (0, 10, 4_634_454),
        (0, 100, 11_838_194),
        (1, 100, 15_589_954),
        (2, 100, 19_341_714),
        (3, 100, 23_093_474),
        (4, 100, 26_845_234),
    ];
    let probe = rows.iter().fold(Probe::default(), |probe, (topics, len, _)| {
        probe.step(Hook::EmitLog, &[0, 32 * topics + len, *topics])
    });
    assert_eq!(measure(&mut Lab::new(), probe, &[]), rows.map(|row| row.2));
}

#[test]
fn return_data_costs_by_the_bytes_copied() {
    let mut lab = Lab::new();
    // The precompile at 4 returns what it is given.
    let identity = Address::with_last_byte(4);
    for (len, ink) in [(10, 73_113), (100, 75_153), (1_000, 102_153), (10_000, 372_153)] {
        let probe = Probe::default()
            .step(Hook::StaticCallContract, &[ADDRESS, DATA, len, ALL, SCRATCH])
            .step(Hook::ReadReturnData, &[20_000, 0, len])
            .step(Hook::ReadReturnData, &[20_000, len, 1]);
        let data = calldata(identity, 0, &vec![1; len as usize]);
        let measured = probe.run(&mut lab, &data);
        assert_eq!((measured[1].ink, measured[1].result), (ink, len as u64));
        assert_eq!((measured[2].ink, measured[2].result), (73_113, 0));
    }
}

/// The steps of calls of every kind, each in its own frame.
fn each_kind(lab: &mut Lab, address: Address, data: &[u8]) -> [u64; 3] {
    let len = data.len() as i64;
    let calldata = calldata(address, 0, data);
    let call =
        Probe::default().step(Hook::CallContract, &[ADDRESS, DATA, len, VALUE, ALL, SCRATCH]);
    [call]
        .into_iter()
        .chain(
            [Hook::DelegateCallContract, Hook::StaticCallContract]
                .map(|hook| Probe::default().step(hook, &[ADDRESS, DATA, len, ALL, SCRATCH])),
        )
        .map(|probe| {
            let measured = probe.run(lab, &calldata)[0];
            assert_eq!(measured.result, 0, "the call failed");
            measured.ink
        })
        .collect::<Vec<_>>()
        .try_into()
        .unwrap()
}

#[test]
fn call_of_a_precompile_costs_what_the_chain_asserts() {
    let burn = [&hex!("bb3480f9")[..], &[0; 32]].concat();
    let ink = each_kind(&mut Lab::new(), Address::with_last_byte(0x69), &burn);
    assert_eq!(ink, [1_146_395; 3]);
}

#[test]
fn call_of_a_contract_costs_what_the_chain_asserts() {
    let mut lab = Lab::new();
    let contract = lab.deploy_code(&burner(221));
    assert_eq!(each_kind(&mut lab, contract, &[1, 2, 3, 4]), [28_325_955; 3]);
}

#[test]
fn call_with_value_costs_what_the_chain_asserts() {
    let mut lab = Lab::new();
    let contract = lab.deploy_code(&burner(221));
    let probe = Probe::default().step(Hook::CallContract, &[ADDRESS, DATA, 4, VALUE, ALL, SCRATCH]);
    let program = lab.install(&probe.wasm());
    lab.chain.deal(program, U256::from(1_000));
    let measured = probe.run_at(&mut lab, program, &calldata(contract, 1_000, &[1, 2, 3, 4]));
    assert_eq!((measured[0].ink, measured[0].result), (118_325_955, 0));
    assert_eq!(lab.chain.balance(contract), U256::from(1_000));
}

#[test]
fn call_of_a_program_costs_what_the_chain_asserts() {
    let mut lab = Lab::new();
    let echo = lab.install(&named_echo());
    assert_eq!(each_kind(&mut lab, echo, &[1, 2, 3, 4]), [118_475_955; 3]);
}

#[test]
fn hashing_costs_by_words() {
    for (len, ink) in [(10, 121_800), (64, 121_800), (100, 163_800), (1_000, 751_800)] {
        let probe = Probe::default().step(Hook::NativeKeccak256, &[0, len, SCRATCH]);
        assert_eq!(measure(&mut Lab::new(), probe, &[]), [ink], "{len} bytes");
    }
}

#[test]
fn arithmetic_costs_what_the_chain_asserts() {
    let probe = Probe::default()
        .step(Hook::MathDiv, &[0, 32])
        .step(Hook::MathMod, &[0, 32])
        .step(Hook::MathAddMod, &[0, 32, 32])
        .step(Hook::MathMulMod, &[0, 32, 32]);
    let ink = measure(&mut Lab::new(), probe, &[word(9), word(4)].concat());
    assert_eq!(ink, [43_520, 43_520, 49_560, 52_660]);
    for (bytes, ink) in [(1, 61_520), (2, 79_020), (10, 219_020), (32, 604_020)] {
        let mut exponent = [0; 32];
        exponent[32 - bytes] = 1;
        let probe = Probe::default().step(Hook::MathPow, &[0, 32]);
        let data = [word(3).0, exponent].concat();
        assert_eq!(measure(&mut Lab::new(), probe, &data), [ink], "{bytes} bytes");
    }
}

#[test]
fn growth_of_no_page_costs_a_host_function() {
    let probe = Probe::default().step(Hook::PayForMemoryGrow, &[0]);
    assert_eq!(measure(&mut Lab::new(), probe, &[]), [8_400]);
    let probe = Probe::default().step(Hook::PayForMemoryGrow, &[100]);
    assert_eq!(measure(&mut Lab::new(), probe, &[]), [9_320_660_000]);
}
