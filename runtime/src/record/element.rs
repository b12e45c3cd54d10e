use super::{ListSlot, MapSlot, Node, Record, SlotMut};
use serde_json::Value;
use std::collections::BTreeMap;

/// A type that can stand in a list or a map.
///
/// Enumerations get it from their macros, where they stand in one: one blanket impl for records and one for
/// enumerations would overlap.
pub trait Element: Send + Sync + Sized + 'static {
    /// The value, to read.
    fn node(&self) -> Node<'_>;

    /// A slot that fills `cell`.
    fn slot_mut(cell: &mut Option<Self>) -> SlotMut<'_>;
}

macro_rules! leaf {
    ($($type:ty, $variant:ident, |$value:ident| $node:expr;)*) => {$(
        impl Element for $type {
            #[inline]
            fn node(&self) -> Node<'_> {
                let $value = self;
                Node::$variant($node)
            }

            #[inline]
            fn slot_mut(cell: &mut Option<Self>) -> SlotMut<'_> {
                SlotMut::$variant(cell)
            }
        }
    )*};
}

leaf! {
    String, String, |value| value.as_str();
    i32, Integer, |value| *value;
    i64, Long, |value| *value;
    f32, Float, |value| *value;
    f64, Double, |value| *value;
    bool, Boolean, |value| *value;
    Value, Any, |value| value;
}

impl<R: Record + Default> Element for R {
    #[inline]
    fn node(&self) -> Node<'_> {
        Node::Record(self)
    }

    #[inline]
    fn slot_mut(cell: &mut Option<Self>) -> SlotMut<'_> {
        SlotMut::Record(cell)
    }
}

impl<T: Element> Element for Vec<T> {
    #[inline]
    fn node(&self) -> Node<'_> {
        Node::List(self as &dyn ListSlot)
    }

    #[inline]
    fn slot_mut(cell: &mut Option<Self>) -> SlotMut<'_> {
        SlotMut::List(cell)
    }
}

impl<T: Element> Element for BTreeMap<String, T> {
    #[inline]
    fn node(&self) -> Node<'_> {
        Node::Map(self as &dyn MapSlot)
    }

    #[inline]
    fn slot_mut(cell: &mut Option<Self>) -> SlotMut<'_> {
        SlotMut::Map(cell)
    }
}
