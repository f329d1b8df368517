//! Which cells a formula reads, from its text.

/// A rectangle: sheet, first row, last row, first column, last column, all from 1.
pub(crate) type Cells = (String, i32, i32, i32, i32);

/// Every reference of a formula that stands on a sheet.
pub(crate) fn of(formula: &str, sheet: &str) -> Vec<Cells> {
    let letters: Vec<char> = formula.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        match letters[at] {
            '"' => at = after_quote(&letters, at, '"').1,
            '\'' => {
                let (name, after) = after_quote(&letters, at, '\'');
                let (cells, end) = range(&letters, after + 1);
                found.extend(cells.map(|(a, b, c, d)| (name, a, b, c, d)));
                at = end.max(after + 1);
            }
            letter if letter.is_alphabetic() || letter == '$' => {
                let end = (at..letters.len())
                    .find(|end| !(letters[*end].is_alphanumeric() || "$_.".contains(letters[*end])))
                    .unwrap_or(letters.len());
                if letters.get(end) == Some(&'!') {
                    let name: String = letters[at..end].iter().collect();
                    let (cells, end) = range(&letters, end + 1);
                    found.extend(cells.map(|(a, b, c, d)| (name, a, b, c, d)));
                    at = end;
                } else if letters.get(end) == Some(&'(') {
                    at = end;
                } else {
                    let (cells, after) = range(&letters, at);
                    found.extend(cells.map(|(a, b, c, d)| (sheet.to_owned(), a, b, c, d)));
                    at = after.max(end);
                }
            }
            letter if letter.is_ascii_digit() => {
                at = (at..letters.len())
                    .find(|end| !(letters[*end].is_alphanumeric() || letters[*end] == '.'))
                    .unwrap_or(letters.len());
            }
            _ => at += 1,
        }
    }
    found
}

fn after_quote(letters: &[char], start: usize, quote: char) -> (String, usize) {
    let mut text = String::new();
    let mut at = start + 1;
    while at < letters.len() {
        if letters[at] == quote {
            if letters.get(at + 1) == Some(&quote) {
                at += 1;
            } else {
                return (text, at + 1);
            }
        }
        text.push(letters[at]);
        at += 1;
    }
    (text, at)
}

fn range(letters: &[char], start: usize) -> (Option<(i32, i32, i32, i32)>, usize) {
    let Some((row, column, end)) = cell(letters, start) else { return (None, start) };
    if letters.get(end) == Some(&':')
        && let Some((last_row, last_column, after)) = cell(letters, end + 1)
    {
        return (Some((row, last_row, column, last_column)), after);
    }
    (Some((row, row, column, column)), end)
}

fn cell(letters: &[char], start: usize) -> Option<(i32, i32, usize)> {
    let mut at = start + usize::from(letters.get(start) == Some(&'$'));
    let mut column = 0;
    while let Some(letter) = letters.get(at).filter(|letter| letter.is_ascii_uppercase()) {
        column = column * 26 + (*letter as i32 - 'A' as i32 + 1);
        at += 1;
    }
    at += usize::from(letters.get(at) == Some(&'$'));
    let mut row = 0;
    while let Some(digit) = letters.get(at).and_then(|letter| letter.to_digit(10)) {
        row = row * 10 + digit as i32;
        at += 1;
    }
    (column > 0 && row > 0).then_some((row, column, at))
}
