//! The last step: text to the terminal. Colour is dropped where nobody would see it; nothing here panics.

use sg3_session::Failure;
use std::io::{ErrorKind, Write};

/// Prints a result; a closed pipe is a failure that says so.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    let mut stdout = anstream::stdout().lock();
    stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()).map_err(|error| match error.kind() {
        ErrorKind::BrokenPipe => Failure::new("the output was closed before everything was written"),
        _ => Failure::new(format!("the output cannot be written: {error}")),
    })
}

/// Prints a message to standard error; a failure to do so is ignored, since it could not be reported.
pub(crate) fn print_message(text: &str) {
    let mut stderr = anstream::stderr().lock();
    let _ = stderr.write_all(text.as_bytes()).and_then(|()| stderr.flush());
}
