//! A confirmed mapping, applied: source files become a layer, and every value knows its cell.

pub(crate) mod cell_range;
pub(crate) mod checks;
pub(crate) mod complaint;
pub(crate) mod figures;
pub(crate) mod hidden;
pub(crate) mod input;
pub(crate) mod list;
pub(crate) mod locate;
pub(crate) mod selection;
pub(crate) mod shown;

use crate::reconcile::reconcile;
use crate::reconcile::report::report_differences;
use crate::reconcile::sums::Reconciliation;
use crate::rules::kind::is_read_by_cell;
use crate::rules::mapping::Mapping;
use crate::source::file::SourceFile;
use crate::understand::dictionary::Dictionary;
use crate::understand::understood::Understood;
use figures::FigureSums;
use selection::Selection;
use sg3_calc::Layer;
use sg3_form::Respondent;
use sg3_form::values::currency::find_code;
use sg3_lang::{Diagnostics, Model};

/// What source files say by a mapping, and how it adds up.
#[derive(Debug, Clone)]
pub struct Applied {
    /// Values and members.
    pub layer: Layer,
    /// Totals, what is not used, audited figures.
    pub reconciliation: Reconciliation,
}

/// Reads source files by a mapping. What is wrong is told where it stands, in the file or in the mapping.
///
/// `name` is the file of the mapping, for messages. Whoever has proposed the mapping before uses [`Understood::apply`].
pub fn apply(
    mapping: &Mapping,
    files: &[SourceFile],
    model: &Model,
    dictionary: &Dictionary,
    name: &str,
    diagnostics: &mut Diagnostics,
) -> Applied {
    Understood::of(model, Respondent::Everyone, files, dictionary).apply(mapping, name, diagnostics)
}

impl Understood<'_> {
    /// Reads the files by a mapping. What is wrong is told where it stands, in the file or in the mapping.
    ///
    /// `name` is the file of the mapping, for messages.
    pub fn apply(&self, mapping: &Mapping, name: &str, diagnostics: &mut Diagnostics) -> Applied {
        checks::check_confirmed(mapping, self.files, name, diagnostics);
        let mut selections: Vec<(usize, Selection)> = Vec::new();
        let mut layer = self.sum_figures(mapping, name, &mut selections, diagnostics);
        list::apply_lists(mapping, self.files, self.model, &mut layer, &mut selections, diagnostics);
        hidden::report_hidden(&selections, self.files, diagnostics);
        shown::question_formats(mapping, self.files, &selections, diagnostics);
        let reconciliation = reconcile(self, mapping, &selections);
        report_differences(&reconciliation, mapping, self.files, diagnostics);
        Applied { layer, reconciliation }
    }

    /// Figures that one rule, or several that are added, take from cells; what they take is added to `selections`.
    fn sum_figures(
        &self,
        mapping: &Mapping,
        name: &str,
        selections: &mut Vec<(usize, Selection)>,
        diagnostics: &mut Diagnostics,
    ) -> Layer {
        let mut sums = FigureSums::named(self.model, name);
        let numbered = mapping.rules.iter().enumerate().filter(|(_, rule)| !rule.is_open());
        for (number, rule) in numbered.filter(|(_, rule)| !is_read_by_cell(rule, self.model)) {
            let selection = selection::select_cells(rule, self.files, mapping.files.len() <= 1, diagnostics);
            let Some(quantity) = input::find_input(self.model, rule, diagnostics) else { continue };
            match selection {
                Some(selection) => {
                    sums.add(quantity, rule, &selection, self.files);
                    selections.push((number, selection));
                }
                None => sums.refuse(quantity, rule),
            }
        }
        for rule in mapping.rules.iter().filter(|rule| rule.is_open() && rule.status.is_some()) {
            sums.nothing(rule, diagnostics);
        }
        let currency = checks::check_currencies(mapping, name, diagnostics);
        let currency = currency.and_then(|currency| find_code(&currency)).map(Into::into);
        Layer { currency, ..sums.finish() }
    }
}
