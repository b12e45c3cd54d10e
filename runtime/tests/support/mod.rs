//! Records as a generator would write them: one field for every kind of slot.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used)]

pub mod operations;

use alicloud_runtime::record::Unlisted;
use alicloud_runtime::{integer_enumeration, record, text_enumeration};
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
        string: String = "String",
        integer: Integer = "Integer",
        long: Long = "Long",
        float: Float = "Float",
        double: Double = "Double",
        boolean: Boolean = "Boolean",
        any: Any = "Any",
        color: Enumeration = "Color",
        level: Enumeration = "Level",
        inner: Record = "Inner",
        node: Record = "Node",
        strings: List = "Strings",
        numbers: List = "Numbers",
        colors: List = "Colors",
        inners: List = "Inners",
        matrix: List = "Matrix",
        anything: List = "Anything",
        labels: Map = "Labels",
        by_name: Map = "ByName",
        optional: List = "Optional",
        optional_map: Map = "OptionalMap",
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
        name: String = "Name",
        password: String = "Password" as sensitive,
        sizes: List = "Sizes",
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
        value: Long = "Value",
        next: Record = "Next",
        children: List = "Children",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Color {
    Red,
    Green,
    Unlisted(Unlisted<Self>),
}

impl Color {
    pub const LISTED: &'static [(&'static str, Self)] = &[("red", Self::Red), ("2", Self::Green)];
}

text_enumeration!(Color);

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    Off,
    On,
    Unlisted(Unlisted<Self>),
}

impl Level {
    pub const LISTED: &'static [(i64, Self)] = &[(0, Self::Off), (1, Self::On)];
}

integer_enumeration!(Level);
