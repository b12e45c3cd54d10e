use crate::diagnostics::suggest;
use crate::error::Error;
use globset::{GlobBuilder, GlobMatcher};

/// Which operations are wanted: globs over `module/Operation` and over the operation's name alone.
#[derive(Clone, Debug, Default)]
pub struct Only {
    globs: Vec<(String, GlobMatcher)>,
}

impl Only {
    /// No globs at all want everything.
    ///
    /// # Errors
    /// One is malformed.
    pub fn new(globs: &[String]) -> Result<Self, Error> {
        let compile = |glob: &String| {
            let compiled = GlobBuilder::new(glob).literal_separator(true).build();
            let compiled = compiled.map_err(|error| {
                let help = "for example `GetCheckSale`, `Get*` or `sas/*`";
                Error::usage(format!("`{glob}` is not a glob: {}\n  help: {help}", error.kind()))
            })?;
            Ok((glob.clone(), compiled.compile_matcher()))
        };
        Ok(Self { globs: globs.iter().map(compile).collect::<Result<_, Error>>()? })
    }

    /// Whether everything is wanted.
    #[must_use]
    pub fn is_all(&self) -> bool {
        self.globs.is_empty()
    }

    /// Whether an operation is wanted.
    #[must_use]
    pub fn wants(&self, module: &str, operation: &str) -> bool {
        self.is_all() || self.globs.iter().any(|(_, glob)| matches(glob, module, operation))
    }

    /// Refuses globs that match none of the operations, each given with its module: they are misspelt.
    ///
    /// # Errors
    /// There are such globs.
    pub fn check(&self, operations: &[(&str, &str)]) -> Result<(), Error> {
        let is_idle = |(_, glob): &&(String, GlobMatcher)| {
            !operations.iter().any(|(module, operation)| matches(glob, module, operation))
        };
        let idle: Vec<String> =
            self.globs.iter().filter(is_idle).map(|(glob, _)| unmatched(glob, operations)).collect();
        if idle.is_empty() { Ok(()) } else { Err(Error::usage(idle.join("\n"))) }
    }
}

fn matches(glob: &GlobMatcher, module: &str, operation: &str) -> bool {
    glob.is_match(operation) || glob.is_match(format!("{module}/{operation}"))
}

fn unmatched(glob: &str, operations: &[(&str, &str)]) -> String {
    let paths: Vec<String> =
        operations.iter().map(|(module, operation)| format!("{module}/{operation}")).collect();
    let names = operations.iter().map(|(_, operation)| *operation);
    let near = if glob.contains('/') {
        suggest(glob, paths.iter().map(String::as_str))
    } else {
        suggest(glob, names)
    };
    let help = match near {
        Some(near) => format!("did you mean `{near}`?"),
        None => {
            "a glob matches `module/Operation` or the operation's name alone, both with upper and lower case"
                .to_owned()
        }
    };
    format!("no operation matches `{glob}`\n  help: {help}")
}
