// Generated from contracts/interfaces/IExchange.sol by `cargo run -p codec`. Not to be edited.

