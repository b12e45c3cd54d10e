use super::comment::{Comment, comments};
use super::document::{CollectionId, Document, PlaceId, Target, Token};
use crate::schema::MODELINE;

/// The comments of a file, each at its place.
#[derive(Debug, Default)]
pub(super) struct Comments<'a> {
    /// At the top of the file, whatever comes first behind them.
    pub(super) header: Before<'a>,
    /// By place.
    pub(super) places: Vec<AtPlace<'a>>,
    /// By collection: behind its last entry.
    pub(super) ends: Vec<Vec<Comment<'a>>>,
}

/// Comments on lines of their own before something.
#[derive(Clone, Debug, Default)]
pub(super) struct Before<'a> {
    pub(super) comments: Vec<Comment<'a>>,
    /// Whether a blank line follows them.
    pub(super) has_gap: bool,
}

/// Comments of an entry.
#[derive(Clone, Debug, Default)]
pub(super) struct AtPlace<'a> {
    pub(super) before: Before<'a>,
    /// On its line, or on the lines between key and value.
    pub(super) line: Vec<Comment<'a>>,
}

/// Finds all comments of a text and where they belong.
pub(super) fn attach<'a>(text: &'a str, document: &Document<'_>) -> Comments<'a> {
    let mut all = Comments {
        header: Before::default(),
        places: vec![AtPlace::default(); document.places.len()],
        ends: vec![Vec::new(); document.collections.len()],
    };
    let mut before: Option<&Token> = None;
    for after in document.tokens.iter().map(Some).chain([None]) {
        let start = before.map_or(0, |token| token.span.end);
        let end = after.map_or(text.len(), |token| token.span.start);
        let mut found = comments(text, start..end);
        if before.is_none() {
            all.header = header(&mut found);
        }
        for comment in found {
            let is_tail = !text.get(start..comment.start).is_some_and(|between| between.contains('\n'));
            let target = match before {
                Some(token) if is_tail => token.tail,
                _ => target(document, before, after, &comment),
            };
            all.put(target, comment);
        }
        before = after;
    }
    all
}

impl<'a> Comments<'a> {
    fn put(&mut self, target: Target, comment: Comment<'a>) {
        match target {
            Target::Line(place) => self.places.get_mut(place.0).map(|at| at.line.push(comment)),
            Target::Before(place) => self.places.get_mut(place.0).map(|at| {
                // Between key and value: what is on the line of the key comes first.
                at.before.comments.append(&mut at.line);
                at.before.push(comment);
            }),
            Target::End(collection) => self.ends.get_mut(collection.0).map(|end| end.push(comment)),
        };
    }
}

impl<'a> Before<'a> {
    fn push(&mut self, comment: Comment<'a>) {
        self.has_gap = comment.blank_after && comment.is_own_line;
        self.comments.push(comment);
    }
}

/// Takes the comments off that are about the file: modelines, what stands above them, and what a blank line separates from
/// the first key.
fn header<'a>(comments: &mut Vec<Comment<'a>>) -> Before<'a> {
    let is_header = |comment: &Comment<'_>| comment.blank_after || comment.text.starts_with(MODELINE);
    let count = comments.iter().rposition(is_header).map_or(0, |last| last + 1);
    let rest = comments.split_off(count);
    let header = std::mem::replace(comments, rest);
    Before { has_gap: header.last().is_some_and(|last| last.blank_after), comments: header }
}

/// Where a comment belongs that is not on the line of the token before it: before the next entry, unless its indentation
/// says that it is still part of something that ends here.
fn target(
    document: &Document<'_>,
    before: Option<&Token>,
    after: Option<&Token>,
    comment: &Comment<'_>,
) -> Target {
    let left = chain(document, before);
    let entered = chain(document, after);
    let common = left.iter().zip(&entered).take_while(|(one, other)| one == other).count();
    let next = entered.get(common).or(entered.last()).copied();
    // Of what was left, the first step stays within the collection whose next entry comes, if one comes.
    let stays = usize::from(entered.len() > common);
    let ended = left.get(common + stays..).unwrap_or_default();
    let next_indent = next.and_then(|next| indent(document, next));
    let mut best: Option<(PlaceId, usize)> = None;
    for place in ended {
        if is_inside(document, *place, comment.start) {
            // Between brackets, the innermost ones count.
            best = Some((*place, usize::MAX));
        } else if let Some(indent) = indent(document, *place) {
            let is_deeper = next_indent.is_none_or(|next| indent > next);
            let fits = comment.is_own_line && indent <= comment.column && is_deeper;
            if fits && best.is_none_or(|(_, best)| indent > best) {
                best = Some((*place, indent));
            }
        }
    }
    match (best.and_then(|(place, _)| document.places.get(place.0)), next) {
        (Some(place), _) => Target::End(place.collection),
        (None, Some(next)) => Target::Before(next),
        (None, None) => Target::End(CollectionId(0)),
    }
}

/// The entry of a token and those around it, outermost first.
fn chain(document: &Document<'_>, token: Option<&Token>) -> Vec<PlaceId> {
    let mut chain = Vec::new();
    let mut next = token.and_then(|token| token.place);
    while let Some(place) = next {
        chain.push(place);
        next = document.places.get(place.0).and_then(|place| place.parent);
    }
    chain.reverse();
    chain
}

fn indent(document: &Document<'_>, place: PlaceId) -> Option<usize> {
    let collection = document.places.get(place.0)?.collection;
    document.collections.get(collection.0)?.indent
}

/// Whether a position is between the brackets of the collection that a place is in.
fn is_inside(document: &Document<'_>, place: PlaceId, at: usize) -> bool {
    let collection = document.places.get(place.0).map(|place| place.collection);
    let collection = collection.and_then(|collection| document.collections.get(collection.0));
    collection.is_some_and(|collection| collection.indent.is_none() && collection.span.contains(&at))
}
