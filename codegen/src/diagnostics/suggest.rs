/// The candidate that `word` was probably meant to be, if one is close enough.
///
/// Close is a Jaro-Winkler similarity of at least 0.8, or an edit distance of at most a third of the longer
/// word's length (one edit is always allowed). Upper and lower case count as the same. Of several close ones
/// the most similar is taken, of equals the first.
#[must_use]
pub fn suggest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed = word.to_lowercase();
    let mut best: Option<(f64, &str)> = None;
    for candidate in candidates {
        let wanted = candidate.to_lowercase();
        let similarity = strsim::jaro_winkler(&typed, &wanted);
        let allowed = (typed.chars().count().max(wanted.chars().count()) / 3).max(1);
        let close = similarity >= 0.8 || strsim::osa_distance(&typed, &wanted) <= allowed;
        if close && best.is_none_or(|(score, _)| similarity > score) {
            best = Some((similarity, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEYS: [&str; 5] = ["summary", "samples", "sources", "name", "type"];

    #[test]
    fn finds_the_nearest() {
        assert_eq!(suggest("sumary", KEYS), Some("summary"));
        assert_eq!(suggest("sample", KEYS), Some("samples"));
        assert_eq!(suggest("Name", KEYS), Some("name"));
        assert_eq!(suggest("tpye", KEYS), Some("type"));
    }

    #[test]
    fn stays_silent_when_nothing_is_near() {
        assert_eq!(suggest("authorization", KEYS), None);
        assert_eq!(suggest("", ["name"]), None);
        assert_eq!(suggest("x", []), None);
    }
}
