//! What is known of figures beside their amounts stands beside them, and is had again from the workbook.

use crate::book;
use crate::catalogue::{self, Example};
use sg3_calc::{Evidence, Status};
use sg3_lang::model::QuantityId;
use sg3_live::book::Role;
use sg3_live::verify;
use sg3_live::verify::SheetCells;
use std::sync::Arc;

fn pages(bytes: &[u8]) -> Vec<SheetCells> {
    let mut workbook = sg3_workbook::Workbook::open(bytes.to_vec(), "result.xlsx").expect("a workbook");
    sg3_live::verify::read_sheets(&mut workbook).expect("its sheets")
}

fn estimated() -> Evidence {
    Evidence {
        status: Some(Status::Estimated),
        range: Some((0.5, 2.25)),
        source: Some("=sample of a week".to_owned()),
        confidential: Some("rates agreed in confidence".to_owned()),
        comment: Some("counters were lost in March".to_owned()),
    }
}

/// The first case of the tour, with something known of the first figure of each input, or of all of them.
fn with_evidence(of_all: bool) -> Example {
    let mut example = catalogue::tour().anew();
    let audited = Evidence { status: Some(Status::Audited), ..Evidence::default() };
    for (id, ..) in example.model.inputs() {
        let count = example.inputs.array(id).map_or(0, |array| array.cells.len());
        let known = |cell| if cell == 0 { Some(estimated()) } else { of_all.then(|| audited.clone()) };
        example.inputs.evidence[id.0 as usize] = (0..count).map(|cell| known(cell).map(Arc::new)).collect();
    }
    example
}

#[test]
fn evidence_is_had_again_from_the_workbook() {
    for of_all in [false, true] {
        let example = with_evidence(of_all);
        let stored = verify::read_inputs(&pages(book::of(&example)), &example.model);
        let cells = |id: QuantityId| 0..example.inputs.array(id).map_or(0, |array| array.cells.len());
        let all = example.model.inputs().flat_map(|(id, ..)| cells(id).map(move |cell| (id, cell)));
        let mut seen = 0;
        for (id, cell) in all {
            assert_eq!(stored.evidence(id, cell), example.inputs.evidence(id, cell));
            seen += usize::from(stored.evidence(id, cell).is_some());
        }
        assert!(seen > 0);
    }
}

#[test]
fn status_stands_beside_every_figure_of_the_data() {
    let example = with_evidence(true);
    let (book, bytes) = book::with_book(&example);
    let pages = pages(bytes);
    let mut seen = 0;
    for block in book.blocks.iter().filter(|block| matches!(block.role, Role::InUse | Role::Delivered)) {
        let Some(place) = block.place.filter(|_| (block.role == Role::Delivered) == block.across.is_some()) else {
            continue;
        };
        let page = pages.iter().find(|page| page.name == book.sheets[place.sheet].name).expect("the sheet");
        let beside = u32::from(place.column) + block.across.map_or(3, |_| block.columns() as u32);
        let words = page.text(place.row, beside).expect("a status");
        let wanted = if block.columns() == 1 { "estimated, confidential" } else { "differs: see Sources" };
        assert_eq!(words, wanted);
        assert!(block.rows() == 1 || page.text(place.row + 1, beside).is_some_and(|words| words == "audited"));
        seen += 1;
    }
    assert!(seen > 0);
}

#[test]
fn nothing_is_said_where_nothing_is_known() {
    let example = catalogue::tour();
    let pages = pages(book::of(example));
    let words = pages.iter().flat_map(|page| page.cells.values()).filter_map(|cell| match &cell.content {
        sg3_workbook::Content::Text(text) => Some(text),
        _ => None,
    });
    assert_eq!(words.filter(|words| *words == "estimated" || *words == "audited").count(), 0);
    let stored = verify::read_inputs(&pages, &example.model);
    assert!(example.model.inputs().all(|(id, ..)| stored.evidence(id, 0).is_none()));
}
