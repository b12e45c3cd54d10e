//! What names parameters and fields elsewhere in an operation follows their corrections.

use super::locate::words;
use crate::spec::raw::{Operation, Pagination};

/// A parameter or field has another name now; `None` where it is gone.
pub(super) fn follow(operation: &mut Operation, at: &str, old: &str, new: Option<&str>) {
    let (place, path) = words(at);
    match place {
        "parameter" if path == old => {
            if let (Some(new), Some(called)) = (new, &mut operation.path) {
                for (open, close) in [("{", "}"), ("{+", "}")] {
                    *called = called.replace(&format!("{open}{old}{close}"), &format!("{open}{new}{close}"));
                }
            }
            operation.pagination = operation.pagination.take().and_then(|pages| parameter(pages, old, new));
            if let Some(waiting) = &mut operation.asynchronous {
                let own = std::mem::take(&mut waiting.from_request).into_iter();
                let own = own.filter_map(|(asked, name)| Some((asked, follow_name(name, old, new)?)));
                waiting.from_request = own.collect();
            }
        }
        "reply" => {
            let renamed = new.map(|new| format!("{}{new}", path.strip_suffix(old).unwrap_or_default()));
            operation.pagination =
                operation.pagination.take().and_then(|pages| reply(pages, path, renamed.as_deref()));
            if let Some(waiting) = &mut operation.asynchronous {
                let own = std::mem::take(&mut waiting.from_reply).into_iter();
                let own =
                    own.filter_map(|(asked, own)| Some((asked, follow_path(own, path, renamed.as_deref())?)));
                waiting.from_reply = own.collect();
            }
        }
        _ => {}
    }
}

fn parameter(pages: Pagination, old: &str, new: Option<&str>) -> Option<Pagination> {
    let follow = |name| follow_name(name, old, new);
    Some(Pagination { parameter: follow(pages.parameter)?, size: pages.size.and_then(follow), ..pages })
}

fn reply(pages: Pagination, old: &str, new: Option<&str>) -> Option<Pagination> {
    let follow = |path| follow_path(path, old, new);
    let was_there = pages.next.is_some();
    let next = pages.next.and_then(follow);
    // Without the token of the next page there is no next page.
    (next.is_some() == was_there).then_some(())?;
    Some(Pagination { items: follow(pages.items)?, total: pages.total.and_then(follow), next, ..pages })
}

fn follow_name(name: String, old: &str, new: Option<&str>) -> Option<String> {
    if name == old { new.map(str::to_owned) } else { Some(name) }
}

fn follow_path(path: String, old: &str, new: Option<&str>) -> Option<String> {
    match path.strip_prefix(old) {
        Some(rest) if rest.is_empty() || rest.starts_with(['.', '[', '{']) => {
            new.map(|new| format!("{new}{rest}"))
        }
        _ => Some(path),
    }
}
