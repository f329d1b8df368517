//! Numbers of rows as people read them: `rows 5-7, row 9`.

/// `5-7, 9`, counted from one.
pub fn describe_rows(rows: &[u32]) -> String {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for row in rows {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *row => *last = *row,
            _ => runs.push((*row, *row)),
        }
    }
    let written = |(first, last): &(u32, u32)| match first == last {
        true => format!("row {}", first + 1),
        false => format!("rows {}-{}", first + 1, last + 1),
    };
    let shown: Vec<String> = runs.iter().take(8).map(written).collect();
    format!("{}{}", shown.join(", "), if runs.len() > 8 { ", ..." } else { "" })
}
