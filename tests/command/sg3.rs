//! The command, built beside its tests.

use std::process::ExitCode;

fn main() -> ExitCode {
    sg3_cli::main()
}
