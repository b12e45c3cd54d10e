use super::record::{self, Snippet};
use super::{names, operation};
use crate::format::scalar;
use crate::schema::FileKind;
use crate::spec::layout::Shape;

/// A `product.yaml`, not yet in canonical form.
pub(super) fn text(code: &str, version: &str, module: &str) -> String {
    let head = format!("{}\n", FileKind::Product.modeline());
    match FileKind::Product.shape() {
        Shape::Record(record) => head + &record::write(record, |key| snippet(key, code, version, module)),
        _ => head,
    }
}

fn snippet(key: &str, code: &str, version: &str, module: &str) -> Snippet {
    let label = names::label(code);
    match key {
        "language" => Snippet::given("language: 2"),
        "code" => Snippet::given(format!("code: {}", scalar(code))),
        "version" => Snippet::given(format!("version: {}", scalar(version))),
        "style" => Snippet::given("style: RPC").or("style: V3"),
        "module" => Snippet::given(format!("module: {}", scalar(module))),
        "title" => Snippet::given(format!("title: {}", scalar(&format!("TODO {code}")))),
        "description" => Snippet::example("description: >-\n  What the product is for."),
        "documentation" => {
            Snippet::given(format!("documentation: https://api.alibabacloud.com/document/{code}/{version}"))
        }
        "protocol" => Snippet::given("protocol: HTTPS"),
        "ram_prefix" => Snippet::given(format!("ram_prefix: {}", scalar(&label))),
        "endpoints" => Snippet::given(format!(
            "endpoints:\n  # TODO this host is a guess.\n  cn-hangzhou: {label}.cn-hangzhou.aliyuncs.com"
        )),
        "allow" => Snippet::example(operation::ALLOW),
        _ => Snippet::default(),
    }
}
