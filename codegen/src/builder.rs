use crate::diagnostics::Diagnostics;
use crate::error::Error;
use crate::generate::generate;
use crate::options::{Layout, Options, Runtime};
use crate::output::{self, Drift, Outcome};
use crate::rust::Files;
use crate::{build_script, dump, pipeline};
use std::path::{Path, PathBuf};

/// The generator as a library.
///
/// ```no_run
/// use alicloud_codegen::{Builder, Runtime};
///
/// let outcome = Builder::new()
///     .spec("spec")
///     .out("my-client")
///     .package("my-client")
///     .runtime(Runtime::Version("0.1".to_owned()))
///     .operations(["sas/Get*"])
///     .generate()?;
/// println!("wrote {} files", outcome.written.len());
/// # Ok::<(), alicloud_codegen::Error>(())
/// ```
///
/// In a build script, call [`build`](Self::build) or the function [`build()`](crate::build()).
#[derive(Clone, Debug, Default)]
#[must_use = "a builder does nothing until it is asked to generate"]
pub struct Builder {
    options: Options,
    out: Option<PathBuf>,
}

/// What a check of a spec folder found when it found no error.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Checked {
    /// Number of products.
    pub products: usize,
    /// Number of operations.
    pub operations: usize,
    /// Problems that do not stop generation.
    pub warnings: Diagnostics,
}

impl Builder {
    /// All operations of `spec/`, as the crate `alicloud-sdk` in `generated-sdk/`.
    pub fn new() -> Self {
        Self::default()
    }

    /// The folder of the spec files. `spec` unless set.
    pub fn spec(mut self, folder: impl AsRef<Path>) -> Self {
        self.options.spec = folder.as_ref().to_owned();
        self
    }

    /// The folder to write to. `generated-sdk` unless set; for [`build`](Self::build) a folder below `OUT_DIR`.
    pub fn out(mut self, folder: impl AsRef<Path>) -> Self {
        self.out = Some(folder.as_ref().to_owned());
        self
    }

    /// The operations that are wanted, by their names: `GetCheckSale`, or `sas/GetCheckSale` with the module of the product. `*`, `?`, `[..]` and
    /// `{..}` have the meaning they have in file names: `Get*`, `sas/*`. All operations unless set.
    ///
    /// Nothing is emitted for what they do not need: no type, and no product. A name that no operation has is an error.
    pub fn operations<I: IntoIterator<Item: Into<String>>>(mut self, names: I) -> Self {
        self.options.only = names.into_iter().map(Into::into).collect();
        self
    }

    /// Number of threads, at least one. All processors unless set; the output does not depend on it.
    pub fn jobs(mut self, jobs: usize) -> Self {
        self.options.jobs = jobs.max(1);
        self
    }

    /// What the emitted manifest depends on. The version of this generator unless set.
    pub fn runtime(mut self, runtime: Runtime) -> Self {
        self.options.runtime = runtime;
        self
    }

    /// Path of the runtime in emitted modules: where your crate has it, re-exported or under another name. For example `my_core::runtime` or
    /// `crate::runtime`; it is used in modules of any depth. `alicloud_runtime` unless set. Only for [`Layout::Modules`].
    pub fn runtime_path(mut self, path: impl Into<String>) -> Self {
        self.options.runtime_path = path.into();
        self
    }

    /// A whole crate, or modules to include. A crate unless set.
    pub fn layout(mut self, layout: Layout) -> Self {
        self.options.layout = layout;
        self
    }

    /// Name of the emitted package. `alicloud-sdk` unless set.
    pub fn package(mut self, name: impl Into<String>) -> Self {
        self.options.package = name.into();
        self
    }

    /// Writes the files that are missing or differ, and removes those that are not emitted any more.
    ///
    /// # Errors
    /// The spec files have problems, a setting cannot be used, something in the output folder is in the way, or the file system refuses.
    pub fn generate(&self) -> Result<Outcome, Error> {
        generate(&self.options(), |_| {})
    }

    /// Tells what [`generate`](Self::generate) would change, and writes nothing.
    ///
    /// # Errors
    /// As [`generate`](Self::generate). Drift is no error.
    pub fn check_drift(&self) -> Result<Drift, Error> {
        let options = self.options();
        let (files, warnings) = emit(&options)?;
        let drift = output::compare(&files, &options.out, options.layout)?;
        Ok(Drift { warnings, ..drift })
    }

    /// Checks the spec files, and writes nothing.
    ///
    /// # Errors
    /// They have problems, a glob cannot be used, or there is no such folder.
    pub fn check(&self) -> Result<Checked, Error> {
        let resolved = pipeline::load(&self.options)?.resolve(&self.options.only)?;
        let products = &resolved.model.products;
        let operations = products.iter().map(|product| product.operations.len()).sum();
        Ok(Checked { products: products.len(), operations, warnings: resolved.warnings })
    }

    /// The resolved model as JSON, in the format that `docs/dump.md` describes.
    ///
    /// # Errors
    /// As [`check`](Self::check).
    pub fn dump(&self) -> Result<String, Error> {
        let resolved = pipeline::load(&self.options)?.resolve(&self.options.only)?;
        dump::json(&resolved.model)
    }

    /// Generates within a build script: modules below `OUT_DIR`, rooted in `alicloud.rs`. See the function [`build()`](crate::build()).
    ///
    /// The layout is [`Layout::Modules`] whatever was set. A folder set with [`out`](Self::out) is taken below `OUT_DIR`, so that one build
    /// script can generate from several spec folders.
    ///
    /// # Errors
    /// As [`generate`](Self::generate), or it is no build script: `OUT_DIR` is not set. Everything was shown to Cargo's user already.
    pub fn build(&self) -> Result<(), Error> {
        build_script::run(self.options.clone(), self.out.as_deref())
    }

    fn options(&self) -> Options {
        let mut options = self.options.clone();
        options.out = self.out.clone().unwrap_or(options.out);
        options
    }
}

fn emit(options: &Options) -> Result<(Files, Diagnostics), Error> {
    let resolved = pipeline::load(options)?.resolve(&options.only)?;
    Ok((pipeline::emit(&resolved.model, options)?, resolved.warnings))
}
