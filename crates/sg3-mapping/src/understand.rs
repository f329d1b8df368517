//! What source files hold: tables and lists, and what their words mean in a model.
//!
//! `dictionary` and model make the `lexicon`; `table_finder` and `list_finder` cut sheets into tables and lists; `table_meaning` says what
//! each row and column of a table may mean.

pub(crate) mod balance;
pub(crate) mod balance_columns;
pub(crate) mod coded_label;
pub(crate) mod columns;
pub(crate) mod concept;
pub(crate) mod demand;
pub(crate) mod dictionary;
pub(crate) mod equal_amounts;
pub(crate) mod groups;
pub(crate) mod heads;
pub(crate) mod lexicon;
pub(crate) mod list;
pub(crate) mod list_finder;
pub(crate) mod measure;
pub(crate) mod member_key;
pub(crate) mod member_tables;
pub(crate) mod members;
pub(crate) mod period;
pub(crate) mod records;
pub(crate) mod scores;
pub(crate) mod shared_rows;
pub(crate) mod side_mark;
pub(crate) mod table;
pub(crate) mod table_finder;
pub(crate) mod table_meaning;
pub(crate) mod text_measure;
pub(crate) mod totals;
pub(crate) mod understood;
