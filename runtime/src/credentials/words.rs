/// The words of a command line: split at blanks, held together by quotes. `None` where a quote is not closed.
///
/// A backslash takes the meaning from the next character, except between single quotes and on Windows, where it
/// parts the folders of a path.
pub(super) fn split(command: &str) -> Option<Vec<String>> {
    let escapes = !cfg!(windows);
    let (mut words, mut word, mut quote) = (Vec::new(), None::<String>, None::<char>);
    let mut characters = command.chars();
    while let Some(character) = characters.next() {
        match (quote, character) {
            (Some(open), character) if character == open => quote = None,
            (None, '"' | '\'') => {
                quote = Some(character);
                word.get_or_insert_default();
            }
            (None | Some('"'), '\\') if escapes => word.get_or_insert_default().extend(characters.next()),
            (None, blank) if blank.is_whitespace() => words.extend(word.take()),
            (_, character) => word.get_or_insert_default().push(character),
        }
    }
    words.extend(word);
    quote.is_none().then_some(words)
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn words_are_split_at_blanks_outside_of_quotes() {
        let cases: [(&str, &[&str]); 6] = [
            ("", &[]),
            ("  tool  get\tkeys ", &["tool", "get", "keys"]),
            (r#"tool "a b" 'c "d"' e'f'g"#, &["tool", "a b", r#"c "d""#, "efg"]),
            (r#"tool "" x"#, &["tool", "", "x"]),
            ("tool --name=ä", &["tool", "--name=ä"]),
            ("tool 'two\nlines'", &["tool", "two\nlines"]),
        ];
        for (command, words) in cases {
            assert_eq!(split(command).as_deref(), Some(&words.map_to_owned()[..]), "{command}");
        }
        assert_eq!(split("tool \"open"), None);
        assert_eq!(split("tool 'open"), None);
    }

    #[cfg(not(windows))]
    #[test]
    fn a_backslash_takes_the_meaning_away() {
        let words = split(r#"a\ b "c\"d" 'e\f'"#);
        assert_eq!(words, Some(vec!["a b".to_owned(), "c\"d".to_owned(), "e\\f".to_owned()]));
    }

    trait MapToOwned {
        fn map_to_owned(&self) -> Vec<String>;
    }

    impl MapToOwned for &[&str] {
        fn map_to_owned(&self) -> Vec<String> {
            self.iter().map(|word| (*word).to_owned()).collect()
        }
    }
}
