use super::acronyms::mend;
use super::{Ident, reserved};
use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};

/// A struct's field, and the setter of the same name: `PurchaseCount` becomes `purchase_count`.
///
/// `None` when the name has neither letter nor digit.
pub fn field(wire: &str) -> Option<Ident> {
    snake(wire, reserved::is_call_method)
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

/// A type: `CheckSale` stays, `check-sale` becomes `CheckSale`.
///
/// `None` when the name has neither letter nor digit.
pub fn type_name(wire: &str) -> Option<Ident> {
    camel(wire, |name| reserved::is_never_raw(name) || reserved::is_type(name))
}

/// A variant of an enumeration: `vulFix` becomes `VulFix`, `1` becomes `Value1`.
///
/// `None` when the value has neither letter nor digit.
pub fn variant(value: &str) -> Option<Ident> {
    // `Unlisted` is the variant for every other value.
    camel(value, |name| reserved::is_never_raw(name) || name == "Unlisted")
}

/// A variant of an integer enumeration without a name of its own: `-1` becomes `Minus1`.
pub fn numeric_variant(value: i64) -> Ident {
    Ident::new(if value < 0 { format!("Minus{}", value.unsigned_abs()) } else { format!("Value{value}") })
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

fn camel(wire: &str, taken: impl Fn(&str) -> bool) -> Option<Ident> {
    let mut name = digit_first("Value", usable(ascii(&mend(wire)).to_upper_camel_case())?);
    if taken(&name) {
        name.push_str("Value");
    }
    Some(Ident::new(name))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn text(ident: Option<Ident>) -> Option<String> {
        ident.map(|ident| ident.to_code())
    }

    #[test]
    fn fields() {
        for (wire, expected) in [
            ("PurchaseCount", "purchase_count"),
            ("UnBindEcsCount", "un_bind_ecs_count"),
            ("type", "r#type"),
            ("Type", "r#type"),
            ("gen", "r#gen"),
            ("self", "self_"),
            ("Send", "send_"),
            ("5xxPv", "_5xx_pv"),
            ("CityName.zh_CN", "city_name_zh_cn"),
            ("X-Total-Count", "x_total_count"),
            ("SecurityGroupIDs", "security_group_ids"),
            ("IPv6Address", "ipv6_address"),
            ("__topic__", "topic"),
        ] {
            assert_eq!(text(field(wire)).as_deref(), Some(expected), "{wire}");
        }
        assert_eq!(field("_"), None);
        assert_eq!(field("地域"), None);
    }

    #[test]
    fn types_and_variants() {
        for (wire, expected) in
            [("open_struct_MvDetailModel", "OpenStructMvDetailModel"), ("Result", "ResultValue")]
        {
            assert_eq!(text(type_name(wire)).as_deref(), Some(expected), "{wire}");
        }
        for (value, expected) in [
            ("vulFix", "VulFix"),
            ("ASSET_AND_CORE", "AssetAndCore"),
            ("ap-southeast-1", "ApSoutheast1"),
            ("Self", "SelfValue"),
            ("Unlisted", "UnlistedValue"),
            ("8Core64GB", "Value8core64Gb"),
            ("1", "Value1"),
        ] {
            assert_eq!(text(variant(value)).as_deref(), Some(expected), "{value}");
        }
        assert_eq!(variant(">="), None);
        assert_eq!(numeric_variant(-1).to_code(), "Minus1");
        assert_eq!(text(constant("NoPermission")).as_deref(), Some("NO_PERMISSION"));
        assert_eq!(text(constant("ACS.InvalidParameter.%s")).as_deref(), Some("ACS_INVALID_PARAMETER_S"));
    }
}
