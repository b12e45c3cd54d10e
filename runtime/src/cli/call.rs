use super::all_pages::Items;
use super::configuration::{call_options, configuration};
use super::failure::Failure;
use super::options::{Form, Options};
use super::program::Product;
use super::surroundings::Surroundings;
use super::{dry_run, output};
use crate::client::Client;
use crate::error::Error;
use crate::operation::Descriptor;
use crate::response::Response;
use serde_json::Value;

/// Makes the call and prints its result.
pub(super) fn call(
    product: &Product,
    operation: &'static Descriptor,
    parameters: Value,
    options: &Options,
    surroundings: &mut Surroundings<'_>,
) -> Result<(), Failure> {
    if options.all_pages && operation.pagination().is_none() {
        let message = format!("`--all-pages`: {} does not answer page by page", operation.name());
        return Err(Failure::Usage(message));
    }
    let client = Client::new(product.product, configuration(operation, options, surroundings)?)?;
    let each = call_options(options);
    if options.dry_run {
        let signed = client.dry_run_with(operation, &parameters, each).blocking()?;
        return dry_run::print(&signed, surroundings);
    }
    let form = options.output.unwrap_or_default();
    match operation.pagination() {
        Some(pagination) if options.all_pages => {
            let mut items = None;
            for page in client.pages_with(operation, parameters, each).blocking() {
                let page = match page {
                    Ok(page) => page,
                    Err(error) => return Err(cut_short(error, items.as_ref(), form, surroundings)),
                };
                tell(&page, options, surroundings);
                items.get_or_insert_with(Items::default).add(pagination.items(), &page);
            }
            output::items(&items.unwrap_or_default(), form, surroundings)
        }
        _ => {
            let response = client.call_with(operation, &parameters, each).blocking()?;
            tell(&response, options, surroundings);
            output::reply(operation, &response, form, surroundings)
        }
    }
}

/// Prints the items of the pages before one that failed: they are complete, and may have taken long.
fn cut_short(
    error: Error,
    items: Option<&Items>,
    form: Form,
    surroundings: &mut Surroundings<'_>,
) -> Failure {
    if let Some(items) = items {
        // The error of the call matters more than one of the output.
        let _ = output::items(items, form, surroundings);
        let _ = surroundings.stdout.flush();
    }
    error.into()
}

/// What came around a reply, for `--verbose`.
fn tell(response: &Response<Value>, options: &Options, surroundings: &mut Surroundings<'_>) {
    if !options.verbose {
        return;
    }
    let mut lines = format!(
        "request id: {}\nstatus: {}\nattempts: {}\n",
        response.request_id().escape_debug(),
        response.status(),
        response.attempts()
    );
    if !response.report().is_empty() {
        lines.push_str(&format!("report:\n{}\n", response.report()));
    }
    // The result matters more.
    let _ = surroundings.stderr.write_all(lines.as_bytes());
}
