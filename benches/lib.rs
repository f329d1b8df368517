//! Where the repository is; each measurement is a program of its own.

use std::path::{Path, PathBuf};

/// The folder with the models and samples.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}
