//! The command line. What each command takes stands beside its body, in [`command`](crate::command).

use crate::command::verdict::Verdict;
use crate::command::{check, completions, explain, fmt, map, models, run, show, template, test, verify};
use clap::{CommandFactory, Parser, Subcommand};
use sg3_session::{Failure, Session};

/// Costs and tariffs of telecommunications, from a method and an operator's figures.
///
/// MODEL is a name of the catalogue (see `sg3 models`) or a path ending in .md; DATA are workbooks, CSV and TOML files,
/// of which later ones win.
#[derive(Debug, Parser)]
#[command(name = "sg3", version, propagate_version = false, disable_help_subcommand = true)]
pub(crate) struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What can be done.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
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
    pub(crate) fn run(self, session: &mut Session) -> Result<Verdict, Failure> {
        match self {
            Command::Run(command) => command.run(session),
            Command::Check(command) => command.run(session),
            Command::Explain(command) => command.run(session),
            Command::Test(command) => command.run(session),
            Command::Template(command) => command.run(session),
            Command::Verify(command) => command.run(session),
            Command::Map(command) => command.run(session),
            Command::Models(command) => command.run(session),
            Command::Show(command) => command.run(session),
            Command::Fmt(command) => command.run(session),
            Command::Completions(command) => command.run(&mut Arguments::command()),
        }
    }
}
