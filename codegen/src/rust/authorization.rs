use super::docs::{Docs, cell, code, code_cell, line};
use crate::model::{Authorization, Operation, Product};

/// What RAM must allow, and the documented errors.
pub(super) fn describe(docs: Docs, product: &Product, operation: &Operation) -> Docs {
    let docs = match &operation.authorization {
        Authorization::NoneDisclosed => {
            docs.paragraph("The documentation discloses no RAM action for this operation.")
        }
        Authorization::Ram(ram) => {
            let resources: Vec<String> = ram
                .resources
                .iter()
                .map(|resource| format!("{} ({})", code(&resource.name), line(&resource.kind)))
                .collect();
            let mut text = format!(
                "RAM action: {}, access level {}, resources: {}.",
                code(&ram.action),
                code(&ram.access_level),
                resources.join(", ")
            );
            for (what, names) in [
                ("Condition keys", &ram.condition_keys),
                ("Operations that must be allowed as well", &ram.associated_operations),
            ] {
                if !names.is_empty() {
                    let names: Vec<String> = names.iter().map(|name| code(name)).collect();
                    text.push_str(&format!("\n{what}: {}.", names.join(", ")));
                }
            }
            docs.paragraph(text)
        }
    };
    errors(docs, product, operation)
}

fn errors(docs: Docs, product: &Product, operation: &Operation) -> Docs {
    if operation.errors.is_empty() {
        return docs;
    }
    let mut table = "# Errors\n\n| status | code | message | meaning |\n|---|---|---|---|".to_owned();
    for error in &operation.errors {
        table.push_str(&format!(
            "\n| {} | {} | {} | {} |",
            error.status,
            code_cell(&error.code),
            cell(&error.message),
            cell(error.description.as_deref().unwrap_or_default()),
        ));
    }
    table.push_str(&format!(
        "\n\nThe codes are constants of [`{}::error_code`](super::error_code).",
        product.module.to_code()
    ));
    docs.paragraph(table)
}
