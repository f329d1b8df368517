//! Which of the source files a rule means.

use crate::source::file::SourceFile;

/// The file that a rule names, or the same of another year; the only one, if there is but one and the mapping knows but one.
pub(crate) fn find_file(name: &str, files: &[SourceFile], only: bool) -> Option<usize> {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let named = files.iter().position(|file| file.name() == name);
    let of_other_year = || {
        let mut alike = files.iter().enumerate().filter(|(_, file)| is_same_but_for_year(file.name(), name));
        alike.next().filter(|_| alike.next().is_none()).map(|(number, _)| number)
    };
    named.or_else(of_other_year).or((only && files.len() == 1).then_some(0))
}

/// `ledger-2024.xlsx` and `ledger-2025.xlsx`.
pub fn is_same_but_for_year(one: &str, other: &str) -> bool {
    let letters = |name: &str| name.chars().filter(|letter| !letter.is_ascii_digit()).collect::<String>();
    letters(one) == letters(other)
}
