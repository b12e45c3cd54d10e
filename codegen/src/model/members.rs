use crate::spec::raw;

/// A parameter is a member with a position and a style: the rest of its facts are a field's.
pub(super) fn field_of(parameter: &raw::Parameter) -> raw::Field {
    let parameter = parameter.clone();
    raw::Field {
        name: parameter.name,
        kind: parameter.kind,
        required: parameter.required,
        default: parameter.default,
        example: parameter.example,
        values: parameter.values,
        enumeration: parameter.enumeration,
        constraints: parameter.constraints,
        deprecated: parameter.deprecated,
        sensitive: parameter.sensitive,
        description: parameter.description,
        notes: parameter.notes,
        disagrees: parameter.disagrees,
        rust_name: parameter.rust_name,
        file_url: parameter.file_url,
        type_name: parameter.type_name,
        fields: parameter.fields,
        shape: parameter.shape,
        items: parameter.items,
    }
}
