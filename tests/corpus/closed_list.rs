//! Which operations are left out, judged from the JSON alone.

use crate::folder::Source;
use crate::json::Json;

/// The features of the closed list that operations are left out for, by the words that the importer prints.
pub(crate) const FEATURES: [&str; 4] = ["xml", "protobuf", "multipart", "websocket"];

/// The feature that an operation needs and that nothing is generated for.
pub(crate) fn feature(api: &Json) -> Option<&'static str> {
    let schemes = api.words("schemes");
    let has = |scheme: &str| schemes.iter().any(|one| one == scheme);
    if has("websocket") || ((has("ws") || has("wss")) && !has("http") && !has("https")) {
        return Some("websocket");
    }
    let parameters = api.list_of("parameters");
    let is = |parameter: &Json, key: &str, word: &str| {
        parameter.text(key).is_some_and(|text| text.eq_ignore_ascii_case(word))
    };
    if parameters.iter().any(|parameter| is(parameter, "style", "xml")) {
        return Some("xml");
    }
    let sends =
        parameters.iter().any(|parameter| is(parameter, "in", "body") || is(parameter, "in", "formData"));
    let offered = |key: &str, good: &[&str]| {
        let types = api.words(key);
        let offers = |word: &str| types.iter().any(|one| one.contains(word));
        if good.iter().any(|word| offers(word)) {
            return None;
        }
        ["xml", "protobuf", "multipart"].into_iter().find(|word| offers(word))
    };
    let sent = if sends { offered("consumes", &["json", "x-www-form-urlencoded"]) } else { None };
    sent.or_else(|| offered("produces", &["json"]))
}

/// Names of the operations that are to be generated.
pub(crate) fn wanted(source: &Source) -> std::collections::BTreeSet<String> {
    let wanted = source.apis().iter().filter(|(_, api)| feature(api).is_none());
    wanted.map(|(name, _)| name.clone()).collect()
}
