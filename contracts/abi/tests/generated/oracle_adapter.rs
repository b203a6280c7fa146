// Generated from contracts/interfaces/IOracleAdapter.sol by `cargo run -p codec`. Not to be edited.

