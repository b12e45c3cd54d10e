//! Words around lists of values, and what they say.

use super::prose::{has_any, has_one_of, has_wide};

/// Nouns that announce values in English, and the words that may stand around them.
const NOUNS: &[&str] = &["value", "values", "enumeration", "enumerations"];
pub(super) const AROUND: &[&str] = &[
    "the",
    "valid",
    "possible",
    "available",
    "enumerated",
    "supported",
    "optional",
    "allowed",
    "accepted",
    "permitted",
    "value",
    "values",
    "enumeration",
    "enumerations",
    "option",
    "options",
    "description",
    "descriptions",
    "is",
    "are",
    "as",
    "follows",
    "follow",
    "include",
    "includes",
    "including",
    "can",
    "be",
    "following",
    "one",
    "of",
    "set",
    "to",
    "specify",
    "this",
    "parameter",
    "field",
    "its",
    "which",
    "with",
    "and",
    "currently",
    "has",
    "have",
    "returned",
    "being",
    "you",
    "range",
    "ranges",
];

/// The same in Chinese. The first ones announce, all of them may stand around.
const WIDE_NOUNS: &[&str] =
    &["取值", "可选值", "可能值", "可能的值", "枚举值", "枚举", "有效值", "可选项", "返回值"];
pub(super) const WIDE_AROUND: &[&str] = &[
    "取值",
    "可选值",
    "可能值",
    "可能的值",
    "枚举值",
    "枚举",
    "有效值",
    "可选项",
    "返回值",
    "范围",
    "说明",
    "如下",
    "包括",
    "包含",
    "分别为",
    "为",
    "有",
    "是",
    "具体",
    "当前",
    "目前",
    "以下",
    "支持",
    "可选",
    "可能",
    "可以",
    "可",
    "该参数",
    "参数",
    "该字段",
    "的",
    "含义",
    "其",
    "值",
    "所示",
    "分别",
    "不区分大小写",
    "几种",
    "固定",
    "唯一",
];

/// Words of texts that list something other than the values of this parameter.
const REFUSED: &[&str] = &[
    "field",
    "fields",
    "key",
    "keys",
    "json",
    "example",
    "examples",
    "format",
    "formats",
    "note",
    "notes",
    "limit",
    "limits",
    "requirement",
    "requirements",
    "rule",
    "rules",
    "items",
    "restrictions",
];
const REFUSED_PHRASES: &[&str] = &["such as", "but not limited", "default value", "e.g.", "for instance"];
const REFUSED_WIDE: &[&str] = &[
    "字段",
    "例如",
    "示例",
    "格式",
    "注意",
    "不限于",
    "默认值",
    "规则",
    "部分",
    "限制",
    "比如",
    "举例",
    "参数值",
    "键",
];

/// Whether the last words say that values follow.
pub(super) fn announces(words: &str) -> bool {
    let last = words.get(before_known(words).len()..).unwrap_or_default();
    let lower = last.to_ascii_lowercase();
    if has_wide(words) {
        return WIDE_NOUNS.iter().any(|noun| last.contains(noun)) && subject_is_known(words);
    }
    has_one_of(&lower, NOUNS)
}

/// The words without those at the end that only introduce.
pub(super) fn before_known(words: &str) -> &str {
    let mut left = words.trim_end();
    if has_wide(words) {
        while let Some(before) = WIDE_AROUND.iter().find_map(|word| left.strip_suffix(word)) {
            left = before.trim_end_matches([' ', '*']);
        }
        return left;
    }
    while let Some(last) = left.rsplit([' ', '*']).next().filter(|word| !word.is_empty()) {
        if !AROUND.contains(&last.to_ascii_lowercase().as_str()) {
            break;
        }
        let before = left.len().saturating_sub(last.len());
        left = left.get(..before).unwrap_or_default().trim_end_matches([' ', '*']);
    }
    left
}

pub(super) fn refused(words: &str) -> bool {
    let lower = words.to_ascii_lowercase();
    let owner =
        lower.split_once("values of ").or_else(|| lower.split_once("value of ")).is_some_and(|(_, owner)| {
            !["this parameter", "the parameter", "this field", "the field"]
                .iter()
                .any(|known| owner.starts_with(known))
        });
    owner || has_one_of(&lower, REFUSED) || has_any(&lower, REFUSED_PHRASES) || has_any(words, REFUSED_WIDE)
}

/// Whether what stands before the noun leaves this parameter as its owner.
pub(super) fn subject_is_known(words: &str) -> bool {
    let mut left = words.trim_end();
    while let Some(before) = WIDE_AROUND.iter().find_map(|word| left.strip_suffix(word)) {
        left = before.trim_end();
    }
    !left.ends_with(|last: char| last.is_ascii_alphanumeric() || matches!(last, '`' | '*'))
}
