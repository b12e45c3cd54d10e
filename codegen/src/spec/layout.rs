//! Tables of what a spec file may hold, one per type of [`raw`](super::raw).
//!
//! The tables come out of the same declarations that serde parses with, so the two cannot drift apart. They
//! carry the documentation of every key and word. Tables refer to each other through functions, since the
//! language is recursive (a field has fields).

/// What is expected as a value.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// Any scalar; its text is kept as it is written.
    Text,
    /// `true` or `false`.
    Truth,
    /// A whole number from 0.
    Number {
        /// Greatest number.
        max: u64,
    },
    /// One word of a closed set.
    Words(&'static Words),
    /// A word of a closed set, or something else.
    WordsOr(&'static Words, fn() -> Shape),
    /// A list of one shape.
    List(fn() -> Shape),
    /// A mapping whose keys the file chooses.
    Map(fn() -> Shape),
    /// A mapping with known keys.
    Record(&'static Record),
}

/// A mapping with known keys.
#[derive(Debug)]
pub struct Record {
    /// Name of the type that it becomes.
    pub name: &'static str,
    /// Documentation, line by line, each with a leading space.
    pub doc: &'static [&'static str],
    /// Its keys in the order of their declaration.
    pub keys: &'static [Key],
}

/// A key of a [`Record`].
#[derive(Debug)]
pub struct Key {
    /// The key as it is written.
    pub name: &'static str,
    /// Documentation, line by line, each with a leading space.
    pub doc: &'static [&'static str],
    /// Whether a file without it is wrong.
    pub required: bool,
    /// What its value must be.
    pub shape: fn() -> Shape,
}

/// A closed set of words.
#[derive(Debug)]
pub struct Words {
    /// Name of what the words are, for example `type`.
    pub name: &'static str,
    /// Documentation, line by line, each with a leading space.
    pub doc: &'static [&'static str],
    /// The words in the order of their declaration.
    pub words: &'static [Word],
}

/// A word of a closed set.
#[derive(Debug)]
pub struct Word {
    /// The word as it is written.
    pub word: &'static str,
    /// Documentation, line by line, each with a leading space.
    pub doc: &'static [&'static str],
}

/// The key that only imported files have.
pub const ORIGIN: &str = "origin";

impl Record {
    /// The key of a name.
    #[must_use]
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }

    /// Keys that only imported files may leave out: those that say where they come from.
    #[must_use]
    pub fn unless_imported(&self) -> &'static [&'static str] {
        match self.name {
            "Product" => &["documentation", "ram_prefix"],
            "Operation" => &["authorization", "sources"],
            _ => &[],
        }
    }
}

/// A type that a part of a spec file becomes.
pub trait Layout {
    /// Whether a key of this type must be there, unless serde has a default for it.
    const REQUIRED: bool = true;

    /// What is expected in the file.
    fn shape() -> Shape;
}

impl Layout for String {
    fn shape() -> Shape {
        Shape::Text
    }
}

impl Layout for bool {
    fn shape() -> Shape {
        Shape::Truth
    }
}

macro_rules! numbers {
    ($($number:ty),*) => {
        $(impl Layout for $number {
            fn shape() -> Shape {
                Shape::Number { max: <$number>::MAX.into() }
            }
        })*
    };
}

numbers!(u16, u32, u64);

impl<T: Layout> Layout for Option<T> {
    const REQUIRED: bool = false;

    fn shape() -> Shape {
        T::shape()
    }
}

impl<T: Layout> Layout for Box<T> {
    const REQUIRED: bool = T::REQUIRED;

    fn shape() -> Shape {
        T::shape()
    }
}

impl<T: Layout> Layout for Vec<T> {
    fn shape() -> Shape {
        Shape::List(T::shape)
    }
}

impl<T: Layout> Layout for std::collections::BTreeMap<String, T> {
    fn shape() -> Shape {
        Shape::Map(T::shape)
    }
}

/// Declares a struct that serde parses, with its [`Layout`]. Only two serde attributes are known on a field:
/// `default` and `rename = ".."`.
macro_rules! record {
    (
        $(#[doc = $doc:literal])*
        #[derive($($derive:ident),*)]
        pub struct $name:ident {
            $(
                $(#[doc = $field_doc:literal])*
                $(#[serde($($serde:tt)*)])?
                pub $field:ident: $type:ty,
            )*
        }
    ) => {
        $(#[doc = $doc])*
        #[derive($($derive,)* serde::Deserialize, serde::Serialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $(
                $(#[doc = $field_doc])*
                $(#[serde($($serde)*)])?
                pub $field: $type,
            )*
        }

        impl $crate::spec::layout::Layout for $name {
            fn shape() -> $crate::spec::layout::Shape {
                use $crate::spec::layout::{Key, Layout, Record, Shape, key_name, key_required};
                const RECORD: Record = Record {
                    name: stringify!($name),
                    doc: &[$($doc),*],
                    keys: &[$(
                        Key {
                            name: key_name!($field $($($serde)*)?),
                            doc: &[$($field_doc),*],
                            required: key_required!($type; $($($serde)*)?),
                            shape: <$type as Layout>::shape,
                        },
                    )*],
                };
                Shape::Record(&RECORD)
            }
        }
    };
}

macro_rules! key_name {
    ($field:ident rename = $name:literal) => {
        $name
    };
    ($field:ident $(default)?) => {
        stringify!($field)
    };
}

macro_rules! key_required {
    ($type:ty; default) => {
        false
    };
    ($type:ty; $($other:tt)*) => {
        <$type as Layout>::REQUIRED
    };
}

/// Declares an enum of words that serde parses, with its [`Layout`].
macro_rules! words {
    (
        $(#[doc = $doc:literal])*
        #[derive($($derive:ident),*)]
        pub enum $name:ident {
            $(
                $(#[doc = $word_doc:literal])*
                $variant:ident = $word:literal,
            )*
        }
    ) => {
        $(#[doc = $doc])*
        #[derive($($derive,)* serde::Deserialize, serde::Serialize)]
        pub enum $name {
            $(
                $(#[doc = $word_doc])*
                #[serde(rename = $word)]
                $variant,
            )*
        }

        impl $name {
            /// The word as spec files write it.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }
        }

        impl $crate::spec::layout::Layout for $name {
            fn shape() -> $crate::spec::layout::Shape {
                use $crate::spec::layout::{Shape, Word, Words};
                const WORDS: Words = Words {
                    name: stringify!($name),
                    doc: &[$($doc),*],
                    words: &[$(Word { word: $word, doc: &[$($word_doc),*] }),*],
                };
                Shape::Words(&WORDS)
            }
        }
    };
}

pub(crate) use {key_name, key_required, record, words};
