//! The last step: text to the terminal. Colour is dropped where nobody would see it; nothing here panics.

use crate::trouble::Trouble;
use std::io::{ErrorKind, Write};

/// Prints a result.
pub fn print(text: &str) -> Result<(), Trouble> {
    let mut stdout = anstream::stdout().lock();
    stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()).map_err(|error| match error.kind() {
        ErrorKind::BrokenPipe => Trouble::new("the output was closed before everything was written"),
        _ => Trouble::new(format!("the output cannot be written: {error}")),
    })
}

/// Prints a complaint; there is nobody left to tell if that fails.
pub fn complain(text: &str) {
    let mut stderr = anstream::stderr().lock();
    let _ = stderr.write_all(text.as_bytes()).and_then(|()| stderr.flush());
}
