//! Which line of a sheet that comes back is which line of the sheet that was delivered.

/// Where each of the lines stands among the others; nothing for those that are gone.
///
/// Lines that are the same in the same order are found first (the longest such run of pairs); between them, as many lines here as there
/// are the same lines, changed.
pub fn align(lines: &[String], others: &[String]) -> Vec<Option<usize>> {
    let mut found = vec![None; lines.len()];
    let start = lines.iter().zip(others).take_while(|(one, other)| one == other).count();
    let rest = lines.len().min(others.len()) - start;
    let end = lines.iter().rev().zip(others.iter().rev()).take(rest).take_while(|(one, other)| one == other).count();
    (0..start).for_each(|line| found[line] = Some(line));
    (0..end).for_each(|step| found[lines.len() - 1 - step] = Some(others.len() - 1 - step));
    let (inner, outer) = (start..lines.len() - end, start..others.len() - end);
    for (line, other) in longest(&lines[inner.clone()], &others[outer.clone()]) {
        found[inner.start + line] = Some(outer.start + other);
    }
    pair_gaps(&mut found, others.len());
    found
}

/// More pairs than this are not tried one by one.
const MOST_PAIRS: usize = 16_000_000;

/// The longest common subsequence.
fn longest(lines: &[String], others: &[String]) -> Vec<(usize, usize)> {
    if lines.len().saturating_mul(others.len()) > MOST_PAIRS {
        return Vec::new();
    }
    let width = others.len() + 1;
    let mut best = vec![0_u32; (lines.len() + 1) * width];
    for line in (0..lines.len()).rev() {
        for other in (0..others.len()).rev() {
            best[line * width + other] = match lines[line] == others[other] {
                true => best[(line + 1) * width + other + 1] + 1,
                false => best[(line + 1) * width + other].max(best[line * width + other + 1]),
            };
        }
    }
    let (mut line, mut other, mut pairs) = (0, 0, Vec::new());
    while line < lines.len() && other < others.len() {
        if lines[line] == others[other] {
            pairs.push((line, other));
            (line, other) = (line + 1, other + 1);
        } else if best[(line + 1) * width + other] >= best[line * width + other + 1] {
            line += 1;
        } else {
            other += 1;
        }
    }
    pairs
}

/// As many lines between two pairs on one side as on the other are the same lines.
fn pair_gaps(found: &mut [Option<usize>], others: usize) {
    let mut line = 0;
    while line < found.len() {
        if found[line].is_some() {
            line += 1;
            continue;
        }
        let end = (line..found.len()).find(|line| found[*line].is_some()).unwrap_or(found.len());
        let from = if line == 0 { 0 } else { found[line - 1].map_or(0, |before| before + 1) };
        let to = found.get(end).copied().flatten().unwrap_or(others);
        if to.saturating_sub(from) == end - line {
            (line..end).for_each(|gone| found[gone] = Some(from + gone - line));
        }
        line = end;
    }
}

#[cfg(test)]
mod tests {
    use super::align;

    fn aligned(lines: &str, others: &str) -> Vec<Option<usize>> {
        let split = |text: &str| text.chars().map(String::from).collect::<Vec<_>>();
        align(&split(lines), &split(others))
    }

    #[test]
    fn lines_keep_their_partners() {
        assert_eq!(aligned("abc", "abc"), [Some(0), Some(1), Some(2)]);
        assert_eq!(aligned("abc", "axbc"), [Some(0), Some(2), Some(3)]);
        assert_eq!(aligned("abcd", "abd"), [Some(0), Some(1), None, Some(2)]);
        assert_eq!(aligned("abc", "axc"), [Some(0), Some(1), Some(2)]);
        assert_eq!(aligned("aab", "ab"), [Some(0), None, Some(1)]);
        assert_eq!(aligned("", "x"), []);
    }
}
