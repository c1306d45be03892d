//! Folders are walked for PDF files; a file that was named is taken whatever it is called.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The most files that one folder gives: more is a disk, not a drop.
const MOST: usize = 1_000;

/// How deep folders are followed. Links to folders are not followed at all.
const DEEPEST: usize = 8;

/// Gives the files named and the PDF files in the folders named, each folder in the order of names.
pub fn walk(paths: &[PathBuf]) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            enter(path, DEEPEST, &mut files);
        } else {
            files.push(path.clone());
        }
    }
    files
}

fn enter(folder: &Path, deep: usize, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut entries: Vec<fs::DirEntry> = entries.flatten().collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let Ok(kind) = entry.file_type() else { continue };
        let path = entry.path();
        if kind.is_dir() && deep > 0 {
            enter(&path, deep - 1, files);
        } else if kind.is_file() && path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("pdf")) {
            if files.len() >= MOST {
                return;
            }
            files.push(path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_give_their_pdf_files_and_named_files_are_taken_as_they_are() {
        let folder = tempfile::tempdir().expect("a folder");
        let inner = folder.path().join("2025");
        fs::create_dir(&inner).expect("a folder");
        for name in ["b.PDF", "a.pdf", "notes.txt"] {
            fs::write(inner.join(name), b"").expect("a file");
        }
        let named = folder.path().join("gone.docx");
        let found = walk(&[folder.path().to_owned(), named.clone()]);
        assert_eq!(found, [inner.join("a.pdf"), inner.join("b.PDF"), named]);
    }
}
