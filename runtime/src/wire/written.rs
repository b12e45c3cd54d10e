use super::body::Payload;
use super::flatten::{self, Pairs};
use super::{header, host, percent};
use crate::operation::{Descriptor, Parameter, Position};
use crate::record::Node;
use bytes::Bytes;
use http::HeaderMap;

/// What one parameter alone becomes in a request.
pub(crate) enum Written {
    /// Pairs of the query or of the form, decoded.
    Pairs(Pairs),
    /// A piece of the path, encoded.
    Path(String),
    /// Headers.
    Headers(HeaderMap),
    /// A label of the host, with its dot.
    Label(String),
    /// The body.
    Body(Bytes),
}

/// Writes one parameter as a request has it.
///
/// # Errors
/// What is wrong with the value, to be put behind the parameter's name.
pub(crate) fn write_one(
    operation: &Descriptor,
    parameter: &Parameter,
    node: Node<'_>,
) -> Result<Written, String> {
    let (name, style) = (parameter.name(), parameter.style());
    Ok(match parameter.position() {
        Position::Query | Position::Form => {
            let mut pairs = Pairs::new();
            flatten::write(name, style, node, &mut pairs)?;
            Written::Pairs(pairs)
        }
        Position::Path => {
            let value = flatten::text(node)?;
            let keeps_slashes =
                operation.path_template().is_some_and(|template| template.contains(&format!("{{+{name}}}")));
            Written::Path(if keeps_slashes { percent::encode_path(&value) } else { percent::encode(&value) })
        }
        Position::Header => {
            let mut headers = HeaderMap::new();
            header::write(name, style, node, &mut headers)?;
            Written::Headers(headers)
        }
        Position::Host => {
            let mut label = String::new();
            host::write(node, &mut label)?;
            Written::Label(label)
        }
        Position::Body => Written::Body(Payload::new(parameter.kind(), node)?.bytes),
    })
}
