//! Runs a line of a transcript as a user would type it: standard output, then standard error, then `exit: N` if N is not 0.

use std::path::Path;
use std::process::Command;

/// What `sg3 ...` or `cat FILE` prints in a folder.
pub(crate) fn output_of(line: &str, folder: &Path) -> String {
    let words = words(line);
    match words.split_first().map(|(program, rest)| (&**program, rest)) {
        Some(("sg3", arguments)) => sg3(arguments, folder),
        Some(("cat", [file])) => {
            std::fs::read_to_string(folder.join(file)).unwrap_or_else(|error| format!("{error}\n"))
        }
        _ => panic!("a transcript runs `sg3` and `cat FILE`, not `{line}`"),
    }
}

fn sg3(arguments: &[String], folder: &Path) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sg3-as-tested"));
    let output = command.args(arguments).current_dir(folder).output().expect("the command was built");
    let text = [output.stdout, output.stderr].concat();
    let exit = match output.status.code() {
        Some(0) => String::new(),
        Some(code) => format!("exit: {code}\n"),
        None => "exit: killed\n".to_owned(),
    };
    String::from_utf8(text).expect("the command prints UTF-8").replace("\r\n", "\n") + &exit
}

/// Words as a shell splits them: by blanks outside quotes.
pub(crate) fn words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quote) = (Vec::new(), None::<String>, None);
    for letter in line.chars() {
        match (quote, letter) {
            (Some(open), _) if letter == open => quote = None,
            (None, '\'' | '"') => {
                quote = Some(letter);
                word.get_or_insert_default();
            }
            (None, ' ') => words.extend(word.take()),
            _ => word.get_or_insert_default().push(letter),
        }
    }
    words.into_iter().chain(word).collect()
}

/// Whether `expected` holds; with `UPDATE=1` it is made to.
pub(crate) fn agrees(file: &Path, expected: &str, found: &str) -> bool {
    if expected != found && std::env::var_os("UPDATE").is_some() {
        std::fs::write(file, found).expect("expected output can be rewritten");
        return true;
    }
    expected == found
}
