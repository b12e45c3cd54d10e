/// Makes a generated enum an open enumeration, of texts or of integers: the list `LISTED`, `as_str` or `value`, `From`,
/// `Display`, `Debug`, `==`, `Hash` and the traits of a field. Derives of `Debug`, `==` and `Hash` take twice the time to
/// check, and a large product has thousands of enumerations.
///
/// ```
/// use alicloud_runtime::record::Unlisted;
///
/// #[derive(Clone)]
/// enum Color {
///     Red,
///     Green,
///     Unlisted(Unlisted<String, Color>),
/// }
///
/// alicloud_runtime::enumeration!(Color as String { Red = "red", Green = "green" });
///
/// assert_eq!(Color::from("green"), Color::Green);
/// assert_eq!(Color::from("blue").as_str(), "blue");
/// ```
#[macro_export]
macro_rules! enumeration {
    ($name:ident as String { $($variant:ident = $value:literal),* $(,)? }) => {
        /// Open: `From` takes any text, [`as_str`](Self::as_str) gives it back.
        impl $name {
            /// The value as it is sent and received, listed or not.
            #[inline]
            pub fn as_str(&self) -> &str {
                $crate::record::Enumeration::wire(self)
            }
        }

        // No name that is emitted begins so; an enumeration may be called `T`.
        impl<__T: ::core::convert::AsRef<str>> ::core::convert::From<__T> for $name {
            #[inline]
            fn from(value: __T) -> Self {
                $crate::record::from_wire(value.as_ref())
            }
        }

        $crate::__enumeration!($name, ::std::string::String, str, [$($variant = $value, $value),*]);
    };
    ($name:ident as i64 { $($variant:ident = $value:literal),* $(,)? }) => {
        /// Open: `From` takes any integer of up to 64 bits, [`value`](Self::value) gives it back.
        impl $name {
            /// The number as it is sent and received, listed or not.
            #[inline]
            pub fn value(&self) -> i64 {
                *$crate::record::Enumeration::wire(self)
            }
        }

        impl<__T: $crate::record::Integer> ::core::convert::From<__T> for $name {
            #[inline]
            fn from(value: __T) -> Self {
                $crate::record::from_wire(&::core::convert::Into::into(value))
            }
        }

        $crate::__enumeration!($name, i64, i64, [$($variant = $value, &$value),*]);
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __enumeration {
    ($name:ident, $wire:ty, $borrowed:ty, [$($variant:ident = $value:literal, $borrow:expr),*]) => {
        impl $name {
            /// The listed values.
            pub const LISTED: &'static [Self] = &[$(Self::$variant),*];
        }

        impl $crate::record::Enumeration for $name {
            type Wire = $wire;
            const LISTED: &'static [Self] = Self::LISTED;

            #[inline]
            fn wire(&self) -> &$borrowed {
                match self {
                    $(Self::$variant => $borrow,)*
                    Self::Unlisted(value) => value.value(),
                }
            }

            #[inline]
            fn of(value: &$borrowed, keeper: &mut $crate::record::Keeper<Self>) -> Self {
                match value {
                    $($value => Self::$variant,)*
                    _ => Self::Unlisted(keeper.keep(value)),
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
                $crate::record::wire_node(self)
            }

            #[inline]
            fn slot_mut(cell: &mut ::core::option::Option<Self>) -> $crate::record::SlotMut<'_> {
                $crate::record::SlotMut::Enumeration(cell)
            }
        }
    };
}
