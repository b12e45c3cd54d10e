use super::docs::{Docs, code};
use super::request::own_operation;
use super::{items, waiting};
use crate::model::{Asynchronous, Operation, PageKey, Pagination, Product, Security};

/// How an operation is called where that is not by its name with an access key, and what follows the call.
pub(super) fn describe(docs: Docs, product: &Product, operation: &Operation) -> Docs {
    let path = operation.path.as_ref().map(|path| {
        let call = format!("{} {path}", operation.method.as_str());
        format!("{}.", code(&call))
    });
    let stream = "Can answer as a stream of events: see [`Call::stream`].";
    let sentences: Vec<String> = path
        .into_iter()
        .chain(security(&operation.security))
        .chain(operation.streams.then(|| stream.to_owned()))
        .chain(operation.pagination.as_ref().map(|pagination| {
            let has_items = items::row(product, operation).is_some();
            format!("{} {}", pages(pagination), walk(has_items))
        }))
        .chain(operation.asynchronous.as_ref().map(|asynchronous| {
            let can_wait = waiting::asked(product, operation).is_some();
            format!("{}{}", poll(product, asynchronous), if can_wait { WAIT } else { "" })
        }))
        .collect();
    if sentences.is_empty() { docs } else { docs.paragraph(sentences.join(" ")) }
}

fn security(ways: &[Security]) -> Option<String> {
    if ways == [Security::AccessKey] {
        return None;
    }
    let ways: Vec<&str> = ways
        .iter()
        .map(|way| match way {
            Security::AccessKey => "an access key",
            Security::BearerToken => "a bearer token",
            Security::Anonymous => "no credentials",
        })
        .collect();
    Some(format!("Takes {}.", ways.join(" or ")))
}

fn pages(pagination: &Pagination) -> String {
    let mut text = match pagination.by {
        PageKey::Page => {
            format!("Answers page by page: {} is the number of one", code(&pagination.parameter))
        }
        PageKey::Token => {
            let from =
                pagination.next.as_ref().map(|next| format!(", from {} of the one before", code(next)));
            let token = code(&pagination.parameter);
            format!("Answers page by page: {token} is the token of one{}", from.unwrap_or_default())
        }
    };
    if let Some(size) = &pagination.size {
        text.push_str(&format!(", {} how many items it holds", code(size)));
    }
    text.push_str(&format!("; the items are in {}", code(&pagination.items)));
    if let Some(total) = &pagination.total {
        text.push_str(&format!(", their number in {}", code(total)));
    }
    text.push('.');
    text
}

/// How to get all pages.
fn walk(has_items: bool) -> &'static str {
    if has_items {
        "[`Call::items`] goes through all of them, [`Call::pages`] page by page."
    } else {
        "[`Call::pages`] goes through all of them."
    }
}

/// Behind what a call starts.
const WAIT: &str = " [`Call::wait_until_done`] does that.";

fn poll(product: &Product, asynchronous: &Asynchronous) -> String {
    let named = own_operation(product, &asynchronous.operation);
    let own = product.operations.iter().find(|operation| Some(operation.name.as_str()) == named);
    let who = own.map_or_else(
        || code(&asynchronous.operation),
        |operation| {
            let method = operation.method_name.as_str();
            format!("[`{method}`](Client::{method})")
        },
    );
    let mut text = format!("Only starts the work: {who} tells how far it is");
    if let Some(interval) = asynchronous.interval {
        text.push_str(&format!("; ask every {}", duration(interval)));
    }
    if let Some(attempts) = asynchronous.attempts {
        text.push_str(&format!("; {attempts} times at most"));
    }
    text.push('.');
    text
}

fn duration(milliseconds: u32) -> String {
    if milliseconds.is_multiple_of(1000) {
        format!("{} s", milliseconds / 1000)
    } else {
        format!("{milliseconds} ms")
    }
}
