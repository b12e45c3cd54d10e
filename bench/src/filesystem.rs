//! What kind of file system a folder lies on: making files costs more on one than on another.

use std::fs;
use std::path::Path;

/// The kind of the file system that a folder lies on, as the system names it.
pub(crate) fn kind(folder: &Path) -> String {
    let mounts = fs::read_to_string("/proc/self/mounts").unwrap_or_default();
    among(&mounts, folder).unwrap_or_else(|| "an unknown file system".to_owned())
}

/// The kind of the innermost mount that a path lies in. Of two on the same point, the later one covers the other.
fn among(mounts: &str, path: &Path) -> Option<String> {
    let known = mounts.lines().filter_map(|line| {
        let mut words = line.split(' ').skip(1);
        // Spaces in names are written as their number.
        Some((words.next()?.replace("\\040", " "), words.next()?))
    });
    let around = known.filter(|(point, _)| path.starts_with(point));
    around.max_by_key(|(point, _)| point.len()).map(|(_, kind)| kind.to_owned())
}

#[cfg(test)]
mod tests {
    use super::among;
    use std::path::Path;

    const MOUNTS: &str = "\
/dev/vda / ext4 rw,relatime 0 0
tmpfs /dev/shm tmpfs rw 0 0
/dev/vdb /my\\040disk xfs rw 0 0
/dev/vdc /work btrfs rw 0 0
overlay /work overlay rw 0 0
";

    #[test]
    fn the_innermost_and_last_mount_counts() {
        for (path, kind) in [
            ("/a", "ext4"),
            ("/dev/shm/x", "tmpfs"),
            ("/dev/shmx", "ext4"),
            ("/my disk/x", "xfs"),
            ("/work/x", "overlay"),
        ] {
            assert_eq!(among(MOUNTS, Path::new(path)).as_deref(), Some(kind), "{path}");
        }
        assert_eq!(among("", Path::new("/a")), None);
        assert_eq!(among("one\n", Path::new("/a")), None);
    }
}
