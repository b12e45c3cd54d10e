//! Objects with known members.

/// What stands where an object is expected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in super::super) enum Found {
    /// Nothing, or `null`.
    #[default]
    Nothing,
    /// An object or a list, as expected.
    Expected,
    /// `true`.
    True,
    /// `false`.
    False,
    /// A value of another type.
    Other,
}

/// An object with known members.
pub(in super::super) trait Record {
    /// What stands at its place.
    fn found(&self) -> Found;

    /// Keys given more than once.
    fn twice(&self) -> &[&'static str];
}

/// A record that never is on the stack while what is in it is read: records nest as deep as JSON does.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct Boxed<T>(pub(in super::super) Box<T>);

impl<T> std::ops::Deref for Boxed<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> std::ops::DerefMut for Boxed<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

/// The methods of a visitor for values of other types: `$make` makes the result out of what was found.
macro_rules! otherwise {
    ($make:expr) => {
        fn visit_unit<E: serde::de::Error>(self) -> Result<Self::Value, E> {
            Ok($make($crate::import::metadata::raw::Found::Nothing))
        }

        fn visit_bool<E: serde::de::Error>(self, value: bool) -> Result<Self::Value, E> {
            use $crate::import::metadata::raw::Found;
            Ok($make(if value { Found::True } else { Found::False }))
        }

        fn visit_u64<E: serde::de::Error>(self, _: u64) -> Result<Self::Value, E> {
            Ok($make($crate::import::metadata::raw::Found::Other))
        }

        fn visit_i64<E: serde::de::Error>(self, _: i64) -> Result<Self::Value, E> {
            Ok($make($crate::import::metadata::raw::Found::Other))
        }

        fn visit_f64<E: serde::de::Error>(self, _: f64) -> Result<Self::Value, E> {
            Ok($make($crate::import::metadata::raw::Found::Other))
        }

        fn visit_str<E: serde::de::Error>(self, _: &str) -> Result<Self::Value, E> {
            Ok($make($crate::import::metadata::raw::Found::Other))
        }
    };
}

/// The method of a visitor that passes over a list.
macro_rules! not_a_list {
    ($make:expr) => {
        fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
            while access.next_element::<serde::de::IgnoredAny>()?.is_some() {}
            Ok($make($crate::import::metadata::raw::Found::Other))
        }
    };
}

/// A struct read from an object: every member is optional and of a type that reads from any JSON value, unknown
/// members are passed over, of members given twice the last counts.
macro_rules! record {
    ($(#[$doc:meta])+ $name:ident { $($(#[$field_doc:meta])+ $key:literal => $field:ident: $kind:ty,)+ }) => {
        $(#[$doc])+
        #[derive(Clone, Debug, Default)]
        pub(in super::super) struct $name<'de> {
            /// What stands at its place.
            pub(in super::super) found: $crate::import::metadata::raw::Found,
            /// Keys given more than once.
            pub(in super::super) twice: Vec<&'static str>,
            $($(#[$field_doc])+ pub(in super::super) $field: $kind,)+
            lifetime: std::marker::PhantomData<&'de ()>,
        }

        impl $crate::import::metadata::raw::Record for $name<'_> {
            fn found(&self) -> $crate::import::metadata::raw::Found {
                self.found
            }

            fn twice(&self) -> &[&'static str] {
                &self.twice
            }
        }

        impl<'de> serde::Deserialize<'de> for $name<'de> {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::import::metadata::raw::Boxed::deserialize(deserializer).map(|boxed| *boxed.0)
            }
        }

        impl<'de> serde::Deserialize<'de> for $crate::import::metadata::raw::Boxed<$name<'de>> {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Fields;

                impl<'de> serde::de::Visitor<'de> for Fields {
                    type Value = $crate::import::metadata::raw::Boxed<$name<'de>>;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        formatter.write_str("a JSON value")
                    }

                    fn visit_map<A: serde::de::MapAccess<'de>>(
                        self,
                        mut access: A,
                    ) -> Result<Self::Value, A::Error> {
                        #[expect(non_camel_case_types, reason = "named after the fields they number")]
                        enum Number { $($field,)+ }
                        let mut record = Self::Value::default();
                        record.0.found = $crate::import::metadata::raw::Found::Expected;
                        let mut seen = 0_u64;
                        while let Some($crate::import::metadata::raw::Word(key)) = access.next_key()? {
                            match key.as_ref() {
                                $($key => {
                                    record.0.$field = access.next_value()?;
                                    let bit = 1 << (Number::$field as u64);
                                    if seen & bit != 0 && !record.0.twice.contains(&$key) {
                                        record.0.twice.push($key);
                                    }
                                    seen |= bit;
                                })+
                                _ => { access.next_value::<serde::de::IgnoredAny>()?; }
                            }
                        }
                        Ok(record)
                    }

                    $crate::import::metadata::raw::record::not_a_list!(|found| {
                        let mut record = Self::Value::default();
                        record.0.found = found;
                        record
                    });
                    $crate::import::metadata::raw::record::otherwise!(|found| {
                        let mut record = Self::Value::default();
                        record.0.found = found;
                        record
                    });
                }

                deserializer.deserialize_any(Fields)
            }
        }
    };
}

pub(super) use {not_a_list, otherwise, record};
