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
