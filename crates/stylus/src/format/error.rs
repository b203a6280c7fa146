//! Why code is not a program, or cannot be decompressed.

/// Why the module of a program cannot be had from its code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FormatError {
    /// The account has no code.
    #[error("the account has no code")]
    NoCode,
    /// The code has no program prefix, or nothing after it.
    #[error("the code has no program prefix")]
    NotAProgram,
    /// The code is a part of a program.
    #[error("the code is a fragment, which has no module of its own")]
    Fragment,
    /// The code is a root where a classic program was wanted.
    #[error("the code is a root: its fragments are needed")]
    Root,
    /// The dictionary is not the empty one.
    #[error("dictionary {dictionary} is not supported")]
    UnsupportedDictionary {
        /// The byte that names it.
        dictionary: u8,
    },
    /// The compressed stream ends before the module does.
    #[error("the compressed stream is truncated")]
    Truncated,
    /// The compressed stream is not brotli with a window of at most 24 bits.
    #[error("the compressed stream is corrupt")]
    Corrupt,
    /// The module is longer than allowed.
    #[error("the module is larger than {limit} bytes")]
    TooLarge {
        /// Most bytes of a module.
        limit: u32,
    },
    /// A root's bytes after its header are not whole addresses.
    #[error("a root of {len} bytes does not hold whole addresses")]
    RootLength {
        /// Bytes of the root's code.
        len: usize,
    },
    /// A root names no fragment or too many.
    #[error("a root with {count} fragments: 1 to {limit} are allowed")]
    FragmentCount {
        /// Fragments named.
        count: usize,
        /// Most that are allowed.
        limit: u8,
    },
    /// The fragments given are not as many as the root names.
    #[error("{given} fragments given where the root names {named}")]
    FragmentsGiven {
        /// Fragments given.
        given: usize,
        /// Fragments named.
        named: usize,
    },
    /// An account that a root names does not hold a fragment.
    #[error("the account at position {index} of the root holds no fragment")]
    NotAFragment {
        /// Position in the root, from zero.
        index: usize,
    },
    /// The module's length is not the one that the root declares.
    #[error("the module has {actual} bytes where the root declares {declared}")]
    DeclaredSize {
        /// Bytes declared.
        declared: u32,
        /// Bytes found.
        actual: usize,
    },
}
