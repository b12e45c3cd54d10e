use super::identity::Identity;
use super::{Import, Progress};
use crate::error::Error;
use crate::import::fetch::{Input, Limits, Source, Wanted};
use crate::import::parallel;
use crate::import::write::{Only, Place, Products};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// A document that was looked at.
pub(super) struct Prepared {
    pub(super) wanted: Wanted,
    /// Texts that were downloaded, so that nothing is downloaded twice. Files are read again: all of them at once would need
    /// too much memory.
    texts: Option<Texts>,
    /// Why it cannot be had.
    pub(super) failed: Option<Error>,
    pub(super) identity: Option<Identity>,
    pub(super) place: Option<Place>,
}

/// The texts of a document.
#[derive(Clone)]
pub(super) struct Texts {
    pub(super) structure: String,
    pub(super) prose: Option<String>,
}

/// Gets all documents, and decides where each goes.
pub(super) fn prepare(import: &Import, only: &Only, progress: &dyn Progress) -> Result<Vec<Prepared>, Error> {
    let mut wanted = Vec::new();
    let sources = import.sources.iter().map(|text| Source::parse(text)).collect::<Result<Vec<_>, _>>()?;
    if let (Some(_), [_, _, ..]) = (&import.docs, sources.as_slice()) {
        return Err(Error::usage(
            "`--docs` is about one document, and there are several sources\n  help: import them one by one",
        ));
    }
    for source in &sources {
        wanted.extend(source.documents(import.docs.as_deref(), &import.portal)?);
    }
    progress.begin(wanted.len(), wanted.iter().any(Wanted::is_remote));
    let mut all = parallel::map(&wanted, import.jobs, |wanted| look(wanted, &import.limits, progress));
    places(&mut all, import)?;
    let mut names = Vec::new();
    for prepared in &all {
        if let (Some(identity), Some(place)) = (&prepared.identity, &prepared.place) {
            names.extend(identity.apis.0.iter().map(|name| (place.module.as_str(), name.as_str())));
        }
    }
    // Where no document can be read, that is what is wrong.
    if !names.is_empty() {
        only.check(&names)?;
    }
    Ok(all)
}

impl Prepared {
    /// The texts, from memory or from the files.
    pub(super) fn texts(&self, limits: &Limits) -> Result<Texts, Error> {
        match &self.texts {
            Some(texts) => Ok(texts.clone()),
            None => read(&self.wanted, limits, &|_, _| {}),
        }
    }
}

fn look(wanted: &Wanted, limits: &Limits, progress: &dyn Progress) -> Prepared {
    let mut prepared =
        Prepared { wanted: wanted.clone(), texts: None, failed: None, identity: None, place: None };
    let tell = |bytes, of| progress.downloaded(&wanted.shown, bytes, of);
    let texts = if wanted.is_remote() {
        read(wanted, limits, &tell)
    } else {
        wanted.structure.read(limits, &|_, _| {}).map(|structure| Texts { structure, prose: None })
    };
    match texts {
        Ok(texts) => {
            prepared.identity = Identity::of(&texts.structure);
            prepared.texts = wanted.is_remote().then_some(texts);
        }
        Err(error) => prepared.failed = Some(error),
    }
    prepared
}

fn read(wanted: &Wanted, limits: &Limits, tell: &(dyn Fn(u64, Option<u64>) + Sync)) -> Result<Texts, Error> {
    let structure = wanted.structure.read(limits, tell)?;
    let prose = wanted.prose.as_ref().map(|prose: &Input| prose.read(limits, tell)).transpose()?;
    Ok(Texts { structure, prose })
}

/// Gives every product version a place, in the order of their names: that of the sources does not matter.
fn places(all: &mut [Prepared], import: &Import) -> Result<(), Error> {
    let mut order: BTreeMap<(String, String), usize> = BTreeMap::new();
    for (index, prepared) in all.iter().enumerate() {
        let Some(Identity { info, .. }) = &prepared.identity else { continue };
        match order.entry((info.product.to_ascii_lowercase(), info.version.clone())) {
            Entry::Vacant(free) => {
                free.insert(index);
            }
            Entry::Occupied(first) => {
                let first = all.get(*first.get()).map_or("", |prepared| prepared.wanted.shown.as_str());
                return Err(Error::usage(format!(
                    "`{first}` and `{}` are both {} {}\n  help: import one of them",
                    prepared.wanted.shown, info.product, info.version
                )));
            }
        }
    }
    let mut products = Products::read(&import.out);
    for index in order.into_values() {
        let Some(prepared) = all.get_mut(index) else { continue };
        let Some(Identity { info, .. }) = &prepared.identity else { continue };
        match products.place(&info.product, &info.version) {
            Ok(place) => prepared.place = Some(place),
            Err(error) => prepared.failed = Some(error),
        }
    }
    Ok(())
}
