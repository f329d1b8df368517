//! The figure of an input that is in use: that of the user where there is one, else the one delivered.

use super::printer::Printer;
use crate::book::BlockId;
use crate::book::formula::{Coordinate, Formula, InputInUse, Reference};
use crate::book::stored_layout::members;
use sg3_lang::model::DimensionId;

impl Printer<'_> {
    /// The number of the member whose word is entered. `MATCH` takes `*` in words for any letters: the words are compared.
    pub(super) fn selected_member(
        &mut self,
        dimension: DimensionId,
        delivered: BlockId,
        replacement: BlockId,
    ) -> String {
        let [delivered, replacement] = [delivered, replacement].map(|block| self.same_place(block));
        let words = self.member_list(dimension, members::WORD);
        let numbers = self.member_list(dimension, members::NUMBER);
        let word = format!("IF(ISBLANK({replacement}),{delivered},{replacement})");
        format!("IF(SUMPRODUCT(({words}={word})*1)=1,SUMPRODUCT(({words}={word})*{numbers}),NA())")
    }

    /// A blank among the figures delivered has its stand-in; what is entered and not of its kind is an error.
    pub(super) fn in_use(&mut self, input: &InputInUse) -> String {
        let [delivered, replacement] = [input.delivered, input.replacement].map(|block| self.same_place(block));
        let stand_in = self.number(&input.blank).0;
        let delivered = match (&*input.blank, input.for_blank_only) {
            (Formula::Missing, _) => figure(&delivered, input.yes_or_no, "NA()"),
            (_, true) => {
                format!("IF(ISBLANK({delivered}),{stand_in},{})", figure(&delivered, input.yes_or_no, "NA()"))
            }
            (_, false) => figure(&delivered, input.yes_or_no, &stand_in),
        };
        let replaced = figure(&replacement, input.yes_or_no, "NA()");
        format!("IF(ISBLANK({replacement}),{delivered},{replaced})")
    }

    /// The cell of another block of the same shape.
    fn same_place(&mut self, block: BlockId) -> String {
        let places = (0..self.block.axes.len()).map(Coordinate::Along).collect();
        self.reference(&Reference { block, places })
    }
}

fn figure(cell: &str, yes_or_no: bool, otherwise: &str) -> String {
    if yes_or_no {
        format!("IF({cell}=\"yes\",1,IF({cell}=\"no\",0,{otherwise}))")
    } else {
        format!("IF(ISNUMBER({cell}),{cell},{otherwise})")
    }
}
