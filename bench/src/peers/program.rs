use std::fmt::Write;

/// How many operations one function awaits: a single future for hundreds of them would cost more than they do.
const GROUP: usize = 20;

/// A program that calls every operation of a client once. It is the same for all but the calls themselves.
#[derive(Debug)]
pub(crate) struct Program {
    /// The client's type.
    pub(crate) client: String,
    /// An expression that makes one.
    pub(crate) made: String,
    /// All calls.
    pub(crate) calls: Vec<Call>,
}

/// The call of one operation.
#[derive(Debug)]
pub(crate) struct Call {
    /// What the expression has to have in scope.
    pub(crate) uses: Vec<String>,
    /// An expression in an async function where `client` is the client, and `any::<T>()` a value of any type.
    pub(crate) expression: String,
}

impl Program {
    /// The text of its `main.rs`. It needs tokio with the feature `rt`.
    pub(crate) fn text(&self) -> String {
        let mut text = String::from(
            "//! Calls every operation once.\n\n#![allow(unused_imports, warnings)]\n\n\
             fn any<T>() -> T {\n    std::hint::black_box(None::<T>).unwrap()\n}\n\n",
        );
        text.push_str(&format!("type Client = {};\n", self.client));
        for (index, call) in self.calls.iter().enumerate() {
            let uses: String = call.uses.iter().map(|path| format!("    use {path};\n")).collect();
            let expression = &call.expression;
            // Writing to a text cannot fail.
            let _ = write!(
                text,
                "\nasync fn call_{index}(client: &Client) {{\n{uses}    drop(std::hint::black_box({expression}));\n}}\n"
            );
        }
        let mut groups = String::new();
        for (group, calls) in self.calls.chunks(GROUP).enumerate() {
            let awaited: String = (group * GROUP..group * GROUP + calls.len())
                .map(|index| format!("    call_{index}(client).await;\n"))
                .collect();
            let _ = write!(text, "\nasync fn group_{group}(client: &Client) {{\n{awaited}}}\n");
            let _ = writeln!(groups, "        group_{group}(&client).await;");
        }
        let made = &self.made;
        let _ = write!(
            text,
            "\nfn main() {{\n    let client: Client = {made};\n    \
             let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();\n    \
             runtime.block_on(async {{\n{groups}    }});\n}}\n"
        );
        text
    }
}
