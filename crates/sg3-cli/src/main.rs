//! The command `sg3`: the only crate that prints or opens files.
//!
//! Arguments come in through [`args`], files through [`world`], data through [`layers`]; results go out through
//! [`report`], [`explanation`], [`render`] and, last of all, [`output`].

mod args;
mod command;
mod explanation;
mod figure;
mod layers;
mod output;
mod receipt;
mod render;
mod report;
mod session;
mod show;
mod trouble;
mod world;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let outcome = args::Arguments::parse().command.run();
    match outcome {
        Ok(verdict) => verdict.into(),
        Err(trouble) => trouble.report(),
    }
}
