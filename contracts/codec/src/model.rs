//! What an interface declares, names resolved.

use std::rc::Rc;

/// One interface file.
#[derive(Clone, Debug)]
pub struct Interface {
    /// The file, as it was named to the parser.
    pub file: String,
    /// `IClearingHouse`.
    pub name: String,
    /// What the NatSpec says of it.
    pub docs: Docs,
    /// In the order of their declaration.
    pub enums: Vec<Rc<Enum>>,
    /// In the order of their declaration.
    pub structs: Vec<Rc<Struct>>,
    /// In the order of their declaration.
    pub functions: Vec<Function>,
    /// In the order of their declaration.
    pub events: Vec<Record>,
    /// In the order of their declaration.
    pub errors: Vec<Record>,
}

/// NatSpec of an item, tags taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Docs {
    /// Title, notice and dev, as paragraphs.
    pub text: Vec<String>,
    /// `@param name …`.
    pub parameters: Vec<(String, String)>,
    /// `@return …`.
    pub returns: Vec<String>,
}

/// Where something was declared.
#[derive(Clone, Debug)]
pub struct Position {
    /// From 1.
    pub line: usize,
    /// From 1.
    pub column: usize,
}

/// An enumeration.
#[derive(Clone, Debug)]
pub struct Enum {
    /// Its name.
    pub name: String,
    /// Its documentation.
    pub docs: Docs,
    /// The names of its variants, from 0.
    pub variants: Vec<String>,
}

/// A structure.
#[derive(Clone, Debug)]
pub struct Struct {
    /// Its name.
    pub name: String,
    /// Its documentation.
    pub docs: Docs,
    /// Its fields.
    pub fields: Vec<Parameter>,
}

/// A field, argument or result.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Empty for one without a name.
    pub name: String,
    /// Its type.
    pub ty: Type,
    /// Whether it is a topic of its event.
    pub indexed: bool,
}

/// A function.
#[derive(Clone, Debug)]
pub struct Function {
    /// Its name.
    pub name: String,
    /// Where it is declared.
    pub position: Position,
    /// Its documentation.
    pub docs: Docs,
    /// What it takes.
    pub inputs: Vec<Parameter>,
    /// What it returns.
    pub outputs: Vec<Parameter>,
    /// What it may do.
    pub mutability: Mutability,
}

/// What a function may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mutability {
    /// Reads nothing.
    Pure,
    /// Changes nothing.
    View,
    /// Takes no value.
    NonPayable,
    /// Takes value.
    Payable,
}

/// An event or an error.
#[derive(Clone, Debug)]
pub struct Record {
    /// Its name.
    pub name: String,
    /// Where it is declared.
    pub position: Position,
    /// Its documentation.
    pub docs: Docs,
    /// What it carries.
    pub parameters: Vec<Parameter>,
}

/// A type of the ABI.
#[derive(Clone, Debug)]
pub enum Type {
    /// `uintN`, N ≤ 128 or 256.
    Uint(u32),
    /// `intN`, N ≤ 128 or 256.
    Int(u32),
    /// `bool`.
    Bool,
    /// `address`.
    Address,
    /// `bytesN`.
    Fixed(u32),
    /// `bytes`.
    Bytes,
    /// `T[]`, of anything but lists and byte strings.
    List(Box<Type>),
    /// An enumeration.
    Enum(Rc<Enum>),
    /// A structure.
    Struct(Rc<Struct>),
}

impl Type {
    /// The name that goes into a signature.
    #[must_use]
    pub fn canonical(&self) -> String {
        match self {
            Self::Uint(bits) => format!("uint{bits}"),
            Self::Int(bits) => format!("int{bits}"),
            Self::Bool => "bool".into(),
            Self::Address => "address".into(),
            Self::Fixed(size) => format!("bytes{size}"),
            Self::Bytes => "bytes".into(),
            Self::List(element) => format!("{}[]", element.canonical()),
            Self::Enum(_) => "uint8".into(),
            Self::Struct(structure) => signature("", &structure.fields),
        }
    }

    /// Whether its encoding has a tail.
    #[must_use]
    pub fn is_dynamic(&self) -> bool {
        match self {
            Self::Bytes | Self::List(_) => true,
            Self::Struct(structure) => structure.fields.iter().any(|field| field.ty.is_dynamic()),
            _ => false,
        }
    }

    /// The bytes it takes where it stands: the offset if it is dynamic, else all of it.
    #[must_use]
    pub fn head(&self) -> usize {
        match self {
            Self::Struct(structure) if !self.is_dynamic() => head(&structure.fields),
            _ => 32,
        }
    }
}

/// The bytes that the head of these values takes.
#[must_use]
pub fn head(parameters: &[Parameter]) -> usize {
    parameters.iter().map(|parameter| parameter.ty.head()).sum()
}

/// `name(type,type)`.
#[must_use]
pub fn signature(name: &str, parameters: &[Parameter]) -> String {
    let types: Vec<_> = parameters.iter().map(|parameter| parameter.ty.canonical()).collect();
    format!("{name}({})", types.join(","))
}

impl Function {
    /// `name(type,type)`.
    #[must_use]
    pub fn signature(&self) -> String {
        signature(&self.name, &self.inputs)
    }

    /// Whether a call to it may change nothing.
    #[must_use]
    pub fn is_static(&self) -> bool {
        matches!(self.mutability, Mutability::Pure | Mutability::View)
    }
}

impl Record {
    /// `Name(type,type)`.
    #[must_use]
    pub fn signature(&self) -> String {
        signature(&self.name, &self.parameters)
    }
}
