//! JSON and the like without fences.

use crate::import::prose::line;

/// More lines are not looked at.
const LONGEST: usize = 300;

/// Of how many lines the data is made that begins here, if it is more than one.
pub(super) fn length(lines: &[&str]) -> Option<usize> {
    if !lines.first()?.trim_start().starts_with(['{', '[']) {
        return None;
    }
    let mut depth = 0_usize;
    for (at, line) in lines.iter().enumerate().take(LONGEST) {
        let text = line.trim();
        if line::fence(text).is_some() {
            return None;
        }
        for letter in text.chars() {
            match letter {
                '{' | '[' => depth += 1,
                '}' | ']' => depth = depth.checked_sub(1)?,
                _ => {}
            }
        }
        if depth == 0 {
            let is_end = text.trim_end_matches([',', ';']).ends_with(['}', ']']);
            return (at > 0 && is_end).then_some(at + 1);
        }
    }
    None
}
