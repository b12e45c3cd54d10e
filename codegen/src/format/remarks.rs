//! Where comments are written.

use super::attach::Before;
use super::comment::Comment;
use super::document::{CollectionId, Item, PlaceId, Value};
use super::print::Printer;

impl<'a> Printer<'a> {
    /// The comments on the lines above an entry. One of those on its own line stays there.
    pub(super) fn above(&mut self, place: PlaceId, indent: usize, is_first: bool) {
        let Some(at) = self.comments.places.get(place.0) else { return };
        self.before(&at.before, indent, is_first);
        if let Some((_, others)) = at.line.split_last() {
            self.comment_lines(others, indent, true);
        }
    }

    /// The comments above the dash of an item: its own, and those of the first entry in it, which follows on the line of
    /// the dash.
    pub(super) fn above_item(&mut self, item: &Item<'a>, indent: usize, is_first: bool) {
        self.above(item.place, indent, is_first);
        let line = self.comments.places.get(item.place.0).map_or(&[][..], |at| &at.line);
        let moved = line.last().map(std::slice::from_ref).unwrap_or_default();
        match &item.value {
            Value::Mapping(mapping) => {
                if let Some(entry) = mapping.entries.first() {
                    self.comment_lines(moved, indent, true);
                    self.above(entry.place, indent, true);
                }
            }
            Value::Sequence(sequence) => {
                if let Some(inner) = sequence.items.first() {
                    self.comment_lines(moved, indent, true);
                    self.above_item(inner, indent, true);
                }
            }
            Value::Scalar(_) | Value::Block(_) => {}
        }
    }

    pub(super) fn before(&mut self, before: &Before<'a>, indent: usize, is_first: bool) {
        self.comment_lines(&before.comments, indent, is_first);
        if before.has_gap {
            self.blank();
        }
    }

    pub(super) fn ends(&mut self, id: CollectionId, indent: usize) {
        if let Some(comments) = self.comments.ends.get(id.0) {
            self.comment_lines(comments, indent, false);
        }
    }

    /// Comments on lines of their own, with the blank lines between them. One before the first would come right behind a
    /// key, so it is dropped where `is_first` says so.
    pub(super) fn comment_lines(&mut self, comments: &[Comment<'a>], indent: usize, is_first: bool) {
        for (index, comment) in comments.iter().enumerate() {
            if comment.blank_before && comment.is_own_line && !(is_first && index == 0) {
                self.blank();
            }
            self.spaces(indent);
            self.out.push_str(comment.text);
            self.out.push('\n');
        }
    }

    /// Ends the line of a key or dash, with the comment that is on it.
    pub(super) fn end_line(&mut self, place: PlaceId) {
        if let Some(comment) = self.comments.places.get(place.0).and_then(|at| at.line.last()) {
            self.out.push(' ');
            self.out.push_str(comment.text);
        }
        self.out.push('\n');
    }
}
