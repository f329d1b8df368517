//! Sums in one fixed order, whatever the strategy: blocks of 64 terms one after the other, the blocks as a binary tree.
//!
//! A sum along a row, row after row, or of products must come to the same bits, or a figure would change with the shape of its array. Block
//! sums are added like a binary counter: with three blocks waiting as [1, 2] the fourth makes them one of four, so that errors grow with
//! the logarithm of the number of terms.

/// Terms in a block.
pub(super) const BLOCK: usize = 64;

/// Sums of a row of cells, term by term; terms that are left out count as zero in their place.
#[derive(Debug)]
pub(super) struct Pairwise {
    block: usize,
    current: Vec<f64>,
    /// Sums of 1, 2, 4, ... blocks that wait for their neighbour.
    waiting: Vec<Vec<f64>>,
}

impl Pairwise {
    pub(super) fn new(cells: usize) -> Pairwise {
        Pairwise { block: 0, current: vec![0.0; cells], waiting: Vec::new() }
    }

    /// The cells to which the term of this number is to be added; numbers never go back.
    pub(super) fn row(&mut self, term: usize) -> &mut [f64] {
        while self.block < term / BLOCK {
            self.close_block();
        }
        &mut self.current
    }

    /// Adds consecutive terms to the one cell.
    pub(super) fn add_run(&mut self, mut term: usize, mut values: &[f64]) {
        while !values.is_empty() {
            let (now, later) = values.split_at(values.len().min(BLOCK - term % BLOCK));
            let cell = &mut self.row(term)[0];
            *cell = now.iter().fold(*cell, |sum, value| sum + value);
            (term, values) = (term + now.len(), later);
        }
    }

    pub(super) fn total(mut self) -> Vec<f64> {
        let mut level = 0;
        while self.block >> level > 0 {
            if self.block >> level & 1 == 1 {
                add(&mut self.current, &self.waiting[level]);
            }
            level += 1;
        }
        self.current
    }

    fn close_block(&mut self) {
        let mut level = 0;
        while self.block >> level & 1 == 1 {
            add(&mut self.current, &self.waiting[level]);
            level += 1;
        }
        if level == self.waiting.len() {
            self.waiting.push(vec![0.0; self.current.len()]);
        }
        std::mem::swap(&mut self.waiting[level], &mut self.current);
        self.current.fill(0.0);
        self.block += 1;
    }
}

fn add(sums: &mut [f64], others: &[f64]) {
    sums.iter_mut().zip(others).for_each(|(sum, other)| *sum += other);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_does_not_depend_on_the_strategy() {
        let terms: Vec<f64> = (0..1000).map(|term| 1.0 / (1.0 + f64::from(term) * 0.37)).collect();
        let mut runs = Pairwise::new(1);
        terms.chunks(77).enumerate().for_each(|(chunk, values)| runs.add_run(chunk * 77, values));
        let mut rows = Pairwise::new(1);
        terms.iter().enumerate().for_each(|(term, value)| rows.row(term)[0] += value);
        assert_eq!(runs.total(), rows.total());
    }

    #[test]
    fn terms_left_out_change_nothing_else() {
        let mut with_gap = Pairwise::new(1);
        let mut with_zeros = Pairwise::new(1);
        for term in 0..1000 {
            let value = if (200..600).contains(&term) || term > 900 { 0.0 } else { 0.1 * f64::from(term) };
            with_zeros.row(term as usize)[0] += value;
            if value != 0.0 {
                with_gap.row(term as usize)[0] += value;
            }
        }
        assert_eq!(with_gap.total(), with_zeros.total());
    }
}
