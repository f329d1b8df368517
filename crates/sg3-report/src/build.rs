//! Results to a report.

use crate::computed::Computed;
use crate::data::{Cell, Dimension, Library, Member, Quantity, Report, Status};
use crate::message::messages;
use crate::{checks, evidence, options};
use sg3_calc::present::shown::display_of;
use sg3_calc::{Array, MemberList, residues};
use sg3_lang::model::{DimensionId, LibraryEdition, QuantityId, SourceLibrary};
use sg3_lang::{Diagnostics, Sources};
use sg3_language::Language;

impl Report {
    /// Everything that a run has worked out; of quantities only those asked for, if any are.
    pub fn of(computed: &Computed, sources: &Sources, diagnostics: &Diagnostics, only: &[QuantityId]) -> Report {
        let model = &computed.model;
        let ids = model.quantity_ids().filter(|id| only.is_empty() || only.contains(id));
        let mut quantities: Vec<Quantity> = ids.filter_map(|id| quantity(computed, id)).collect();
        quantities.iter_mut().for_each(|quantity| quantity.output |= !only.is_empty());
        quantities.iter_mut().for_each(|quantity| mark_residues(computed, quantity));
        let mistakes = diagnostics.iter().filter(|message| message.is_mistake()).count();
        Report {
            model: model.known_name().to_owned(),
            title: model.title.clone(),
            libraries: model.libraries.iter().map(library).collect(),
            named: [Some(model.known_name().to_owned()), model.libraries_in_words()]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(", "),
            options: options::options_in_force(computed),
            dimensions: dimensions(computed),
            quantities,
            complete: mistakes == 0,
            mistakes,
            checks: checks::answer_checks(computed),
            not_asked: checks::list_not_asked(computed),
            evidence: None,
            diagnostics: messages(sources, diagnostics),
            language: Language::default(),
        }
    }

    /// For readers of a language, of which the model has the words already.
    pub fn in_language(mut self, language: &Language) -> Report {
        for cell in self.quantities.iter_mut().flat_map(|quantity| &mut quantity.cells) {
            cell.shown_unit = language.translate_unit(&cell.shown_unit);
        }
        Report { language: language.clone(), ..self }
    }

    /// With what the outputs rest on.
    pub fn with_evidence(self, computed: &Computed) -> Report {
        Report { evidence: Some(evidence::attribute_outputs(computed)), ..self }
    }
}

fn library(library: &SourceLibrary) -> Library {
    let LibraryEdition { title, version, region, licence } = library.edition.clone();
    Library { title, version, region, licence, documents: library.documents.clone() }
}

fn dimensions(computed: &Computed) -> Vec<Dimension> {
    let ids = (0..computed.model.dimensions.len() as u32).map(DimensionId);
    let named = ids.filter(|id| !computed.model.dimension(*id).anonymous);
    named.map(|id| dimension(computed, id)).collect()
}

fn dimension(computed: &Computed, id: DimensionId) -> Dimension {
    let dimension = computed.model.dimension(id);
    let members = members(computed.inputs.members_of(id));
    Dimension {
        name: dimension.name.to_string(),
        label: dimension.label.clone(),
        time: dimension.step.is_some(),
        members,
    }
}

fn members(list: &MemberList) -> Vec<Member> {
    let texts = list.keys.iter().zip(&list.labels).zip(&list.units);
    texts.map(|((key, label), unit)| Member { key: key.clone(), label: label.clone(), unit: unit.clone() }).collect()
}

fn quantity(computed: &Computed, id: QuantityId) -> Option<Quantity> {
    let quantity = computed.model.quantity(id);
    let array = computed.results.array(id)?;
    let dimensions = quantity.axes.iter().map(|axis| computed.model.dimension(axis.dimension).name.to_string());
    Some(Quantity {
        name: quantity.name.to_string(),
        label: quantity.label.clone(),
        section: computed.model.sections.get(quantity.section).map_or_else(String::new, |s| s.title.clone()),
        unit: computed.unit_of_kind(&quantity.kind),
        axes: quantity.axes.iter().map(|axis| axis.name.to_string()).collect(),
        dimensions: dimensions.collect(),
        output: quantity.output,
        headline: quantity.headline,
        display: display_of(quantity),
        cells: (0..array.cells.len()).map(|offset| cell(computed, id, array, offset)).collect(),
    })
}

fn cell(computed: &Computed, id: QuantityId, array: &Array, offset: usize) -> Cell {
    let quantity = computed.model.quantity(id);
    let place = array.place(offset);
    let value = computed.value(&quantity.kind, array.cells[offset]);
    Cell {
        members: computed.keys(&quantity.axes, &place),
        status: if value.is_some() { Status::Ok } else { Status::Missing },
        value,
        label: computed.label_of_value(&quantity.kind, array.cells[offset]),
        unit: computed.unit_at(id, &place),
        shown_unit: computed.shown_unit_at(id, &place),
        residue: false,
        text: String::new(),
    }
}

/// Marks what amounts that cancel have left in a result: of other figures nobody reads so many.
fn mark_residues(computed: &Computed, quantity: &mut Quantity) {
    let Some(id) = computed.model.find_quantity(&quantity.name).filter(|_| quantity.output) else { return };
    let residues = residues(&computed.model, &computed.inputs, &computed.results, id);
    quantity.cells.iter_mut().zip(residues).for_each(|(cell, residue)| cell.residue = residue);
}
