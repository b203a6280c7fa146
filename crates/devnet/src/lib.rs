//! An EVM that also runs Stylus programs, in one process, metered to the ink.
