/// A part of a spec file, and where it stands in a small spec folder.
///
/// The folder holds one operation, `GetThing`, and its product. The keys of the example take the place of the same keys of the file, or join
/// it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    /// Path of the file below the spec folder.
    pub file: &'static str,
    /// Lines of YAML.
    pub text: &'static str,
    /// How the file is saved.
    pub encoding: Encoding,
    /// Further files that it needs: their paths, and their lines in the same manner.
    pub beside: &'static [(&'static str, &'static str)],
}

/// How the characters of a file become bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, as it should be.
    Utf8,
    /// ISO 8859-1, one byte for each character.
    Latin1,
}

/// Path of the operation.
const OPERATION_FILE: &str = "demo/2024-01-01/get_thing.yaml";
/// Path of its product.
const PRODUCT_FILE: &str = "demo/2024-01-01/product.yaml";

/// The operation that the examples are about.
pub(super) const OPERATION: &str = "\
name: GetThing
summary: Returns a thing.
kind: read
methods: [POST]
authorization: none disclosed
parameters: []
reply:
  fields:
    - name: RequestId
      type: string
sources:
  - title: Made up for this page
    supplies: [everything else]
";

/// Its product.
pub(super) const PRODUCT: &str = "\
language: 2
code: Demo
version: \"2024-01-01\"
style: RPC
module: demo
title: Demonstration
documentation: https://example.com/demo
protocol: HTTPS
ram_prefix: demo
endpoints:
  cn-hangzhou: demo.example.com
";

impl Example {
    /// A part of the operation.
    pub(super) const fn operation(text: &'static str) -> Self {
        Self::file(OPERATION_FILE, text)
    }

    /// A part of the product.
    pub(super) const fn product(text: &'static str) -> Self {
        Self::file(PRODUCT_FILE, text)
    }

    /// A part of another file, which is otherwise like the operation or the product; of a shared shape
    /// and of corrections, the whole file.
    pub(super) const fn file(file: &'static str, text: &'static str) -> Self {
        Self { file, text, encoding: Encoding::Utf8, beside: &[] }
    }

    /// The same, saved as ISO 8859-1.
    pub(super) const fn latin1(self) -> Self {
        Self { encoding: Encoding::Latin1, ..self }
    }

    /// The same with further files.
    pub(super) const fn beside(self, beside: &'static [(&'static str, &'static str)]) -> Self {
        Self { beside, ..self }
    }

    /// Its files with their lines, its own first.
    pub(super) fn parts(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        std::iter::once((self.file, self.text)).chain(self.beside.iter().copied())
    }

    /// The whole spec folder with the example in it: paths and bytes, sorted by path.
    #[must_use]
    pub fn folder(&self) -> Vec<(String, Vec<u8>)> {
        let mut files = vec![(OPERATION_FILE, OPERATION.to_owned()), (PRODUCT_FILE, PRODUCT.to_owned())];
        for (file, text) in self.parts() {
            files.retain(|(path, _)| *path != file);
            files.push((file, merged(base(file), text)));
        }
        files.sort();
        let bytes = |path: &str, text: String| match self.encoding {
            Encoding::Latin1 if path == self.file => text.chars().map(latin1).collect(),
            _ => text.into_bytes(),
        };
        files.into_iter().map(|(path, text)| (path.to_owned(), bytes(path, text))).collect()
    }
}

/// What the file is without the example.
fn base(file: &str) -> &'static str {
    match file.rsplit('/').next() {
        Some("product.yaml") => PRODUCT,
        Some("corrections.yaml") => "",
        _ if file.contains("/shapes/") => "",
        _ => OPERATION,
    }
}

fn latin1(character: char) -> u8 {
    u8::try_from(character).unwrap_or(b'?')
}

/// A file with some of its keys replaced. All of what stands below a replaced key goes with it.
fn merged(base: &str, example: &str) -> String {
    let keys: Vec<_> = example.lines().filter_map(root_key).collect();
    let mut text = String::new();
    let mut kept = true;
    for line in base.lines() {
        if let Some(key) = root_key(line) {
            kept = !keys.contains(&key);
        }
        if kept {
            text.push_str(line);
            text.push('\n');
        }
    }
    text.push_str(example);
    text
}

/// The key that a line begins with, if it is one of the file's root.
fn root_key(line: &str) -> Option<&str> {
    let (key, _) = line.split_once(':')?;
    let is_word = !key.is_empty() && key.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_');
    is_word.then_some(key)
}
