//! Fixed-point numbers, pricing and risk: integer-only, no_std, pure.
