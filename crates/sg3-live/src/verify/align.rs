//! Which line of a sheet that comes back is which line of the sheet that was delivered.

use std::cmp::Ordering;

/// Where each of the lines stands among the others; nothing for those that are gone. A line is its words, sorted.
///
/// Lines that have most words in common, in the same order, are the same; between them, as many lines here as there are the
/// same lines, changed. Of very many lines only those are the same that have all words in common.
pub(super) fn align(lines: &[Vec<String>], others: &[Vec<String>]) -> Vec<Option<usize>> {
    let mut found = vec![None; lines.len()];
    let start = lines.iter().zip(others).take_while(|(one, other)| one == other).count();
    let rest = lines.len().min(others.len()) - start;
    let end = lines.iter().rev().zip(others.iter().rev()).take(rest).take_while(|(one, other)| one == other).count();
    (0..start).for_each(|line| found[line] = Some(line));
    (0..end).for_each(|step| found[lines.len() - 1 - step] = Some(others.len() - 1 - step));
    let (inner, outer) = (start..lines.len() - end, start..others.len() - end);
    for (line, other) in between(&lines[inner.clone()], &others[outer.clone()]) {
        found[inner.start + line] = Some(outer.start + other);
    }
    pair_gaps(&mut found, others.len());
    found
}

/// Pairs of lines that are the same.
fn between(lines: &[Vec<String>], others: &[Vec<String>]) -> Vec<(usize, usize)> {
    let pairs = lines.len().saturating_mul(others.len());
    let words: usize = lines.iter().chain(others).map(Vec::len).sum();
    match (pairs, words.saturating_mul(lines.len().max(others.len()))) {
        (MOST_PAIRS.., _) => Vec::new(),
        (_, MOST_PAIRS..) => {
            heaviest((lines.len(), others.len()), &|line, other| u32::from(lines[line] == others[other]))
        }
        _ => heaviest((lines.len(), others.len()), &|line, other| nearness(&lines[line], &others[other])),
    }
}

/// How near two lines are: of two as near as each other the one without other words.
fn nearness(line: &[String], other: &[String]) -> u32 {
    2 * in_common(line, other) + u32::from(line == other)
}

/// How many words two sorted lists have in common.
fn in_common(words: &[String], others: &[String]) -> u32 {
    let (mut at, mut other, mut count) = (0, 0, 0);
    while at < words.len() && other < others.len() {
        match words[at].cmp(&others[other]) {
            Ordering::Less => at += 1,
            Ordering::Greater => other += 1,
            Ordering::Equal => (at, other, count) = (at + 1, other + 1, count + 1),
        }
    }
    count
}

/// More pairs, of lines or of their words, than this are not tried one by one.
const MOST_PAIRS: usize = 16_000_000;

/// Pairs in the same order on both sides whose weights add up to most; none weighs nothing.
fn heaviest((lines, others): (usize, usize), weight: &dyn Fn(usize, usize) -> u32) -> Vec<(usize, usize)> {
    let width = others + 1;
    let mut best = vec![0_u32; (lines + 1) * width];
    for line in (0..lines).rev() {
        for other in (0..others).rev() {
            let apart = best[(line + 1) * width + other].max(best[line * width + other + 1]);
            let together = best[(line + 1) * width + other + 1] + weight(line, other);
            best[line * width + other] = apart.max(together);
        }
    }
    let (mut line, mut other, mut pairs) = (0, 0, Vec::new());
    while line < lines && other < others {
        let weight = weight(line, other);
        if weight > 0 && best[line * width + other] == best[(line + 1) * width + other + 1] + weight {
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
    use super::*;

    /// Lines are letters, or several letters as their words.
    fn aligned(lines: &str, others: &str) -> Vec<Option<usize>> {
        let [lines, others] = [lines, others].map(|text| text.split_whitespace().map(split_words).collect::<Vec<_>>());
        align(&lines, &others)
    }

    fn split_words(line: &str) -> Vec<String> {
        line.chars().filter(|letter| *letter != '-').map(String::from).collect()
    }

    #[test]
    fn lines_keep_their_partners() {
        assert_eq!(aligned("a b c", "a b c"), [Some(0), Some(1), Some(2)]);
        assert_eq!(aligned("a b c", "a x b c"), [Some(0), Some(2), Some(3)]);
        assert_eq!(aligned("a b c d", "a b d"), [Some(0), Some(1), None, Some(2)]);
        assert_eq!(aligned("a b c", "a x c"), [Some(0), Some(1), Some(2)]);
        assert_eq!(aligned("a a b", "a b"), [Some(0), None, Some(1)]);
        assert_eq!(aligned("", "x"), []);
    }

    #[test]
    fn lines_that_lost_a_word_keep_their_partners() {
        assert_eq!(aligned("abc def ghi", "ac df gi"), [Some(0), Some(1), Some(2)]);
        assert_eq!(aligned("abc def ghi", "ac gi"), [Some(0), None, Some(1)]);
        assert_eq!(aligned("abc ghi", "abc xyz ghi"), [Some(0), Some(2)]);
    }

    #[test]
    fn a_line_without_words_stays_beside_the_next() {
        assert_eq!(aligned("ab - cd", "- cd"), [None, Some(0), Some(1)]);
        assert_eq!(aligned("ab cd - ef", "ab - ex"), [Some(0), None, Some(1), Some(2)]);
    }
}
