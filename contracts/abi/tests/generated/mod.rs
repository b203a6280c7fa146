// Generated from contracts/interfaces by `cargo run -p codec`. Not to be edited.

