use super::kind::Context;
use crate::import::metadata::ErrorCode;
use crate::import::prose;
use crate::spec::raw;

/// A documented error.
pub(super) fn error(error: &ErrorCode, context: &Context<'_>) -> raw::ErrorCode {
    let message = error.message.clone().unwrap_or_default();
    let description = error.description.as_deref().map(|text| prose::summary(text, context));
    let is_more = |text: &String| {
        let bare = |text: &str| text.trim_end_matches(['.', '。']).to_ascii_lowercase();
        !text.is_empty() && bare(text) != bare(&message)
    };
    raw::ErrorCode {
        status: error.status.filter(|status| (100..1000).contains(status)),
        code: error.code.clone(),
        description: description.filter(is_more),
        message,
    }
}
