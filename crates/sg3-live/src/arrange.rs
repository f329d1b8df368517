//! Which block stands where: sheets by heading, blocks in the order of the model, parts below what they help.

use crate::book::block::{Block, Role};
use crate::book::{BASE, BlockId, Columns, List, Place, Purpose, Sheet, WorldId};
use crate::lower::Lowering;
use sg3_calc::present::section;
use sg3_lang::model::{DimensionId, Kind};
use sg3_workbook::write::sheet_name;

/// Sheets that are not of blocks.
const PAGES: [&str; 9] =
    ["About", "Map", "Control", "Results", "Checks", "Sources", "Glossary", "Members", "Adjustments"];

/// Rows at the top of every sheet: its title, and what is always in sight.
pub const HEAD: u32 = 3;

/// Puts every block on a sheet.
pub fn arrange(lowering: &mut Lowering) {
    let reached = reached(lowering);
    let deepest = lowering.book.blocks.iter().map(|block| block.down().count()).max().unwrap_or(0);
    lowering.book.columns = Columns { numbers: deepest as u16 };
    list_members(lowering);
    let mut homes: Vec<(Home, BlockId)> =
        reached.into_iter().filter_map(|id| home(lowering, id).map(|home| (home, id))).collect();
    homes.sort();
    let mut names: Vec<String> = PAGES.iter().map(|page| (*page).to_owned()).collect();
    let mut rest = &homes[..];
    while let Some((first, _)) = rest.first() {
        let together = rest.iter().take_while(|(home, _)| home.sheet == first.sheet).count();
        let (here, others) = rest.split_at(together);
        let blocks = here.iter().map(|(_, block)| *block).collect();
        let sheet = sheet(lowering, &first.sheet, blocks, &names);
        names.push(sheet.name.clone());
        place(lowering, sheet);
        rest = others;
    }
}

/// What is wanted, and what that reads: not what was tried and given up.
fn reached(lowering: &Lowering) -> Vec<BlockId> {
    let book = &lowering.book;
    let mut reached = vec![false; book.blocks.len()];
    let checks = book.checks.iter().flat_map(|check| [check.left, check.right, Some(check.holds)]).flatten();
    let mut open: Vec<BlockId> = lowering.wanted.iter().copied().chain(checks).collect();
    while let Some(id) = open.pop() {
        if !std::mem::replace(&mut reached[id.0 as usize], true) {
            book.block(id).for_each_formula(&mut |formula| formula.for_each_block(&mut |block| open.push(block)));
        }
    }
    book.block_ids().filter(|id| reached[id.0 as usize]).collect()
}

/// On which sheet a block is, and in which order there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Home {
    sheet: SheetKey,
    section: usize,
    check: Option<u32>,
    quantity: u32,
    rank: u8,
    block: u32,
}

/// Inputs, then calculations, then other worlds; each by heading.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum SheetKey {
    Inputs(usize),
    Calculations(usize),
    World(u32),
}

fn home(lowering: &Lowering, id: BlockId) -> Option<Home> {
    let own = lowering.book.block(id);
    let owner = owner(lowering, id);
    let block = lowering.book.block(owner);
    let model = lowering.material.model;
    let check = lowering.book.checks.iter().find(|check| check.holds == owner);
    let section = match (block.quantity, check) {
        (Some(quantity), _) => model.quantity(quantity).section,
        (None, Some(check)) => model.checks[check.check].section,
        (None, None) => return None,
    };
    let head = section::head(model, section);
    let sheet = match (block.role, block.world) {
        (Role::Live, _) => SheetKey::Inputs(head),
        (_, BASE) => SheetKey::Calculations(head),
        (_, world) => SheetKey::World(world.0),
    };
    let rank = match own.role {
        Role::Live | Role::Quantity | Role::Check if id == owner => 0,
        Role::Base => 1,
        Role::Override => 2,
        Role::Number => 3,
        _ => 4,
    };
    let check = check.map(|check| check.check as u32);
    Some(Home { sheet, section, check, quantity: block.quantity.map_or(0, |id| id.0), rank, block: id.0 })
}

/// The block that a part helps in the end.
fn owner(lowering: &Lowering, mut id: BlockId) -> BlockId {
    while let Some(helps) = lowering.book.block(id).helps {
        id = helps;
    }
    id
}

fn sheet(lowering: &Lowering, key: &SheetKey, blocks: Vec<BlockId>, before: &[String]) -> Sheet {
    let model = lowering.material.model;
    let (title, wanted, purpose, prose) = match key {
        SheetKey::Inputs(head) => {
            let title = section::title(model, *head);
            (format!("{title}: figures"), format!("In {title}"), Purpose::Inputs, Vec::new())
        }
        SheetKey::Calculations(head) => {
            let title = section::title(model, *head);
            (title.clone(), title, Purpose::Calculations, prose(&model.sections[*head].prose))
        }
        SheetKey::World(world) => {
            let world = WorldId(*world);
            let title = lowering.book.worlds[world.0 as usize].title.clone();
            (title.clone(), title, Purpose::World(world), lowering.book.worlds[world.0 as usize].words.clone())
        }
    };
    Sheet { name: sheet_name::unique(&wanted, before), title, purpose, prose, blocks, end: 0 }
}

/// The paragraphs of a text, without lists, tables and marks of emphasis.
fn prose(text: &str) -> Vec<String> {
    let paragraph = |paragraph: &str| paragraph.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_prose = |paragraph: &String| !paragraph.is_empty() && !paragraph.starts_with(['|', '-', '#', '`']);
    text.split("\n\n").map(paragraph).filter(is_prose).map(|text| text.replace(['*', '`'], "")).collect()
}

fn place(lowering: &mut Lowering, mut sheet: Sheet) {
    let number = lowering.book.sheets.len();
    let columns = lowering.book.columns;
    let mut row = HEAD + sheet.prose.len() as u32 + u32::from(!sheet.prose.is_empty());
    let mut last: Option<BlockId> = None;
    for id in sheet.blocks.clone() {
        let block = lowering.book.block(id);
        let beside = beside(&lowering.book.blocks, block);
        let joins = last.is_some_and(|last| joins(lowering.book.block(last), block));
        let (place, end) = match beside {
            Some((place, steps)) => (Place { column: place.column + steps, ..place }, row),
            None => {
                // rows that follow each other need no heading of their own
                let top = if joins { row - 1 } else { row };
                let heading = if joins { block.words_above() } else { block.heading() };
                let first = top + heading;
                (Place { sheet: number, top, row: first, column: columns.first() }, first + block.rows() as u32 + 1)
            }
        };
        lowering.book.blocks[id.0 as usize].place = Some(place);
        row = end;
        last = Some(if beside.is_some() { last.unwrap_or(id) } else { id });
    }
    sheet.end = row;
    lowering.book.sheets.push(sheet);
}

/// What the data say, and room for other figures, stand beside what is used, unless years go across.
fn beside(blocks: &[Block], block: &Block) -> Option<(Place, u16)> {
    let steps = match block.role {
        Role::Base => 1,
        Role::Override => 2,
        _ => return None,
    };
    let live = &blocks[block.helps?.0 as usize];
    (live.across.is_none()).then_some((live.place?, steps))
}

/// Whether a block is one more row of those above.
fn joins(above: &Block, block: &Block) -> bool {
    let single = |block: &Block| block.axes.is_empty();
    match (above.role, block.role) {
        (Role::Live, Role::Live) => single(above) && single(block),
        (_, Role::Number | Role::Part) => single(block) && (single(above) || above.role == Role::Number),
        (_, Role::Check) => single(block) && single(above) && block.helps.is_some(),
        _ => false,
    }
}

impl Block {
    /// Rows from the top to the first value.
    fn heading(&self) -> u32 {
        let titled = u32::from(self.has_title());
        titled + self.words_above() + self.heading_rows()
    }

    /// Rows of words above the values.
    pub fn words_above(&self) -> u32 {
        self.words.len() as u32
    }

    /// Whether its title stands above it: a single figure has it beside.
    pub fn has_title(&self) -> bool {
        !self.axes.is_empty()
    }

    /// Rows with members above the values.
    pub fn heading_rows(&self) -> u32 {
        match (self.across, self.role, self.axes.is_empty()) {
            (Some(_), ..) => 2,
            (None, Role::Live, _) => 1,
            (None, _, false) => 1,
            (None, _, true) => 0,
        }
    }
}

fn list_members(lowering: &mut Lowering) {
    let blocks = lowering.book.blocks.iter();
    let of_kind = |kind: &Kind| if let Kind::Member(dimension) = kind { Some(*dimension) } else { None };
    let mut used: Vec<DimensionId> = blocks
        .flat_map(|block| block.axes.iter().map(|axis| axis.dimension).chain(of_kind(&block.kind)))
        .chain(lowering.listed.iter().copied())
        .collect();
    used.sort_unstable();
    used.dedup();
    let mut row = HEAD;
    for dimension in used {
        let count = lowering.material.inputs.members_of(dimension).len() as u32;
        if count > 0 {
            lowering.book.lists.push(List { dimension, first_row: row + 1, count });
            row += count + 2;
        }
    }
}
