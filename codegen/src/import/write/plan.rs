use super::folder::{CORRECTIONS, Describes, Found};
use super::{
    Action, Folder, Kept, Only, Place, Plan, Planned, Products, SpecFile, digest, place, shapes, text,
};
use crate::error::Error;
use crate::import::Imported;
use crate::naming;
use crate::schema::FileKind;
use crate::spec::raw::{self, Origin};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What an import may do.
#[derive(Clone, Debug, Default)]
pub struct WriteOptions {
    /// The operations that are imported. Files of others stay as they are.
    pub only: Only,
    /// Whether imported files that were edited since are overwritten.
    pub replace: bool,
    /// Where the product lies, where that was decided already.
    pub place: Option<Place>,
}

/// Tells what importing a document does to a spec folder, and does nothing.
///
/// # Errors
/// The product has no usable name or version, something that is no folder is in the way, or the file system refuses.
pub fn plan(imported: &Imported, spec_dir: &Path, options: &WriteOptions) -> Result<Plan, Error> {
    let product = &imported.product;
    let place = match &options.place {
        Some(place) => place.clone(),
        None => Products::read(spec_dir).place(&product.code, &product.version)?,
    };
    let folder = Folder::read(spec_dir, &place)?;
    plan_in(imported, spec_dir, &folder, &WriteOptions { place: Some(place), ..options.clone() })
}

/// The same for a folder that was read already. Its place must be among the options.
///
/// # Errors
/// None that is known.
pub fn plan_in(
    imported: &Imported,
    spec_dir: &Path,
    folder: &Folder,
    options: &WriteOptions,
) -> Result<Plan, Error> {
    let product = &imported.product;
    let place = options.place.clone().unwrap_or_else(|| Place {
        folder: format!("{}/{}", product.module, product.version),
        module: product.module.clone(),
    });
    let mut names = folder.names.clone();
    // An operation of that name must not become what has a meaning of its own.
    names.extend(["product.yaml".to_owned(), CORRECTIONS.to_owned()]);
    let planner = Planner {
        document: format!("{}@{}", product.code, product.version),
        place: &place,
        folder,
        options,
        names,
        shape_names: folder.shape_names.clone(),
        files: BTreeMap::new(),
    };
    let files = planner.run(imported)?;
    let files = files.into_iter().map(|(path, action)| Planned { path, action }).collect();
    Ok(Plan { spec_dir: spec_dir.to_owned(), files })
}

struct Planner<'a> {
    document: String,
    place: &'a Place,
    folder: &'a Folder,
    options: &'a WriteOptions,
    /// Names of files that are taken, in small letters.
    names: BTreeSet<String>,
    shape_names: BTreeSet<String>,
    files: BTreeMap<String, Action>,
}

impl<'a> Planner<'a> {
    fn run(mut self, imported: &'a Imported) -> Result<BTreeMap<String, Action>, Error> {
        let module = &self.place.module;
        let only = &self.options.only;
        let wanted: Vec<&raw::Operation> =
            imported.operations.iter().filter(|operation| only.wants(module, &operation.name)).collect();
        self.product(&imported.product)?;
        let names: BTreeSet<&str> = wanted.iter().map(|operation| operation.name.as_str()).collect();
        let is_gone = |file: &Found| match &file.describes {
            Describes::Name(name) => only.wants(module, name) && !names.contains(name.as_str()),
            Describes::File(_) => false,
        };
        self.remove(FileKind::Operation, is_gone);
        let mut direct: BTreeSet<&str> = BTreeSet::new();
        for operation in wanted {
            let file = self.file_of(&operation.name, "operation");
            let raw = raw::Operation { origin: Some(self.origin()), ..operation.clone() };
            if self.put(&operation.name, &file, &raw)? {
                direct.extend(shapes::of_operation(operation));
            }
        }
        self.shapes(&imported.shapes, &direct)?;
        Ok(self.files)
    }

    fn product(&mut self, product: &raw::Product) -> Result<(), Error> {
        let module = self.place.module.clone();
        let raw = raw::Product { module, origin: Some(self.origin()), ..product.clone() };
        let path = format!("{}/product.yaml", self.place.folder);
        let action = match self.folder.of(FileKind::Product).next() {
            Some(found) => self.over(found, text(&raw)?),
            None => Action::Create(text(&raw)?),
        };
        self.files.insert(path, action);
        Ok(())
    }

    /// Shapes that imported operations need are imported. Those that only other files need are left where they are, and
    /// added where they are not.
    fn shapes(&mut self, all: &'a [raw::SharedShape], direct: &BTreeSet<&'a str>) -> Result<(), Error> {
        let mut references: BTreeMap<&str, BTreeSet<&str>> =
            all.iter().map(|shape| (shape.name.as_str(), shapes::of_shape(shape))).collect();
        let imported = shapes::closure(direct.iter().copied(), &references);
        let folder = self.folder;
        for found in folder.of(FileKind::Shape) {
            if let Describes::Name(name) = &found.describes {
                references.entry(name.as_str()).or_default().extend(shapes::of_text(&found.text));
            }
        }
        let stays = |found: &&Found| !matches!(self.files.get(&found.path), Some(action) if *action != Action::Leave && !matches!(action, Action::Keep(_)));
        let others =
            folder.of(FileKind::Operation).filter(stays).flat_map(|found| shapes::of_text(&found.text));
        let needed = shapes::closure(others.chain(imported.iter().copied()), &references);
        let is_all = self.options.only.is_all();
        self.remove(FileKind::Shape, |file| match &file.describes {
            Describes::Name(name) => !needed.contains(name.as_str()),
            Describes::File(_) => false,
        });
        for shape in all.iter().filter(|shape| needed.contains(shape.name.as_str())) {
            let file = self.file_of(&shape.name, "shape");
            let is_there = folder.of(FileKind::Shape).any(|found| found.is_of(&shape.name, &file));
            if is_all || imported.contains(shape.name.as_str()) || !is_there {
                let raw = raw::SharedShape { origin: Some(self.origin()), ..shape.clone() };
                self.put(&shape.name, &file, &raw)?;
            }
        }
        Ok(())
    }

    /// Plans the file of an operation or shape. Tells whether it will be what was imported.
    fn put<T: SpecFile>(&mut self, name: &str, file: &str, raw: &T) -> Result<bool, Error> {
        let folder = self.folder;
        let found: Vec<&Found> = folder.of(T::KIND).filter(|found| found.is_of(name, file)).collect();
        let by_hand = found.iter().any(|found| found.stamp.is_none());
        if by_hand {
            for found in found {
                let why = if found.stamp.is_none() { Kept::ByHand } else { Kept::Doubled };
                self.files.insert(found.path.clone(), Action::Keep(why));
            }
            return Ok(false);
        }
        let Some(found) = found.first() else {
            let path = self.free(T::KIND, file);
            self.files.insert(path, Action::Create(text(raw)?));
            return Ok(true);
        };
        let action = self.over(found, text(raw)?);
        let is_imported = !matches!(action, Action::Keep(_));
        self.files.insert(found.path.clone(), action);
        Ok(is_imported)
    }

    /// What becomes of a file that is there.
    fn over(&self, found: &Found, text: String) -> Action {
        match &found.stamp {
            _ if digest::line_feeds(&found.text) == text => Action::Leave,
            None => Action::Keep(Kept::ByHand),
            Some(stamp) if stamp.document != self.document => Action::Keep(Kept::Foreign),
            Some(stamp) if stamp.fits || self.options.replace => Action::Change(text),
            Some(_) => Action::Keep(Kept::Edited),
        }
    }

    /// Plans to remove the files that were imported from this document and are gone from it.
    fn remove(&mut self, kind: FileKind, is_gone: impl Fn(&Found) -> bool) {
        let folder = self.folder;
        for found in folder.of(kind).filter(|found| is_gone(found)) {
            let Some(stamp) = found.stamp.as_ref().filter(|stamp| stamp.document == self.document) else {
                continue;
            };
            let action = if stamp.fits || self.options.replace {
                let names = if kind == FileKind::Shape { &mut self.shape_names } else { &mut self.names };
                names.remove(&found.file_name().to_ascii_lowercase());
                Action::Remove
            } else {
                Action::Keep(Kept::EditedAndGone)
            };
            self.files.insert(found.path.clone(), action);
        }
    }

    fn origin(&self) -> Origin {
        Origin { document: self.document.clone(), digest: digest::UNKNOWN.to_owned() }
    }

    /// Name of the file that is meant for an operation or shape.
    fn file_of(&self, name: &str, otherwise: &str) -> String {
        let module = naming::module(name);
        format!("{}.yaml", module.as_ref().map_or(otherwise, naming::Ident::as_str))
    }

    /// A path that is free for a file of this name, or of the same with a number.
    fn free(&mut self, kind: FileKind, file: &str) -> String {
        let (names, folder) = match kind {
            FileKind::Shape => (&mut self.shape_names, "/shapes"),
            _ => (&mut self.names, ""),
        };
        let stem = file.trim_end_matches(".yaml");
        let mut files = place::numbered(stem).map(|name| format!("{name}.yaml"));
        let free = files.find(|file| !names.contains(&file.to_ascii_lowercase()));
        let free = free.unwrap_or_default();
        names.insert(free.to_ascii_lowercase());
        format!("{}{folder}/{free}", self.place.folder)
    }
}
