//! The command line. What each command takes stands beside its body, in [`command`](crate::command).

use crate::command::verdict::Verdict;
use crate::command::{check, completions, explain, fmt, map, models, run, show, template, test, verify};
use clap::{CommandFactory, Parser, Subcommand};
use sg3_session::{Failure, Session};

/// Costs and tariffs of telecommunications services, computed from a published method and an operator's figures.
///
/// MODEL is a name of the catalogue (see `sg3 models`) or a path ending in .md; DATA are workbooks, CSV and TOML files;
/// later files take precedence over earlier ones.
#[derive(Debug, Parser)]
#[command(name = "sg3", version, propagate_version = false, disable_help_subcommand = true)]
pub(crate) struct Arguments {
    /// The command to run.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What can be done.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
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
    /// Runs the command, and says how it ended.
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
