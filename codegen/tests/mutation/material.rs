//! What is mutated: every valid spec of the repository.

use std::fs;
use std::path::Path;

/// A product's folder.
pub(crate) struct Project {
    /// Where it comes from, to tell it from others.
    pub(crate) root: String,
    /// Paths below the spec folder, and texts.
    pub(crate) files: Vec<(String, String)>,
}

pub(crate) fn projects() -> Vec<Project> {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut projects = vec![guide(&repository), base(&repository)];
    let mut roots = vec![repository.join("spec"), repository.join("tests/build_step/spec")];
    roots.extend(folders(&repository.join("tests/fixtures")));
    for root in roots {
        for product in folders(&root) {
            for version in folders(&product) {
                let mut files = Vec::new();
                collect(&root, &version, &mut files);
                projects.push(Project { root: root.display().to_string(), files });
            }
        }
    }
    assert!(projects.len() > 15, "{}", projects.len());
    for project in &projects {
        assert!(project.files.iter().any(|(name, _)| is_product(name)), "{}", project.root);
    }
    projects
}

pub(crate) fn is_product(name: &str) -> bool {
    name.ends_with("/product.yaml")
}

pub(crate) fn is_shape(name: &str) -> bool {
    name.contains("/shapes/")
}

/// The example of the guide to the spec language.
fn guide(repository: &Path) -> Project {
    let root = repository.join("spec/README.md");
    let text = fs::read_to_string(&root).unwrap();
    let blocks = text.split("```yaml\n# spec/").skip(1);
    let files = blocks.map(|block| {
        let (name, rest) = block.split_once('\n').unwrap();
        (name.to_owned(), rest.split_once("```").unwrap().0.to_owned())
    });
    Project { files: files.collect(), root: root.display().to_string() }
}

/// What the fixtures of single mistakes are made from.
fn base(repository: &Path) -> Project {
    let root = repository.join("codegen/tests/ui");
    let files = [("get_thing", "no-problem.yaml"), ("product", "base/product.yaml")].map(|(name, path)| {
        (format!("demo/2024-01-01/{name}.yaml"), fs::read_to_string(root.join(path)).unwrap())
    });
    Project { files: files.into(), root: root.display().to_string() }
}

fn folders(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut folders: Vec<_> = entries.filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<(String, String)>) {
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            collect(root, &path, files);
        } else if path.extension().is_some_and(|extension| extension == "yaml") {
            let relative = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
            files.push((relative, fs::read_to_string(&path).unwrap()));
        }
    }
}
