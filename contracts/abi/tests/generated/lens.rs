// Generated from contracts/interfaces/ILens.sol by `cargo run -p codec`. Not to be edited.

