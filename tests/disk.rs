//! A disk that is full, a folder that is locked, a printer that takes nothing: the old file stays, and it is said what went wrong.

#![cfg(target_os = "linux")]

use std::fs::{self, File};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};

const OLD: &[u8] = b"what was there before";

fn sg3() -> Command {
    Command::new(env!("CARGO_BIN_EXE_sg3"))
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A folder with an old file of each name.
fn folder(names: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder to work in");
    names.iter().for_each(|name| fs::write(folder.path().join(name), OLD).expect("a file can be written"));
    folder
}

fn names(folder: &Path) -> Vec<String> {
    let files = fs::read_dir(folder).expect("a folder can be listed").flatten();
    let mut names: Vec<String> = files.map(|file| file.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// Every kind of file that a command writes, with what stands before it.
const COMMANDS: [(&str, &str); 4] = [
    ("form.xlsx", "template tour/mobile -o form.xlsx"),
    ("form.csv", "template tour/mobile -o form.csv"),
    ("results.json", "run tour/mobile -o results.json"),
    ("model.xlsx", "run tour/mobile -o model.xlsx"),
];

#[test]
fn a_full_disk_leaves_the_old_file_and_nothing_else() {
    for (name, typed) in COMMANDS {
        let folder = folder(&[name]);
        // No file may grow beyond half a kilobyte: writing fails as it does where a disk is full.
        let limited = format!("trap '' XFSZ; ulimit -f 1; exec '{}' {typed}", env!("CARGO_BIN_EXE_sg3"));
        let output = Command::new("sh").args(["-c", &limited]).current_dir(folder.path()).output().expect("a shell");
        assert!(!output.status.success(), "{typed}");
        assert!(said(&output).contains("cannot be written"), "{typed}: {}", said(&output));
        assert_eq!(fs::read(folder.path().join(name)).expect("the old file"), OLD, "{typed}");
        assert_eq!(names(folder.path()), [name], "nothing is left lying about: {typed}");
    }
}

#[test]
fn a_locked_folder_leaves_the_old_file() {
    let folder = folder(&["form.xlsx"]);
    let lock = |mode| fs::set_permissions(folder.path(), fs::Permissions::from_mode(mode)).expect("own folder");
    lock(0o555);
    // whoever may do everything is not kept out by a lock
    let is_kept_out = File::create(folder.path().join("try")).is_err();
    let output = sg3().args(["template", "tour/mobile", "-o", "form.xlsx"]).current_dir(folder.path()).output();
    lock(0o755);
    let output = output.expect("the command was built");
    if is_kept_out {
        assert_eq!(output.status.code(), Some(2));
        assert!(said(&output).contains("`form.xlsx` cannot be written: it is not allowed"), "{}", said(&output));
        assert_eq!(fs::read(folder.path().join("form.xlsx")).expect("the old file"), OLD);
    }
}

#[test]
fn an_output_that_takes_nothing_is_an_error_and_no_panic() {
    for typed in ["models", "show tour/mobile", "run tour/mobile"] {
        let full = File::options().write(true).open("/dev/full").expect("Linux has it");
        let output = sg3().args(typed.split(' ')).stdout(full).output().expect("the command was built");
        assert!(!output.status.success(), "{typed}");
        assert!(
            said(&output).contains("the output cannot be written") && !said(&output).contains("panicked"),
            "{typed}: {}",
            said(&output)
        );
    }
}
