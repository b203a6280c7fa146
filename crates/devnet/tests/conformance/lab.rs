//! A chain with a few hands to it.

use alloy_primitives::{Address, B256, Bytes, U256};
use devnet::{Chain, Config, Failure, Mining, Outcome, Request, Rules};
use stylus_program::format;

/// `ProgramUpToDate()`.
pub(crate) const UP_TO_DATE: &str = "0xcc944bf2";

/// Gas before execution: the transaction itself, with calldata.
pub(crate) fn intrinsic(data: &[u8]) -> u64 {
    21_000 + data.iter().map(|byte| if *byte == 0 { 4 } else { 16 }).sum::<u64>()
}

/// A chain whose blocks close by hand, and the account that sends.
pub(crate) struct Lab {
    pub(crate) chain: Chain,
    pub(crate) from: Address,
}

impl Lab {
    pub(crate) fn new() -> Self {
        Self::with(Rules::default())
    }

    pub(crate) fn with(rules: Rules) -> Self {
        let config = Config { rules, mining: Mining::Manual, ..Config::default() };
        let chain = Chain::new(config);
        let from = chain.accounts()[0].address();
        Self { chain, from }
    }

    /// An active program at an address of its own; the code may be active already.
    pub(crate) fn install(&mut self, wasm: &[u8]) -> Address {
        let program = self.deploy(wasm);
        if let Err(failure) = self.activate(program) {
            assert!(failure.to_string().contains(UP_TO_DATE), "{failure}");
        }
        program
    }

    /// A program that is not active.
    pub(crate) fn deploy(&mut self, wasm: &[u8]) -> Address {
        self.deploy_code(&format::classic(wasm))
    }

    /// An account with this code, which the limit on code may not bind.
    pub(crate) fn deploy_code(&mut self, code: &[u8]) -> Address {
        let address = self.chain.deploy(self.from, format::init_code(code, &[])).unwrap();
        self.chain.mine();
        address
    }

    pub(crate) fn activate(&mut self, program: Address) -> Result<(), Failure> {
        let result = self.chain.activate(self.from, program).map(|_| ());
        self.chain.mine();
        result
    }

    /// A transaction in a block of its own.
    pub(crate) fn send(&mut self, to: Address, data: &[u8]) -> Outcome {
        self.transact(Request::call(self.from, to, data.to_vec()))
    }

    /// A transaction in a block of its own.
    pub(crate) fn transact(&mut self, request: Request) -> Outcome {
        self.chain.mine();
        let outcome = self.chain.transact(request).unwrap();
        self.chain.mine();
        outcome
    }

    /// The same in one block with what comes next.
    pub(crate) fn send_in_block(&mut self, to: Address, data: &[u8]) -> Outcome {
        self.chain.send(self.from, to, data.to_vec()).unwrap()
    }

    /// A program that does what `body` says, called once with `data`.
    pub(crate) fn once(&mut self, body: &str, data: &[u8]) -> Outcome {
        let program = self.install(&super::text::program(body));
        self.send(program, data)
    }

    pub(crate) fn set_slot(&mut self, account: Address, slot: u64, value: u64) {
        self.chain.set_storage(account, U256::from(slot), U256::from(value).into());
    }

    pub(crate) fn slot(&self, account: Address, slot: u64) -> u64 {
        U256::from_be_bytes(self.chain.storage(account, U256::from(slot)).0).to()
    }
}

/// The word of a number.
pub(crate) fn word(number: u64) -> B256 {
    U256::from(number).into()
}

/// What a program returned, as a number.
pub(crate) fn number(output: &Bytes) -> u64 {
    U256::try_from_be_slice(output).expect("at most a word").to()
}

/// EVM code that uses exactly `gas` gas and returns nothing.
pub(crate) fn burner(gas: usize) -> Vec<u8> {
    // PUSH1 0, POP costs five; JUMPDEST one.
    [[0x60, 0, 0x50].repeat(gas / 5), vec![0x5b; gas % 5]].concat()
}
