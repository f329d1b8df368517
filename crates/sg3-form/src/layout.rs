//! Which sheets, tables, columns and rows of a form hold which input: one description for writing the form and for
//! reading it.
//!
//! A form that has been sent out cannot be changed, so what reading relies on is only the machine keys of
//! `layout/key.rs`: every table stands under a hidden key row and beside a hidden key column, and says in them what it
//! holds. Titles, order, sheets and positions are free to change. Evidence beside values has keys of its own
//! (`layout/evidence.rs`).

pub(crate) mod build;
pub(crate) mod column;
pub(crate) mod evidence;
pub(crate) mod fingerprint;
pub mod key;
pub(crate) mod multi_model;
pub(crate) mod own_sheets;
pub(crate) mod position;
pub(crate) mod respondent;
pub(crate) mod sheet;
pub(crate) mod table;
pub(crate) mod years;

pub use column::{ArrayInput, ColumnContent, FormColumn, MemberSource};
pub use evidence::EvidenceField;
pub use position::CellAddress;
pub use sheet::{FormSheet, Layout};
pub use table::{FormRow, FormTable, OpenRows, TableRows};
