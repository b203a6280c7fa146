//! Programs from their code to their run, on a small engine.

mod code;
mod echo;
mod hostile;
mod limits;
mod machine;
mod metering;
mod refusals;
mod stack;
