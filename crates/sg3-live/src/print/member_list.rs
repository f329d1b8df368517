//! References to the list of members.

use super::printer::Printer;
use super::range::Range;
use crate::book::MemberRange;
use crate::book::stored_layout::members;
use sg3_lang::model::DimensionId;

impl Printer<'_> {
    /// A column of the list of a dimension.
    pub(super) fn member_list(&self, dimension: DimensionId, column: u16) -> String {
        let list = self.listed(dimension);
        let range = Range::fixed((list.first_row, list.last_row()), (column, column));
        format!("{}!{range}", members::SHEET)
    }

    /// The cell of the number of a member.
    pub(super) fn listed_number(&self, dimension: DimensionId, position: usize) -> String {
        let row = self.listed(dimension).first_row + position as u32;
        format!("{}!{}", members::SHEET, Range::cell((row, false), (members::NUMBER, false)))
    }

    fn listed(&self, dimension: DimensionId) -> &MemberRange {
        self.book.list(dimension).expect("its members are listed")
    }
}
