use std::collections::BTreeMap;
use zeroize::Zeroize;

/// The sections of an ini file, with keys in lower case. Its values are overwritten when it is dropped.
#[derive(Default)]
pub(super) struct Ini {
    sections: BTreeMap<String, BTreeMap<String, String>>,
}

impl Ini {
    /// # Errors
    /// The number of the first line that is neither a section nor a setting nor a comment, and why. Never the line.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let mut ini = Self::default();
        let mut section = None::<String>;
        for (number, line) in (1_usize..).zip(text.trim_start_matches('\u{feff}').lines()) {
            let line = line.trim();
            if line.is_empty() || line.starts_with(['#', ';']) {
                continue;
            }
            if let Some(name) = line.strip_prefix('[') {
                let name = name.split_once(']').map(|(name, _)| name.trim().to_owned());
                let name = name.ok_or_else(|| format!("line {number} is a section without its end"))?;
                ini.sections.entry(name.clone()).or_default();
                section = Some(name);
                continue;
            }
            let setting = line.split_once(['=', ':']);
            let (key, value) = setting.ok_or_else(|| format!("line {number} has no equals sign"))?;
            let section = section.as_ref().and_then(|section| ini.sections.get_mut(section));
            let section =
                section.ok_or_else(|| format!("line {number} stands in front of the first section"))?;
            section.insert(key.trim().to_ascii_lowercase(), without_comment(value).to_owned());
        }
        Ok(ini)
    }

    pub(super) fn section(&self, name: &str) -> Option<&BTreeMap<String, String>> {
        self.sections.get(name)
    }
}

/// A comment at the end of a line begins with a blank, so that a policy may hold its sign.
fn without_comment(value: &str) -> &str {
    let ends = [" #", "\t#", " ;", "\t;"].into_iter().filter_map(|sign| value.find(sign));
    let value = ends.min().and_then(|end| value.get(..end)).unwrap_or(value);
    value.trim()
}

impl Drop for Ini {
    fn drop(&mut self) {
        let values = self.sections.values_mut().flat_map(BTreeMap::values_mut);
        values.for_each(Zeroize::zeroize);
    }
}

#[cfg(test)]
mod tests {
    use super::Ini;

    #[test]
    fn sections_settings_and_comments_are_told_apart() {
        let text = "\u{feff}# first\n; second\n[default]  # third\nType = access_key\naccess_key_id: id # mine\n\
                    policy={\"a\":\"#b\"}\n\n[ other ]\nempty =\n[default]\nlate=1\n";
        let ini = Ini::parse(text).unwrap();
        let get = |section: &str, key: &str| ini.section(section).unwrap().get(key).map(String::as_str);
        assert_eq!(get("default", "type"), Some("access_key"));
        assert_eq!(get("default", "access_key_id"), Some("id"));
        assert_eq!(get("default", "policy"), Some("{\"a\":\"#b\"}"));
        assert_eq!(get("default", "late"), Some("1"));
        assert_eq!(get("other", "empty"), Some(""));
        assert!(ini.section("third").is_none());
    }

    #[test]
    fn mistakes_are_told_by_their_line() {
        let mistake = |text| Ini::parse(text).err().unwrap();
        assert_eq!(mistake("[a]\nx=1\nhunter2"), "line 3 has no equals sign");
        assert_eq!(mistake("[a\nx=1"), "line 1 is a section without its end");
        assert_eq!(mistake("hunter2=1"), "line 1 stands in front of the first section");
    }
}
