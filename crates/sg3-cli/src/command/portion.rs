//! The options of a run that only a workbook can do.

use clap::Args;
use sg3_session::{Portion, parse_day};

/// The part of a model written to a workbook
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct PortionArguments {
    /// In a workbook: only this output or heading, with everything it depends on
    #[arg(long = "part", value_name = "OUTPUT")]
    parts: Vec<String>,
    /// In a workbook: only outputs, with everything they depend on, without checks
    #[arg(long)]
    outputs_only: bool,
    /// In a workbook: only these of many areas, or so many of them, with what the others come to as delivered
    #[arg(long, value_name = "KEYS|COUNT", value_delimiter = ',')]
    areas: Vec<String>,
    /// In a workbook: the date of writing shown in it; by default today
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse_day)]
    pub(crate) dated: Option<String>,
}

impl PortionArguments {
    /// What goes into the workbook.
    pub(crate) fn portion(&self) -> Portion {
        Portion { parts: self.parts.clone(), outputs_only: self.outputs_only, areas: self.areas.clone() }
    }
}
