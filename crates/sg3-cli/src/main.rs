//! The command `sg3`.

use std::process::ExitCode;

fn main() -> ExitCode {
    sg3_cli::main()
}
