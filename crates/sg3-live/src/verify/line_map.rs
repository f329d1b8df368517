//! Where the rows, or columns, of a sheet went, and where they came from.

use super::align::align;

/// For each line as delivered its position now, and for each line now its position as delivered; nothing for lines that are
/// gone or new.
pub(super) struct LineMap {
    to: Vec<Option<usize>>,
    from: Vec<Option<usize>>,
}

impl LineMap {
    /// Lines are told from each other by what stands in them.
    pub(super) fn of(fresh: &[Vec<String>], returned: &[Vec<String>]) -> LineMap {
        let to = align(fresh, returned);
        let mut from = vec![None; returned.len()];
        for (line, other) in to.iter().enumerate() {
            if let Some(other) = other {
                from[*other] = Some(line);
            }
        }
        LineMap { to, from }
    }

    pub(super) fn to(&self, line: u32) -> Option<u32> {
        self.to.get(line as usize).copied().flatten().map(|line| line as u32)
    }

    /// Lines past the last are where they were.
    pub(super) fn from(&self, line: u32) -> Option<u32> {
        match self.from.get(line as usize) {
            Some(from) => from.map(|line| line as u32),
            None => Some(line + self.to.len() as u32 - self.from.len() as u32),
        }
    }

    pub(super) fn gone(&self) -> impl Iterator<Item = u32> + '_ {
        (0..self.to.len() as u32).filter(|line| self.to(*line).is_none())
    }

    pub(super) fn added(&self) -> impl Iterator<Item = u32> + '_ {
        (0..self.from.len() as u32).filter(|line| self.from[*line as usize].is_none())
    }
}
