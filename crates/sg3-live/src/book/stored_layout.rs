//! Where sheets that are not made of blocks keep what formulas refer to, and what a returned workbook is read by.
//!
//! Drawing, printing and verifying read the same constants. Whoever changes one adds a [`WorkbookVersion`] if workbooks written
//! before can no longer be compared. Rows and columns are counted from zero.

/// Document property: the model of a live workbook.
pub(crate) const MODEL_PROPERTY: &str = "sg3 live model";
/// Document property: the version of the arrangement.
pub(crate) const VERSION_PROPERTY: &str = "sg3 live version";

/// Document property: the language of its words; English workbooks have none.
pub(crate) const LANGUAGE_PROPERTY: &str = "sg3 live language";

/// How a workbook shows its data. One that was written before is compared with a fresh one of its own version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum WorkbookVersion {
    /// Of sg3 0.1: a delivered cell that was left blank shows its stand-in, which also stands for anything that is no figure;
    /// what is missing for any reason is a blank cell.
    First,
    /// A delivered cell is blank only if it was left blank; what was withheld is `NA()`, and what could not be read is its text.
    Second,
    /// Figures are shown as the model declares, and in the currency of the data, which the first sheet names.
    Third,
    /// Erlang's formulas find up to a million servers.
    #[default]
    Fourth,
}

impl WorkbookVersion {
    /// All, the latest first.
    pub const ALL: [WorkbookVersion; 4] =
        [WorkbookVersion::Fourth, WorkbookVersion::Third, WorkbookVersion::Second, WorkbookVersion::First];

    /// As the property of the document has it.
    pub(crate) fn code(self) -> &'static str {
        match self {
            WorkbookVersion::First => "1",
            WorkbookVersion::Second => "2",
            WorkbookVersion::Third => "3",
            WorkbookVersion::Fourth => "4",
        }
    }
}
/// Sheets that are not made of blocks. No sheet of blocks takes one of their names.
pub(crate) const PAGES: [&str; 9] =
    ["About", "Map", "Control", "Results", "Checks", "Sources", "Glossary", "Members", "Adjustments"];

/// How many of them stand before those of blocks.
pub const PAGES_BEFORE: usize = 5;
/// Rows at the top of every sheet: its title, and what is always in sight.
pub(crate) const HEAD: u32 = 3;
/// The row of the title, and the column of labels, of every sheet.
pub(crate) const TITLE: (u32, u32) = (0, 1);

/// The first sheet: which model, which data, which tolerance.
pub(crate) mod about {
    pub(crate) const LABEL: u16 = 1;

    pub(crate) const VALUE: u16 = 2;

    pub(crate) const MODEL_ROW: u32 = 3;

    /// What stands beside the name of the model, by which the sheet is found even if it has another name.
    pub(crate) const MODEL_LABEL: &str = "Model";

    pub(crate) const WRITTEN_ROW: u32 = 4;

    /// What stands beside the day of writing.
    pub(crate) const WRITTEN_LABEL: &str = "Written on";

    pub(crate) const PROGRAM_ROW: u32 = 5;

    pub(crate) const CHECKS_ROW: u32 = 6;

    pub(crate) const TOLERANCE_ROW: u32 = 7;

    /// The cell of the tolerance of comparisons, as formulas refer to it.
    pub(crate) const TOLERANCE: &str = "About!$C$8";

    /// What stands where nothing is known.
    pub(crate) const UNKNOWN: &str = "–";

    /// Head of the table of documents; heads are how tables are found again.
    pub(crate) const DOCUMENTS: &str = "Documents of the model";

    /// Head of the list of libraries that the documents are of.
    pub(crate) const LIBRARIES: &str = "Libraries of models";

    /// Head of the table of files of data.
    pub(crate) const DATA: &str = "Data (later files take precedence)";

    /// Head of the table of mappings.
    pub(crate) const MAPPINGS: &str = "Mapping by which source files were read";

    /// Head of the list of what was asked for.
    pub(crate) const PORTION: &str = "Limited to these parts and what they depend on";

    /// Head of the code of the currency.
    pub(crate) const CURRENCY: &str = "Currency of the data";

    /// Head of the list of settings.
    pub(crate) const SETTINGS: &str = "Settings that override all data";

    /// Head of the list of what was wrong with the data.
    pub(crate) const MISTAKES: &str = "Errors in the data when this was written";
}

/// The sheet with the outcome of every check.
pub(crate) mod checks {
    /// The cell of the outcome of all checks, as formulas refer to it.
    pub(crate) const SUMMARY: &str = "Checks!$C$4";
}

/// The sheet on which the user chooses how results are shown.
pub(crate) mod control {
    use sg3_language::Language;

    pub(crate) const NAME: &str = "Control";

    pub(crate) const VALUE: u16 = 2;

    /// The first of the rows that say how results are shown: year, currency, rate and scale.
    pub(crate) const DISPLAY_ROW: u32 = 7;

    const DISPLAY_ROWS: u32 = 4;

    /// Whether a cell says how results are shown: the user's to change, without a change to any result.
    pub(crate) fn is_display_setting(sheet: &str, (row, column): (u32, u32)) -> bool {
        let rows = DISPLAY_ROW..DISPLAY_ROW + DISPLAY_ROWS;
        Language::is_word_for(sheet, NAME) && column == VALUE.into() && rows.contains(&row)
    }
}

/// The sheet with every figure of the data, one in each row.
pub(crate) mod sources {
    pub(crate) const SHEET: &str = "Sources";

    pub(crate) const FIRST_ROW: u32 = 4;

    /// Column of `minutes[urban, 2025]`.
    pub(crate) const NAME: u16 = 3;

    /// Column of the figure as delivered; the figure in use stands beside it.
    pub(crate) const DELIVERED: u16 = 5;

    /// Column of where it comes from.
    pub(crate) const ORIGIN: u16 = 9;

    /// First of the columns of evidence: status, range, source, reason for confidentiality, comment.
    pub(crate) const EVIDENCE: u16 = 10;

    /// What stands in the column of names: `minutes[urban, 2025]`.
    pub(crate) fn figure_name(quantity: &str, keys: &str) -> String {
        if keys.is_empty() { quantity.to_owned() } else { format!("{quantity}[{keys}]") }
    }
}

/// The sheet with the members of all dimensions.
pub(crate) mod members {
    pub(crate) const SHEET: &str = "Members";

    /// Column of the number by which formulas know a member.
    pub(crate) const NUMBER: u16 = 1;

    /// What stands above the numbers, by which a list is found.
    pub(crate) const NUMBER_HEADING: &str = "No.";

    /// Column of the word by which a member is chosen: its label, or its key where two members share a label.
    pub(crate) const WORD: u16 = 2;

    pub(crate) const KEY: u16 = 3;

    /// Column of the label, where the word is the key.
    pub(crate) const LABEL: u16 = 4;

    /// Column of what a member is counted in, where the data say so.
    pub(crate) const UNIT: u16 = 5;
}

#[cfg(test)]
mod tests {
    use super::about;
    use sg3_workbook::format_address;

    #[test]
    fn formulas_refer_to_the_cell_of_the_tolerance() {
        let cell = format_address(about::TOLERANCE_ROW, about::VALUE.into());
        assert_eq!(about::TOLERANCE.replace('$', ""), format!("About!{cell}"));
    }
}
