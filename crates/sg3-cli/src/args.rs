//! The command line. What each command takes stands beside its body, in [`command`](crate::command).

use crate::command::{check, completions, explain, fmt, map, models, run, show, template, test, verify};
use crate::trouble::{Trouble, Verdict};
use clap::{Parser, Subcommand};

/// Costs and tariffs of telecommunications services, computed from a published method and an operator's figures.
///
/// MODEL is a name of the catalogue (see `sg3 models`) or a path ending in .md; DATA are workbooks, CSV and TOML files;
/// later files take precedence over earlier ones.
#[derive(Debug, Parser)]
#[command(name = "sg3", version, propagate_version = false, disable_help_subcommand = true)]
pub struct Arguments {
    /// The command to run.
    #[command(subcommand)]
    pub command: Command,
}

/// What can be done.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Compute the results of a model from data
    Run(run::Run),
    /// Check a model and data for it, and list all findings
    Check(check::Check),
    /// Show how a figure is derived, down to its input cells
    Explain(explain::Explain),
    /// Run the test cases of models
    Test(test::Test),
    /// Write the form that requests the inputs of a model
    Template(template::Template),
    /// Compare a returned workbook with the one delivered
    Verify(verify::Verify),
    /// Propose how an operator's own workbooks fill the inputs of a model
    Map(map::Map),
    /// List the models of the catalogue
    Models(models::Models),
    /// Print a model as a table, as mathematics, or as a list of inputs
    Show(show::Show),
    /// Put the formulas of models in canonical form
    Fmt(fmt::Fmt),
    /// Print a shell completion script
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
