use super::members::Member;
use super::scope::{Scope, below};
use super::typed;
use crate::spec::raw::{Type, Value};

/// Notes the types that something in their member speaks for. What contradicts such a type is a mistake of its own; what contradicts a type
/// that nothing speaks for probably shows that the type is wrong.
pub(super) fn member(member: &Member<'_>, scope: &mut Scope<'_>) {
    let has_own = match member.kind {
        Type::Object => !member.fields.is_empty() || member.shape.is_some(),
        // `items` would go with a map as well.
        Type::Array => {
            member.constraints.is_some_and(|limits| limits.min_items.is_some() || limits.max_items.is_some())
        }
        _ => false,
    };
    let limits = member.constraints.map(|limits| [limits.minimum.as_deref(), limits.maximum.as_deref()]);
    let texts = [member.default, member.example].into_iter().chain(limits.into_iter().flatten()).flatten();
    if has_own
        || texts.into_iter().any(|text| speaks(member.kind, text))
        || listed(member.kind, member.values)
    {
        scope.support(member.path.clone());
    }
    if let (Type::Array, Some(item)) = (member.kind, member.items)
        && listed(item.kind, member.values)
    {
        scope.support(below(&member.path, ["items".into()]));
    }
}

fn listed(kind: Type, values: &[Value]) -> bool {
    values.iter().any(|value| speaks(kind, &value.value))
}

/// Every text is a string, so a string's texts say nothing about its type.
fn speaks(kind: Type, text: &str) -> bool {
    (typed::is_number(kind) || kind == Type::Boolean) && typed::is_of(kind, text)
}
