//! Workbooks that come back: what nobody changed is the same, whichever program saved it; every kind of change is found.

use crate::catalogue::{Example, examples, for_office, tour};
use crate::{book, office, written};
use ironcalc::base::Model;
use sg3_lang::model::Axis;
use sg3_live::Book;
use sg3_live::book::{Block, Role};
use sg3_live::verify;
use sg3_live::verify::{Change, ChangeKind, Comparison, SheetCells};
use std::io::Cursor;

pub(crate) fn pages(bytes: &[u8]) -> Vec<SheetCells> {
    let mut workbook = sg3_workbook::Workbook::open(bytes.to_vec(), "returned.xlsx").expect("a workbook");
    sg3_live::verify::read_sheets(&mut workbook).expect("its sheets")
}

fn compared(example: &Example, returned: &[u8]) -> Comparison {
    let (book, bytes) = book::with_book(example);
    verify::compare(book, &example.inputs, &pages(bytes), &pages(returned))
}

pub(crate) fn saved(model: &Model) -> Vec<u8> {
    let writer = Cursor::new(Vec::new());
    ironcalc::export::save_xlsx_to_writer(model, writer).expect("it can be saved").into_inner()
}

/// What is found after an edit of the tour's workbook.
fn after(edit: impl Fn(&Book, &mut Model)) -> Comparison {
    let example = tour();
    let (book, bytes) = book::with_book(example);
    let mut model = written::open(bytes);
    edit(book, &mut model);
    model.evaluate();
    compared(example, &saved(&model))
}

/// Sheet, row and column of the first value of the first block that fits, as IronCalc counts them.
fn cell(book: &Book, fits: impl Fn(&Block) -> bool) -> (u32, i32, i32) {
    let fits = |block: &&Block| block.cells() > 0 && fits(block);
    let place = book.blocks.iter().find(fits).and_then(|block| block.place).expect("there is such a block");
    ((place.sheet + sg3_live::PAGES_BEFORE) as u32, place.row as i32 + 1, i32::from(place.column) + 1)
}

fn formulas(block: &Block) -> bool {
    block.role == Role::Quantity && block.has_formula(0) && block.place.is_some()
}

fn kinds(comparison: &Comparison) -> Vec<ChangeKind> {
    comparison.changes.iter().map(|change| change.kind).collect()
}

fn only(comparison: &Comparison, kind: ChangeKind) -> Change {
    assert_eq!(kinds(comparison), [kind], "{:#?}", comparison.changes);
    comparison.changes[0].clone()
}

#[test]
fn what_libreoffice_saves_is_unchanged() {
    let Some(saved) = &*office::SAVED else { return };
    for (example, saved) in for_office().zip(saved) {
        assert_eq!(compared(example, saved), Comparison::default(), "{}", example.name);
    }
}

#[test]
fn what_ironcalc_saves_is_unchanged() {
    assert_eq!(after(|_, _| {}), Comparison::default());
}

/// Without them a workbook of members with units of their own would be found to be changed as soon as it is written.
#[test]
fn units_of_the_data_are_had_again() {
    let mut with_units = 0;
    for example in examples("samples") {
        let stored = verify::read_inputs(&pages(book::of(example)), &example.model);
        for (number, dimension) in example.model.dimensions.iter().enumerate().filter(|(_, own)| own.is_from_data()) {
            let (units, had) = (&example.inputs.members[number].units, &stored.members[number].units);
            assert_eq!(had, units, "{}: {}", example.name, dimension.name);
            with_units += usize::from(units.iter().any(Option::is_some));
        }
    }
    assert!(with_units > 0, "no sample has a unit of the data");
}

#[test]
fn the_data_are_had_again_from_the_workbook() {
    for example in examples("models") {
        let (book, bytes) = book::with_book(example);
        let stored = verify::read_inputs(&pages(bytes), &example.model);
        for (id, quantity, _) in example.model.inputs().filter(|(id, ..)| book.of_quantity(*id).is_some()) {
            let Some(given) = example.inputs.array(id) else { continue };
            let keys = |inputs: &sg3_calc::Inputs, axis: &Axis| inputs.members_of(axis.dimension).keys.clone();
            if quantity.axes.iter().any(|axis| keys(&example.inputs, axis) != keys(&stored, axis)) {
                // a case may leave out members that the model lists; no data do
                continue;
            }
            let found = &stored.array(id).expect("it is stored").cells;
            let bits = |cells: &[f64]| cells.iter().map(|cell| cell.to_bits()).collect::<Vec<_>>();
            assert_eq!(bits(&given.cells), bits(found), "{} {}", example.name, quantity.name);
            assert!((0..found.len()).all(|cell| example.inputs.origin(id, cell) == stored.origin(id, cell)));
        }
    }
}

#[test]
fn another_formula_is_found() {
    let found = after(|book, model| {
        let (sheet, row, column) = cell(book, formulas);
        let text = model.get_cell_formula(sheet, row, column).expect("a cell").expect("a formula");
        model.set_user_input(sheet, row, column, format!("{text}+1")).expect("it can be changed");
    });
    assert!(only(&found, ChangeKind::Formula).is.ends_with("+1"));
}

#[test]
fn a_figure_over_a_formula_is_found() {
    let found = after(|book, model| {
        let (sheet, row, column) = cell(book, formulas);
        model.set_user_input(sheet, row, column, "42".to_owned()).expect("it can be changed");
    });
    assert_eq!(only(&found, ChangeKind::FormulaReplaced).is, "42");
}

#[test]
fn another_label_is_found() {
    let found = after(|book, model| {
        let (sheet, row, _) = cell(book, formulas);
        model.set_user_input(sheet, row, 2, "Something else".to_owned()).expect("it can be changed");
    });
    assert_eq!(only(&found, ChangeKind::Label).is, "Something else");
}

#[test]
fn a_figure_in_its_cell_is_no_change_but_a_figure_of_the_users() {
    let room = |block: &Block| block.role == Role::Override && block.place.is_some();
    let found = after(|book, model| {
        let (sheet, row, column) = cell(book, room);
        model.set_user_input(sheet, row, column, "0.25".to_owned()).expect("there is room");
    });
    assert_eq!(kinds(&found), []);
    assert_eq!(found.own.iter().map(|own| (own.value, own.is_beside)).collect::<Vec<_>>(), [(Some(0.25), true)]);
}

#[test]
fn a_figure_over_one_delivered_is_both() {
    let base = |block: &Block| block.role == Role::Delivered && block.place.is_some() && block.values[0].is_finite();
    let found = after(|book, model| {
        let (sheet, row, column) = cell(book, base);
        model.set_user_input(sheet, row, column, "0.25".to_owned()).expect("it can be changed");
    });
    assert_eq!(only(&found, ChangeKind::Figure).is, "0.25");
    assert_eq!(found.own.iter().map(|own| (own.value, own.is_beside)).collect::<Vec<_>>(), [(Some(0.25), false)]);
}

#[test]
fn a_row_put_in_is_one_change_though_everything_moves() {
    let found = after(|book, model| {
        let (sheet, row, _) = cell(book, formulas);
        model.insert_rows(sheet, row - 1, 1).expect("a row can be put in");
        model.set_user_input(sheet, row - 1, 2, "A row of my own".to_owned()).expect("it can be written to");
    });
    assert!(only(&found, ChangeKind::RowAdded).is.contains("A row of my own"));
}

#[test]
fn a_sheet_of_another_name_is_one_change_though_formulas_name_it() {
    let found = after(|book, model| {
        let (sheet, ..) = cell(book, formulas);
        model.rename_sheet_by_index(sheet, "Mine").expect("it can be renamed");
    });
    assert_eq!(only(&found, ChangeKind::SheetRenamed).is, "Mine");
}

#[test]
fn a_new_sheet_is_found() {
    let found = after(|_, model| model.add_sheet("Notes").expect("a sheet can be added"));
    assert_eq!(only(&found, ChangeKind::SheetAdded).is, "Notes");
}

#[test]
fn a_setting_of_the_page_of_control_is_harmless() {
    let found = after(|_, model| {
        model.set_user_input(2, 9, 3, "XOF".to_owned()).expect("it can be changed");
    });
    assert!(only(&found, ChangeKind::Setting).kind.is_harmless());
}

#[test]
fn a_row_that_is_gone_is_found_and_so_is_what_read_it() {
    let found = after(|book, model| {
        let (sheet, row, _) = cell(book, formulas);
        model.delete_rows(sheet, row, 1).expect("it can be deleted");
    });
    assert_eq!(kinds(&found), [ChangeKind::RowGone, ChangeKind::Formula], "{:#?}", found.changes);
    assert!(found.changes[0].was.contains("Radio network"));
    assert!(found.changes[1].is.contains("#REF!"));
}

#[test]
fn a_row_of_figures_that_is_gone_is_found() {
    let found = after(|book, model| {
        let (sheet, row, _) = cell(book, |block| block.role == Role::Override && block.place.is_some());
        model.delete_rows(sheet, row, 1).expect("it can be deleted");
    });
    let first = &found.changes[0];
    assert_eq!(first.kind, ChangeKind::RowGone, "{:#?}", found.changes);
    assert!(found.changes[1..].iter().all(|change| change.is.contains("#REF!")), "{:#?}", found.changes);
}

#[test]
fn a_column_that_is_gone_is_found_and_so_is_what_read_it() {
    let found = after(|book, model| {
        let (sheet, _, column) = cell(book, formulas);
        model.delete_columns(sheet, column, 1).expect("it can be deleted");
    });
    let (first, others) = found.changes.split_first().expect("changes");
    assert_eq!((first.kind, first.was.is_empty()), (ChangeKind::ColumnGone, false), "{:#?}", found.changes);
    assert!(!others.is_empty() && others.iter().all(|change| change.kind == ChangeKind::Formula), "{others:#?}");
}

#[test]
fn a_column_put_in_is_one_change_though_everything_moves() {
    let found = after(|book, model| {
        let (sheet, row, column) = cell(book, formulas);
        model.insert_columns(sheet, column, 1).expect("a column can be put in");
        model.set_user_input(sheet, row, column, "A remark".to_owned()).expect("it can be written to");
    });
    assert!(only(&found, ChangeKind::ColumnAdded).is.contains("A remark"));
}

#[test]
fn a_sheet_that_is_gone_is_found_and_so_is_what_read_it() {
    let found = after(|book, model| {
        let (sheet, ..) = cell(book, formulas);
        let id = model.workbook.worksheets[sheet as usize].sheet_id;
        model.workbook.defined_names.retain(|name| name.sheet_id != Some(id));
        model.delete_sheet(sheet).expect("it can be deleted");
    });
    let (first, others) = found.changes.split_first().expect("changes");
    assert_eq!((first.kind, &*first.was), (ChangeKind::SheetGone, "Traffic"), "{:#?}", found.changes);
    // Excel writes #REF! there, IronCalc the name of what is gone
    assert!(!others.is_empty() && others.iter().all(|change| change.kind == ChangeKind::Formula), "{others:#?}");
}

#[test]
fn the_model_is_known_though_properties_are_dropped() {
    let example = tour();
    let bytes = saved(&written::open(book::of(example)));
    let mut workbook = sg3_workbook::Workbook::open(bytes, "returned.xlsx").expect("a workbook");
    assert!(workbook.properties().is_empty());
    let pages = sg3_live::verify::read_sheets(&mut workbook).expect("its sheets");
    assert_eq!(verify::find_model(&workbook, &pages), Some(example.model.known_name().to_owned()));
    assert_eq!(verify::find_model(&workbook, &[]), None);
}

#[test]
fn the_data_are_had_again_though_sheets_have_other_names() {
    let example = tour();
    let mut model = written::open(book::of(example));
    for name in ["About", "Sources", "Members"] {
        model.rename_sheet(name, &format!("My {name}")).expect("it can be renamed");
    }
    let pages = pages(&saved(&model));
    let bits = |inputs: &sg3_calc::Inputs| {
        let arrays = inputs.arrays.iter().flatten().flat_map(|array| array.cells.clone());
        arrays.filter(|cell| !cell.is_nan()).map(f64::to_bits).collect::<Vec<_>>()
    };
    assert_eq!(bits(&verify::read_inputs(&pages, &example.model)), bits(&example.inputs));
}

#[test]
fn what_a_workbook_says_of_itself_is_had_again() {
    let digest = |name: &str| sg3_live::Digest { name: name.to_owned(), sha256: format!("{name} in digits") };
    let library = |edition: &str| sg3_live::NamedLibrary {
        edition: edition.to_owned(),
        contents: format!("a region; licence MIT; documents of {edition}"),
    };
    let edition = sg3_live::Provenance {
        left_out: None,
        written: "2025-06-30".to_owned(),
        program: "sg3 1.0".to_owned(),
        libraries: vec![library("West 1.2"), library("sg3 catalogue 0.1.0")],
        documents: vec![digest("tour/mobile")],
        data: vec![digest("a.xlsx"), digest("b.csv")],
        mappings: vec![digest("mapping.csv")],
        settings: vec!["wacc=0.1".to_owned()],
        mistakes: vec!["`wacc` is 12, but must be 0..1 1/year".to_owned()],
        portion: vec!["--part tariff".to_owned()],
    };
    let (book, _) = book::with_book(tour());
    let language = sg3_language::Language::default();
    let bytes = sg3_live::write_workbook(book, book::material(tour(), &language), &edition);
    let bytes = bytes.expect("results fit on a sheet");
    assert_eq!(verify::read_provenance(&pages(&bytes)), edition);
}
