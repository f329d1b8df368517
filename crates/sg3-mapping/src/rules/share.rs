//! The part of an amount that goes to a figure: fixed, or by a key of the source.

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
