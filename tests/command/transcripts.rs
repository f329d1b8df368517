//! Transcripts of sessions: every `$ sg3 ...` in a `console` block must print what stands beneath it.
//!
//! They are `tests/cli/*.md`, the README and the exercises of the samples; each runs in a folder of its own that holds copies of
//! `models`, `samples`, `tests/findings` and `tests/cli/files`. `UPDATE=1` rewrites them.

use crate::spreadsheet;
use crate::typed;
use sg3_tests::root;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

#[test]
fn sessions_print_what_their_transcripts_say() {
    let documents = documents();
    let next = Mutex::new(documents.iter());
    let (next, wrong) = (&next, &Mutex::new(Vec::new()));
    std::thread::scope(|threads| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            threads.spawn(move || {
                while let Some(document) = { next.lock().expect("a list of documents").next() } {
                    wrong.lock().expect("a list of differences").extend(difference(document));
                }
            });
        }
    });
    let mut wrong = wrong.lock().expect("a list of differences").clone();
    wrong.sort();
    assert!(wrong.is_empty(), "{}\nUPDATE=1 accepts what is printed now", wrong.join("\n"));
}

fn documents() -> Vec<PathBuf> {
    let in_folder =
        |folder: &str| fs::read_dir(root().join(folder)).into_iter().flatten().flatten().map(|entry| entry.path());
    let exercises = in_folder("samples").flat_map(|sample| fs::read_dir(sample).into_iter().flatten().flatten());
    let pages = exercises.map(|entry| entry.path()).chain(in_folder("tests/cli")).chain([root().join("README.md")]);
    let mut documents: Vec<PathBuf> =
        pages.filter(|path| path.is_file() && path.extension().is_some_and(|ending| ending == "md")).collect();
    documents.sort();
    documents
}

/// What a document says beside what is printed, where the two differ.
fn difference(document: &Path) -> Option<String> {
    let expected = fs::read_to_string(document).expect("a transcript is a text").replace("\r\n", "\n");
    let work = work();
    let found = replayed(&expected, work.path());
    (!typed::agrees(document, &expected, &found)).then(|| {
        let lines = expected.lines().zip(found.lines()).enumerate().find(|(_, (said, printed))| said != printed);
        let (line, (said, printed)) = lines.unwrap_or((expected.lines().count().min(found.lines().count()), ("", "")));
        format!("{}:{}\n  expected: {said}\n  found:    {printed}", document.display(), line + 1)
    })
}

/// A folder as a user would have it.
fn work() -> tempfile::TempDir {
    let work = tempfile::tempdir().expect("a folder to work in");
    copy(&root().join("models"), &work.path().join("models"));
    copy(&root().join("samples"), &work.path().join("samples"));
    copy(&root().join("tests/findings"), &work.path().join("tests/findings"));
    copy(&root().join("tests/cli/files"), work.path());
    work
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder to work in");
    for entry in fs::read_dir(from).into_iter().flatten().flatten() {
        if entry.path().is_dir() {
            copy(&entry.path(), &to.join(entry.file_name()));
        } else {
            fs::copy(entry.path(), to.join(entry.file_name())).expect("a file can be copied");
        }
    }
}

/// What a command prints; `edit FILE ...` is what somebody does in a spreadsheet program, `replace FILE WORDS OTHERS` in a text.
fn output_of(typed: &str, folder: &Path) -> String {
    match typed::words(typed).split_first() {
        Some((program, rest)) if program == "edit" => spreadsheet::edit(rest, folder),
        Some((program, [file, words, others])) if program == "replace" => replace(&folder.join(file), words, others),
        _ => typed::output_of(typed, folder),
    }
}

/// Says nothing, as an editor does; the words must be there.
fn replace(path: &Path, words: &str, others: &str) -> String {
    let text = fs::read_to_string(path).expect("a text");
    assert!(text.contains(words), "{} has no `{words}`", path.display());
    fs::write(path, text.replacen(words, others, 1)).expect("it is saved");
    String::new()
}

/// The document with everything beneath a command replaced by what the command prints.
fn replayed(document: &str, folder: &Path) -> String {
    let mut said = String::new();
    let (mut in_session, mut beneath_command) = (false, false);
    for line in document.split_inclusive('\n') {
        let text = line.trim_end();
        if text.starts_with("```") {
            in_session = text == "```console" && !in_session;
            beneath_command = false;
        }
        if let (true, Some(typed)) = (in_session, text.strip_prefix("$ ")) {
            beneath_command = true;
            said += &format!("{line}{}", output_of(typed, folder));
        } else if !beneath_command {
            said += line;
        }
    }
    said
}
