//! Formulas as they can be compared: without what programs write differently, and with every reference where it was delivered.

use super::former;
use sg3_workbook::parse_address;

/// Where a cell of a sheet stood when it was delivered; nothing if its row or column is new.
pub(super) type Origins<'b> = dyn Fn(&str, u32, u32) -> Option<(String, u32, u32)> + 'b;

/// A formula without blanks, dollars and prefixes, in capitals; references as `Sheet!row,column`.
pub(super) fn normalize_formula(text: &str, sheet: &str, original: &Origins) -> String {
    let mut normalizer = Normalizer { letters: text.chars().collect(), at: 0, sheet, original, found: String::new() };
    while normalizer.at < normalizer.letters.len() {
        normalizer.step();
    }
    normalizer.found
}

struct Normalizer<'b> {
    letters: Vec<char>,
    at: usize,
    sheet: &'b str,
    original: &'b Origins<'b>,
    found: String,
}

impl Normalizer<'_> {
    fn step(&mut self) {
        match self.letters[self.at] {
            '"' => {
                let words = self.quoted('"');
                self.found.push_str(&format!("{:?}", former::current(&words)));
            }
            '\'' => {
                let name = self.quoted('\'');
                self.after_sheet(&name);
            }
            letter if letter.is_whitespace() => self.at += 1,
            letter if letter.is_alphanumeric() || letter == '$' || letter == '_' => self.read_word(),
            letter => {
                self.found.push(letter);
                self.at += 1;
            }
        }
    }

    /// What stands in quotes, which are doubled inside.
    fn quoted(&mut self, quote: char) -> String {
        let mut words = String::new();
        self.at += 1;
        while let Some(letter) = self.letters.get(self.at) {
            self.at += 1;
            if *letter == quote {
                if self.letters.get(self.at) != Some(&quote) {
                    break;
                }
                self.at += 1;
            }
            words.push(*letter);
        }
        words
    }

    /// A name, a number, a reference or a sheet.
    fn read_word(&mut self) {
        let start = self.at;
        while self.letters.get(self.at).is_some_and(|letter| letter.is_alphanumeric() || "$_.".contains(*letter)) {
            self.at += 1;
        }
        let word: String = self.letters[start..self.at].iter().collect();
        match self.letters.get(self.at) {
            Some('!') => self.after_sheet(&word),
            Some('(') if is_truth(&word) => {
                self.found.push_str(&word);
                self.at += 2;
            }
            Some('(') => self.found.push_str(plain_name(&word)),
            _ => self.reference(&word, self.sheet),
        }
    }

    /// The reference after the name of a sheet.
    fn after_sheet(&mut self, name: &str) {
        if self.letters.get(self.at) == Some(&'!') {
            self.at += 1;
        }
        let start = self.at;
        while self.letters.get(self.at).is_some_and(|letter| letter.is_alphanumeric() || *letter == '$') {
            self.at += 1;
        }
        let word: String = self.letters[start..self.at].iter().collect();
        self.reference(&word, name);
        if self.letters.get(self.at) == Some(&':') {
            self.far_end(name);
        }
    }

    /// The far end of a range is on the sheet of its beginning.
    fn far_end(&mut self, name: &str) {
        let start = self.at + 1;
        let end = (start..self.letters.len())
            .find(|at| !(self.letters[*at].is_alphanumeric() || self.letters[*at] == '$'))
            .unwrap_or(self.letters.len());
        let word: String = self.letters[start..end].iter().collect();
        self.found.push(':');
        self.at = end;
        self.reference(&word, name);
    }

    fn reference(&mut self, word: &str, sheet: &str) {
        let bare = word.replace('$', "");
        let text = match parse_address(&bare) {
            None => bare.to_uppercase(),
            Some((row, column)) => match (self.original)(sheet, row, column) {
                Some((sheet, row, column)) => format!("{sheet}!{row},{column}"),
                None => format!("new {sheet}!{bare}"),
            },
        };
        self.found.push_str(&text);
    }
}

/// Some programs write `TRUE()` for `TRUE`.
fn is_truth(word: &str) -> bool {
    word == "TRUE" || word == "FALSE"
}

fn plain_name(word: &str) -> &str {
    word.trim_start_matches("_xlfn.").trim_start_matches("_xlws.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn here(text: &str) -> String {
        normalize_formula(text, "Here", &|sheet, row, column| Some((sheet.to_owned(), row, column)))
    }

    #[test]
    fn what_programs_write_differently_is_the_same() {
        assert_eq!(here("SUM($A$1:B2)"), here("SUM( A1:$B$2 )"));
        assert_eq!(here("'Costs'!A1+1"), here("Costs!A1 + 1"));
        assert_eq!(here("Here!A1"), here("A1"));
        assert_eq!(here("_xlfn.POISSON.DIST(A1,2,TRUE)"), here("POISSON.DIST(A1,2,TRUE)"));
        assert_eq!(here("IF(TRUE(),1,FALSE())"), here("IF(TRUE,1,FALSE)"));
        assert_eq!(here("'It''s'!A1:B2"), here("'It''s'!$A$1:$B$2"));
    }

    #[test]
    fn what_means_something_else_is_not() {
        assert_ne!(here("A1+B1"), here("A1+B2"));
        assert_ne!(here("\"a b\""), here("\"ab\""));
        assert_ne!(here("Costs!A1"), here("Other!A1"));
        assert_ne!(here("A1*1"), here("A1*2"));
    }

    /// Where a cell stood before row 6 came to be.
    fn moved(sheet: &str, row: u32, column: u32) -> Option<(String, u32, u32)> {
        (row != 5).then(|| (sheet.to_owned(), row - u32::from(row > 5), column))
    }

    #[test]
    fn references_are_followed_to_where_they_stood() {
        assert_eq!(normalize_formula("A9+B2", "Here", &moved), here("A8+B2"));
        assert_eq!(normalize_formula("A6", "Here", &moved), "new Here!A6");
    }
}
