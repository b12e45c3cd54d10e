use crate::diagnostics::suggest;
use crate::error::Error;
use crate::model::{self, Model};
use globset::{GlobBuilder, GlobMatcher};
use std::collections::BTreeSet;

/// Which operations are wanted.
pub(super) struct Selection<'a> {
    /// As they were given.
    texts: &'a [String],
    /// The names among them: a program may name thousands of operations, and each is looked up once.
    plain: BTreeSet<&'a str>,
    globs: Vec<(&'a str, GlobMatcher)>,
}

/// What makes a text more than a name.
const SPECIAL: [char; 7] = ['*', '?', '[', ']', '{', '}', '\\'];

impl<'a> Selection<'a> {
    /// Globs over `module/Operation` and over the operation's name alone.
    pub(super) fn new(texts: &'a [String]) -> Result<Self, Error> {
        let (globs, plain): (Vec<&str>, Vec<&str>) =
            texts.iter().map(String::as_str).partition(|text| text.contains(SPECIAL));
        let matcher = |glob: &'a str| {
            let compiled = GlobBuilder::new(glob).literal_separator(true).build();
            let compiled = compiled.map_err(|error| {
                let help = "for example `GetCheckSale`, `Get*` or `sas/*`";
                Error::usage(format!("`{glob}` is not a glob: {}\n  help: {help}", error.kind()))
            })?;
            Ok((glob, compiled.compile_matcher()))
        };
        let globs = globs.into_iter().map(matcher).collect::<Result<_, Error>>()?;
        Ok(Self { texts, plain: plain.into_iter().collect(), globs })
    }

    /// Removes what is not wanted. A name or glob that matches nothing is an error: it is misspelt.
    pub(super) fn apply(&self, model: &mut Model) -> Result<(), Error> {
        if self.texts.is_empty() {
            return Ok(());
        }
        let names = names(model);
        let matched = self.matched(&names);
        let unmatched = self.texts.iter().filter(|text| !matched.contains(text.as_str()));
        let unmatched: Vec<String> = unmatched.map(|text| no_match(text, &names)).collect();
        if !unmatched.is_empty() {
            return Err(Error::usage(unmatched.join("\n")));
        }
        model::retain(model, |module, operation| {
            let path = format!("{module}/{operation}");
            [path.as_str(), operation].iter().any(|name| {
                self.plain.contains(name) || self.globs.iter().any(|(_, glob)| glob.is_match(name))
            })
        });
        Ok(())
    }

    /// Those of the texts that match an operation.
    fn matched(&self, names: &[(String, String)]) -> BTreeSet<&'a str> {
        let both = || names.iter().flat_map(|(path, name)| [path.as_str(), name.as_str()]);
        let plain = both().filter_map(|name| self.plain.get(name).copied());
        let globs = self.globs.iter().filter(|(_, glob)| both().any(|name| glob.is_match(name)));
        plain.chain(globs.map(|(text, _)| *text)).collect()
    }
}

/// Each operation as `module/Operation` and by its name alone.
fn names(model: &Model) -> Vec<(String, String)> {
    let operations = model.products.iter().flat_map(|product| {
        product
            .operations
            .iter()
            .map(|operation| (format!("{}/{}", product.module, operation.name), operation.name.clone()))
    });
    operations.collect()
}

fn no_match(glob: &str, names: &[(String, String)]) -> String {
    let candidates =
        names.iter().map(|(path, name)| if glob.contains('/') { path.as_str() } else { name.as_str() });
    let help = match suggest(glob, candidates) {
        Some(near) => format!("did you mean `{near}`?"),
        None => {
            "a glob matches `module/Operation` or the operation's name alone, both with upper and lower case"
                .to_owned()
        }
    };
    format!("no operation matches `{glob}`\n  help: {help}")
}
