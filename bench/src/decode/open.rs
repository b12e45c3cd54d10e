//! Open enumerations written by hand: what somebody writes who wants to match on values and lose none.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};

/// Enumerations of texts, for serde and for miniserde.
macro_rules! text {
    ($($(#[$about:meta])* $name:ident { $($variant:ident = $value:literal),* })*) => {$(
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq)]
        pub(crate) enum $name {
            $(
                #[doc = $value]
                $variant,
            )*
            /// Any other value.
            Other(String),
        }

        impl $name {
            /// The value as it is sent.
            pub(crate) fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $value,)*
                    Self::Other(text) => text,
                }
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                match text {
                    $($value => Self::$variant,)*
                    other => Self::Other(other.to_owned()),
                }
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Text;

                impl Visitor<'_> for Text {
                    type Value = $name;

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str("a text")
                    }

                    fn visit_str<E: Error>(self, text: &str) -> Result<$name, E> {
                        Ok(text.into())
                    }
                }

                deserializer.deserialize_str(Text)
            }
        }

        impl miniserde::Deserialize for $name {
            fn begin(out: &mut Option<Self>) -> &mut dyn miniserde::de::Visitor {
                miniserde::make_place!(Place);

                impl miniserde::de::Visitor for Place<$name> {
                    fn string(&mut self, text: &str) -> miniserde::Result<()> {
                        self.out = Some(text.into());
                        Ok(())
                    }
                }

                Place::new(out)
            }
        }
    )*};
}

text! {
    /// State of an instance.
    Status {
        Running = "Running",
        Stopped = "Stopped",
        Starting = "Starting",
        Stopping = "Stopping",
        Pending = "Pending"
    }

    /// Whether there are alerts.
    AlarmStatus { Alarmed = "YES", Quiet = "NO" }
}

/// Who runs a machine.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Vendor {
    /// 0
    Own,
    /// 1
    Foreign,
    /// 2
    Room,
    /// 7
    Small,
    /// Any other value.
    Other(i64),
}

impl Vendor {
    /// The number as it is sent.
    pub(crate) fn value(&self) -> i64 {
        match self {
            Self::Own => 0,
            Self::Foreign => 1,
            Self::Room => 2,
            Self::Small => 7,
            Self::Other(number) => *number,
        }
    }
}

impl From<i64> for Vendor {
    fn from(number: i64) -> Self {
        match number {
            0 => Self::Own,
            1 => Self::Foreign,
            2 => Self::Room,
            7 => Self::Small,
            other => Self::Other(other),
        }
    }
}

impl Serialize for Vendor {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(self.value())
    }
}

impl<'de> Deserialize<'de> for Vendor {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        i64::deserialize(deserializer).map(Self::from)
    }
}

impl miniserde::Deserialize for Vendor {
    fn begin(out: &mut Option<Self>) -> &mut dyn miniserde::de::Visitor {
        miniserde::make_place!(Place);

        impl miniserde::de::Visitor for Place<Vendor> {
            fn negative(&mut self, number: i64) -> miniserde::Result<()> {
                self.out = Some(number.into());
                Ok(())
            }

            fn nonnegative(&mut self, number: u64) -> miniserde::Result<()> {
                self.out = Some(i64::try_from(number).map_err(|_| miniserde::Error)?.into());
                Ok(())
            }
        }

        Place::new(out)
    }
}
