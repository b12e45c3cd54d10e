use std::collections::BTreeSet;

/// Hands out names of components, each once.
///
/// Two names that differ only in case or in separators are one: generators make both the same Rust name.
#[derive(Default)]
pub(super) struct Names(BTreeSet<String>);

impl Names {
    /// The name, with a number where it is taken.
    pub(super) fn take(&mut self, wanted: &str) -> String {
        let numbered =
            |number: usize| if number == 1 { wanted.to_owned() } else { format!("{wanted}{number}") };
        let mut number = 1;
        loop {
            let name = numbered(number);
            let letters = name.chars().filter(char::is_ascii_alphanumeric);
            if self.0.insert(letters.map(|letter| letter.to_ascii_lowercase()).collect()) {
                return name;
            }
            number += 1;
        }
    }
}
