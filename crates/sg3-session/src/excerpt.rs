//! Some of many members that are alike, for a workbook that cannot hold them all.

use crate::failure::Failure;
use crate::portion::Portion;
use crate::provenance::sha256;
use sg3_calc::{Excerpt, Inputs, Others, Results};
use sg3_lang::Model;
use sg3_lang::diagnostic::near_miss;
use sg3_lang::model::DimensionId;
use sg3_live::verify::{EnteredFigure, SheetCells};
use sg3_live::{Book, Digest, LeftOut, OthersFrom};
use sg3_report::Computed;

/// What of a run a workbook has, and what it has of the rest.
pub(crate) struct Selection<'s> {
    excerpt: Excerpt,
    pub(crate) inputs: Inputs,
    pub(crate) results: Results,
    rest: Rest<'s>,
}

/// Where what the others come to is known from.
enum Rest<'s> {
    Run(Box<Others>),
    Sheets(&'s [SheetCells]),
}

impl<'s> Selection<'s> {
    /// Of a run of all members, or of those that a workbook has, which keeps what the others come to. Nothing where all are there.
    pub(crate) fn of(
        portion: &Portion,
        computed: &Computed,
        stored: Option<&'s [SheetCells]>,
    ) -> Result<Option<Selection<'s>>, Failure> {
        if portion.areas.is_empty() {
            return Ok(None);
        }
        let Computed { model, inputs, results } = computed;
        let dimension = model.alike_dimensions().next().ok_or_else(|| no_alike(model))?;
        let excerpt = excerpt(portion, computed, dimension)?;
        let are_all = excerpt.chosen.len() == inputs.members_of(dimension).len();
        Ok(match stored {
            Some(sheets) if are_all => {
                let results = excerpt.without_totals(model, results);
                Some(Selection { excerpt, inputs: inputs.clone(), results, rest: Rest::Sheets(sheets) })
            }
            _ if are_all => None,
            _ => Some(Selection {
                inputs: excerpt.of_inputs(model, inputs),
                results: excerpt.of_results(model, results),
                rest: Rest::Run(Box::new(Others::of(model, inputs, results, &excerpt))),
                excerpt,
            }),
        })
    }

    pub(crate) fn left_out(&self) -> LeftOut<'_> {
        let others = match &self.rest {
            Rest::Run(others) => OthersFrom::Run(others),
            Rest::Sheets(sheets) => OthersFrom::Sheets(sheets),
        };
        LeftOut { dimension: self.excerpt.dimension, others }
    }

    /// The list, and what tells the figures of the others from any others.
    pub(crate) fn digest(&self, model: &Model, book: &Book) -> Digest {
        let bits = |figure: f64| if figure.is_nan() { f64::NAN.to_bits() } else { figure.to_bits() };
        let bytes: Vec<u8> = book.figures_of_others().flat_map(|figure| bits(figure).to_le_bytes()).collect();
        Digest { name: model.dimension(self.excerpt.dimension).label.clone(), sha256: sha256(&bytes) }
    }

    /// A figure that was entered for a chosen member, as one of the whole.
    pub(crate) fn of_whole(&self, computed: &Computed, entered: EnteredFigure) -> EnteredFigure {
        let axes = &computed.model.quantity(entered.quantity).axes;
        match self.rest {
            Rest::Run(_) => {
                let cell = self.excerpt.cell_of_whole(axes, &computed.inputs.members, entered.cell);
                EnteredFigure { cell, ..entered }
            }
            Rest::Sheets(_) => entered,
        }
    }

    /// The same choice by key.
    pub(crate) fn keys(&self) -> Vec<String> {
        self.inputs.members_of(self.excerpt.dimension).keys.iter().map(ToString::to_string).collect()
    }
}

/// By key, or so many of them.
fn excerpt(portion: &Portion, computed: &Computed, dimension: DimensionId) -> Result<Excerpt, Failure> {
    let members = computed.inputs.members_of(dimension);
    if let [wanted] = &portion.areas[..]
        && let (None, Ok(wanted)) = (members.find(wanted), wanted.parse::<usize>())
        && wanted > 0
    {
        return Ok(Excerpt::spread(dimension, wanted, members.len()));
    }
    let found = portion.areas.iter().map(|key| {
        let unknown = || {
            let near = near_miss(key, members.keys.iter().map(|key| &**key));
            let label = &computed.model.dimension(dimension).label;
            let help = near.unwrap_or_else(|| "name keys of the data, or how many: `--areas 10`".to_owned());
            Failure::new(format!("`{key}` is not in the list {label}")).help(help)
        };
        members.find(key).ok_or_else(unknown)
    });
    let mut chosen = found.collect::<Result<Vec<usize>, Failure>>()?;
    chosen.sort_unstable();
    chosen.dedup();
    Ok(Excerpt { dimension, chosen })
}

fn no_alike(model: &Model) -> Failure {
    Failure::new(format!("no list of `{}` is declared `alike`, so that a workbook has all members or none", model.name))
        .help("leave `--areas` out")
}
