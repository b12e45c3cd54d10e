use super::digest;
use crate::error::Error;
use crate::naming;
use crate::source::{self, Node};
use std::fs;
use std::path::Path;

/// Where a product version lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Folder below the spec folder, with `/`: `sas/2018-12-03`.
    pub folder: String,
    /// Module of the emitted crate.
    pub module: String,
}

/// The product versions of a spec folder, and those that will be there.
#[derive(Clone, Debug, Default)]
pub struct Products {
    known: Vec<Known>,
}

#[derive(Clone, Debug)]
struct Known {
    code: String,
    version: String,
    place: Place,
}

impl Products {
    /// Reads the `product.yaml` of every product version. A folder or file that cannot be read is none.
    #[must_use]
    pub fn read(spec_dir: &Path) -> Self {
        let mut known = Vec::new();
        for product in folders(spec_dir) {
            for version in folders(&spec_dir.join(&product)) {
                let path = spec_dir.join(&product).join(&version).join("product.yaml");
                let Ok(text) = fs::read_to_string(path) else { continue };
                let (file, _) =
                    source::read_bytes("product.yaml", "product.yaml", digest::line_feeds(&text).as_bytes());
                let value = |key| file.tree.as_ref().and_then(|tree| text_at(tree, key)).unwrap_or_default();
                known.push(Known {
                    code: value("code"),
                    version: value("version"),
                    place: Place { folder: format!("{product}/{version}"), module: value("module") },
                });
            }
        }
        Self { known }
    }

    /// The place of a product version: the one that it has, or one that no other product has. It is taken from now on.
    ///
    /// # Errors
    /// No folder can have the name of the version, or the product's code has neither letter nor digit.
    pub fn place(&mut self, code: &str, version: &str) -> Result<Place, Error> {
        let name = plain(code).ok_or_else(|| {
            Error::usage(format!(
                "`{code}` is no product code\n  help: correct `info.product` of the document"
            ))
        })?;
        if !is_version(version) {
            let help = "an API version is made of letters, digits, `-`, `_` and `.`; correct `info.version` of the document";
            return Err(Error::usage(format!("`{version}` is no API version\n  help: {help}")));
        }
        let is_product = |known: &&Known| known.code.eq_ignore_ascii_case(code);
        let usual = format!("{name}/{version}");
        // A file that is broken is taken for what its folder is for.
        let is_it = |known: &&Known| {
            (is_product(known) && known.version == version)
                || (known.code.is_empty() && known.place.folder.eq_ignore_ascii_case(&usual))
        };
        let known = self.known.iter().find(is_it).map(|known| known.place.clone());
        if let Some(place) = known.as_ref().filter(|place| !place.module.is_empty()) {
            return Ok(place.clone());
        }
        let beside =
            self.known.iter().find(is_product).and_then(|known| known.place.folder.split('/').next());
        let first = beside.unwrap_or(&name).to_owned();
        let is_free =
            |folder: &String| self.known.iter().all(|known| !known.place.folder.eq_ignore_ascii_case(folder));
        let folder = numbered(&first).map(|product| format!("{product}/{version}")).find(is_free);
        let folder = known.map(|place| place.folder).or(folder);
        let module = if is_module(&name) { name } else { format!("product_{name}") };
        let of_version =
            version.to_ascii_lowercase().replace(|letter: char| !letter.is_ascii_alphanumeric(), "_");
        let is_free =
            |module: &String| self.known.iter().all(|known| !known.place.module.eq_ignore_ascii_case(module));
        let longer = format!("{module}_{of_version}");
        let module = std::iter::once(module).chain(numbered(&longer)).find(is_free);
        let place = Place { folder: folder.unwrap_or_default(), module: module.unwrap_or_default() };
        let (code, version) = (code.to_owned(), version.to_owned());
        self.known.push(Known { code, version, place: place.clone() });
        Ok(place)
    }
}

/// A name, and the same with ever higher numbers.
pub(super) fn numbered(name: &str) -> impl Iterator<Item = String> {
    let more = (2_u32..).map({
        let name = name.to_owned();
        move |number| format!("{name}_{number}")
    });
    std::iter::once(name.to_owned()).chain(more)
}

/// A product's code as a folder and module: `Cloudauth-intl` becomes `cloudauth_intl`.
fn plain(code: &str) -> Option<String> {
    let module = naming::module(&code.to_ascii_lowercase())?;
    let name = module.as_str().trim_matches('_');
    (!name.is_empty()).then(|| name.to_owned())
}

fn is_module(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase()) && !naming::is_taken_in_crate(name)
}

/// A version becomes a folder, so it must be a name and nothing else.
fn is_version(version: &str) -> bool {
    let is_allowed = |letter: char| letter.is_ascii_alphanumeric() || "._-".contains(letter);
    let has_word = version.contains(|letter: char| letter.is_ascii_alphanumeric());
    let is_short = version.len() <= 64;
    has_word
        && is_short
        && version.chars().all(is_allowed)
        && !version.starts_with('.')
        && !version.ends_with('.')
}

fn folders(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let folders = entries.filter(|entry| entry.path().is_dir());
    let mut names: Vec<_> = folders.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    names
}

fn text_at(tree: &Node, key: &str) -> Option<String> {
    Some(tree.get(key)?.value.text()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(products: &mut Products, code: &str, version: &str) -> (String, String) {
        let place = products.place(code, version).unwrap();
        (place.folder, place.module)
    }

    #[test]
    fn no_two_products_share_a_place() {
        let mut products = Products::default();
        for (code, version, folder, module) in [
            ("Sas", "2018-12-03", "sas/2018-12-03", "sas"),
            ("Sas", "2018-12-03", "sas/2018-12-03", "sas"),
            ("Sas", "2021-01-14", "sas/2021-01-14", "sas_2021_01_14"),
            ("aligenie", "ssp_1.0", "aligenie/ssp_1.0", "aligenie"),
            ("AliGenie", "iap_1.0", "aligenie/iap_1.0", "aligenie_iap_1_0"),
            ("fc-open", "1", "fc_open/1", "fc_open"),
            ("fc_open", "1", "fc_open_2/1", "fc_open_1"),
            ("Type", "1", "type/1", "product_type"),
            ("3D", "1", "3d/1", "product_3d"),
            ("Client", "1", "client/1", "product_client"),
        ] {
            assert_eq!(place(&mut products, code, version), (folder.to_owned(), module.to_owned()));
        }
    }

    #[test]
    fn a_version_is_no_path() {
        for version in ["", ".", "..", "../x", "a/b", "a\\b", "-", ".hidden", "1.", "a b", "地"] {
            assert!(Products::default().place("Sas", version).is_err(), "{version}");
        }
        assert!(Products::default().place("地", "1").is_err());
    }
}
