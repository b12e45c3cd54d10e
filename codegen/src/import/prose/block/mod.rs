//! What a text is made of: paragraphs, lists, quotations, tables, code.

mod data;
mod list;
mod paragraph;
mod print;
mod read;
mod settle;
mod table;

use super::links::Links;
pub(super) use print::{length, lines};

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Block {
    /// One line.
    Paragraph(String),
    Heading(String),
    List(List),
    Quote(Vec<Block>),
    Code(Code),
    /// Rows of cells, the first one above.
    Table(Vec<Vec<String>>),
}

/// A list; numbered from its first number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct List {
    pub(super) number: Option<u32>,
    pub(super) items: Vec<Vec<Block>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Code {
    pub(super) language: String,
    pub(super) lines: Vec<String>,
}

/// The blocks of a text, each line of them clean.
pub(super) fn read(text: &str, links: &dyn Links) -> Vec<Block> {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    settle::settle(read::blocks(&lines, 0), links)
}
