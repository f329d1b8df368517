//! Which of the source files a rule means.

use crate::source::file::SourceFile;

/// The file that a rule names, or the same of another year; the only one, if there is but one and the mapping knows but one.
pub(crate) fn find_file(name: &str, files: &[SourceFile], only: bool) -> Option<usize> {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let named = files.iter().position(|file| file.name() == name);
    named.or_else(|| of_other_year(name, files)).or((only && files.len() == 1).then_some(0))
}

/// The only file that is called the same but for its year.
fn of_other_year(name: &str, files: &[SourceFile]) -> Option<usize> {
    let mut alike = files.iter().enumerate().filter(|(_, file)| is_same_but_for_year(file.name(), name));
    alike.next().filter(|_| alike.next().is_none()).map(|(number, _)| number)
}

/// `ledger-2024.xlsx` and `ledger-2025.xlsx`.
pub fn is_same_but_for_year(one: &str, other: &str) -> bool {
    one.chars().filter(|letter| !letter.is_ascii_digit()).eq(other.chars().filter(|letter| !letter.is_ascii_digit()))
}
