// Generated from contracts/interfaces/IVault.sol by `cargo run -p codec`. Not to be edited.

