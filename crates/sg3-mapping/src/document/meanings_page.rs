//! The page of words of the source that name what the model names otherwise.

use super::page::{DocumentCell, Page, PageTable, asked_column, column};
use crate::rules::mapping::Mapping;
use crate::rules::meaning::{WordMeaning, dimension_named};
use sg3_calc::present::members;
use sg3_lang::Model;

/// The page.
pub(crate) fn meanings_page(mapping: &Mapping, model: &Model) -> Page {
    Page {
        name: "Words",
        title: "Meaning of your terms".to_owned(),
        words: "Your lists name categories and codes in your own terms. Enter under “Means” the key to which each term corresponds; the keys are listed \
                beside it. A term without a meaning is reported as an error, and its rows are not read."
            .to_owned(),
        tables: vec![PageTable {
            key: "words",
            title: "",
            columns: vec![
                column("@label", "Asked for", 28.0),
                column("@word", "Your term", 34.0),
                asked_column("@meaning", "Means", 24.0),
                column("@meant", "", 34.0),
                column("@confidence", "Proposal", 13.0),
                asked_column("@confirmed", "Confirmed by", 16.0),
                asked_column("@comment", "Comment", 26.0),
                column("@near", "Alternatives", 36.0),
                column("@known", "Keys", 60.0),
                column("@of", "List of the model", 24.0),
            ],
            rows: mapping.meanings.iter().map(|meaning| meaning_row(meaning, model)).collect(),
        }],
    }
}

fn meaning_row(meaning: &WordMeaning, model: &Model) -> Vec<DocumentCell> {
    let dimension = dimension_named(model, &meaning.of);
    let known = dimension.and_then(|dimension| members::known(model, dimension)).unwrap_or_default();
    let meant = known.iter().find(|member| *member.key == *meaning.key).map_or("", |member| &member.label);
    let keys: Vec<&str> = known.iter().map(|member| &*member.key).collect();
    let label = match model.find_quantity(&meaning.of) {
        Some(id) => model.quantity(id).label.clone(),
        None => dimension.map_or(meaning.of.clone(), |dimension| model.dimension(dimension).label.clone()),
    };
    vec![
        DocumentCell::text(&label),
        DocumentCell::text(&meaning.word),
        DocumentCell::text(&meaning.key),
        DocumentCell::text(meant),
        meaning.confidence.map_or(DocumentCell::Blank, DocumentCell::Number),
        DocumentCell::text(&meaning.confirmed),
        DocumentCell::text(&meaning.comment),
        DocumentCell::text(&meaning.near),
        DocumentCell::text(&keys.join(", ")),
        DocumentCell::text(&meaning.of),
    ]
}
