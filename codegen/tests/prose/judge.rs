//! A judge that knows nothing of our code: a parser of Markdown with the extensions that rustdoc has.

use alicloud_codegen::import::prose::{Links, clean, summary};
use pulldown_cmark::{BrokenLink, CodeBlockKind, CowStr, Event, LinkType, Options, Parser, Tag};

/// What is wrong with a cleaned text.
pub(crate) fn faults(text: &str, links: &dyn Links) -> Vec<String> {
    let mut faults = Vec::new();
    let mut references = Vec::new();
    let mut seen = Seen::default();
    {
        let mut broken = |link: BrokenLink<'_>| {
            references.push(link.reference.to_string());
            None::<(CowStr<'_>, CowStr<'_>)>
        };
        // Dashes and quotation marks that rustdoc replaces are left alone, for places to stay comparable.
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS;
        let parser = Parser::new_with_broken_link_callback(text, options, Some(&mut broken));
        let (mut in_code, mut in_link) = (false, false);
        for (event, place) in parser.into_offset_iter() {
            let shown = || format!("{event:?} in {:?}", text.get(place.clone()));
            match &event {
                Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::HtmlBlock) => faults.push(shown()),
                Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => faults.push(shown()),
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => {
                    in_code = true;
                    if language.is_empty()
                        || language.contains("rust")
                        || !language.chars().all(|letter| letter.is_ascii_lowercase())
                    {
                        faults.push(shown());
                    }
                }
                Event::End(pulldown_cmark::TagEnd::CodeBlock) => in_code = false,
                Event::Start(
                    Tag::Heading { .. }
                    | Tag::Emphasis
                    | Tag::Strikethrough
                    | Tag::FootnoteDefinition(_)
                    | Tag::Image { .. }
                    | Tag::DefinitionList
                    | Tag::MetadataBlock(_),
                ) => faults.push(shown()),
                Event::Rule
                | Event::FootnoteReference(_)
                | Event::TaskListMarker(_)
                | Event::HardBreak
                | Event::SoftBreak => {
                    faults.push(shown());
                }
                Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                    in_link = true;
                    let is_web = dest_url.starts_with("http://") || dest_url.starts_with("https://");
                    if !is_web || !matches!(link_type, LinkType::Inline | LinkType::Autolink) {
                        faults.push(shown());
                    }
                }
                Event::End(pulldown_cmark::TagEnd::Link) => in_link = false,
                Event::Start(Tag::Item) => seen.items += 1,
                Event::Start(Tag::Table(_)) => seen.tables += 1,
                Event::Start(Tag::Strong) => seen.bold += 1,
                Event::Start(Tag::BlockQuote(_)) => seen.quotes += 1,
                Event::Text(shown_text) if !in_code => {
                    let is_escaped = text[..place.start].ends_with('\\');
                    if !in_link && (shown_text.contains("http://") || shown_text.contains("https://")) {
                        faults.push(shown());
                    }
                    if !is_escaped && shown_text.starts_with('`')
                        || shown_text.chars().skip(1).any(|letter| letter == '`')
                    {
                        faults.push(shown());
                    }
                    if !is_escaped && shown_text.starts_with("**") {
                        faults.push(shown());
                    }
                }
                _ => {}
            }
        }
    }
    for reference in references {
        let name = reference.strip_prefix('`').and_then(|name| name.strip_suffix('`'));
        if !name.is_some_and(|name| links.is_operation(name)) {
            faults.push(format!("a link to {reference:?}"));
        }
    }
    let written = Seen::written(text);
    if written != seen {
        faults.push(format!("written {written:?}, seen {seen:?}"));
    }
    faults
}

/// All faults of a text's cleaned form and of its summary.
pub(crate) fn all_faults(original: &str, links: &dyn Links) -> Vec<String> {
    let text = clean(original, links);
    let mut faults = faults(&text, links);
    let again = clean(&text, links);
    if again != text {
        faults.push(format!("not stable: {text:?}, then {again:?}"));
    }
    if text.chars().count() > 4_000 {
        faults.push(format!("{} letters", text.chars().count()));
    }
    let odd =
        |letter: char| letter != '\n' && (letter.is_control() || letter.is_whitespace() && letter != ' ');
    if text.contains(odd) || text.trim() != text || text.contains("\n\n\n") && !text.contains("```") {
        faults.push("spaces".to_owned());
    }
    if text.lines().any(|line| line.trim_end() != line) {
        faults.push("a space at the end of a line".to_owned());
    }
    let line = summary(original, links);
    faults.extend(self::faults(&line, links).into_iter().map(|fault| format!("summary {line:?}: {fault}")));
    let is_ended = line.is_empty() || line.ends_with(['.', '。', '…', '?', '？']);
    let is_short = line.chars().filter(|letter| *letter != '\\').count() <= 200;
    let again = summary(&line, links);
    if !is_ended || !is_short || line.contains('\n') || again != line {
        faults.push(format!("the summary {line:?}, then {again:?}"));
    }
    faults
}

/// Marks that are written, and parts that are seen: they are as many.
#[derive(Debug, Default, PartialEq, Eq)]
struct Seen {
    items: usize,
    tables: usize,
    bold: usize,
    /// Quotations that begin.
    quotes: usize,
}

impl Seen {
    fn written(text: &str) -> Self {
        let mut seen = Self::default();
        let mut fence: Option<String> = None;
        let mut above = 0;
        for line in text.lines() {
            let rest = line.trim_start_matches([' ', '>']);
            let ticks: String = rest.chars().take_while(|letter| *letter == '`').collect();
            match &fence {
                Some(open) if ticks == *open && rest == ticks => fence = None,
                Some(_) => {}
                None if ticks.len() >= 3 && !rest[ticks.len()..].contains('`') => fence = Some(ticks),
                None => {
                    let digits = rest.trim_start_matches(|letter: char| letter.is_ascii_digit());
                    let is_numbered = digits.len() < rest.len() && digits.starts_with(". ");
                    seen.items += usize::from(rest.starts_with("- ") || is_numbered);
                    seen.tables += usize::from(rest.starts_with("|---|"));
                    seen.bold += bold_marks(rest);
                }
            }
            if fence.is_some() {
                continue;
            }
            let margin = &line[..line.len() - rest.len()];
            let depth = margin.matches('>').count();
            seen.quotes += depth.saturating_sub(above);
            above = depth;
        }
        seen.bold = seen.bold.div_ceil(2);
        seen
    }
}

/// How many marks of bold text are written outside code.
fn bold_marks(line: &str) -> usize {
    let mut count = 0;
    let mut rest = line;
    while let Some(letter) = rest.chars().next() {
        let mut length = letter.len_utf8();
        if letter == '\\' {
            length += rest.chars().nth(1).map_or(0, char::len_utf8);
        } else if letter == '`' {
            let ticks = rest.len() - rest.trim_start_matches('`').len();
            let mark = &rest[..ticks];
            let mut at = ticks;
            length = loop {
                let Some(found) = rest[at..].find(mark) else { break ticks };
                let run = rest[at + found..].len() - rest[at + found..].trim_start_matches('`').len();
                if run == ticks {
                    break at + found + ticks;
                }
                at += found + run;
            };
        } else if rest.starts_with("](") || rest.starts_with("<http") {
            // Addresses can hold stars.
            let end = if rest.starts_with("](") && !rest.starts_with("](<") { ')' } else { '>' };
            length = rest.find(end).map_or(1, |end| end + 1);
        } else if rest.starts_with("**") {
            count += 1;
            length = 2;
        }
        rest = &rest[length..];
    }
    count
}

/// What the generator says about these texts as descriptions.
pub(crate) fn in_the_generator(texts: &[String]) -> String {
    let quoted = |text: &String| serde_json::to_string(text).unwrap();
    let parameters: String = texts
        .iter()
        .filter(|text| !text.is_empty())
        .enumerate()
        .map(|(at, text)| {
            format!(
                "  - name: P{at}\n    type: string\n    position: query\n    description: {}\n",
                quoted(text)
            )
        })
        .collect();
    let operation = format!(
        "name: GetThing\nsummary: Returns a thing.\nkind: read\nmethods: [POST]\nauthorization: none disclosed\n\
         parameters:\n{parameters}reply:\n  fields:\n    - name: RequestId\n      type: string\n\
         samples:\n  - title: Success\n    body: |\n      {{\n        \"RequestId\": \"0B48AB3C\"\n      }}\n\
         sources:\n  - title: GetThing\n    supplies: [everything else]\n"
    );
    let product = include_bytes!("../ui/base/product.yaml").to_vec();
    let files = [
        ("demo/2024-01-01/operation.yaml".to_owned(), operation.into_bytes()),
        ("demo/2024-01-01/product.yaml".to_owned(), product),
    ];
    let problems = crate::memory::examine(&files);
    // Any other problem would be one of this frame, or of characters that a file must not hold.
    problems.sorted().iter().map(|problem| format!("{}: {}\n", problem.code.id, problem.message)).collect()
}
