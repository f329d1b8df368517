//! Values of a quantity over its axes.

/// Cells in row-major order of the axes of the head; a bad cell is `NaN`.
#[derive(Debug, Clone, PartialEq)]
pub struct Array {
    /// Number of members along each axis.
    pub shape: Vec<usize>,
    /// The values, last axis fastest.
    pub cells: Vec<f64>,
}

impl Array {
    /// An array of which no cell has a value yet.
    pub fn bad(shape: Vec<usize>) -> Array {
        Array::filled(shape, f64::NAN)
    }

    /// All cells of one value.
    pub fn filled(shape: Vec<usize>, value: f64) -> Array {
        let cells = vec![value; shape.iter().product()];
        Array { shape, cells }
    }

    /// The cell at a position for each axis.
    ///
    /// ```
    /// let array = sg3_calc::Array { shape: vec![2, 2], cells: vec![1.0, 2.0, 3.0, 4.0] };
    /// assert_eq!(array.at(&[1, 0]), 3.0);
    /// ```
    pub fn at(&self, place: &[usize]) -> f64 {
        self.cells[self.offset(place)]
    }

    /// Where in `cells` a place is.
    pub fn offset(&self, place: &[usize]) -> usize {
        self.shape.iter().zip(place).fold(0, |offset, (count, position)| offset * count + position)
    }

    /// The place of a cell.
    pub fn place(&self, offset: usize) -> Vec<usize> {
        place_in(&self.shape, offset)
    }
}

/// Distance in cells from one member to the next, for each axis.
pub(crate) fn strides(shape: &[usize]) -> Vec<usize> {
    let mut strides = vec![1; shape.len()];
    for axis in (1..shape.len()).rev() {
        strides[axis - 1] = strides[axis] * shape[axis];
    }
    strides
}

/// The place of the cell of a number in row-major order.
///
/// ```
/// assert_eq!(sg3_calc::place_in(&[2, 3], 4), [1, 1]);
/// ```
pub fn place_in(shape: &[usize], mut offset: usize) -> Vec<usize> {
    let mut place = vec![0; shape.len()];
    for axis in (0..shape.len()).rev() {
        place[axis] = offset % shape[axis].max(1);
        offset /= shape[axis].max(1);
    }
    place
}

/// Calls `visit` for every place within the ranges, last axis fastest.
pub(crate) fn for_each_place(ranges: &[(usize, usize)], visit: &mut impl FnMut(&[usize])) {
    let mut place: Vec<usize> = ranges.iter().map(|(first, _)| *first).collect();
    if ranges.iter().any(|(first, end)| first >= end) {
        return;
    }
    loop {
        visit(&place);
        let Some(axis) = (0..ranges.len()).rev().find(|axis| place[*axis] + 1 < ranges[*axis].1) else { return };
        place[axis] += 1;
        (axis + 1..ranges.len()).for_each(|later| place[later] = ranges[later].0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_and_offsets_are_inverse() {
        let array = Array::filled(vec![2, 3, 4], 0.0);
        for offset in 0..24 {
            assert_eq!(array.offset(&array.place(offset)), offset);
        }
        assert_eq!(strides(&array.shape), [12, 4, 1]);
    }
}
