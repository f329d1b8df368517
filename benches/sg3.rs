//! The command, built to be measured.

use std::process::ExitCode;

fn main() -> ExitCode {
    sg3_cli::main()
}
