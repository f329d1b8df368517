//! Which sheets, tables, columns and rows of a form hold which input: one description for writing the form and for reading it.
//!
//! A form that has been sent out cannot be changed, so what reading relies on is only the machine keys of `layout/key.rs`:
//! every table stands under a hidden key row and beside a hidden key column, and says in them what it holds.
//! Titles, order, sheets and positions are free to change. Evidence beside values has keys of its own (`layout/evidence.rs`).

pub(crate) mod arrange;
pub(crate) mod column;
pub(crate) mod column_content;
pub(crate) mod evidence;
pub(crate) mod fingerprint;
pub(crate) mod fixed;
pub mod key;
pub(crate) mod multi_model;
pub(crate) mod placement;
pub(crate) mod position;
pub(crate) mod respondent;
pub(crate) mod scalars;
pub(crate) mod table;
pub(crate) mod unit;
pub(crate) mod words;

pub use column_content::{Ask, Column, Holds, Slot};
pub use evidence::Fact;
pub use position::Address;

use respondent::Respondent;
use sg3_lang::Model;
use sg3_lang::model::{Axis, DimensionId, QuantityId};
use std::sync::Arc;

/// A form for one owner.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// Name of the model.
    pub model: String,
    /// Whose form it is.
    pub owner: Respondent,
    /// Sheets, in order.
    pub sheets: Vec<Sheet>,
    /// What members are called in other languages.
    pub synonyms: Vec<(DimensionId, Arc<str>, String)>,
}

/// A sheet with its tables, from top to bottom.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// On its tab.
    pub name: String,
    /// Its heading.
    pub title: String,
    /// Tables, from top to bottom.
    pub tables: Vec<Table>,
}

/// A block of cells with a key for every row and every column.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What its rows are, as a machine key: `inputs`, `by service`, `list site`.
    pub key: String,
    /// What people see above it; nothing where the sheet's heading says it.
    pub title: String,
    /// Words below the title, in pieces that are said on their own.
    pub notes: Vec<String>,
    /// Row of its title in the blank form, from zero.
    pub top: u32,
    /// Column of the first piece of evidence in the blank form, from zero: each piece stands in one column on the whole sheet.
    pub margin: u32,
    /// What a row is a member of; none where every row is an input.
    pub axes: Vec<Axis>,
    /// Its rows.
    pub rows: Rows,
    /// Its columns, from left to right.
    pub columns: Vec<Column>,
}

/// The rows of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Rows {
    /// The model knows them.
    Fixed(Vec<Row>),
    /// Whoever fills the form adds them.
    Open(Open),
}

/// What a row is that the filler adds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Open {
    /// It makes a member, by code and label.
    Listing(DimensionId),
    /// It is a member, by its number.
    Numbered(DimensionId),
    /// It refers to members by their codes.
    Reference,
}

/// A row that the model knows.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Machine key: the name of an input, or the members joined by commas.
    pub key: String,
    /// A member for each axis of the table.
    pub members: Vec<Arc<str>>,
    /// What people see: the input's label, or a label for each member.
    pub labels: Vec<String>,
    /// Unit of the row, where a column shows it.
    pub unit: String,
    /// The input that the row asks for, if it asks for one.
    pub asks: Option<QuantityId>,
}

impl Layout {
    /// The form that asks `owner` for everything he answers for, and for nothing else.
    ///
    /// ```
    /// # use sg3_lang::{Diagnostics, Library, Sources, check, model::Owner};
    /// # let mut sources = Sources::default();
    /// # let text = [
    /// #     "# Calls", "```sg3",
    /// #     "dimension service \"Service\"", "    on_net \"Within the network\"", "    off_net \"To others\"",
    /// #     "input minutes[service] \"Minutes\" : minute/year",
    /// #     "regulator input wacc \"Cost of capital\" : 1/year",
    /// #     "output total \"Total\" : minute/year = sum(minutes over service)", "```", "",
    /// # ].join("\n");
    /// // input minutes[service] "Minutes" : minute/year
    /// // regulator input wacc "Cost of capital" : 1/year
    /// # let file = sources.add("calls", text);
    /// # let library = Library { functions: &[], documents: &|_| None };
    /// # let model = check(&mut sources, file, library, &mut Diagnostics::default()).unwrap();
    /// let layout = sg3_form::Layout::of(&model, Owner::Operator);
    /// let [sheet] = &layout.sheets[..] else { panic!() };
    /// assert_eq!(sheet.tables[0].key, "by service");
    /// let keys: Vec<&str> = sheet.tables[0].columns.iter().map(|column| &*column.key).collect();
    /// assert_eq!(keys[..5], ["@label service", "@unit", "minutes", "#status", "#least"]);
    /// ```
    pub fn of(model: &Model, owner: impl Into<Respondent>) -> Layout {
        Layout::asking(model, owner, &|_| true)
    }

    /// The same for some of the inputs, where others are asked elsewhere.
    pub fn asking(model: &Model, owner: impl Into<Respondent>, asks: &dyn Fn(QuantityId) -> bool) -> Layout {
        let owner = owner.into();
        let homes = placement::homes(model, owner, asks);
        let tables = homes.iter().map(|home| (home.section(model), table::table(model, home))).collect();
        Layout { model: model.name.clone(), owner, sheets: arrange::sheets(model, tables), synonyms: Vec::new() }
    }

    /// With room for last year's values beside this year's.
    pub fn with_last_year(mut self) -> Layout {
        self.sheets.iter_mut().flat_map(|sheet| &mut sheet.tables).for_each(evidence::add_last_year);
        self
    }

    /// Every table with its sheet.
    pub fn tables(&self) -> impl Iterator<Item = (&Sheet, &Table)> {
        self.sheets.iter().flat_map(|sheet| sheet.tables.iter().map(move |table| (sheet, table)))
    }

    /// The table in which a dimension's members are listed, with its sheet.
    pub fn listing(&self, dimension: DimensionId) -> Option<(&Sheet, &Table)> {
        self.tables().find(|(_, table)| table.lists() == Some(dimension))
    }
}

impl Table {
    /// Rows that the model knows; none if the filler adds them.
    pub fn fixed_rows(&self) -> &[Row] {
        match &self.rows {
            Rows::Fixed(rows) => rows,
            Rows::Open(_) => &[],
        }
    }

    /// Whether the filler adds rows.
    pub fn is_open(&self) -> bool {
        matches!(self.rows, Rows::Open(_))
    }

    /// The dimension whose members its rows make.
    pub fn lists(&self) -> Option<DimensionId> {
        match self.rows {
            Rows::Open(Open::Listing(dimension) | Open::Numbered(dimension)) => Some(dimension),
            _ => None,
        }
    }

    /// Position of the column that holds something.
    pub fn column_of(&self, holds: &Holds) -> Option<usize> {
        self.columns.iter().position(|column| column.holds == *holds)
    }

    /// The input and the place that a cell of a row with these members asks for.
    pub fn asked(
        &self,
        column: &Column,
        row: Option<&Row>,
        members: &[Arc<str>],
    ) -> Option<(QuantityId, Box<[Arc<str>]>)> {
        match &column.holds {
            Holds::Single(member) => row?.asks.map(|quantity| (quantity, member.iter().cloned().collect())),
            Holds::Values(ask) => Some((ask.quantity, ask.place_of(members))),
            Holds::Last(position) => self.asked(&self.columns[*position], row, members),
            Holds::Code(_) | Holds::Label(_) | Holds::Unit | Holds::Note | Holds::Evidence(_) | Holds::Check => None,
        }
    }
}
