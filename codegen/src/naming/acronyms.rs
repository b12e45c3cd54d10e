//! Acronyms that a case converter tears apart: `IPv6Address` would become `i_pv6_address`, `TraceIDs` `trace_i_ds`.

const ACRONYMS: &[(&str, &str)] = &[
    ("IPv4", "Ipv4"),
    ("IPv6", "Ipv6"),
    ("ACLs", "Acls"),
    ("AKs", "Aks"),
    ("APIs", "Apis"),
    ("ARNs", "Arns"),
    ("CIDRs", "Cidrs"),
    ("DBs", "Dbs"),
    ("EIPs", "Eips"),
    ("ENIs", "Enis"),
    ("GPUs", "Gpus"),
    ("IDs", "Ids"),
    ("IPs", "Ips"),
    ("OSs", "Oss"),
    ("URIs", "Uris"),
    ("URLs", "Urls"),
    ("VMs", "Vms"),
    ("VPCs", "Vpcs"),
];

/// Rewrites torn acronyms, only where a word ends after them.
pub(super) fn mend(name: &str) -> String {
    let mut text = name.to_owned();
    for (acronym, word) in ACRONYMS {
        let mut from = 0;
        while let Some(found) = text.get(from..).and_then(|rest| rest.find(acronym)) {
            let start = from.saturating_add(found);
            let end = start.saturating_add(acronym.len());
            let ends =
                text.get(end..).and_then(|rest| rest.chars().next()).is_none_or(|next| !next.is_lowercase());
            if ends {
                text.replace_range(start..end, word);
            }
            from = end;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::mend;

    #[test]
    fn only_whole_words_are_mended() {
        assert_eq!(mend("IPv6Address"), "Ipv6Address");
        assert_eq!(mend("TraceIDs"), "TraceIds");
        assert_eq!(mend("ECSInstanceIPs"), "ECSInstanceIps");
        assert_eq!(mend("IDsomething"), "IDsomething");
    }
}
