//! A workbook that comes back, beside a fresh one made from the same model and data: every formula, label and figure that
//! was changed, every row or sheet that is gone or new, and every figure that the user put in place of another.

pub(crate) mod align;
pub(crate) mod former;
pub(crate) mod formula;
pub(crate) mod own;
pub(crate) mod page;
pub(crate) mod pair;
pub(crate) mod said;

use crate::book::Book;
use crate::book::block::Role;
use crate::edition::{Digest, Edition};
use crate::stored;
pub use own::Own;
pub use page::{Page, pages};

use page::named;
use pair::Pair;
use sg3_calc::Inputs;
use sg3_lang::Model;

/// What is not as it was delivered.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Comparison {
    /// Changes, in the order of the workbook.
    pub changes: Vec<Change>,
    /// Figures in the cells for other figures.
    pub own: Vec<Own>,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Of what kind.
    pub kind: ChangeKind,
    /// The sheet, as the returned workbook calls it; as delivered if it is gone.
    pub sheet: String,
    /// The cell in the returned workbook, a row (`12`), or nothing for a sheet.
    pub at: String,
    /// What the row is.
    pub what: String,
    /// What stood there.
    pub was: String,
    /// What stands there.
    pub is: String,
}

/// Kinds of changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// Another formula.
    Formula,
    /// A figure or words where a formula stood.
    FormulaReplaced,
    /// Other words.
    Label,
    /// Another figure among those delivered.
    Figure,
    /// Something in a cell that was blank.
    Added,
    /// A row that is gone.
    RowGone,
    /// A row that is new.
    RowAdded,
    /// A column that is gone.
    ColumnGone,
    /// A column that is new.
    ColumnAdded,
    /// A sheet that is gone.
    SheetGone,
    /// A sheet that is new.
    SheetAdded,
    /// A sheet of another name.
    SheetRenamed,
    /// How results are shown on the page of control.
    Setting,
}

impl ChangeKind {
    /// Whether the workbook still computes what was delivered: only settings, and additions beside it, leave it so.
    pub fn is_harmless(self) -> bool {
        matches!(
            self,
            ChangeKind::Setting
                | ChangeKind::Added
                | ChangeKind::RowAdded
                | ChangeKind::ColumnAdded
                | ChangeKind::SheetAdded
        )
    }

    /// As people say it.
    pub fn words(self) -> &'static str {
        match self {
            ChangeKind::Formula => "formula changed",
            ChangeKind::FormulaReplaced => "formula replaced",
            ChangeKind::Label => "label changed",
            ChangeKind::Figure => "delivered figure changed",
            ChangeKind::Added => "cell added",
            ChangeKind::RowGone => "row deleted",
            ChangeKind::RowAdded => "row added",
            ChangeKind::ColumnGone => "column deleted",
            ChangeKind::ColumnAdded => "column added",
            ChangeKind::SheetGone => "sheet deleted",
            ChangeKind::SheetAdded => "sheet added",
            ChangeKind::SheetRenamed => "sheet renamed",
            ChangeKind::Setting => "display setting",
        }
    }
}

/// Name of the model that a live workbook was made of; nothing if it is none.
///
/// Programs that save a workbook may drop its properties: then its first sheet says it.
pub fn live_model(workbook: &sg3_workbook::Workbook, pages: &[Page]) -> Option<String> {
    let said = || about(pages)?.words(stored::MODEL.0, stored::MODEL.1).map(str::to_owned);
    let is_live = || named(pages, stored::SOURCES).is_some();
    workbook.properties().get(stored::MODEL_PROPERTY).cloned().or_else(|| said().filter(|_| is_live()))
}

/// The sheet that says what the workbook is, whatever it is called.
fn about(pages: &[Page]) -> Option<&Page> {
    pages.iter().find(|page| page.words(stored::MODEL.0, 1) == Some(stored::MODEL_LABEL))
}

/// The data that a workbook was made of.
pub fn stored_inputs(pages: &[Page], model: &Model) -> Inputs {
    stored::inputs(pages, model)
}

/// What a workbook says of itself.
pub fn stored_edition(pages: &[Page]) -> Edition {
    let Some(about) = about(pages) else { return Edition::default() };
    let value = |row: u32| about.words(row, 2).filter(|words| *words != "–").unwrap_or_default().to_owned();
    let below = |title: &str| {
        let top = (0..=about.last_row())
            .find(|row| about.words(*row, 1).is_some_and(|words| former::current(words) == title));
        top.into_iter()
            .flat_map(|top| (top + 1..).map_while(|row| Some((row, about.words(row, 1)?))))
            .collect::<Vec<_>>()
    };
    let digests = |title: &str| {
        let digest = |(row, name): (u32, &str)| Digest { name: name.to_owned(), sha256: value(row) };
        below(title).into_iter().map(digest).collect()
    };
    let words = |title: &str| below(title).into_iter().map(|(_, words)| words.to_owned()).collect();
    Edition {
        written: value(4),
        program: value(5),
        documents: digests(crate::draw::about::DOCUMENTS),
        data: digests(crate::draw::about::DATA),
        mappings: digests(crate::draw::about::MAPPINGS),
        settings: words(crate::draw::about::SETTINGS),
        mistakes: words(crate::draw::about::MISTAKES),
        portion: words(crate::draw::about::PORTION),
    }
}

/// Compares the pages of a returned workbook with those of a fresh one, whose blocks the book knows.
pub fn compare(book: &Book, inputs: &Inputs, fresh: &[Page], returned: &[Page]) -> Comparison {
    let (pairs, mut changes) = pair::pairs(fresh, returned);
    let rooms = own::rooms(book);
    let mut found = Comparison::default();
    for page in fresh {
        let Some(pair) = pairs.iter().find(|pair| pair.fresh.name == page.name) else { continue };
        compare_pages(pair, &pairs, &rooms, book, inputs, &mut found);
    }
    changes.append(&mut found.changes);
    Comparison { changes, own: found.own }
}

fn compare_pages(
    pair: &Pair,
    pairs: &[Pair],
    rooms: &own::Rooms,
    book: &Book,
    inputs: &Inputs,
    found: &mut Comparison,
) {
    pair.lines_gone_and_added(&mut found.changes);
    let sheet = book.sheets.iter().position(|sheet| sheet.name == pair.fresh.name);
    for ((row, column), (was, is)) in pair.cells() {
        let room = sheet.and_then(|sheet| rooms.get(&(sheet, row, column)));
        let is_room = room.is_some_and(|(block, _)| book.block(*block).role == Role::Override);
        let change = pair.change(pairs, (row, column), was, is).filter(|_| !is_room);
        if let Some(room) = room.filter(|_| is_room || change.is_some()) {
            let at = (&*pair.returned.name, pair.address(row, column));
            found.own.extend(is.and_then(|is| own::read(book, inputs, *room, is, at)));
        }
        found.changes.extend(change);
    }
}
