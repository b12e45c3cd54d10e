use super::symbols::{shorten, spell, spell_marks};
use super::words::mend;
use super::{Ident, reserved};
use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};

/// A struct's field, and the setter of the same name: `PurchaseCount` becomes `purchase_count`.
///
/// A name with neither letter nor digit is spelled out: `_` becomes `underscore`.
pub fn field(wire: &str) -> Ident {
    let spelled = || Ident::new(spell(wire).to_snake_case());
    snake(wire, reserved::is_call_method).unwrap_or_else(spelled)
}

/// An operation's method on the client.
///
/// `None` when the name has neither letter nor digit.
pub fn method(wire: &str) -> Option<Ident> {
    snake(wire, reserved::is_client_method)
}

/// An operation's module and file.
///
/// `None` when the name has neither letter nor digit.
pub fn module(wire: &str) -> Option<Ident> {
    snake(wire, reserved::is_module)
}

/// The module of a product's shared shapes: those that are sent, or those of replies.
pub fn shared_module(sent: bool) -> Ident {
    Ident::new(if sent { "request_shapes" } else { "shapes" }.to_owned())
}

/// The field of a reply for a body that is no object.
pub fn body_field() -> Ident {
    Ident::new("body".to_owned())
}

/// A type: `CheckSale` stays, `check-sale` becomes `CheckSale`.
///
/// `None` when the name has neither letter nor digit.
pub fn type_name(wire: &str) -> Option<Ident> {
    let name = usable(camel(wire))?;
    let is_taken = reserved::is_never_raw(&name) || reserved::is_type(&name);
    Some(Ident::new(if is_taken { name + "Value" } else { name }))
}

/// A variant of an enumeration: `vulFix` becomes `VulFix`, `1` becomes `Value1`.
///
/// Every value has one, made of the value alone: `>=` becomes `GreaterThanOrEqual`, an empty text `Empty`, and a value
/// in letters that identifiers do without `Value` and a number.
pub fn variant(value: &str) -> Ident {
    let minus = value.strip_prefix('-').filter(|rest| rest.starts_with(|first: char| first.is_ascii_digit()));
    let name = match minus {
        Some(number) => camel(&format!("Minus_{}", spell_marks(number))),
        None if value.contains(|letter: char| letter.is_ascii_alphanumeric()) => camel(&spell_marks(value)),
        None => spell(value),
    };
    // `Unlisted` is the variant for every other value.
    let is_taken = reserved::is_never_raw(&name) || name == "Unlisted";
    Ident::new(if is_taken { name + "Value" } else { shorten(name, value) })
}

/// A variant of an integer enumeration without a name of its own: `-1` becomes `Minus1`.
pub fn numeric_variant(value: i64) -> Ident {
    variant(&value.to_string())
}

/// A constant: `NoPermission` becomes `NO_PERMISSION`.
///
/// `None` when the name has neither letter nor digit.
pub fn constant(wire: &str) -> Option<Ident> {
    let name = ascii(&mend(wire)).to_shouty_snake_case();
    Some(Ident::new(digit_first("_", usable(name)?)))
}

fn snake(wire: &str, taken: impl Fn(&str) -> bool) -> Option<Ident> {
    let mut name = digit_first("_", usable(ascii(&mend(wire)).to_snake_case())?);
    if reserved::is_never_raw(&name) || taken(&name) {
        name.push('_');
    }
    Some(Ident::new(name))
}

/// In camel case, where nothing but a line separates two numbers: `1.0` becomes `Value1_0`, not that of `10`.
fn camel(wire: &str) -> String {
    let words = ascii(&mend(wire));
    let mut name = String::with_capacity(words.len());
    let mut part = String::new();
    for word in words.split('_').filter(|word| !word.is_empty()) {
        let ends_in_digit = part.ends_with(|last: char| last.is_ascii_digit());
        if ends_in_digit && word.starts_with(|first: char| first.is_ascii_digit()) {
            name.push_str(&part.to_upper_camel_case());
            name.push('_');
            part.clear();
        }
        part.push('_');
        part.push_str(word);
    }
    name.push_str(&part.to_upper_camel_case());
    digit_first("Value", name)
}

/// Keeps ASCII letters and digits; everything else separates words. Other alphabets have no case to convert, and
/// identifiers that differ only by look-alike letters are a trap for readers.
fn ascii(name: &str) -> String {
    name.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '_' }).collect()
}

fn usable(name: String) -> Option<String> {
    (!name.is_empty()).then_some(name)
}

fn digit_first(prefix: &str, name: String) -> String {
    if name.starts_with(|first: char| first.is_ascii_digit()) { format!("{prefix}{name}") } else { name }
}
