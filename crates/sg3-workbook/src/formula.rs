//! Formulas: their text, and the other files that they take values from.

/// The formula of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Formula {
    /// The text without the sign that opens it, or nothing where the reader of the format gives none.
    pub text: Option<String>,
    /// The files that the text takes values from, as the workbook names them.
    pub files: Vec<String>,
}

impl Formula {
    /// A formula of which nothing is known but that it is there.
    pub(crate) fn unread() -> Formula {
        Formula { text: None, files: Vec::new() }
    }

    /// A formula as written, where `[1]` stands for the first of the links.
    pub(crate) fn written(text: &str, links: &[String]) -> Formula {
        let bare = text.strip_prefix("of:").or_else(|| text.strip_prefix("oooc:")).unwrap_or(text);
        let bare = bare.strip_prefix('=').unwrap_or(bare);
        Formula { text: Some(bare.to_owned()), files: find_files(bare, links) }
    }
}

/// The files that a formula names: `[1]Sheet!A1`, `'[Book.xlsx]Sheet'!A1`, `'file:///book.ods'#$Sheet.A1`.
fn find_files(text: &str, links: &[String]) -> Vec<String> {
    let mut files = Vec::new();
    // Nearly all formulas name none, and a form has many.
    if !text.contains('[') && !text.contains('#') {
        return files;
    }
    for (at, _) in text.match_indices('[') {
        if let Some(name) = find_bracketed(&text[at + 1..]) {
            add_once(&mut files, resolve_link(name, links));
        }
    }
    for (at, _) in text.match_indices("'#") {
        add_once(&mut files, text[..at].rfind('\'').map_or("", |start| &text[start + 1..at]));
    }
    files
}

/// Of `[1]` the first of the links; what is no number of a link is the name itself.
fn resolve_link<'a>(name: &'a str, links: &'a [String]) -> &'a str {
    let number = name.parse::<usize>().ok();
    number.and_then(|number| links.get(number.wrapping_sub(1))).map_or(name, String::as_str)
}

fn add_once(files: &mut Vec<String>, file: &str) {
    if !files.iter().any(|known| known == file) {
        files.push(file.to_owned());
    }
}

/// The name in brackets, if a sheet or `!` follows; structured references such as `Table[Column]` are not followed by one.
fn find_bracketed(rest: &str) -> Option<&str> {
    let (name, after) = rest.split_once(']')?;
    let sheet = after.split('!').next().filter(|sheet| sheet.len() < after.len())?;
    let is_quoted = sheet.ends_with('\'');
    let is_name = sheet
        .trim_end_matches('\'')
        .chars()
        .all(|c| c.is_alphanumeric() || matches!(c, '_' | '.') || (is_quoted && c != '\''));
    (is_name && !name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_keep_their_names() {
        let links = ["file:///C:/Budget.xlsx".to_owned()];
        let files = |text| Formula::written(text, &links).files;
        assert_eq!(files("SUM([1]Costs!A1:A3)+[1]Costs!B1"), ["file:///C:/Budget.xlsx"]);
        assert_eq!(files("'[1]Net costs'!A1"), ["file:///C:/Budget.xlsx"]);
        assert_eq!(files("[1]!rate"), ["file:///C:/Budget.xlsx"]);
        assert_eq!(files("'C:\\x\\[Old.xls]Net costs'!A1"), ["Old.xls"]);
        assert_eq!(files("[7]Costs!A1"), ["7"]);
        assert_eq!(files("of:=['file:///home/a/book.ods'#$Sheet1.A1]"), ["file:///home/a/book.ods"]);
    }

    #[test]
    fn references_within_the_workbook_name_none() {
        for text in
            ["SUM(Table1[Cost])*Costs!A1", "Table1[[#All],[Cost]]", "Costs!A1", "of:=SUM([.A1:.A3])", "[", "]", "[]!"]
        {
            assert_eq!(Formula::written(text, &[]).files, Vec::<String>::new(), "{text}");
        }
    }
}
