/// The candidate that `name` was probably meant to be, if any is close.
pub(crate) fn nearest<'a>(name: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let close = |candidate: &'a str| {
        let score = strsim::jaro_winkler(&name.to_lowercase(), &candidate.to_lowercase());
        (score >= 0.8).then_some((score, candidate))
    };
    candidates
        .filter_map(close)
        .max_by(|left, right| left.0.total_cmp(&right.0))
        .map(|(_, candidate)| candidate)
}

/// ` (did you mean ...?)`, or nothing.
pub(crate) fn did_you_mean<'a>(name: &str, candidates: impl Iterator<Item = &'a str>) -> String {
    nearest(name, candidates).map(|name| format!(" (did you mean `{name}`?)")).unwrap_or_default()
}
