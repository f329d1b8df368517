//! Which rows of a range count: `A: 62*, 64*, not 6281*; C: 2024*`.

use crate::source::row::SourceRow;
use crate::source::tokens::normalize;
use sg3_workbook::{format_column, parse_address};
use std::fmt;

/// Conditions on columns; a row counts if all hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RowFilter {
    /// None: every row counts.
    pub conditions: Vec<Condition>,
}

/// What a column must say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// From zero.
    pub column: u32,
    /// Any of these.
    pub any: Vec<Pattern>,
    /// None of these.
    pub not: Vec<Pattern>,
    /// Only codes that begin no longer code of the column: the accounts below the headings of a chart.
    pub is_of_details: bool,
}

/// What says so.
const DETAILS: &str = "detail codes";

/// Text with a star for anything before or after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    text: String,
    folded: String,
    before: bool,
    after: bool,
}

impl RowFilter {
    /// One condition.
    pub fn one(column: u32, patterns: impl IntoIterator<Item = Pattern>) -> RowFilter {
        RowFilter { conditions: vec![Condition::one(column, patterns)] }
    }

    /// Reads a rule; what is wrong with it, if it is none.
    ///
    /// ```
    /// use sg3_mapping::RowFilter;
    /// assert_eq!(RowFilter::parse("A: 62*, not 6281*").unwrap().to_string(), "A: 62*, not 6281*");
    /// assert!(RowFilter::parse("62*").is_err());
    /// ```
    pub fn parse(text: &str) -> Result<RowFilter, String> {
        let parts = split_unquoted(text, ';').into_iter().filter(|part| !part.trim().is_empty());
        parts
            .map(|part| parse_condition(part.trim()))
            .collect::<Result<_, _>>()
            .map(|conditions| RowFilter { conditions })
    }

    /// Whether there is nothing to ask.
    pub fn is_empty(&self) -> bool {
        self.conditions.is_empty()
    }

    /// Whether a row counts, as far as it says so by itself: [`RowTest`](super::row_test::RowTest) asks the rest.
    pub(crate) fn holds(&self, row: &SourceRow) -> bool {
        self.conditions.iter().all(|condition| condition.holds(row))
    }
}

fn parse_condition(text: &str) -> Result<Condition, String> {
    read_condition(text).ok_or_else(|| format!("`{text}` is not a valid rule for rows"))
}

fn read_condition(text: &str) -> Option<Condition> {
    let (letters, rest) = text.split_once(':')?;
    let (_, column) = parse_address(&format!("{}1", letters.trim()))?;
    let mut condition = Condition { is_of_details: false, ..Condition::one(column, []) };
    for part in split_unquoted(rest, ',') {
        let part = part.trim();
        match part.strip_prefix("not ") {
            Some(part) => condition.not.extend(Pattern::parse(part)),
            None if part == DETAILS => condition.is_of_details = true,
            None => condition.any.extend(Pattern::parse(part)),
        }
    }
    let says_nothing = condition.any.is_empty() && condition.not.is_empty() && !condition.is_of_details;
    (!says_nothing).then_some(condition)
}

/// Cut at a sign outside quotes.
fn split_unquoted(text: &str, sign: char) -> Vec<&str> {
    let mut quoted = false;
    text.split(|letter| {
        quoted ^= letter == '"';
        letter == sign && !quoted
    })
    .collect()
}

impl Condition {
    /// Any of some texts.
    pub(crate) fn one(column: u32, any: impl IntoIterator<Item = Pattern>) -> Condition {
        Condition { column, any: any.into_iter().collect(), not: Vec::new(), is_of_details: false }
    }

    fn holds(&self, row: &SourceRow) -> bool {
        // What must not stand there does not, if nothing does.
        let Some(value) = row.cell(self.column) else { return self.any.is_empty() };
        if self.not.is_empty() && self.any.iter().any(Pattern::is_anything) {
            return true;
        }
        let text = normalize(&value.shown());
        let is_meant = self.any.is_empty() || self.any.iter().any(|pattern| pattern.fits(&text));
        is_meant && !self.not.iter().any(|pattern| pattern.fits(&text))
    }
}

impl Pattern {
    /// The words themselves.
    pub fn exact(text: &str) -> Pattern {
        Pattern { text: text.to_owned(), folded: normalize(text), before: false, after: false }
    }

    /// Whatever begins so.
    pub fn prefix(text: &str) -> Pattern {
        Pattern { after: true, ..Pattern::exact(text) }
    }

    /// Anything at all.
    pub fn anything() -> Pattern {
        Pattern { before: true, after: true, ..Pattern::exact("") }
    }

    fn is_anything(&self) -> bool {
        self.before && self.after && self.text.is_empty()
    }

    fn parse(text: &str) -> Option<Pattern> {
        let text = text.trim();
        if let Some(quoted) = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
            return Some(Pattern::exact(quoted));
        }
        let inner = text.trim_matches('*');
        // A star alone: anything at all.
        if inner.is_empty() && !text.is_empty() {
            return Some(Pattern::anything());
        }
        let pattern = Pattern { before: text.starts_with('*'), after: text.ends_with('*'), ..Pattern::exact(inner) };
        (!inner.is_empty()).then_some(pattern)
    }

    fn fits(&self, text: &str) -> bool {
        match (self.before, self.after) {
            (false, false) => text == self.folded,
            (false, true) => text.starts_with(&self.folded),
            (true, false) => text.ends_with(&self.folded),
            (true, true) => text.contains(&self.folded),
        }
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.text.is_empty() {
            return f.write_str("*");
        }
        let plain = !self.text.contains([',', ';', '*', ':']) && !self.text.starts_with("not ");
        if plain || self.before || self.after {
            write!(f, "{}{}{}", star(self.before), self.text, star(self.after))
        } else {
            write!(f, "\"{}\"", self.text.replace('"', "'"))
        }
    }
}

fn star(is_open: bool) -> &'static str {
    if is_open { "*" } else { "" }
}

impl fmt::Display for RowFilter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let conditions: Vec<String> = self
            .conditions
            .iter()
            .map(|condition| {
                let details = condition.is_of_details.then(|| DETAILS.to_owned());
                let any = details.into_iter().chain(condition.any.iter().map(Pattern::to_string));
                let not = condition.not.iter().map(|pattern| format!("not {pattern}"));
                format!("{}: {}", format_column(condition.column), any.chain(not).collect::<Vec<_>>().join(", "))
            })
            .collect();
        f.write_str(&conditions.join("; "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::cell::SourceCell;
    use crate::source::cell::SourceValue;

    fn row(texts: &[&str]) -> SourceRow {
        let cell = |(column, text): (usize, &&str)| SourceCell {
            column: column as u32,
            value: SourceValue::Words((*text).to_owned()),
        };
        SourceRow { row: 0, cells: texts.iter().enumerate().map(cell).collect() }
    }

    #[test]
    fn rules_are_written_as_they_are_read() {
        for text in [
            "A: 62*, 64*, not 6281*",
            "C: Local calls; D: 2024*",
            "B: \"Rent, towers\"",
            "B: *transit*",
            "B: *",
            "A: not Total*",
        ] {
            assert_eq!(RowFilter::parse(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn all_conditions_must_hold() {
        let rule = RowFilter::parse("A: 62*, not 6281*; B: Réseau").unwrap();
        assert!(rule.holds(&row(&["6210", "réseau"])));
        assert!(!rule.holds(&row(&["62810", "réseau"])));
        assert!(!rule.holds(&row(&["6210", "siège"])));
        assert!(!rule.holds(&row(&["", "réseau"])));
        assert!(RowFilter::parse("").unwrap().holds(&row(&[])));
    }
}
