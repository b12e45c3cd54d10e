use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

/// Writes a file beside its place and then moves it there, so that nobody ever sees half of it.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let temporary = path.with_file_name(format!(".{name}.{}.tmp", std::process::id()));
    let mut file = create(&temporary)?;
    let moved = file.write_all(bytes).and_then(|()| {
        drop(file);
        fs::rename(&temporary, path)
    });
    if moved.is_err() {
        let _ = fs::remove_file(&temporary);
    }
    moved
}

/// Creates a file that is not there. No link of that name is followed.
fn create(path: &Path) -> io::Result<File> {
    let open = || OpenOptions::new().write(true).create_new(true).open(path);
    match open() {
        // Left behind by a process of the same number that was killed.
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            fs::remove_file(path)?;
            open()
        }
        opened => opened,
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;

    #[test]
    fn what_a_killed_process_left_behind_is_replaced_and_no_link_followed() {
        let folder = tempfile::tempdir().unwrap();
        let left = folder.path().join(format!(".a.rs.{}.tmp", std::process::id()));
        let outside = folder.path().join("outside");
        fs::write(&outside, "kept").unwrap();
        for text in ["one", "two"] {
            match text {
                "one" => fs::write(&left, "half of a file that was longer").unwrap(),
                _ => std::os::unix::fs::symlink(&outside, &left).unwrap(),
            }
            super::write(&folder.path().join("a.rs"), text.as_bytes()).unwrap();
            assert_eq!(fs::read_to_string(folder.path().join("a.rs")).unwrap(), text);
            assert!(fs::symlink_metadata(&left).is_err(), "{text}");
        }
        assert_eq!(fs::read_to_string(&outside).unwrap(), "kept");
    }
}
