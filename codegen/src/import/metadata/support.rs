//! Operations that cannot be called.

use super::{Api, Parameter, ParameterStyle, Position};
use std::fmt;

/// A feature that no client is generated for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Feature {
    /// XML bodies.
    Xml,
    /// Protocol buffers.
    Protobuf,
    /// Multipart bodies.
    Multipart,
    /// Websockets.
    Websocket,
}

/// All features that operations are skipped for.
pub const CLOSED_LIST: &[Feature] =
    &[Feature::Xml, Feature::Protobuf, Feature::Multipart, Feature::Websocket];

impl Feature {
    /// Stable word for machines.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Xml => "xml",
            Self::Protobuf => "protobuf",
            Self::Multipart => "multipart",
            Self::Websocket => "websocket",
        }
    }
}

impl fmt::Display for Feature {
    /// One line about the feature.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Xml => "a request or reply body in XML, where JSON is not offered too",
            Self::Protobuf => "a request or reply body in protocol buffers",
            Self::Multipart => "a request body in parts",
            Self::Websocket => "a websocket in place of requests and replies",
        })
    }
}

/// Why an operation is skipped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsupported {
    /// The feature it needs.
    pub feature: Feature,
    /// What in the document says so.
    pub because: String,
}

/// The feature of the closed list that an operation needs, if any.
pub fn unsupported(api: &Api) -> Option<Unsupported> {
    let sends = |position| api.parameters.iter().any(|parameter| parameter.position == position);
    let sends_body = sends(Position::Body) || sends(Position::FormData);
    websocket(&api.schemes)
        .or_else(|| api.parameters.iter().find_map(xml_parameter))
        .or_else(|| sends_body.then(|| body(&api.consumes, "consumes")).flatten())
        .or_else(|| body(&api.produces, "produces"))
}

/// `websocket` is how the operation is called; `ws` and `wss` beside HTTP are what a call returns an address of.
fn websocket(schemes: &[String]) -> Option<Unsupported> {
    let http = schemes.iter().any(|scheme| scheme == "http" || scheme == "https");
    let socket = |scheme: &&String| match scheme.as_str() {
        "websocket" => true,
        "ws" | "wss" => !http,
        _ => false,
    };
    let scheme = schemes.iter().find(socket)?;
    Some(Unsupported { feature: Feature::Websocket, because: format!("its scheme is {scheme}") })
}

fn xml_parameter(parameter: &Parameter) -> Option<Unsupported> {
    (parameter.style == Some(ParameterStyle::Xml)).then(|| Unsupported {
        feature: Feature::Xml,
        because: format!("the parameter {} is XML", parameter.name),
    })
}

/// A list of content types that offers none that can be written or read, where it could.
fn body(types: &[String], key: &str) -> Option<Unsupported> {
    let offers = |word: &str| types.iter().find(|offered| offered.contains(word));
    if offers("json").is_some() {
        return None;
    }
    let form = key == "consumes" && offers("x-www-form-urlencoded").is_some();
    let found = match (offers("xml"), offers("protobuf"), offers("multipart")) {
        _ if form => return None,
        (Some(offered), _, _) => (Feature::Xml, offered),
        (_, Some(offered), _) => (Feature::Protobuf, offered),
        (_, _, Some(offered)) => (Feature::Multipart, offered),
        (None, None, None) => return None,
    };
    let (feature, offered) = found;
    Some(Unsupported { feature, because: format!("it {key} {offered}") })
}
