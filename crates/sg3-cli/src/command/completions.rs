//! `sg3 completions SHELL`

use super::verdict::Verdict;
use crate::io::terminal::print;
use clap::{Args, Command};
use clap_complete::Shell;
use sg3_session::Failure;

/// Print a shell completion script
#[derive(Debug, Args)]
pub(crate) struct Completions {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    /// Prints the script for this definition of the command line.
    pub(crate) fn run(self, command: &mut Command) -> Result<Verdict, Failure> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, command, "sg3", &mut script);
        print(&String::from_utf8_lossy(&script))?;
        Ok(Verdict::Fine)
    }
}
