use super::candidate::Strength;
use super::lines::Line;
use super::prose::{clause_start, has_any, has_wide, is_absence, is_conditional, places, sentence_start};
use super::words::{AROUND, WIDE_AROUND, announces, before_known, refused, subject_is_known};

/// Words that introduce a list.
pub(super) struct Lead {
    pub(super) strength: Strength,
    /// From here on the text says nothing but that a list follows.
    pub(super) start: usize,
    /// Where the list may begin, in the same line.
    pub(super) end: usize,
    /// Whether a colon separates the words from what follows.
    pub(super) colon: bool,
}

/// The words that introduce the list below a line, if they do so clearly.
pub(super) fn above(line: &Line<'_>) -> Option<Lead> {
    let content = without_end(line.content);
    let clause = clause_start(content);
    let words = content.get(clause..)?;
    if !announces(words) || refused(words) || narrowed(content) {
        return None;
    }
    let cut = spare(content, clause)?;
    let start = line.at.saturating_add(cut);
    Some(Lead { strength: Strength::Strong, start, end: line.end, colon: true })
}

/// Like `above` for lists that only their own form tells: every text that may list members or rules is refused.
pub(super) fn above_weakly(line: &Line<'_>, text: &str) -> Option<Lead> {
    let content = without_end(line.content);
    let last = content.get(sentence_start(content)..)?;
    let lower = text.to_ascii_lowercase();
    let members = [
        "json",
        "field",
        "parameters",
        "format",
        "struct",
        "key-value",
        "limit",
        "rule",
        "requirement",
        "note:",
        "take note",
    ];
    let wide = [
        "字段",
        "参数",
        "格式",
        "结构",
        "规则",
        "要求",
        "限制",
        "注意",
        "键",
        "例如",
        "示例",
        "条件",
        "不限于",
        "方法",
        "名称",
        "配置",
        "传参",
        "入参",
    ];
    if content.is_empty()
        || has_any(&lower, &members)
        || has_any(text, &wide)
        || refused(last)
        || is_conditional(last)
    {
        return None;
    }
    let kept = line.content.trim_end_matches([':', '：', ' ', '，', ',']).len();
    let start = line.at.saturating_add(kept);
    Some(Lead { strength: Strength::Weak, start, end: line.end, colon: true })
}

/// Ends of the nouns: in any case of their first letter, and with a first letter that is not frequent.
const STEMS: &[&str] =
    &["lue", "umeration", "取值", "可选值", "可能值", "可能的值", "枚举", "有效值", "可选项"];

/// The words that introduce values in the same line, with the number of the line.
pub(super) fn within(lines: &[Line<'_>]) -> Vec<(usize, Lead)> {
    let mut leads = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        let before = leads.len();
        for (at, noun) in places(line.content, STEMS) {
            let lead = lead_at(line, at, at.saturating_add(noun.len()), noun.is_ascii());
            leads.extend(lead.map(|lead| (number, lead)));
        }
        if leads.len() > before.saturating_add(1) {
            leads.dedup_by_key(|(number, lead)| (*number, lead.end));
        }
    }
    leads
}

fn lead_at(line: &Line<'_>, at: usize, noun_end: usize, english: bool) -> Option<Lead> {
    let content = line.content;
    let (end, colon, introduced) = introduction(content, noun_end, english)?;
    let clause = clause_start(content.get(..at)?);
    let words = content.get(clause..noun_end)?;
    if english {
        let lower = words.to_ascii_lowercase();
        let known =
            lower.split([' ', '*']).filter(|word| !word.is_empty()).all(|word| AROUND.contains(&word));
        let adjective = ["valid ", "possible ", "available ", "enumerated ", "supported ", "allowed "];
        let announced = known || (colon && has_any(&lower, &adjective));
        if !announced {
            return None;
        }
    }
    let sentence = content.get(..end)?;
    if ["默认", "缺省"].iter().any(|word| content.get(..at).is_some_and(|before| before.ends_with(word)))
    {
        return None;
    }
    if !introduced || refused(words) || narrowed(sentence) || (!english && !subject_is_known(words)) {
        return None;
    }
    let cut = spare(content.get(..noun_end)?, clause)?;
    let start = line.at.saturating_add(cut);
    Some(Lead { strength: Strength::Strong, start, end: line.at.saturating_add(end), colon })
}

/// Where the words after the noun end, whether with a colon, and whether they introduce at all.
fn introduction(content: &str, noun_end: usize, english: bool) -> Option<(usize, bool, bool)> {
    let after = content.get(noun_end..)?;
    let mut left = after;
    let mut verb = false;
    if english {
        left = left.strip_prefix('s').unwrap_or(left);
        for word in [
            " descriptions",
            " description",
            " are as follows",
            " is as follows",
            " are",
            " include",
            " can be",
            " is fixed to",
        ] {
            if let Some(behind) =
                left.strip_prefix(word).filter(|behind| !behind.starts_with(char::is_alphanumeric))
            {
                verb = true;
                left = behind;
            }
        }
    } else {
        while let Some(behind) = WIDE_AROUND.iter().find_map(|word| left.strip_prefix(word)) {
            verb = true;
            left = behind;
        }
    }
    left = left.trim_start_matches(['*', ' ']);
    if let Some((_, behind)) = super::prose::bracketed(left).filter(|_| left.starts_with(['(', '（']))
        && behind.trim_start().starts_with([':', '：'])
    {
        left = behind.trim_start();
    }
    let body = left.trim_start_matches([':', '：', ' ']);
    let colon = left.starts_with([':', '：']);
    // The emphasis of a value must stay whole.
    let stars = content.len().saturating_sub(body.len());
    let begin = content.get(..stars)?;
    let begin = if begin.ends_with("**") && !colon { stars.saturating_sub(2) } else { stars };
    Some((begin, colon, colon || verb))
}

fn without_end(content: &str) -> &str {
    let mut content = content.trim_end_matches([':', '：', '.', '。', ' ', '*', '，', ',', '`']);
    if content.ends_with([')', '）'])
        && let Some(at) = content.rfind(['(', '（'])
    {
        content = content.get(..at).unwrap_or(content).trim_end();
    }
    content
}

/// Whether the sentence limits what follows to a case. That the parameter as a whole counts in some cases does not.
fn narrowed(content: &str) -> bool {
    let sentence = content.get(sentence_start(content)..).unwrap_or_default();
    let lower = sentence.to_ascii_lowercase();
    let whole = has_any(&lower, &["takes effect", "valid only", "available only", "required"])
        || has_any(sentence, &["有效", "生效", "必选", "必填", "返回", "可用"]);
    is_case(sentence, &lower) && !whole && !is_absence(sentence)
}

/// Whether a sentence begins with a case, or the last part before the list names one.
fn is_case(sentence: &str, lower: &str) -> bool {
    if !has_wide(sentence) {
        return is_conditional(lower);
    }
    let start = sentence.trim_start().trim_start_matches(['-', '*', ' ']);
    let begins = ["当", "如果", "若", "对于", "仅当"].iter().any(|word| start.starts_with(word))
        && !start.starts_with("当前");
    let named = sentence.split(['，', ',', '：', ':']).any(|part| {
        let part = before_known(part);
        part.ends_with('时') || part.ends_with("时候") || part.ends_with("情况下")
    });
    begins || named || sentence.contains("不同")
}

/// Where the words that can go begin: with the clause, if it says nothing else, otherwise with its last words.
fn spare(content: &str, clause: usize) -> Option<usize> {
    let words = content.get(clause..)?;
    let left = before_known(words);
    if left.trim().trim_matches('*').is_empty() {
        let before = content.get(..clause)?.trim_end_matches([' ', ',', '，', ':', '：']);
        let earlier = clause_start(before);
        let repeated = before
            .get(earlier..)
            .is_some_and(|words| announces(words) && before_known(words).trim().is_empty());
        let kept = if repeated { before.get(..earlier)?.trim_end() } else { before };
        return Some(kept.len());
    }
    let kept = clause.saturating_add(left.len());
    // English words at the end belong to the sentence, unless they begin a phrase of their own.
    if has_wide(words) {
        return Some(kept);
    }
    let cut = [" with ", " valid ", " possible ", ".Valid "]
        .iter()
        // Where the space after a full stop is missing, the full stop stays.
        .filter_map(|word| {
            Some(content.get(clause..)?.rfind(word)?.saturating_add(usize::from(word.starts_with('.'))))
        })
        .max();
    Some(cut.map_or(content.len(), |at| clause.saturating_add(at)))
}
