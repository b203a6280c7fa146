//! Gas of every operation, in the states that the bars name: storage cold, programs cached, without the
//! 21,000 and the calldata that every transaction pays. The numbers go to `build/snapshots/gas.json`;
//! `cargo xtask snapshots` compares them with the reviewed ones and with the bars.

use crate::support::ok;
use ballast_sandbox::execution_gas;
use ballast_sandbox::operations::OPERATIONS;
use serde_json::{Map, Value};
use std::path::PathBuf;

/// Numbers by dotted key.
#[derive(Default)]
struct Numbers(Vec<(&'static str, u64)>);

impl Numbers {
    fn put(&mut self, key: &'static str, gas: u64) {
        self.0.push((key, gas));
    }

    fn nested(&self) -> Value {
        let mut root = Map::new();
        for (key, gas) in &self.0 {
            let mut path: Vec<&str> = key.split('.').collect();
            let last = path.pop().expect("a key has a last part");
            let mut node = &mut root;
            for part in path {
                let child = node.entry(part).or_insert_with(|| Value::Object(Map::new()));
                node = child.as_object_mut().expect("no key is the beginning of another");
            }
            node.insert(last.to_owned(), Value::from(*gas));
        }
        Value::Object(root)
    }

    fn write(&self) {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../build/snapshots");
        std::fs::create_dir_all(&folder).expect("the folder can be made");
        let text = serde_json::to_string_pretty(&self.nested()).expect("numbers are JSON");
        std::fs::write(folder.join("gas.json"), text + "\n").expect("the file can be written");
    }
}

#[test]
fn gas_of_every_operation_is_measured() {
    let mut numbers = Numbers::default();
    for operation in OPERATIONS {
        let mut prepared = operation.prepare().expect("the way to the state succeeds");
        let outcome = ok(prepared.run());
        numbers.put(operation.key, execution_gas(&outcome, prepared.data()));
    }
    for (key, gas) in crate::kernels::gas() {
        numbers.put(key, gas);
    }
    numbers.write();
}
