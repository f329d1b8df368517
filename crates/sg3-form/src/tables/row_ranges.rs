//! Numbers of rows as people read them: `rows 5-7, row 9`.

/// More runs of rows than this are not told.
const MOST_SHOWN: usize = 8;

/// `rows 5-7, row 9`, counted from one, of rows counted from zero in ascending order.
pub fn describe_rows(rows: &[u32]) -> String {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for row in rows {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *row => *last = *row,
            _ => runs.push((*row, *row)),
        }
    }
    let shown: Vec<String> = runs.iter().take(MOST_SHOWN).map(describe_run).collect();
    format!("{}{}", shown.join(", "), if runs.len() > MOST_SHOWN { ", ..." } else { "" })
}

fn describe_run((first, last): &(u32, u32)) -> String {
    if first == last { format!("row {}", first + 1) } else { format!("rows {}-{}", first + 1, last + 1) }
}
