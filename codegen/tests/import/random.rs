//! Raw specs of any content.

use alicloud_codegen::spec::raw;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

/// Texts that YAML readers trip over, mixed with plain words.
pub(crate) fn text() -> impl Strategy<Value = String> {
    const PARTS: &[&str] = &[
        "word",
        "Valid",
        "values:",
        "#",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\t",
        "-",
        "- ",
        ": ",
        ":",
        "'",
        "\"",
        "\\",
        "`code`",
        "{",
        "}",
        "[",
        "]",
        "|",
        ">",
        "---",
        "...",
        "&a",
        "*",
        "!",
        "%",
        "@",
        "10",
        "1e3",
        "true",
        "null",
        "~",
        "中文",
        "\u{a0}",
        "\u{200b}",
        "é",
        "😀",
        "  - name: x",
        "|-",
        "name: |-",
        "\n  ",
        " \n",
        "a considerably longer run of words that will have to be folded",
        "\r\n",
        "\u{7f}",
        "\u{feff}",
        "\u{202e}",
    ];
    vec(prop::sample::select(PARTS), 0..12).prop_map(|parts| parts.concat())
}

/// Texts without what no file may hold.
pub(crate) fn tidy() -> impl Strategy<Value = String> {
    text().prop_map(|text| text.replace(['\r', '\u{7f}', '\u{feff}', '\u{202e}'], ""))
}

fn value() -> impl Strategy<Value = raw::Value> {
    (tidy(), option::of(tidy()), option::of(tidy())).prop_map(|(value, meaning, name)| raw::Value {
        value,
        meaning,
        name,
        documented: None,
    })
}

fn constraints() -> impl Strategy<Value = raw::Constraints> {
    (option::of(tidy()), option::of(any::<u64>()), option::of(tidy())).prop_map(
        |(minimum, max_length, pattern)| raw::Constraints {
            minimum,
            max_length,
            pattern,
            ..raw::Constraints::default()
        },
    )
}

pub(crate) fn field() -> impl Strategy<Value = raw::Field> {
    let leaf = (tidy(), option::of(tidy()), option::of(tidy()), vec(value(), 0..3), vec(tidy(), 0..3));
    let leaf = (leaf, option::of(constraints()), any::<bool>()).prop_map(
        |((name, example, description, values, notes), constraints, required)| raw::Field {
            required,
            example,
            values,
            constraints,
            description,
            notes,
            ..empty(name)
        },
    );
    leaf.prop_recursive(3, 12, 3, |inner| {
        (tidy(), vec(inner.clone(), 0..3), option::of(inner)).prop_map(|(name, fields, item)| raw::Field {
            kind: raw::Type::Object,
            fields,
            items: item.map(|field| {
                Box::new(raw::Item {
                    name: None,
                    kind: field.kind,
                    example: field.example,
                    description: field.description,
                    type_name: None,
                    fields: field.fields,
                    shape: None,
                    items: field.items,
                })
            }),
            ..empty(name)
        })
    })
}

pub(crate) fn empty(name: String) -> raw::Field {
    raw::Field {
        name,
        kind: raw::Type::String,
        required: false,
        default: None,
        example: None,
        values: Vec::new(),
        enumeration: None,
        constraints: None,
        deprecated: None,
        sensitive: false,
        file_url: false,
        description: None,
        notes: Vec::new(),
        disagrees: Vec::new(),
        rust_name: None,
        type_name: None,
        fields: Vec::new(),
        shape: None,
        items: None,
    }
}

fn reply() -> impl Strategy<Value = raw::Reply> {
    (option::of(tidy()), option::of(any::<u16>()), vec(field(), 0..3)).prop_map(|(title, status, fields)| {
        raw::Reply {
            title,
            description: None,
            status,
            headers: Vec::new(),
            kind: None,
            fields,
            shape: None,
            items: None,
        }
    })
}

pub(crate) fn operation() -> impl Strategy<Value = raw::Operation> {
    let texts = (tidy(), tidy(), option::of(tidy()), option::of(tidy()), option::of(tidy()));
    let samples = vec((tidy(), tidy(), vec(tidy(), 0..2)), 0..2);
    let errors = vec((option::of(any::<u16>()), tidy(), tidy()), 0..3);
    (texts, option::of(reply()), samples, errors, any::<bool>()).prop_map(
        |((name, summary, description, path, deprecated), reply, samples, errors, streams)| raw::Operation {
            name,
            summary,
            description,
            kind: raw::Kind::Read,
            methods: vec![raw::Method::Post],
            path,
            security: Vec::new(),
            streams,
            authorization: Some(raw::Authorization::NoneDisclosed),
            parameters: Vec::new(),
            reply,
            pagination: None,
            asynchronous: None,
            samples: samples
                .into_iter()
                .map(|(title, body, departs)| raw::Sample { title, body, departs })
                .collect(),
            errors: errors
                .into_iter()
                .map(|(status, code, message)| raw::ErrorCode { status, code, message, description: None })
                .collect(),
            sources: Vec::new(),
            history: Vec::new(),
            deprecated,
            origin: Some(raw::Origin { document: "Tea@1".to_owned(), digest: String::new() }),
            allow: Vec::new(),
        },
    )
}
