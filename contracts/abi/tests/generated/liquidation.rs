// Generated from contracts/interfaces/ILiquidation.sol by `cargo run -p codec`. Not to be edited.

