//! Why a module does not activate.

use crate::hooks::Hook;

/// Why a module does not activate: what is wrong, where, and the bound it breaks.
///
/// On chain each of these takes all the gas of the activation.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ModuleError {
    /// The module is not well-formed WebAssembly, or does not type-check.
    #[error("not a valid module: {message} (at byte {offset})")]
    Malformed {
        /// What the validator says.
        message: String,
        /// Position in the module.
        offset: u64,
    },
    /// The module uses a WebAssembly feature that programs do not have.
    #[error("a feature that programs do not have: {message} (at byte {offset})")]
    Feature {
        /// What the validator says; it names the feature.
        message: String,
        /// Position in the module.
        offset: u64,
    },
    /// A section that programs do not have.
    #[error("section `{section}` is not supported")]
    Section {
        /// The section.
        section: &'static str,
    },
    /// An operator that programs do not have, such as float arithmetic.
    #[error("operator {operator} in function {function} is not supported")]
    Operator {
        /// Its name.
        operator: String,
        /// Index of the function, imports included.
        function: u32,
    },
    /// A start function.
    #[error("a start function is not allowed (function {function})")]
    Start {
        /// Index of the function, imports included.
        function: u32,
    },
    /// An import that is not a function.
    #[error("import `{module}.{name}` is not a function")]
    ImportKind {
        /// Module imported from.
        module: String,
        /// Name imported.
        name: String,
    },
    /// An import that is not a host function.
    #[error("import `{module}.{name}` is not a host function")]
    UnknownImport {
        /// Module imported from.
        module: String,
        /// Name imported.
        name: String,
    },
    /// A host function imported with another type than its own.
    #[error("host function `{}` is imported with another type than its own", .hook.name())]
    ImportType {
        /// The host function.
        hook: Hook,
    },
    /// A host function imported twice with different type indices.
    #[error("host function `{}` is imported under two types", .hook.name())]
    ImportedTwice {
        /// The host function.
        hook: Hook,
    },
    /// An import or export whose name is reserved for instrumentation.
    #[error("`{name}` starts with the reserved symbol `stylus`")]
    Reserved {
        /// The name, an export's without what precedes its last `__`.
        name: String,
    },
    /// An export that would hide an imported host function.
    #[error("export `{name}` has the name of an imported host function")]
    ExportHidesImport {
        /// The export's name.
        name: String,
    },
    /// No function `user_entrypoint` is exported.
    #[error("no function is exported as `user_entrypoint`")]
    NoEntrypoint,
    /// The entry point is not a function of the module with type `(i32) -> i32`.
    #[error("`user_entrypoint` is not a function (i32) -> i32 of the module")]
    EntrypointType,
    /// The module has no memory, or does not export it as `memory`.
    #[error("no memory is exported as `memory`")]
    NoMemory,
    /// Memory can grow, but nothing would pay for it.
    #[error("memory can grow, but `pay_for_memory_grow` is not imported")]
    UnpaidGrowth,
    /// More initial memory than the transaction has left.
    #[error("initial memory of {pages} pages exceeds the limit of {limit}")]
    Memory {
        /// Initial pages.
        pages: u64,
        /// Most that are allowed here.
        limit: u16,
    },
    /// A global is not initialised by one constant.
    #[error("global {index} is not initialised by one constant")]
    GlobalInit {
        /// Index of the global.
        index: u32,
    },
    /// An active segment's offset is not one `i32.const`.
    #[error("the offset of {kind} segment {index} is not one i32.const")]
    SegmentOffset {
        /// Data or element.
        kind: Segment,
        /// Index of the segment.
        index: u32,
    },
    /// An active segment does not fit the initial memory or table.
    #[error("{kind} segment {index} ends at {end}, beyond {size}")]
    SegmentRange {
        /// Data or element.
        kind: Segment,
        /// Index of the segment.
        index: u32,
        /// One past its last byte or entry.
        end: u64,
        /// Bytes or entries there are.
        size: u64,
    },
    /// An element segment or a table does not hold plain functions.
    #[error("{what} {index} does not hold plain functions")]
    NotFunctions {
        /// Table or element segment.
        what: &'static str,
        /// Its index.
        index: u32,
    },
    /// The name section cannot be read.
    #[error("the name section is malformed: {message}")]
    Names {
        /// What the parser says.
        message: String,
    },
    /// More of something than programs may have.
    #[error("{quantity}: {count} exceeds {limit}{}", In(*.function))]
    Limit {
        /// What is limited.
        quantity: Quantity,
        /// How much of it there is.
        count: u64,
        /// How much there may be.
        limit: u64,
        /// The function it is about, imports included, where it is about one.
        function: Option<u32>,
    },
}

/// A kind of segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Segment {
    /// Bytes of memory.
    Data,
    /// Entries of a table.
    Element,
}

impl core::fmt::Display for Segment {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Segment::Data => "data",
            Segment::Element => "element",
        })
    }
}

/// Shows the function that a limit is about.
struct In(Option<u32>);

impl core::fmt::Display for In {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self.0 {
            Some(function) => write!(f, " in function {function}"),
            None => Ok(()),
        }
    }
}

/// Declares the limited quantities with their words and bounds.
macro_rules! quantities {
    ($($(#[$doc:meta])* $name:ident $words:literal = $limit:literal;)*) => {
        /// A quantity that programs have bounds on.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Quantity {
            $($(#[$doc])* $name,)*
        }

        impl Quantity {
            /// Most of it that a program may have.
            pub const fn limit(self) -> u64 {
                match self { $(Quantity::$name => $limit,)* }
            }
        }

        impl core::fmt::Display for Quantity {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(match self { $(Quantity::$name => $words,)* })
            }
        }
    };
}

quantities! {
    /// Data segments.
    DataSegments "data segments" = 128;
    /// Element segments.
    ElementSegments "element segments" = 128;
    /// Encoded bytes of all element segments.
    ElementBytes "bytes of element segments" = 4_096;
    /// Functions with a body.
    Functions "functions" = 4_096;
    /// Globals, with the four that instrumentation adds.
    Globals "globals" = 32_768;
    /// Imports.
    Imports "imports" = 513;
    /// Initial entries of all tables.
    TableEntries "table entries" = 4_096;
    /// Declared locals of a function, its parameters not counted.
    Locals "locals" = 348;
    /// Operators of a function after instrumentation.
    Operators "operators after instrumentation" = 65_536;
    /// Words of a function's frame.
    FrameWords "words of a frame" = 10_240;
    /// Values on a function's operand stack.
    StackHeight "values on the operand stack" = 4_096;
    /// Bytes of an export's or of the module's name.
    NameBytes "bytes of a name" = 512;
}

impl Quantity {
    /// Refuses a count beyond the limit.
    pub(crate) fn check(self, count: u64) -> Result<(), ModuleError> {
        self.check_in(count, None)
    }

    /// Refuses a count beyond the limit in a function.
    pub(crate) fn check_in(self, count: u64, function: Option<u32>) -> Result<(), ModuleError> {
        if count <= self.limit() {
            return Ok(());
        }
        Err(ModuleError::Limit { quantity: self, count, limit: self.limit(), function })
    }
}
