//! Hosts.

use super::super::raw::{Items, RawEndpoint};
use super::super::{Endpoint, FindingKind};
use super::context::Context;
use super::place::Place;
use super::values::Values;
use std::collections::HashMap;

/// Reads where regions are served: each region once, with a clean host name.
pub(super) fn endpoints(raw: &Items<RawEndpoint<'_>>, context: &mut Context<'_>) -> Vec<Endpoint> {
    let place = &Place::Root("endpoints");
    Values { context, place }.structure("endpoints", "a list", raw.found);
    let mut known: HashMap<String, String> = HashMap::new();
    let mut endpoints = Vec::with_capacity(raw.elements.len());
    for raw in &raw.elements {
        let Some(endpoint) = endpoint(raw, place, context) else { continue };
        let place = &Place::Member(place, &endpoint.region);
        match known.get(&endpoint.region) {
            Some(host) if *host == endpoint.host => {
                context.report(place, FindingKind::EndpointTwice, "the region is given twice");
            }
            Some(host) => {
                let text = format!("the region has two hosts; {host:?} counts and not {:?}", endpoint.host);
                context.report(place, FindingKind::EndpointTwice, text);
            }
            None => {
                known.insert(endpoint.region.clone(), endpoint.host.clone());
                endpoints.push(endpoint);
            }
        }
    }
    endpoints
}

fn endpoint(raw: &RawEndpoint<'_>, place: &Place<'_>, context: &mut Context<'_>) -> Option<Endpoint> {
    if !(Values { context, place }).record("endpoints[]", raw) {
        return None;
    }
    let written = raw.host.as_text().unwrap_or_default();
    let region = raw.region.as_text().unwrap_or_default().trim().to_owned();
    let host = written.trim();
    if !host.is_empty() && host.len() != written.len() {
        let text = format!("the host {host:?} has white space around it");
        context.report(&Place::Member(place, &region), FindingKind::HostSpace, text);
    }
    let host = host.strip_prefix("https://").or_else(|| host.strip_prefix("http://")).unwrap_or(host);
    let host = host.trim_end_matches('/').to_ascii_lowercase();
    let allowed = |character: char| character.is_ascii_alphanumeric() || "-.:".contains(character);
    if region.is_empty() || host.is_empty() || !host.chars().all(allowed) {
        let text = format!("the region {region:?} has the host {written:?}; left out");
        context.report(place, FindingKind::EndpointIncomplete, text);
        return None;
    }
    Some(Endpoint { region, host })
}
