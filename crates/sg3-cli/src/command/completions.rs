//! `sg3 completions SHELL`

use crate::args::Arguments;
use crate::output;
use crate::trouble::{Trouble, Verdict};
use clap::{Args, CommandFactory};
use clap_complete::Shell;

/// Print a shell completion script
#[derive(Debug, Args)]
pub struct Completions {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    /// Prints the script.
    pub fn run(self) -> Result<Verdict, Trouble> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Arguments::command(), "sg3", &mut script);
        output::print(&String::from_utf8_lossy(&script))?;
        Ok(Verdict::Fine)
    }
}
