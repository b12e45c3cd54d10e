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
        }
        "reply" => {
            let renamed = new.map(|new| format!("{}{new}", path.strip_suffix(old).unwrap_or_default()));
            operation.pagination =
                operation.pagination.take().and_then(|pages| reply(pages, path, renamed.as_deref()));
        }
        _ => {}
    }
}

fn parameter(pages: Pagination, old: &str, new: Option<&str>) -> Option<Pagination> {
    let follow = |name: String| if name == old { new.map(str::to_owned) } else { Some(name) };
    Some(Pagination { parameter: follow(pages.parameter)?, size: pages.size.and_then(follow), ..pages })
}

fn reply(pages: Pagination, old: &str, new: Option<&str>) -> Option<Pagination> {
    let follow = |path: String| match path.strip_prefix(old) {
        Some(rest) if rest.is_empty() || rest.starts_with(['.', '[', '{']) => {
            new.map(|new| format!("{new}{rest}"))
        }
        _ => Some(path),
    };
    let was_there = pages.next.is_some();
    let next = pages.next.and_then(follow);
    // Without the token of the next page there is no next page.
    (next.is_some() == was_there).then_some(())?;
    Some(Pagination { items: follow(pages.items)?, total: pages.total.and_then(follow), next, ..pages })
}
