//! Permissions.

use super::super::raw::{Items, RawRam};
use super::super::{RamAction, RamResource};
use super::context::Context;
use super::place::Place;
use super::values::Values;

/// Reads what a caller needs permission for.
pub(super) fn actions(
    raw: &Items<RawRam<'_>>,
    place: &Place<'_>,
    context: &mut Context<'_>,
) -> Vec<RamAction> {
    let place = &Place::Part(place, "ramActions");
    let mut values = Values { context, place };
    values.structure("ramActions", "a list", raw.found);
    let actions = raw.elements.iter().filter_map(|raw| {
        let action = &raw.action;
        if !values.record("ramActions[]", raw) || !values.record("ramAction", action) {
            return None;
        }
        Some(RamAction {
            action: values.text("action", &action.action)?,
            operation_type: values.text("operationType", &raw.operation_type),
            level: values.text("authLevel", &action.level),
            resources: action
                .resources
                .elements
                .iter()
                .filter_map(|resource| {
                    values.record("resource", resource);
                    Some(RamResource {
                        resource_type: values.text("resourceType", &resource.resource_type),
                        arn: values.text("arn", &resource.arn)?,
                    })
                })
                .collect(),
            conditions: action
                .conditions
                .elements
                .iter()
                .filter_map(|condition| {
                    values.record("condition", condition);
                    values.text("conditionKey", &condition.key)
                })
                .collect(),
        })
    });
    actions.collect()
}
