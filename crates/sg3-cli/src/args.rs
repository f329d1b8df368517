//! The command line. What each command takes stands beside its body, in [`command`](crate::command).

use crate::command::{check, completions, explain, fmt, map, models, run, show, template, test, verify};
use crate::trouble::{Trouble, Verdict};
use clap::{Parser, Subcommand};

/// Costs and tariffs of telecommunications, from a method and an operator's figures.
///
/// MODEL is a name of the catalogue (see `sg3 models`) or a path ending in .md; DATA are workbooks, CSV and TOML files,
/// of which later ones win.
#[derive(Debug, Parser)]
#[command(name = "sg3", version, propagate_version = false, disable_help_subcommand = true)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What can be done.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Compute the results of a model from data
    Run(run::Run),
    /// Say what is wrong with a model, and with data for it
    Check(check::Check),
    /// Show how a figure came about
    Explain(explain::Explain),
    /// Run the cases of models
    Test(test::Test),
    /// Write the form that asks for the inputs of a model
    Template(template::Template),
    /// Compare a workbook that comes back with what was delivered
    Verify(verify::Verify),
    /// Propose how somebody's own workbooks fill the inputs of a model
    Map(map::Map),
    /// List the models of the catalogue
    Models(models::Models),
    /// Print a model as a table, as mathematics, or its inputs
    Show(show::Show),
    /// Put the formulas of models in canonical form
    Fmt(fmt::Fmt),
    /// Print a completion script for a shell
    Completions(completions::Completions),
}

impl Command {
    /// Does it.
    pub fn run(self) -> Result<Verdict, Trouble> {
        match self {
            Command::Run(command) => command.run(),
            Command::Check(command) => command.run(),
            Command::Explain(command) => command.run(),
            Command::Test(command) => command.run(),
            Command::Template(command) => command.run(),
            Command::Verify(command) => command.run(),
            Command::Map(command) => command.run(),
            Command::Models(command) => command.run(),
            Command::Show(command) => command.run(),
            Command::Fmt(command) => command.run(),
            Command::Completions(command) => command.run(),
        }
    }
}
