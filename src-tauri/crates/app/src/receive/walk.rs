//! Folders are walked for PDF files and workbooks; a file that was named is taken whatever it is called. What is left
//! out is counted: nothing is cut silently.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The most files of folders that the window takes at once: more is a disk, not a drop.
pub(super) const MOST_AT_ONCE: usize = 1_000;

/// What the names of the files end in that a folder gives.
const READ: [&str; 2] = ["pdf", "xlsx"];

/// How deep folders are followed. Links to folders are not followed at all.
const DEEPEST: usize = 16;

/// What was found in the files and folders named.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Walked {
    /// The files named, and the PDF files and workbooks in the folders named, each folder in the order of names.
    pub files: Vec<PathBuf>,
    /// How many further ones the folders hold.
    pub left_out: usize,
    /// How many folders were not entered: they cannot be read, or lie too deep.
    pub closed_folders: usize,
    /// How many entries of folders were not looked at: links, which may lead out of what was named or round and round, and
    /// what the system does not tell the kind of.
    pub not_followed: usize,
}

/// Walks what was named. Of `most` files at the most come from folders; without it all do.
pub fn walk(paths: &[PathBuf], most: Option<usize>) -> Walked {
    let mut walked = Walked::default();
    for path in paths {
        if path.is_dir() {
            enter(path, DEEPEST, most.unwrap_or(usize::MAX), &mut walked);
        } else {
            walked.files.push(path.clone());
        }
    }
    walked
}

fn enter(folder: &Path, deep: usize, most: usize, walked: &mut Walked) {
    let Some(entries) = Some(folder).filter(|_| deep > 0).and_then(|folder| fs::read_dir(folder).ok()) else {
        walked.closed_folders += 1;
        return;
    };
    let (entries, unreadable): (Vec<_>, Vec<_>) = entries.partition(Result::is_ok);
    walked.not_followed += unreadable.len();
    let mut entries: Vec<fs::DirEntry> = entries.into_iter().flatten().collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        let Ok(kind) = entry.file_type() else {
            walked.not_followed += 1;
            continue;
        };
        if kind.is_symlink() {
            // A link to what would not be read anyway is not missed.
            walked.not_followed += usize::from(path.is_dir() || is_read(&path));
        } else if kind.is_dir() {
            enter(&path, deep - 1, most, walked);
        } else if kind.is_file() && is_read(&path) {
            if walked.files.len() < most {
                walked.files.push(path);
            } else {
                walked.left_out += 1;
            }
        }
    }
}

/// Whether a file's name says that it is of a form that is read.
fn is_read(path: &Path) -> bool {
    path.extension().is_some_and(|extension| READ.iter().any(|read| extension.eq_ignore_ascii_case(read)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_give_what_is_read_and_named_files_are_taken_as_they_are() {
        let folder = tempfile::tempdir().expect("a folder");
        let inner = folder.path().join("2025");
        fs::create_dir(&inner).expect("a folder");
        for name in ["b.PDF", "a.pdf", "notes.txt", "caiq.xlsx"] {
            fs::write(inner.join(name), b"").expect("a file");
        }
        let named = folder.path().join("gone.docx");
        let found = walk(&[folder.path().to_owned(), named.clone()], None);
        assert_eq!(found.files, [inner.join("a.pdf"), inner.join("b.PDF"), inner.join("caiq.xlsx"), named]);
        assert_eq!((found.left_out, found.closed_folders), (0, 0), "nothing is left out");
    }

    #[test]
    fn what_is_left_out_is_counted() {
        let folder = tempfile::tempdir().expect("a folder");
        for number in 0..7 {
            fs::write(folder.path().join(format!("{number}.pdf")), b"").expect("a file");
        }
        let deepest = (0..DEEPEST).fold(folder.path().to_owned(), |path, _| path.join("in"));
        fs::create_dir_all(&deepest).expect("folders");
        fs::write(deepest.join("unseen.pdf"), b"").expect("a file");
        let found = walk(&[folder.path().to_owned()], Some(5));
        assert_eq!((found.files.len(), found.left_out), (5, 2), "the rest is counted");
        assert_eq!(found.closed_folders, 1, "a folder too deep is counted as well");
        assert_eq!(walk(&[folder.path().to_owned()], None).files.len(), 7, "without a limit all are taken");
    }

    #[cfg(unix)]
    #[test]
    fn links_are_not_followed_and_counted_where_they_lead_to_something_to_read() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().expect("a folder");
        let (inner, other) = (folder.path().join("in"), tempfile::tempdir().expect("a folder"));
        fs::create_dir(&inner).expect("a folder");
        fs::write(other.path().join("a.pdf"), b"").expect("a file");
        fs::write(other.path().join("a.txt"), b"").expect("a file");
        symlink(other.path(), inner.join("elsewhere")).expect("a link");
        symlink(&inner, inner.join("round")).expect("a link");
        symlink(other.path().join("a.pdf"), inner.join("b.pdf")).expect("a link");
        symlink(other.path().join("gone.pdf"), inner.join("c.pdf")).expect("a link");
        symlink(other.path().join("a.txt"), inner.join("notes.txt")).expect("a link");
        let found = walk(&[folder.path().to_owned()], None);
        assert_eq!(found.files, Vec::<PathBuf>::new(), "what was not named is not read");
        assert_eq!(found.not_followed, 4, "a text file would not have been read: its link is not missed");
        let named = inner.join("b.pdf");
        assert_eq!(walk(std::slice::from_ref(&named), None).files, [named], "a link that was named is meant");
    }
}
