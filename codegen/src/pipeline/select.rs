use crate::diagnostics::suggest;
use crate::error::Error;
use crate::model::{self, Model};
use globset::{GlobBuilder, GlobMatcher};

/// Which operations are wanted.
pub(super) struct Selection<'a> {
    globs: Vec<(&'a str, GlobMatcher)>,
}

impl<'a> Selection<'a> {
    /// Globs over `module/Operation` and over the operation's name alone.
    pub(super) fn new(globs: &'a [String]) -> Result<Self, Error> {
        let matcher = |glob: &'a String| {
            let compiled = GlobBuilder::new(glob).literal_separator(true).build();
            let compiled = compiled.map_err(|error| {
                let help = "for example `GetCheckSale`, `Get*` or `sas/*`";
                Error::usage(format!("`{glob}` is not a glob: {}\n  help: {help}", error.kind()))
            })?;
            Ok((glob.as_str(), compiled.compile_matcher()))
        };
        Ok(Self { globs: globs.iter().map(matcher).collect::<Result<_, Error>>()? })
    }

    /// Removes what is not wanted. A glob that matches nothing is an error: it is misspelt.
    pub(super) fn apply(&self, model: &mut Model) -> Result<(), Error> {
        if self.globs.is_empty() {
            return Ok(());
        }
        let names = names(model);
        let matches_one =
            |glob: &GlobMatcher| names.iter().any(|(path, name)| glob.is_match(path) || glob.is_match(name));
        let unmatched =
            self.globs.iter().filter(|(_, glob)| !matches_one(glob)).map(|(glob, _)| unmatched(glob, &names));
        let unmatched: Vec<String> = unmatched.collect();
        if !unmatched.is_empty() {
            return Err(Error::usage(unmatched.join("\n")));
        }
        model::retain(model, |module, operation| {
            let path = format!("{module}/{operation}");
            self.globs.iter().any(|(_, glob)| glob.is_match(&path) || glob.is_match(operation))
        });
        Ok(())
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

fn unmatched(glob: &str, names: &[(String, String)]) -> String {
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
