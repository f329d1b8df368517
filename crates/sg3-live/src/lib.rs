//! The live workbook: every figure a formula, down to the data, and the same figure.
//!
//! ```text
//! Model, Inputs, Results ──lower──▶ blocks of formulas ──arrange──▶ places ──evaluate──▶ values ──draw──▶ bytes
//!                                                                               (print writes each formula)
//! bytes that come back ──verify──▶ what was changed, and the figures that the user entered
//! ```
//!
//! A [`Book`] says in plain data which cell holds what; the workbook is drawn from it, and [`verify`] reads one back.
//!
//! ```
//! use sg3_lang::{Diagnostics, Library, Sources, check};
//! use sg3_live::{Material, Provenance, build_book, verify, write_workbook};
//!
//! let text = "# Shares\n```sg3\nown \"Own share\" : ratio = 0.25\noutput rest \"The rest\" : ratio = 1 - own\n```\n";
//! let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
//! let file = sources.add("shares", text);
//! let library = Library { functions: &[], documents: &|_| None };
//! let model = check(&mut sources, file, library, &mut diagnostics).expect("the text is right");
//! let inputs = sg3_calc::bind(&model, &[], &mut diagnostics);
//! let results = sg3_calc::evaluate(&model, &sg3_calc::plan(&model), &inputs);
//!
//! let language = sg3_language::Language::default();
//! let material = Material::of(&model, &sources, &inputs, &results, &language);
//! let outputs: Vec<_> = model.outputs().map(|(id, _)| id).collect();
//! let book = build_book(material, &outputs, true).expect("every formula can be written");
//! let bytes = write_workbook(&book, material, &Provenance::default()).expect("the results fit on a sheet");
//!
//! let mut workbook = sg3_workbook::Workbook::open(bytes, "shares.xlsx").expect("it is a workbook");
//! let sheets = verify::read_sheets(&mut workbook).expect("its sheets can be read");
//! assert_eq!(verify::find_model(&workbook, &sheets), Some(model.name.clone()));
//! assert!(verify::compare(&book, &inputs, &sheets, &sheets).changes.is_empty());
//! ```

mod arrange;
pub mod book;
mod build;
mod draw;
mod evaluate;
mod lower;
mod material;
mod not_live;
mod print;
mod provenance;
pub mod verify;

pub use book::Book;
pub use book::stored_layout::{PAGES_BEFORE, WorkbookVersion};
pub use build::{MOST_FORMULAS, build_book, write_workbook};
pub use material::{LeftOut, Material, OthersFrom};
pub use not_live::{NotLive, Obstacle};
pub use provenance::{Digest, NamedLibrary, Provenance};
