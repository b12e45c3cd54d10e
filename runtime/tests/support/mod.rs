//! Records as a generator would write them: one field for every kind of slot.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used)]

pub mod operations;

use alicloud_runtime::record::Unlisted;
use alicloud_runtime::{enumeration, record};
use serde_json::Value;
use std::collections::BTreeMap;

#[derive(Default)]
pub struct All {
    pub string: Option<String>,
    pub integer: Option<i32>,
    pub long: Option<i64>,
    pub float: Option<f32>,
    pub double: Option<f64>,
    pub boolean: Option<bool>,
    pub any: Option<Value>,
    pub color: Option<Color>,
    pub level: Option<Level>,
    pub inner: Option<Inner>,
    pub node: Option<Box<Node>>,
    pub strings: Vec<String>,
    pub numbers: Vec<i64>,
    pub colors: Vec<Color>,
    pub inners: Vec<Inner>,
    pub matrix: Vec<Vec<i32>>,
    pub anything: Vec<Value>,
    pub labels: BTreeMap<String, String>,
    pub by_name: BTreeMap<String, Inner>,
    pub optional: Option<Vec<bool>>,
    pub optional_map: Option<BTreeMap<String, f64>>,
}

record! {
    All {
        string: String = 0: "String",
        integer: Integer = 1: "Integer",
        long: Long = 2: "Long",
        float: Float = 3: "Float",
        double: Double = 4: "Double",
        boolean: Boolean = 5: "Boolean",
        any: Any = 6: "Any",
        color: Enumeration = 7: "Color",
        level: Enumeration = 8: "Level",
        inner: Record = 9: "Inner",
        node: Record = 10: "Node",
        strings: List = 11: "Strings",
        numbers: List = 12: "Numbers",
        colors: List = 13: "Colors",
        inners: List = 14: "Inners",
        matrix: List = 15: "Matrix",
        anything: List = 16: "Anything",
        labels: Map = 17: "Labels",
        by_name: Map = 18: "ByName",
        optional: List = 19: "Optional",
        optional_map: Map = 20: "OptionalMap",
    }
}

#[derive(Default)]
pub struct Inner {
    pub name: Option<String>,
    pub password: Option<String>,
    pub sizes: Vec<i32>,
}

record! {
    Inner {
        name: String = 0: "Name",
        password: String = 1: "Password" as sensitive,
        sizes: List = 2: "Sizes",
    }
}

#[derive(Default)]
pub struct Node {
    pub value: Option<i64>,
    pub next: Option<Box<Node>>,
    pub children: Vec<Node>,
}

record! {
    Node {
        value: Long = 0: "Value",
        next: Record = 1: "Next",
        children: List = 2: "Children",
    }
}

#[derive(Clone)]
pub enum Color {
    Red,
    Green,
    Unlisted(Unlisted<String, Self>),
}

enumeration!(Color as String { Red = "red", Green = "2" });
alicloud_runtime::element!(Color);

#[derive(Clone)]
pub enum Level {
    Off,
    On,
    Unlisted(Unlisted<i64, Self>),
}

enumeration!(Level as i64 { Off = 0, On = 1 });
