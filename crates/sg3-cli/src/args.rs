//! The command line. What each command takes stands beside its body, in [`command`](crate::command).

use crate::command::verdict::{Verdict, conclude_failure};
use crate::command::{check, completions, explain, fmt, map, models, new, run, show, template, test, verify};
use crate::io::{Disk, open_libraries};
use clap::{CommandFactory, Parser, Subcommand};
use sg3_language::Language;
use sg3_session::{Failure, Session};

/// Costs and tariffs of telecommunications services, computed from a published method and an operator's figures.
///
/// MODEL is a name in the catalogue or another library (see `sg3 models`), or a path ending in .md; DATA are workbooks, CSV and TOML files;
/// later files take precedence over earlier ones.
#[derive(Debug, Parser)]
#[command(name = "sg3", version, propagate_version = false, disable_help_subcommand = true)]
pub(crate) struct Arguments {
    /// The command to run.
    #[command(subcommand)]
    pub(crate) command: Command,
    /// A folder with a library of models besides the catalogue; of several, earlier ones take precedence
    #[arg(long = "library", value_name = "FOLDER", global = true)]
    pub(crate) libraries: Vec<String>,
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
    /// List the models of the catalogue and of other libraries
    Models(models::Models),
    /// Write a model to begin with, or start a library
    New(new::New),
    /// Print a model as a table, as mathematics, or as a list of inputs
    Show(show::Show),
    /// Put the formulas of models in canonical form
    Fmt(fmt::Fmt),
    /// Print a shell completion script
    Completions(completions::Completions),
}

impl Arguments {
    /// Does what they say, and says how it ended.
    pub(crate) fn run(self) -> Verdict {
        // the library that `new` starts is not there yet
        let starts_library = matches!(&self.command, Command::New(new) if new.starts_library());
        let read = if starts_library { &[] } else { &*self.libraries };
        match open_libraries(read) {
            Ok(libraries) => {
                let mut session = Session::new(&Disk, &libraries);
                let ended = self.command.run(&mut session, &self.libraries);
                ended.unwrap_or_else(|failure| conclude_failure(failure, &session.language))
            }
            Err(failure) => conclude_failure(failure, &Language::default()),
        }
    }
}

impl Command {
    /// Runs the command with the libraries that are named, and says how it ended.
    fn run(self, session: &mut Session, libraries: &[String]) -> Result<Verdict, Failure> {
        match self {
            Command::Run(command) => command.run(session),
            Command::Check(command) => command.run(session),
            Command::Explain(command) => command.run(session),
            Command::Test(command) => command.run(session),
            Command::Template(command) => command.run(session),
            Command::Verify(command) => command.run(session),
            Command::Map(command) => command.run(session),
            Command::Models(command) => command.run(session),
            Command::New(command) => command.run(session, libraries),
            Command::Show(command) => command.run(session),
            Command::Fmt(command) => command.run(session),
            Command::Completions(command) => command.run(&mut Arguments::command()),
        }
    }
}
