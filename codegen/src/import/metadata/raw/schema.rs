//! Schemas as they are written.

use super::record::record;
use super::{Boxed, Loose, Members};

/// A schema on the heap, as schemas always are.
pub(in super::super) type SchemaBox<'de> = Boxed<RawSchema<'de>>;

record! {
    /// A schema. Keys that only describe the service's inside are left out.
    RawSchema {
        /// Name of the type.
        "type" => kind: Loose<'de>,
        /// Format of scalars.
        "format" => format: Loose<'de>,
        /// Reference to a component.
        "$ref" => reference: Loose<'de>,
        /// The same, misspelt.
        "ref" => misspelt: Loose<'de>,
        /// Members of an object.
        "properties" => properties: Members<'de, SchemaBox<'de>>,
        /// Other members of an object.
        "additionalProperties" => values: Option<SchemaBox<'de>>,
        /// Elements of a list.
        "items" => items: Option<SchemaBox<'de>>,
        /// Documentation.
        "description" => description: Loose<'de>,
        /// Title.
        "title" => title: Loose<'de>,
        /// Example.
        "example" => example: Loose<'de>,
        /// Whether it is required.
        "required" => required: Loose<'de>,
        /// Default.
        "default" => default: Loose<'de>,
        /// Values.
        "enum" => enumeration: Loose<'de>,
        /// Labels of values.
        "enumValueTitles" => value_titles: Members<'de, Loose<'de>>,
        /// Least value.
        "minimum" => minimum: Loose<'de>,
        /// Greatest value.
        "maximum" => maximum: Loose<'de>,
        /// Whether the least value is excluded.
        "exclusiveMinimum" => exclusive_minimum: Loose<'de>,
        /// Whether the greatest value is excluded.
        "exclusiveMaximum" => exclusive_maximum: Loose<'de>,
        /// Least number of characters.
        "minLength" => min_length: Loose<'de>,
        /// Greatest number of characters.
        "maxLength" => max_length: Loose<'de>,
        /// Least number of elements.
        "minItems" => min_items: Loose<'de>,
        /// Greatest number of elements.
        "maxItems" => max_items: Loose<'de>,
        /// Regular expression.
        "pattern" => pattern: Loose<'de>,
        /// Whether it is deprecated.
        "deprecated" => deprecated: Loose<'de>,
        /// Whether only replies hold it.
        "readOnly" => read_only: Loose<'de>,
        /// Whether it is the URL of a file.
        "isFileTransferUrl" => file_url: Loose<'de>,
        /// Whether it wraps a list.
        "itemNode" => list_wrapper: Loose<'de>,
    }
}
