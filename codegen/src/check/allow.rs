use crate::diagnostics::{Diagnostic, Diagnostics, Severity, codes, suggest};
use crate::source::SourceFile;
use crate::spec::Specs;
use crate::spec::raw::Allowed;
use std::collections::HashMap;

/// Drops the warnings and notes that their files allow, and reports entries that cannot be or allow nothing. Comes last.
pub fn allow(specs: &Specs, diagnostics: &mut Diagnostics) {
    let mut lists: HashMap<&str, List<'_>> = HashMap::new();
    let mut faults = Vec::new();
    for (file, allowed) in files(specs).filter(|(_, allowed)| !allowed.is_empty()) {
        let list = List::new(file, allowed, &mut faults);
        lists.insert(file.source.path(), list);
    }
    diagnostics.retain(|problem| match lists.get_mut(problem.file()) {
        Some(list) => !list.takes(problem),
        None => true,
    });
    lists.values().for_each(|list| list.stale(&mut faults));
    diagnostics.extend(faults);
}

fn files(specs: &Specs) -> impl Iterator<Item = (&SourceFile, &[Allowed])> {
    let products = specs.products.iter();
    let of_products = products.clone().map(|spec| (&*spec.file, spec.product.allow.as_slice()));
    let operations = products.clone().flat_map(|spec| &spec.operations).chain(&specs.orphans);
    let of_operations = operations.map(|spec| (&*spec.file, spec.operation.allow.as_slice()));
    let shapes = products.flat_map(|spec| &spec.shapes);
    let of_shapes = shapes.map(|spec| (&*spec.file, spec.shape.allow.as_slice()));
    of_products.chain(of_operations).chain(of_shapes)
}

/// The entries of one file.
struct List<'a> {
    file: &'a SourceFile,
    entries: Vec<Entry<'a>>,
    /// Whether the file has an error. Then not all rules could be applied, so nothing can be said of what is left over.
    has_errors: bool,
}

struct Entry<'a> {
    index: usize,
    code: &'a str,
    /// Whether something was allowed by it, or something else was said about it.
    settled: bool,
}

impl<'a> List<'a> {
    fn new(file: &'a SourceFile, allowed: &'a [Allowed], faults: &mut Vec<Diagnostic>) -> Self {
        let mut entries = Vec::new();
        for (index, entry) in allowed.iter().enumerate() {
            let fault = fault(file, allowed, index, entry);
            entries.push(Entry { index, code: &entry.code, settled: fault.is_some() });
            faults.extend(fault);
        }
        Self { file, entries, has_errors: false }
    }

    /// Whether a problem of this file is allowed.
    fn takes(&mut self, problem: &Diagnostic) -> bool {
        if problem.severity == Severity::Error {
            self.has_errors = true;
            return false;
        }
        let entry = self.entries.iter_mut().find(|entry| entry.code == problem.code.id);
        entry.is_some_and(|entry| {
            entry.settled = true;
            true
        })
    }

    fn stale(&self, faults: &mut Vec<Diagnostic>) {
        for Entry { index, code, .. } in
            self.entries.iter().filter(|entry| !entry.settled && !self.has_errors)
        {
            let message = format!("the file allows `{code}` and has none");
            let problem = Diagnostic::new(codes::STALE_ALLOW, message).help("delete the entry");
            faults.push(at(problem, self.file, *index, "code", "matches nothing"));
        }
    }
}

/// What is wrong with an entry by itself.
fn fault(file: &SourceFile, allowed: &[Allowed], index: usize, entry: &Allowed) -> Option<Diagnostic> {
    let Allowed { code, reason } = entry;
    let Some(known) = codes::ALL.iter().find(|known| known.id == code) else {
        return Some(unknown(file, index, code));
    };
    if known.severity == Severity::Error {
        let problem =
            Diagnostic::new(codes::ERROR_ALLOWED, format!("`{code}` is an error, and cannot be allowed"))
                .note(format!("`{code}` stands for: {}", known.title))
                .help("put right what is reported; only codes that begin with `W` or `N` can be allowed");
        return Some(at(problem, file, index, "code", "an error"));
    }
    if reason.trim().is_empty() {
        let problem =
            Diagnostic::new(codes::ALLOW_WITHOUT_REASON, format!("nothing says why `{code}` is allowed"))
                .help("say in a few words why it is no problem here");
        return Some(at(problem, file, index, "reason", "empty"));
    }
    let first = allowed.iter().take(index).position(|earlier| earlier.code == *code)?;
    let mark = file.place(&["allow".into(), first.into(), "code".into()]).mark;
    let problem = Diagnostic::new(codes::DUPLICATE_VALUE, format!("`{code}` is allowed twice"))
        .also(&file.source, mark, "first time")
        .help("delete one of the two: an entry allows the code in the whole file");
    Some(at(problem, file, index, "code", "second time"))
}

fn unknown(file: &SourceFile, index: usize, code: &str) -> Diagnostic {
    let can_be_allowed = codes::ALL.iter().filter(|known| known.severity != Severity::Error);
    let ids: Vec<_> = can_be_allowed.map(|known| known.id).collect();
    let help = match suggest(code, ids.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("write one of `{}`", ids.join("`, `")),
    };
    let problem = Diagnostic::new(codes::UNKNOWN_WORD, format!("unknown code `{code}`")).help(help);
    at(problem, file, index, "code", "not a code")
}

fn at(problem: Diagnostic, file: &SourceFile, index: usize, key: &'static str, label: &str) -> Diagnostic {
    let mark = file.place(&["allow".into(), index.into(), key.into()]).mark;
    problem.at(&file.source, mark, label)
}
