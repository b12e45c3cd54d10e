use super::operations;
use super::shared::{self, SharedNames};
use super::{Model, Origin, Product};
use crate::diagnostics::{Diagnostic, Diagnostics, codes};
use crate::naming::{self, Scope};
use crate::source::SourceFile;
use crate::spec::{ProductSpec, Specs};

/// Resolves checked specs. Identifiers that collide are reported; what was reported is left out of the model.
pub fn resolve(specs: &Specs, diagnostics: &mut Diagnostics) -> Model {
    Model { products: specs.products.iter().filter_map(|spec| product(spec, diagnostics)).collect() }
}

fn product(spec: &ProductSpec, diagnostics: &mut Diagnostics) -> Option<Product> {
    let raw = &spec.product;
    let mut modules = Scope::default();
    let names = SharedNames::of(spec, diagnostics);
    let mut operations = Vec::with_capacity(spec.operations.len());
    for operation in &spec.operations {
        operations.extend(operations::resolve(spec, operation, &mut modules, &names, diagnostics));
    }
    Some(Product {
        code: raw.code.clone(),
        version: raw.version.clone(),
        module: naming::module(&raw.module)?,
        title: raw.title.clone(),
        description: raw.description.clone(),
        documentation: raw.documentation.clone(),
        protocol: raw.protocol,
        ram_prefix: raw.ram_prefix.clone(),
        endpoints: raw.endpoints.iter().map(|(region, host)| (region.clone(), host.clone())).collect(),
        shared: [true, false]
            .into_iter()
            .filter_map(|sent| shared::resolve(spec, &names, sent, diagnostics))
            .collect(),
        operations,
        origin: origin(&spec.file),
    })
}

pub(super) fn origin(file: &SourceFile) -> Origin {
    Origin { path: file.relative.clone(), hash: file.hash.clone() }
}

/// Two wire names, one identifier.
pub(super) fn collision(
    file: &SourceFile,
    ident: &naming::Ident,
    what: &str,
    first: &naming::Origin,
    second: &naming::Origin,
) -> Diagnostic {
    Diagnostic::error(
        codes::IDENTIFIER_COLLISION,
        format!("{what} `{}` and `{}` both become `{ident}`", first.wire, second.wire),
    )
    .at(&file.source, second.span.clone(), format!("becomes `{ident}` again"))
    .also(&file.source, first.span.clone(), format!("becomes `{ident}`"))
}
