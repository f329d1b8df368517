//! The rectangle around the cells of a sheet, every place of which the reader makes where it lays a sheet out in full (.xls, .ods).

/// First and last row, first and last column of what was included; nothing before anything was.
#[derive(Default)]
pub(crate) struct Extent {
    bounds: Option<[u64; 4]>,
}

impl Extent {
    /// Grows as far as this cell.
    pub(crate) fn include(&mut self, row: u64, column: u64) {
        let [top, bottom, left, right] = self.bounds.unwrap_or([row, row, column, column]);
        self.bounds = Some([top.min(row), bottom.max(row), left.min(column), right.max(column)]);
    }

    /// Places in the rectangle.
    pub(crate) fn count_places(&self) -> u64 {
        self.bounds.map_or(0, |[top, bottom, left, right]| (bottom - top + 1) * (right - left + 1))
    }

    /// Row and column of the last place.
    pub(crate) fn last_place(&self) -> Option<(u64, u64)> {
        self.bounds.map(|[_, bottom, _, right]| (bottom, right))
    }
}
