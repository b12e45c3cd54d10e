/// A text as a literal block behind its key, from the space before `|` on. `None` where nothing in it could be seen.
pub(super) fn literal(text: &str, indent: usize) -> Option<String> {
    let body = text.trim_end_matches('\n');
    let line_breaks = text.len() - body.len();
    let is_blank = |line: &&str| line.bytes().all(|byte| byte == b' ');
    let first = body.split('\n').find(|line| !is_blank(line))?;
    // Without a number, the first line would tell the indentation.
    let begins_with_space = body.split('\n').take_while(is_blank).any(|line| !line.is_empty());
    let depth = if begins_with_space || first.starts_with([' ', '\t']) { "2" } else { "" };
    let chomping = match line_breaks {
        0 => "-",
        1 => "",
        _ => "+",
    };
    let mut block = format!(" |{depth}{chomping}\n");
    for line in body.split('\n') {
        if !line.is_empty() {
            block.extend(std::iter::repeat_n(' ', indent));
            block.push_str(line);
        }
        block.push('\n');
    }
    block.extend(std::iter::repeat_n('\n', line_breaks.saturating_sub(1)));
    Some(block)
}
