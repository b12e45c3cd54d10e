use super::address::is_address;
use super::folder;
use super::{Input, Wanted};
use crate::error::Error;
use std::path::{Path, PathBuf};

/// The portal that publishes the metadata.
pub const PORTAL: &str = "https://api.aliyun.com";

/// What can be imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A document.
    File(PathBuf),
    /// Documents at `<product>/<version>/api-docs*.json`.
    Folder(PathBuf),
    /// A document somewhere else.
    Address(String),
    /// A document of the portal.
    Product {
        /// Product code, for example `Sas`.
        code: String,
        /// API version, for example `2018-12-03`.
        version: String,
    },
}

impl Source {
    /// Reads what somebody gave as a source.
    ///
    /// # Errors
    /// It is none of the four.
    pub fn parse(text: &str) -> Result<Self, Error> {
        if is_address(text) {
            return Ok(Self::Address(text.to_owned()));
        }
        let path = Path::new(text);
        if path.is_dir() {
            return Ok(Self::Folder(path.to_owned()));
        }
        if path.exists() {
            return Ok(Self::File(path.to_owned()));
        }
        let is_word = |word: &str| {
            let is_allowed = |letter: char| letter.is_ascii_alphanumeric() || "._-".contains(letter);
            !word.is_empty() && word.chars().all(is_allowed) && !word.starts_with('.')
        };
        match text.split_once('@') {
            Some((code, version)) if is_word(code) && is_word(version) => {
                Ok(Self::Product { code: code.to_owned(), version: version.to_owned() })
            }
            _ => {
                let help = "give a file or folder, an address such as `https://...`, or a product and its version such as `Sas@2018-12-03`";
                Err(Error::usage(format!("`{text}` is not there\n  help: {help}")))
            }
        }
    }

    /// The documents that it stands for, in the order of their names. `docs` is the same document in another language.
    ///
    /// # Errors
    /// A folder holds none or cannot be read; several documents cannot have the same texts.
    pub fn documents(&self, docs: Option<&str>, portal: &str) -> Result<Vec<Wanted>, Error> {
        let docs = docs.map(Input::parse);
        Ok(match self {
            Self::File(path) => vec![Wanted::new(Input::File(path.clone()), docs)],
            Self::Address(address) => vec![Wanted::new(Input::Address(address.clone()), docs)],
            Self::Product { code, version } => {
                let portal = portal.trim_end_matches('/');
                let page =
                    format!("{portal}/meta/v1/products/{code}/versions/{version}/api-docs.json?language=");
                let prose = docs.unwrap_or_else(|| Input::Address(format!("{page}EN_US")));
                let structure = Input::Address(format!("{page}ZH_CN"));
                vec![Wanted { shown: format!("{code}@{version}"), structure, prose: Some(prose) }]
            }
            Self::Folder(path) if docs.is_some() => {
                let shown = crate::diagnostics::display_path(path);
                return Err(Error::usage(format!(
                    "`--docs` is about one document, and `{shown}` is a folder\n  help: give the document itself, or put both languages into the folder as `api-docs.zh.json` and `api-docs.en.json`"
                )));
            }
            Self::Folder(path) => folder::documents(path)?,
        })
    }
}
