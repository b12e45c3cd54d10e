use crate::error::{Error, ErrorKind, Result};
use crate::operation::{PageBy, Pagination};
use crate::record::{self, Node};
use serde_json::Value;
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

/// How many pages without an item may follow each other where tokens lead from one to the next.
const EMPTY_PAGES: u32 = 1_000;

/// Where in the pages a walk is: decides from each reply whether there is a next one (`docs/wire.md`, "Pages").
pub(super) struct Cursor {
    facts: &'static Pagination,
    page: u64,
    size: Option<u64>,
    /// Items of the pages so far, and of those before the first where it is known.
    seen: u64,
    /// What the first page that had one said.
    total: Option<u64>,
    tokens: HashSet<String>,
    contents: HashSet<u64>,
    empty: u32,
}

impl Cursor {
    /// A walk that begins with the page that the request asks for.
    pub(super) fn new(facts: &'static Pagination, request: Node<'_>) -> Self {
        let parameter = |name: &str| (!name.is_empty()).then(|| record::find(request, name)).flatten();
        let size = parameter(facts.size()).and_then(record::number).filter(|size| *size > 0);
        let asked = parameter(facts.parameter());
        let page = match facts.by() {
            PageBy::Number => asked.and_then(record::number).unwrap_or(1).max(1),
            PageBy::Token => 1,
        };
        let token = asked.and_then(record::scalar).filter(|token| !token.is_empty());
        let tokens = token.filter(|_| facts.by() == PageBy::Token).into_iter().collect();
        let seen = size.unwrap_or_default().saturating_mul(page - 1);
        Self { facts, page, size, seen, total: None, tokens, contents: HashSet::new(), empty: 0 }
    }

    /// The value of the page parameter that the next request has; `None` if this reply was the last page.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`]: the pages go round in circles.
    pub(super) fn advance(&mut self, reply: Node<'_>) -> Result<Option<Value>> {
        let items = record::find(reply, self.facts.items());
        let count = items.and_then(record::count).unwrap_or_default();
        match self.facts.by() {
            PageBy::Number => self.next_number(reply, items, count),
            PageBy::Token => self.next_token(reply, count),
        }
    }

    fn next_number(&mut self, reply: Node<'_>, items: Option<Node<'_>>, count: u64) -> Result<Option<Value>> {
        if count == 0 {
            return Ok(None);
        }
        self.seen = self.seen.saturating_add(count);
        let total = record::find(reply, self.facts.total()).and_then(record::number);
        // A total of nothing beside items says nothing. One that grows with every page would never be reached.
        let total = total.filter(|total| *total > 0 && !self.facts.total().is_empty());
        self.total = self.total.or(total);
        let is_last = match (self.size, self.total) {
            (Some(size), Some(total)) if count >= size => size.saturating_mul(self.page) >= total,
            // A service may give less than was asked for: then only its total tells.
            (_, Some(total)) => self.seen >= total,
            (Some(size), None) => count < size,
            (None, None) => false,
        };
        if is_last {
            return Ok(None);
        }
        // A service that overlooks the number would be asked for the same page again and again.
        if !self.contents.insert(self.fingerprint(reply, items)) {
            return Err(circle(&format!("page {} is one that came before", self.page)));
        }
        self.page += 1;
        Ok(Some(Value::from(self.page)))
    }

    /// What tells pages apart. Items may be alike on two pages, as long as something else, such as the number of the page,
    /// differs; without a total that ends the walk, the items alone count.
    fn fingerprint(&self, reply: Node<'_>, items: Option<Node<'_>>) -> u64 {
        let node = if self.total.is_some() { Some(reply) } else { items };
        let mut json: Value = node
            .and_then(|node| record::to_json_text(node).ok())
            .and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_default();
        if let Value::Object(members) = &mut json {
            members.retain(|name, _| !name.eq_ignore_ascii_case("RequestId"));
        }
        let mut hasher = DefaultHasher::new();
        json.to_string().hash(&mut hasher);
        hasher.finish()
    }

    fn next_token(&mut self, reply: Node<'_>, count: u64) -> Result<Option<Value>> {
        let token = record::find(reply, self.facts.next()).filter(|_| !self.facts.next().is_empty());
        let token = token.and_then(record::scalar).filter(|token| !token.is_empty());
        let Some(token) = token else { return Ok(None) };
        self.empty = if count == 0 { self.empty + 1 } else { 0 };
        if self.empty >= EMPTY_PAGES {
            return Err(circle(&format!("{EMPTY_PAGES} pages in a row have no items")));
        }
        if !self.tokens.insert(token.clone()) {
            return Err(circle("the service gave the token of a page before"));
        }
        Ok(Some(Value::String(token)))
    }
}

fn circle(what: &str) -> Error {
    let message = format!("the pages do not end: {what}; the pages until here are complete");
    Error::builder(ErrorKind::Decode).message(message).build()
}
