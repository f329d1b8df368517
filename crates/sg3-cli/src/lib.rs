//! The command `sg3`: the only crate that prints or opens files.
//!
//! `args` takes the command line apart, `command` does what is asked by a session, `io` is the world outside it, and `view` is
//! what the terminal shows.

mod args;
mod command;
mod io;
mod view;

use args::Arguments;
use clap::Parser;
use std::process::ExitCode;

/// Room for formulas as deep as the language allows, on systems that give the first thread little.
const STACK: usize = 64 << 20;

/// Reads the arguments of the process, does what they say, and gives the exit code.
pub fn main() -> ExitCode {
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(run).expect("a thread can be started");
    thread.join().unwrap_or(ExitCode::from(101))
}

fn run() -> ExitCode {
    Arguments::parse().run().into()
}
