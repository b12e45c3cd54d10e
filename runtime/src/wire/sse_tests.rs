use super::{RawEvent, Sse};
use proptest::prelude::*;
use std::time::Duration;

fn events(chunks: &[&[u8]]) -> Vec<RawEvent> {
    let mut parser = Sse::default();
    for chunk in chunks {
        parser.feed(chunk);
    }
    parser.finish();
    std::iter::from_fn(|| parser.next()).collect()
}

fn data(text: &str) -> Vec<String> {
    events(&[text.as_bytes()]).into_iter().map(|event| event.data).collect()
}

fn event(data: &str) -> RawEvent {
    RawEvent { data: data.to_owned(), ..RawEvent::default() }
}

#[test]
fn lines_end_in_three_ways() {
    for end in ["\n", "\r", "\r\n"] {
        let text = "data: a\ndata: b\n\ndata: c\n\n".replace('\n', end);
        assert_eq!(data(&text), ["a\nb", "c"], "{end:?}");
    }
    assert_eq!(data("data: a\r\rdata: b\r\n\r\ndata: c\n\n"), ["a", "b", "c"]);
}

#[test]
fn chunks_may_end_within_a_line_end_a_character_and_the_byte_order_mark() {
    let whole = events(&["\u{feff}data: 中\r\n\r\ndata: x\r\n\r\n".as_bytes()]);
    assert_eq!(whole, [event("中"), event("x")]);
    let text = "\u{feff}data: 中\r\n\r\ndata: x\r\n\r\n".as_bytes();
    for border in 0..=text.len() {
        let (left, right) = text.split_at(border);
        assert_eq!(events(&[left, &[], right]), whole, "{border}");
    }
}

#[test]
fn one_space_behind_the_colon_is_no_data() {
    assert_eq!(data("data:a\n\ndata: b\n\ndata:  c\n\ndata:\td\n\n"), ["a", "b", " c", "\td"]);
    assert_eq!(data("data: a:b: c\n\n"), ["a:b: c"]);
}

#[test]
fn a_field_without_a_colon_is_empty() {
    assert_eq!(data("data\n\n"), [""]);
    assert_eq!(data("data\ndata\n\ndata:\n\n"), ["\n", ""]);
}

#[test]
fn comments_and_unknown_fields_are_left_out() {
    assert_eq!(data(": hello\n:\ndata: a\nwhat: b\n data: c\n: more\n\n:end\n\n"), ["a"]);
}

#[test]
fn an_event_has_name_id_and_retry() {
    let found = events(&[b"event: delta\nid: 7\nretry: 1500\ndata: a\n\ndata: b\n\nid\ndata: c\n\n"]);
    let named = RawEvent {
        name: Some("delta".into()),
        id: Some("7".into()),
        retry: Some(Duration::from_millis(1500)),
        data: "a".into(),
    };
    assert_eq!(found, [named, RawEvent { id: Some("7".into()), ..event("b") }, event("c")]);
    let odd = events(&[b"id: a\0b\nretry: 1s\nretry: -1\nevent:\ndata: a\n\n"]);
    assert_eq!(odd, [event("a")]);
}

#[test]
fn an_event_without_data_is_none_and_its_name_is_not_the_next_ones() {
    assert_eq!(
        events(&[b"event: ping\n\n\n\nid: 3\n\ndata: a\n\n"]),
        [RawEvent { id: Some("3".into()), ..event("a") }]
    );
}

#[test]
fn what_has_arrived_of_the_last_event_counts() {
    assert_eq!(data("data: a\n\ndata: b\ndata: c"), ["a", "b\nc"]);
    assert_eq!(data("data: a\n\nevent: x"), ["a"]);
    assert_eq!(data(""), Vec::<String>::new());
}

#[test]
fn bytes_that_are_no_text_are_replaced() {
    assert_eq!(events(&[b"data: \xff\xe4\xb8\n\n"]), [event("\u{fffd}\u{fffd}")]);
}

#[test]
fn the_length_of_what_is_pending_is_known() {
    let mut parser = Sse::default();
    parser.feed(b"data: abc\ndata: de");
    assert_eq!(parser.pending(), 3 + 8);
    parser.feed(b"\n\n");
    assert_eq!(parser.pending(), 0);
}

fn piece() -> impl Strategy<Value = Vec<u8>> {
    let words = [
        "data: ", "data", "event: e", "id: 1", "retry: 5", ":", " ", "\n", "\n\n", "\r", "\r\n", "\u{feff}",
        "中", "x",
    ];
    prop_oneof![
        6 => proptest::sample::select(words.to_vec()).prop_map(|word| word.as_bytes().to_vec()),
        1 => proptest::collection::vec(any::<u8>(), 0..4),
    ]
}

proptest! {
    #[test]
    fn chunking_never_changes_the_events(
        pieces in proptest::collection::vec(piece(), 0..40),
        borders in proptest::collection::vec(any::<proptest::sample::Index>(), 0..12),
    ) {
        let text = pieces.concat();
        let whole = events(&[&text]);
        let mut borders: Vec<usize> = borders.iter().map(|border| border.index(text.len() + 1)).collect();
        borders.sort_unstable();
        let mut chunks = Vec::new();
        let mut start = 0;
        for border in borders {
            chunks.push(&text[start..border]);
            start = border;
        }
        chunks.push(&text[start..]);
        prop_assert_eq!(&events(&chunks), &whole);
        let bytes: Vec<&[u8]> = text.chunks(1).collect();
        prop_assert_eq!(&events(&bytes), &whole);
    }
}
