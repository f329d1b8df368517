//! Operators' own workbooks: how the files that an operator keeps anyway fill the inputs of a model, proposed once, confirmed by the operator.
//!
//! ```text
//! files ──source──▶ SourceFile ──understand──▶ Understood: tables, lists, and what their words mean (model and dictionary)
//!                                                 │ propose: candidates for every figure, the best for all together
//!                                                 ▼
//!                                              Mapping ◀──document──▶ workbook or CSV, corrected and signed by people
//!                                                 │ apply: a layer of values with origins in the files' own cells
//!                                                 ▼ reconcile: whether totals, amounts not used and audited figures add up
//!                                              Applied
//! ```
//!
//! ```
//! # let text = "# A\n```sg3\ninput rent \"Rent\" : money\noutput total \"Total\" : money = rent\n```\n";
//! # let mut sources = sg3_lang::Sources::default();
//! # let file = sources.add("costs", text);
//! # let library = sg3_lang::Library { functions: sg3_calc::functions::ALL, documents: &|_| None };
//! # let mut found = sg3_lang::Diagnostics::default();
//! # let model = sg3_lang::check(&mut sources, file, library, &mut found).expect("a model");
//! use sg3_mapping::{Dictionary, SourceFile, Understood};
//! let files = [SourceFile::of_text(b"Cost,USD\nRent,1200\nPower,300\n", "ledger.csv", &mut found)];
//! let dictionary = Dictionary::default();
//! let understood = Understood::of(&model, sg3_form::Respondent::Everyone, &files, &dictionary);
//! let mapping = understood.propose(Default::default());
//! let applied = understood.apply(&mapping, "mapping.csv", &mut found);
//! assert_eq!(applied.layer.values.len(), 1);
//! ```

mod apply;
mod document;
mod propose;
mod reconcile;
mod rules;
mod source;
mod understand;
mod weights;

pub use apply::locate::is_same_but_for_year;
pub use apply::{Applied, apply};
pub use propose::propose;
pub use propose::renew::{Renewed, renew};
pub use propose::wishes::ProposalOptions;
pub use reconcile::sums::{AuditedBalance, CellRef, DoubleCount, Reconciliation, SourceTotal, UnusedAmount};
pub use rules::answer::Answer;
pub use rules::figure::Figure;
pub use rules::keys::MemberKeys;
pub use rules::mapping::{Accepted, Audited, MappedFile, Mapping};
pub use rules::meaning::WordMeaning;
pub use rules::row_filter::{Condition, Pattern, RowFilter};
pub use rules::rule::MappingRule;
pub use rules::share::{KeyCell, Share};
pub use source::cell::{SourceCell, SourceValue};
pub use source::file::SourceFile;
pub use source::row::SourceRow;
pub use source::sheet::SourceSheet;
pub use understand::dictionary::Dictionary;
pub use understand::understood::Understood;
pub use weights::{CERTAIN_FROM, OPEN_BELOW};
