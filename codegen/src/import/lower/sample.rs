use super::kind::Context;
use crate::import::metadata::{Demo, DemoFormat};
use crate::spec::raw::{Reply, Sample, Type};

/// The sample replies in JSON. Without a described reply there is nothing that a sample could show.
pub(super) fn samples(demos: &[Demo], reply: Option<&Reply>, context: &mut Context<'_>) -> Vec<Sample> {
    let texts = demos.iter().filter(|demo| demo.format == DemoFormat::Json);
    let texts: Vec<&str> = texts.filter_map(|demo| demo.example.as_deref()).collect();
    let Some(reply) = reply.filter(|reply| !matches!(reply.root(), Type::Binary | Type::Byte)) else {
        context.samples_left_out += texts.len();
        return Vec::new();
    };
    let mut found: Vec<Sample> = Vec::new();
    for text in texts {
        let body = match (indent(text), reply.root()) {
            (Some(body), _) => body,
            // A text needs no quotes to be one.
            (None, Type::String) => text.to_owned(),
            (None, _) => {
                context.samples_left_out += 1;
                continue;
            }
        };
        if found.iter().all(|known| known.body != body) {
            let title = match found.len() {
                0 => "Success".to_owned(),
                number => format!("Success {}", number.saturating_add(1)),
            };
            found.push(Sample { title, body, departs: Vec::new() });
        }
    }
    found
}

/// JSON text, one member per line. Everything but white space stays as it is written: numbers keep their digits.
fn indent(text: &str) -> Option<String> {
    serde_json::from_str::<serde::de::IgnoredAny>(text).ok()?;
    let mut out = String::with_capacity(text.len().saturating_mul(2));
    let mut depth = 0_usize;
    let mut letters = text.chars().filter(|letter| !matches!(letter, '\u{feff}')).peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => {
                out.push(letter);
                while let Some(inside) = letters.next() {
                    out.push(inside);
                    match inside {
                        '\\' => out.extend(letters.next()),
                        '"' => break,
                        _ => {}
                    }
                }
            }
            '{' | '[' => {
                out.push(letter);
                while letters.next_if(|next| next.is_ascii_whitespace()).is_some() {}
                match letters.next_if(|next| matches!(next, '}' | ']')) {
                    Some(close) => out.push(close),
                    None => {
                        depth = depth.saturating_add(1);
                        line(&mut out, depth);
                    }
                }
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                line(&mut out, depth);
                out.push(letter);
            }
            ',' => {
                out.push(letter);
                line(&mut out, depth);
            }
            ':' => out.push_str(": "),
            letter if letter.is_ascii_whitespace() => {}
            letter => out.push(letter),
        }
    }
    Some(out)
}

fn line(out: &mut String, depth: usize) {
    out.push('\n');
    out.extend(std::iter::repeat_n("  ", depth));
}

#[cfg(test)]
mod tests {
    use super::indent;

    #[test]
    fn only_white_space_changes() {
        let text = r#"{ "a":[1.10 ,{ }, [ ]],"b\"{":"x , y", "c":{"d":null}}"#;
        let expected = "{\n  \"a\": [\n    1.10,\n    {},\n    []\n  ],\n  \"b\\\"{\": \"x , y\",\n  \"c\": {\n    \"d\": null\n  }\n}";
        assert_eq!(indent(text).as_deref(), Some(expected));
        assert_eq!(indent(expected).as_deref(), Some(expected));
        assert_eq!(indent("{]"), None);
    }
}
