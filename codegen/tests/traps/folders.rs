//! Links that lead in circles or nowhere, and files that may not be read.

#![cfg(unix)]

use crate::project::{check, places, project};
use std::fs::{self, Permissions};
use std::io::Write as _;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::time::{Duration, Instant};

#[test]
fn loops_of_links_end() {
    let (folder, files) = project();
    let root = folder.path();
    symlink(root, root.join("loop")).unwrap();
    symlink(root, root.join("demo/loop")).unwrap();
    symlink("..", files.join("shapes")).unwrap();
    symlink(".", files.join("here")).unwrap();
    let started = Instant::now();
    let problems = check(root);
    println!("a loop of links: {:.1?}, {:?}", started.elapsed(), places(&problems));
    assert!(started.elapsed() < Duration::from_secs(10));
    // What a link shows a second time is reported like a copy of it, or does not count; nothing is without a place.
    assert!(problems.iter().all(|problem| !problem.file().is_empty()));
}

#[test]
fn links_that_lead_nowhere_are_reported() {
    let (folder, files) = project();
    symlink("itself.yaml", files.join("itself.yaml")).unwrap();
    symlink("nothing", files.join("nowhere.yaml")).unwrap();
    symlink("one", folder.path().join("other")).unwrap();
    symlink("other", folder.path().join("one")).unwrap();
    assert_eq!(places(&check(folder.path())), ["E0101 itself.yaml", "E0101 nowhere.yaml"]);
}

#[test]
fn a_link_to_a_spec_file_is_a_spec_file() {
    let (folder, files) = project();
    fs::rename(files.join("get_thing.yaml"), folder.path().join("elsewhere.txt")).unwrap();
    symlink("../../elsewhere.txt", files.join("get_thing.yaml")).unwrap();
    assert_eq!(check(folder.path()).render_plain(), "");
}

#[test]
fn unreadable_files_and_folders_are_reported() {
    let (folder, files) = project();
    let file = files.join("secret.yaml");
    fs::write(&file, "name: Secret").unwrap();
    fs::set_permissions(&file, Permissions::from_mode(0o0)).unwrap();
    if fs::read(&file).is_ok() {
        let _ = writeln!(std::io::stderr(), "unreadable files: skipped, this user may read everything");
        return;
    }
    assert_eq!(places(&check(folder.path())), ["E0101 secret.yaml"]);
    let inner = folder.path().join("locked");
    fs::create_dir(&inner).unwrap();
    fs::set_permissions(&inner, Permissions::from_mode(0o0)).unwrap();
    assert_eq!(places(&check(folder.path())), ["E0101 secret.yaml", "E0101 locked"]);
    fs::set_permissions(&inner, Permissions::from_mode(0o700)).unwrap();
}

/// A folder that is called like a file is no file.
#[test]
fn folders_that_are_called_like_files_do_not_count() {
    let (folder, files) = project();
    fs::create_dir(files.join("folder.yaml")).unwrap();
    assert_eq!(check(folder.path()).render_plain(), "");
}
