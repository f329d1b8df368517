//! A disk that is full, a folder that is locked, a printer that takes nothing: the old file stays, and it is said what went wrong.

use std::fs::{self, File};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Output};

const OLD: &[u8] = b"what was there before";

fn sg3() -> Command {
    Command::new(env!("CARGO_BIN_EXE_sg3-as-tested"))
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

/// A blank form takes nobody's place; one that is filled may.
macro_rules! figures {
    () => {
        concat!(env!("CARGO_MANIFEST_DIR"), "/../samples/tour/figures.toml")
    };
}

/// Every kind of file that a command writes, with what stands before it.
const COMMANDS: [(&str, &str); 4] = [
    ("form.xlsx", concat!("template tour/mobile --fill ", figures!(), " -o form.xlsx")),
    ("form.csv", concat!("template tour/mobile --fill ", figures!(), " -o form.csv")),
    ("results.json", "run tour/mobile -o results.json"),
    ("model.xlsx", "run tour/mobile -o model.xlsx"),
];

#[test]
fn a_full_disk_leaves_the_old_file_and_nothing_else() {
    for (name, typed) in COMMANDS {
        let folder = folder(&[name]);
        // No file may grow beyond half a kilobyte: writing fails as it does where a disk is full.
        let limited = format!("trap '' XFSZ; ulimit -f 1; exec '{}' {typed}", env!("CARGO_BIN_EXE_sg3-as-tested"));
        let output = Command::new("sh").args(["-c", &limited]).current_dir(folder.path()).output().expect("a shell");
        assert!(!output.status.success(), "{typed}");
        assert!(said(&output).contains("cannot be written"), "{typed}: {}", said(&output));
        assert_eq!(fs::read(folder.path().join(name)).expect("the old file"), OLD, "{typed}");
        assert_eq!(names(folder.path()), [name], "nothing is left lying about: {typed}");
    }
}

/// User number of nobody, who owns nothing.
const NOBODY: u32 = 65_534;

/// The command as somebody whom a lock keeps out: as nobody for whoever may do everything.
fn sg3_kept_out(folder: &Path, for_nobody: &Path) -> Command {
    if File::create(folder.join("try")).is_err() {
        return sg3();
    }
    fs::remove_file(folder.join("try")).expect("it was just made");
    let copy = for_nobody.join("sg3");
    // by another process: a file that this one writes is busy for as long as any child that was started meanwhile keeps it open
    let copied = Command::new("cp").args([Path::new(env!("CARGO_BIN_EXE_sg3-as-tested")), &copy]).status();
    assert!(copied.is_ok_and(|status| status.success()), "the command can be copied to where nobody may run it");
    let mut command = Command::new(copy);
    command.uid(NOBODY).gid(NOBODY);
    command
}

#[test]
fn a_locked_folder_leaves_the_old_file() {
    let (folder, for_nobody) = (folder(&["form.xlsx"]), tempfile::tempdir().expect("a folder to work in"));
    let lock = |folder: &Path, mode| fs::set_permissions(folder, fs::Permissions::from_mode(mode)).expect("own folder");
    lock(folder.path(), 0o555);
    lock(for_nobody.path(), 0o755);
    let mut command = sg3_kept_out(folder.path(), for_nobody.path());
    let output = command
        .args(["template", "tour/mobile", "--fill", figures!(), "-o", "form.xlsx"])
        .current_dir(folder.path())
        .output();
    lock(folder.path(), 0o755);
    let output = output.expect("the command was built");
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("`form.xlsx` cannot be written: permission denied"), "{}", said(&output));
    assert_eq!(fs::read(folder.path().join("form.xlsx")).expect("the old file"), OLD);
    assert_eq!(names(folder.path()), ["form.xlsx"]);
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
