use super::select::Selection;
use crate::diagnostics::Diagnostics;
use crate::error::{Error, ErrorKind};
use crate::model::Model;
use crate::options::Options;
use crate::source::{Input, Sources};
use crate::spec::{ProductSpec, Specs};
use crate::{check, model, source, spec};
use std::fs;

/// A spec folder, read and looked at, whether or not it is right.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// Paths of its files below it, with `/`.
    pub files: Vec<String>,
    /// Those of them that could be read, by what is in them.
    pub inputs: Vec<Input>,
    /// What they mean. Complete only if no problem is an error.
    pub model: Model,
    /// All problems of all stages.
    pub diagnostics: Diagnostics,
}

/// A spec folder without errors.
#[derive(Clone, Debug)]
pub struct Resolved {
    /// The wanted products and operations.
    pub model: Model,
    /// Problems that do not stop generation.
    pub warnings: Diagnostics,
}

/// Reads and checks the spec folder.
///
/// # Errors
/// There is no such folder. Everything else goes into [`Loaded::diagnostics`].
pub fn load(options: &Options) -> Result<Loaded, Error> {
    let spec = &options.spec;
    let metadata = fs::metadata(spec).map_err(|error| Error::io("read the spec folder", spec, error))?;
    if !metadata.is_dir() {
        let shown = crate::diagnostics::display_path(spec);
        return Err(Error::usage(format!(
            "`{shown}` is a file\n  help: give the folder that holds the spec files"
        )));
    }
    let mut diagnostics = Diagnostics::new();
    let listing = source::list(spec, &mut diagnostics);
    let mut model = Model::default();
    let mut heads = Specs::default();
    let mut inputs = Vec::new();
    // Product after product, so that the trees of one are gone before the next one is read.
    listing.read_each(options.jobs.max(1), &mut diagnostics, |sources, diagnostics| {
        inputs.extend(
            sources.files.iter().map(|file| Input { path: file.relative.clone(), hash: file.hash.clone() }),
        );
        let (product, specs) = examine_specs(&sources, diagnostics);
        model.products.extend(product.products);
        heads.products.extend(specs.products.into_iter().map(head));
    });
    check::modules(&heads, &mut diagnostics);
    Ok(Loaded { files: listing.paths().map(str::to_owned).collect(), inputs, model, diagnostics })
}

/// What rules across products need of one.
fn head(product: ProductSpec) -> ProductSpec {
    ProductSpec { operations: Vec::new(), shapes: Vec::new(), ..product }
}

/// Goes from files that were read to the model, and collects the problems of all stages on the way. Warnings and notes that a file allows are
/// not among them.
#[must_use]
pub fn examine(sources: &Sources, diagnostics: &mut Diagnostics) -> Model {
    examine_specs(sources, diagnostics).0
}

fn examine_specs(sources: &Sources, diagnostics: &mut Diagnostics) -> (Model, Specs) {
    let specs = spec::parse(sources, diagnostics);
    check::check(&specs, diagnostics);
    let model = model::resolve(&specs, diagnostics);
    check::allow(&specs, diagnostics);
    (model, specs)
}

impl Loaded {
    /// The model, reduced to the operations that `only` names; an empty list names all.
    ///
    /// # Errors
    /// One of the problems is an error; a glob is malformed or matches nothing.
    pub fn resolve(self, only: &[String]) -> Result<Resolved, Error> {
        // Before the problems: it is a slip of the command, not of the spec.
        let selection = Selection::new(only)?;
        if self.diagnostics.has_errors() {
            return Err(ErrorKind::Problems(self.diagnostics).into());
        }
        let mut model = self.model;
        selection.apply(&mut model)?;
        Ok(Resolved { model, warnings: self.diagnostics })
    }
}
