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
        Formula { text: Some(bare.to_owned()), files: files(bare, links) }
    }
}

/// The files that a formula names: `[1]Sheet!A1`, `'[Book.xlsx]Sheet'!A1`, `'file:///book.ods'#$Sheet.A1`.
fn files(text: &str, links: &[String]) -> Vec<String> {
    let mut files = Vec::new();
    // Nearly all formulas name none, and a form has many.
    if !text.contains('[') && !text.contains('#') {
        return files;
    }
    let mut note = |file: &str| {
        if !files.iter().any(|f| f == file) {
            files.push(file.to_owned());
        }
    };
    for (at, _) in text.match_indices('[') {
        if let Some(name) = bracketed(&text[at + 1..]) {
            note(name.parse::<usize>().ok().and_then(|n| links.get(n.wrapping_sub(1))).map_or(name, String::as_str));
        }
    }
    for (at, _) in text.match_indices("'#") {
        note(text[..at].rfind('\'').map_or("", |start| &text[start + 1..at]));
    }
    files
}

/// The name in brackets, if a sheet or `!` follows; structured references such as `Table[Column]` are not followed by one.
fn bracketed(rest: &str) -> Option<&str> {
    let (name, after) = rest.split_once(']')?;
    let sheet = after.split('!').next().filter(|sheet| sheet.len() < after.len())?;
    let quoted = sheet.ends_with('\'');
    let plain = sheet
        .trim_end_matches('\'')
        .chars()
        .all(|c| c.is_alphanumeric() || matches!(c, '_' | '.') || (quoted && c != '\''));
    (plain && !name.is_empty()).then_some(name)
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
