// Generated from contracts/interfaces/IMarginEngine.sol by `cargo run -p codec`. Not to be edited.

