// Generated from contracts/interfaces/IClearingHouse.sol by `cargo run -p codec`. Not to be edited.

