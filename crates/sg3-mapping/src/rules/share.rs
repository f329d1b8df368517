//! The part of an amount that goes to a figure: fixed, or by a key of the source.

use crate::source::file::SourceFile;

/// A part of a sum.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Share {
    /// All of it.
    #[default]
    All,
    /// A fixed share.
    Fixed(f64),
    /// A key of the source: one cell, over another if there is one, on a sheet of the same file.
    Key(KeyCell, Option<KeyCell>),
}

/// A cell of a key, on the rule's own sheet unless it names one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyCell {
    /// A sheet of the same file.
    pub sheet: Option<String>,
    /// Row and column, from zero.
    pub at: (u32, u32),
}

impl Share {
    /// Reads `35 %`, `0.35`, `Keys!D5`, `D5/D12`; nothing if it is none of these.
    pub fn parse(text: &str) -> Option<Share> {
        use sg3_form::values::number::ParsedNumber;
        use sg3_form::values::number::parse_number;
        let text = text.trim();
        match parse_number(text) {
            _ if text.is_empty() => Some(Share::All),
            ParsedNumber::Number(share) | ParsedNumber::Percent(share) => Some(Share::Fixed(share)),
            _ => match text.split_once('/') {
                Some((one, all)) => Some(Share::Key(KeyCell::parse(one)?, Some(KeyCell::parse(all)?))),
                None => Some(Share::Key(KeyCell::parse(text)?, None)),
            },
        }
    }
}

impl Share {
    /// How much it is, by the cells of a key where it has them; nothing if they hold no numbers.
    pub(crate) fn amount(&self, source: &SourceFile, sheet: usize) -> Option<f64> {
        match self {
            Share::All => Some(1.0),
            Share::Fixed(share) => Some(*share),
            Share::Key(one, None) => one.number(source, sheet),
            Share::Key(one, Some(all)) => {
                let all = all.number(source, sheet).filter(|all| *all != 0.0);
                one.number(source, sheet).zip(all).map(|(one, all)| one / all)
            }
        }
    }
}

impl std::fmt::Display for Share {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Share::All => Ok(()),
            Share::Fixed(share) => write!(f, "{share}"),
            Share::Key(one, None) => write!(f, "{one}"),
            Share::Key(one, Some(all)) => write!(f, "{one}/{all}"),
        }
    }
}

impl KeyCell {
    /// The number in it, on the sheet of the rule unless it names another.
    fn number(&self, source: &SourceFile, sheet: usize) -> Option<f64> {
        let sheet = self.sheet.as_ref().map_or(Some(sheet), |name| source.find(name))?;
        source.number(sheet, self.at.0, self.at.1)
    }

    fn parse(text: &str) -> Option<KeyCell> {
        let text = text.trim();
        let (sheet, cell) = match text.rsplit_once('!') {
            Some((sheet, cell)) => (Some(sheet.trim_matches('\'').to_owned()), cell),
            None => (None, text),
        };
        Some(KeyCell { sheet, at: sg3_workbook::parse_address(&cell.replace('$', ""))? })
    }
}

impl std::fmt::Display for KeyCell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(sheet) = &self.sheet {
            write!(f, "{sheet}!")?;
        }
        f.write_str(&sg3_workbook::format_address(self.at.0, self.at.1))
    }
}
