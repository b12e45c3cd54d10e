use crate::model::Model;
use crate::options::{Options, Runtime};
use std::path::{Component, Path, PathBuf};

/// `Cargo.toml` of the emitted crate. It stands alone: nothing is inherited from a workspace.
pub(super) fn manifest(model: &Model, options: &Options) -> String {
    let runtime = runtime(options);
    let products: Vec<&str> = model.products.iter().map(|product| product.module.as_str()).collect();
    let default: Vec<String> =
        products.iter().chain(&["reqwest", "rustls"]).map(|feature| format!("\"{feature}\"")).collect();
    let features: String = model
        .products
        .iter()
        .map(|product| {
            format!(
                "# {}\n{} = []\n",
                product.title.split_whitespace().collect::<Vec<_>>().join(" "),
                product.module
            )
        })
        .collect();
    format!(
        r#"
[package]
name = "{package}"
description = "Typed clients for Alibaba Cloud, generated from YAML"
version = "{version}"
edition = "2024"
rust-version = "1.88"
license = "MIT OR Apache-2.0"
keywords = ["alibaba", "aliyun", "cloud", "sdk"]
categories = ["api-bindings", "web-programming::http-client"]

[features]
default = [{default}]
{features}# `Serialize` and `Deserialize` on all types.
serde = ["alicloud-runtime/serde"]
# The built-in transport of calls that are awaited.
reqwest = ["alicloud-runtime/reqwest"]
# TLS for the built-in transports.
rustls = ["alicloud-runtime/rustls"]
# The built-in transport of calls that are made on the calling thread.
blocking = ["alicloud-runtime/blocking"]
# Signatures with SM3.
sm3 = ["alicloud-runtime/sm3"]
# The module `testing`, and clients that a script answers.
test-util = ["alicloud-runtime/test-util"]
# The command line. Its calls block, so that it needs no async runtime.
cli = ["alicloud-runtime/cli", "blocking", "rustls"]

[[bin]]
name = "alicloud"
path = "src/bin/alicloud.rs"
required-features = ["cli"]
doc = false
test = false

[dependencies]
alicloud-runtime = {{ {runtime}, default-features = false }}

[dev-dependencies]
alicloud-runtime = {{ {runtime}, default-features = false, features = ["test-util"] }}
tokio = {{ version = "1", features = ["macros", "rt"] }}

[package.metadata.docs.rs]
all-features = true

[lints.clippy]
expect_used = "deny"
indexing_slicing = "deny"
panic = "deny"
unwrap_used = "deny"
"#,
        package = options.package,
        version = env!("CARGO_PKG_VERSION"),
        default = default.join(", "),
    )
    .trim_start_matches('\n')
    .to_owned()
}

fn runtime(options: &Options) -> String {
    match &options.runtime {
        Runtime::Version(version) => format!("version = \"{version}\""),
        Runtime::Path(path) => {
            let path = relative(&options.out, path).replace('"', "\\\"");
            format!("path = \"{path}\", version = \"{}\"", env!("CARGO_PKG_VERSION"))
        }
    }
}

/// `to` as seen from the folder `from`, with `/` on every system; absolute where they share no root.
fn relative(from: &Path, to: &Path) -> String {
    let absolute = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let (from, to) = (normal(&absolute(from)), normal(&absolute(to)));
    let shared = from.components().zip(to.components()).take_while(|(left, right)| left == right).count();
    let path: PathBuf = if shared == 0 {
        to
    } else {
        let up = from.components().skip(shared).map(|_| Component::ParentDir);
        up.chain(to.components().skip(shared)).collect()
    };
    path.to_string_lossy().replace('\\', "/")
}

/// Resolves `.` and `..` by text: the output folder need not exist yet.
fn normal(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => drop(out.pop()),
            other => out.push(other),
        }
    }
    out
}
