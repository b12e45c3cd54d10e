use super::redaction::Redaction;

/// A stream of events without the secrets in their data, also where one is repeated before it is met.
pub(super) fn redacted(text: &str, redaction: &mut Redaction) -> String {
    let once = redacted_once(&text.replace("\r\n", "\n"), redaction);
    redacted_once(&once, redaction)
}

fn redacted_once(text: &str, redaction: &mut Redaction) -> String {
    let events: Vec<String> = text.split("\n\n").map(|event| redacted_event(event, redaction)).collect();
    events.join("\n\n")
}

/// The data of an event may be spread over several lines.
fn redacted_event(event: &str, redaction: &mut Redaction) -> String {
    let data = |line: &str| {
        let rest = line.strip_prefix("data:")?;
        Some(rest.strip_prefix(' ').unwrap_or(rest).to_owned())
    };
    let lines: Vec<String> = event.split('\n').filter_map(data).collect();
    let joined = lines.join("\n");
    let clean = redaction.text(&joined);
    if clean == joined {
        return redaction.text(event);
    }
    let others = event.split('\n').filter(|line| !line.starts_with("data:")).map(|line| redaction.text(line));
    let others: Vec<String> = others.collect();
    others
        .into_iter()
        .chain(clean.split('\n').map(|line| format!("data: {line}")))
        .collect::<Vec<_>>()
        .join("\n")
}
