/// The text of an element of an XML error reply, `<Error><Code>...</Code></Error>`.
///
/// The protocol's XML errors are flat and without attributes (`docs/wire.md`, "Error replies"), so a search
/// does it; anything else is shown to the user as it came.
pub(super) fn element(document: &str, name: &str) -> Option<String> {
    let (_, error) = document.split_once("<Error>")?;
    let (_, rest) = error.split_once(&format!("<{name}>"))?;
    let (text, _) = rest.split_once(&format!("</{name}>"))?;
    let text = text.trim();
    let text = text.strip_prefix("<![CDATA[").and_then(|text| text.strip_suffix("]]>")).map_or_else(
        // The ampersand comes last, or `&amp;lt;` would turn into `<`.
        || {
            [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")]
                .iter()
                .fold(text.to_owned(), |text, (entity, character)| text.replace(entity, character))
        },
        str::to_owned,
    );
    (!text.is_empty()).then_some(text)
}
