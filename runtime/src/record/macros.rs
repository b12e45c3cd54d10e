/// The field table of a generated struct: one row per field, with its slot, its number and its wire name. A row whose value
/// must never be printed ends in `as sensitive`. Rows are numbered from 0 in their order.
///
/// From the table come [`Record`](crate::record::Record), `Clone`, `Debug`, `PartialEq`, and serde with the feature
/// `serde`. Derives would nearly double the time to check a client.
#[macro_export]
macro_rules! record {
    ($name:ident { $($field:ident: $slot:ident = $index:literal: $wire:literal $(as $sensitive:ident)?),* $(,)? }) => {
        // The table reads and writes deprecated fields like any other.
        #[allow(deprecated)]
        impl $crate::record::Record for $name {
            #[inline]
            fn slot(&self, index: usize) -> $crate::record::Slot<'_> {
                match index {
                    $($index => $crate::record::Slot::$slot(&self.$field),)*
                    _ => $crate::record::Slot::Shape(&$crate::record::Shape {
                        name: ::core::stringify!($name),
                        fields: &[$($wire),*],
                        sensitive: &[$($($crate::__sensitive!($sensitive $wire),)?)*],
                    }),
                }
            }

            // A number in each row, since a macro cannot count: a comparison for each row took as long again to check.
            #[inline]
            fn slot_mut(&mut self, index: usize) -> $crate::record::SlotMut<'_> {
                match index {
                    $($index => $crate::record::SlotMut::$slot(&mut self.$field),)*
                    _ => $crate::record::SlotMut::Absent,
                }
            }
        }

        impl ::core::clone::Clone for $name {
            #[inline]
            fn clone(&self) -> Self {
                $crate::record::clone(self)
            }
        }

        impl ::core::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::record::debug(self, f)
            }
        }

        impl ::core::cmp::PartialEq for $name {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                $crate::record::equal(self, other)
            }
        }

        $crate::__serde_traits!($name, serialize, deserialize);
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __sensitive {
    (sensitive $wire:literal) => {
        $wire
    };
}

/// Makes a generated enum an open enumeration of texts: the table `LISTED`, `as_str`, `From`, `Display`, `Debug`, `==`,
/// `Hash` and the traits of a field. Derives of the last three take twice the time to check, and a large product has
/// thousands of enumerations.
#[macro_export]
macro_rules! text_enumeration {
    ($name:ident { $($variant:ident = $value:literal),* $(,)? }) => {
        /// Open: `From` takes any text, [`as_str`](Self::as_str) gives it back.
        impl $name {
            /// The listed values.
            pub const LISTED: &'static [(&'static str, Self)] = &[$(($value, Self::$variant)),*];

            /// The value as it is sent and received, listed or not.
            #[inline]
            pub fn as_str(&self) -> &str {
                $crate::record::wire(self)
            }
        }

        impl ::core::convert::From<&str> for $name {
            #[inline]
            fn from(value: &str) -> Self {
                $crate::record::from_wire(value)
            }
        }

        impl ::core::convert::From<::std::string::String> for $name {
            #[inline]
            fn from(value: ::std::string::String) -> Self {
                $crate::record::from_wire(&*value)
            }
        }

        $crate::__enumeration_traits!($name, ::std::string::String);
    };
}

/// Makes a generated enum an open enumeration of integers: the table `LISTED`, `value`, `From`, and what
/// [`text_enumeration!`](crate::text_enumeration) gives.
#[macro_export]
macro_rules! integer_enumeration {
    ($name:ident { $($variant:ident = $value:literal),* $(,)? }) => {
        /// Open: `From` takes any integer, [`value`](Self::value) gives it back.
        impl $name {
            /// The listed values.
            pub const LISTED: &'static [(i64, Self)] = &[$(($value, Self::$variant)),*];

            /// The number as it is sent and received, listed or not.
            #[inline]
            pub fn value(&self) -> i64 {
                *$crate::record::wire(self)
            }
        }

        impl ::core::convert::From<i64> for $name {
            #[inline]
            fn from(value: i64) -> Self {
                $crate::record::from_wire(&value)
            }
        }

        impl ::core::convert::From<i32> for $name {
            #[inline]
            fn from(value: i32) -> Self {
                $crate::record::from_wire(&value.into())
            }
        }

        $crate::__enumeration_traits!($name, i64);
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __enumeration_traits {
    ($name:ident, $wire:ty) => {
        impl $crate::record::Enumeration for $name {
            type Wire = $wire;

            #[inline]
            fn listed() -> &'static [(<$wire as $crate::record::WireValue>::Listed, Self)] {
                Self::LISTED
            }

            #[inline]
            fn unlisted(value: $crate::record::Unlisted<Self>) -> Self {
                Self::Unlisted(value)
            }

            #[inline]
            fn as_unlisted(&self) -> ::core::option::Option<&$crate::record::Unlisted<Self>> {
                match self {
                    Self::Unlisted(value) => ::core::option::Option::Some(value),
                    _ => ::core::option::Option::None,
                }
            }
        }

        impl ::core::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::record::display(self, f)
            }
        }

        impl ::core::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::record::debug_value(self, f)
            }
        }

        impl ::core::cmp::PartialEq for $name {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                $crate::record::equal_values(self, other)
            }
        }

        impl ::core::cmp::Eq for $name {}

        impl ::core::hash::Hash for $name {
            #[inline]
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                $crate::record::hash_value(self, state)
            }
        }

        $crate::__serde_traits!($name, serialize_enumeration, deserialize_enumeration);
    };
}

/// A place in lists and maps for an enumeration. Records have theirs without.
#[macro_export]
macro_rules! element {
    ($name:ident) => {
        impl $crate::record::Element for $name {
            #[inline]
            fn node(&self) -> $crate::record::Node<'_> {
                $crate::record::Node::Enumeration(self)
            }

            #[inline]
            fn slot_mut(cell: &mut ::core::option::Option<Self>) -> $crate::record::SlotMut<'_> {
                $crate::record::SlotMut::Enumeration(cell)
            }
        }
    };
}

#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde_traits {
    ($name:ident, $serialize:ident, $deserialize:ident) => {
        impl $crate::serde::Serialize for $name {
            #[inline]
            fn serialize<S: $crate::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::record::$serialize(self, serializer)
            }
        }

        impl<'de> $crate::serde::Deserialize<'de> for $name {
            #[inline]
            fn deserialize<D: $crate::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::record::$deserialize(deserializer)
            }
        }
    };
}

#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde_traits {
    ($name:ident, $serialize:ident, $deserialize:ident) => {};
}
