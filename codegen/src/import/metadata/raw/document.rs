//! The root of documents as it is written.

use super::record::record;
use super::{Items, Loose, Members, RawApi, SchemaBox};

record! {
    /// A document, or what was sent in place of one.
    RawDocument {
        /// Product, version and style.
        "info" => info: RawInfo<'de>,
        /// Shared schemas.
        "components" => components: RawComponents<'de>,
        /// Operations.
        "apis" => apis: Members<'de, RawApi<'de>>,
        /// Hosts.
        "endpoints" => endpoints: Items<RawEndpoint<'de>>,
        /// Code of an error body.
        "code" => code: Loose<'de>,
        /// The same in another spelling.
        "Code" => capital_code: Loose<'de>,
        /// Message of an error body.
        "message" => message: Loose<'de>,
        /// The same in another spelling.
        "Message" => capital_message: Loose<'de>,
    }
}

record! {
    /// Product, version and style.
    RawInfo {
        /// Product code.
        "product" => product: Loose<'de>,
        /// Version.
        "version" => version: Loose<'de>,
        /// Style.
        "style" => style: Loose<'de>,
    }
}

record! {
    /// Shared definitions.
    RawComponents {
        /// Schemas by name.
        "schemas" => schemas: Members<'de, SchemaBox<'de>>,
    }
}

record! {
    /// Where a region is served.
    RawEndpoint {
        /// Region.
        "regionId" => region: Loose<'de>,
        /// Host.
        "endpoint" => host: Loose<'de>,
    }
}
