//! What a Stylus program is: format, validation, instrumentation, prices. No EVM.
