//! The folder that `ALICLOUD_CORPUS` names: `<product>/<version>/api-docs.{zh,en}.json`.

use crate::json::Json;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// What names the folder.
pub(crate) const VARIABLE: &str = "ALICLOUD_CORPUS";

/// The folder; none where the tests are to be skipped.
pub(crate) fn folder() -> Option<PathBuf> {
    let folder = env::var_os(VARIABLE).filter(|folder| !folder.is_empty()).map(PathBuf::from)?;
    // Programs are started in other folders.
    Some(folder.canonicalize().unwrap_or_else(|error| panic!("{VARIABLE}={}: {error}", folder.display())))
}

/// One product version.
pub(crate) struct Source {
    /// Folder below the corpus: `sas/2018-12-03`.
    pub(crate) place: String,
    /// The document that tells the structure.
    pub(crate) path: PathBuf,
    pub(crate) document: Json,
    /// Components that only the English document has count as well.
    pub(crate) english: Json,
}

impl Source {
    pub(crate) fn info(&self, key: &str) -> &str {
        self.document.get("info").and_then(|info| info.text(key)).unwrap_or_default()
    }

    pub(crate) fn code(&self) -> &str {
        self.info("product")
    }

    pub(crate) fn version(&self) -> &str {
        self.info("version")
    }

    /// Name and description of the operations, in their order.
    pub(crate) fn apis(&self) -> &[(String, Json)] {
        self.document.members_of("apis")
    }

    /// A schema with a name.
    pub(crate) fn component(&self, name: &str) -> Option<&Json> {
        let own = self.document.get("components").and_then(|components| components.get("schemas")?.get(name));
        own.or_else(|| self.english.get("components")?.get("schemas")?.get(name))
    }

    /// Whether its calls are signed by a gateway of its own: by the style, or by labels in front of the host name.
    pub(crate) fn is_gateway(&self) -> bool {
        let style = self.info("style").to_ascii_uppercase();
        let is_label =
            |parameter: &Json| parameter.text("in").is_some_and(|place| place.eq_ignore_ascii_case("host"));
        !["RPC", "ROA", "V3"].contains(&style.as_str())
            || self.apis().iter().any(|(_, api)| api.list_of("parameters").iter().any(is_label))
    }
}

/// All product versions, sorted by folder.
pub(crate) fn sources(corpus: &Path) -> Vec<Source> {
    let mut sources = Vec::new();
    for product in folders(corpus) {
        for version in folders(&corpus.join(&product)) {
            let place = format!("{product}/{version}");
            let path = corpus.join(&place).join("api-docs.zh.json");
            if path.is_file() {
                let english = corpus.join(&place).join("api-docs.en.json");
                let english = if english.is_file() { read(&english) } else { Json::Null };
                sources.push(Source { place, document: read(&path), path, english });
            }
        }
    }
    sources
}

pub(crate) fn read(path: &Path) -> Json {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let text = text.trim_start_matches('\u{feff}');
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Names of the folders in a folder, also behind links, sorted.
pub(crate) fn folders(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let folders = entries.map(Result::unwrap).filter(|entry| entry.path().is_dir());
    let mut names: Vec<String> = folders.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    names
}
