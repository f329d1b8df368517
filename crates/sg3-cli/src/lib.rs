//! The command `sg3`: the only crate that prints or opens files.
//!
//! Arguments come in through `args`, files through `world`, data through `layers`; results go out through
//! `report`, `explanation`, `render` and, last of all, `output`.

mod args;
mod command;
mod edition;
mod explanation;
mod figure;
mod layers;
mod output;
mod receipt;
mod render;
mod report;
mod session;
mod show;
mod spare;
mod trouble;
mod verification;
mod workbook;
mod world;

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
    let outcome = args::Arguments::parse().command.run();
    match outcome {
        Ok(verdict) => verdict.into(),
        Err(trouble) => trouble.report(),
    }
}
