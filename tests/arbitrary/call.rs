//! Where the parameters of a call with a path go.

use crate::dice::Dice;
use serde_json::Value;

/// Moves some parameters into the path, a header or the body. Gives the path.
pub(crate) fn place(parameters: &mut [Value], dice: &mut Dice) -> String {
    let mut path = "/x".to_owned();
    let mut has_body = false;
    let has_form = dice.one_in(2);
    for parameter in parameters {
        let parameter = parameter.as_object_mut().unwrap();
        let (name, kind) = (parameter["name"].as_str().unwrap().to_owned(), parameter["type"].clone());
        let kind = kind.as_str().unwrap();
        let is_word = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
        let position = match dice.below(5) {
            0 if is_word && matches!(kind, "string" | "integer" | "long") => {
                let place = match dice.below(3) {
                    0 => format!("/{{+{name}}}"),
                    1 => format!("/a-{{{name}}}:b"),
                    _ => format!("/{{{name}}}"),
                };
                path.push_str(&place);
                parameter.insert("required".into(), true.into());
                parameter.remove("default");
                "path"
            }
            1 if is_word && matches!(kind, "string" | "integer" | "long" | "boolean") => "header",
            2 if !has_form && !has_body => {
                has_body = true;
                parameter.remove("style");
                "body"
            }
            3 if has_form => "formData",
            _ => "query",
        };
        parameter.insert("position".into(), position.into());
    }
    if dice.one_in(4) {
        path.push('/');
    }
    if dice.one_in(4) {
        path.push_str("?kind=x&flag");
    }
    path
}
