//! How an operator's own workbooks fill the inputs of a model: a mapping, proposed or brought up to date.

use crate::failure::Failure;
use crate::form_request::model_of_years;
use crate::layers::mapped::{open_mapping, open_source};
use crate::session::Session;
use sg3_form::Respondent;
use sg3_lang::model::Owner;
use sg3_lang::{Diagnostics, Model};
use sg3_mapping::{Mapping, ProposalOptions, SourceFile, Understood};

/// What is to be mapped.
#[derive(Debug, Clone)]
pub struct MappingRequest<'r> {
    /// A model of the catalogue, or a path.
    pub model: &'r str,
    /// Workbooks and text files as they are.
    pub files: &'r [String],
    /// The mapping to be written; its ending says the format.
    pub output: &'r str,
    /// A mapping to bring up to date.
    pub last: Option<&'r str>,
    /// First and last year that are to be filled, as `2023..2025`; by default those that the files show or the model proposes.
    pub years: Option<&'r str>,
    /// The year of the figures; the last that the files show, if not said.
    pub year: Option<i32>,
    /// Inputs of everyone, not only those that the operator answers for.
    pub everyone: bool,
    /// Files of synonyms, besides those of the catalogue.
    pub synonyms: &'r [String],
}

/// A mapping, and what came of it.
pub struct MappingProposal {
    /// The model that it fills.
    pub model: Model,
    /// Which source fills which input, with how sure each rule is.
    pub mapping: Mapping,
    /// How much of an earlier mapping is left, if there was one.
    pub renewal: Option<Renewal>,
    /// The mapping in the format that its name asks for.
    pub bytes: Vec<u8>,
}

/// How much of an earlier mapping is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Renewal {
    /// Lines that are as they were.
    pub kept: usize,
    /// Lines whose figures now stand elsewhere.
    pub moved: usize,
    /// Lines that the earlier mapping did not have.
    pub new: usize,
    /// Source terms that the earlier mapping did not have.
    pub labels: usize,
}

impl Session<'_> {
    /// Proposes a mapping; nothing if the model is wrong or no file can be used.
    pub fn propose_mapping(&mut self, request: &MappingRequest) -> Result<Option<MappingProposal>, Failure> {
        let text = self.files.model_by_catalogue_name(request.model)?;
        let Some(model) = self.check(&text) else { return Ok(None) };
        let model = request.years.map_or(Ok(model.clone()), |years| model_of_years(&model, years))?;
        let dictionary = self.files.dictionary(request.synonyms, &mut self.diagnostics)?;
        let mut sources = Vec::new();
        for name in request.files {
            sources.extend(open_source(self.files, name, &mut self.diagnostics)?);
        }
        if sources.is_empty() {
            return Ok(None);
        }
        let respondent = if request.everyone { Respondent::Everyone } else { Respondent::One(Owner::Operator) };
        // what the files mean is worked out once, for the proposal and for the sums that are written beside it
        let understood = Understood::of(&model, respondent, &sources, &dictionary);
        let Some((mapping, renewal)) = self.mapping(request, &understood)? else { return Ok(None) };
        let bytes = mapping_file(request.output, &mapping, &understood, (&model, &sources));
        Ok(Some(MappingProposal { mapping, renewal, bytes, model }))
    }

    fn mapping(
        &mut self,
        request: &MappingRequest,
        understood: &Understood,
    ) -> Result<Option<(Mapping, Option<Renewal>)>, Failure> {
        let options = ProposalOptions { year: request.year };
        let Some(last) = request.last else { return Ok(Some((understood.propose(options), None))) };
        let last = open_mapping(self.files, last, &mut self.diagnostics)?;
        Ok(last.map(|last| {
            let renewed = understood.renew(&last, options);
            let renewal = Renewal { kept: renewed.kept, moved: renewed.moved, new: renewed.new, labels: renewed.words };
            (renewed.mapping, Some(renewal))
        }))
    }
}

/// The mapping in the format that the ending of its name asks for.
fn mapping_file(
    name: &str,
    mapping: &Mapping,
    understood: &Understood,
    (model, sources): (&Model, &[SourceFile]),
) -> Vec<u8> {
    let sums = &understood.apply(mapping, name, &mut Diagnostics::default()).reconciliation;
    if name.ends_with(".csv") {
        mapping.csv(model, sources, sums).into_bytes()
    } else {
        mapping.workbook(model, sources, sums)
    }
}
