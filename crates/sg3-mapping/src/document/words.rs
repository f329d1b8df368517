//! The page of words of theirs that name what the model names otherwise.

use super::{Grid, Page, Said, asked, head};
use crate::entry::Mapping;
use crate::list::{Meaning, named};
use sg3_calc::present::members;
use sg3_lang::Model;

/// The page.
pub fn page(mapping: &Mapping, model: &Model) -> Page {
    Page {
        name: "Words",
        title: "Meaning of your terms".to_owned(),
        words: "Your lists name categories and codes in your own terms. Enter under “Means” the key to which each term corresponds; the keys are listed \
                beside it. A term without a meaning is reported as an error, and its rows are not read."
            .to_owned(),
        tables: vec![Grid {
            key: "words",
            title: "",
            columns: vec![
                head("@label", "Asked for", 28.0),
                head("@word", "Your term", 34.0),
                asked("@meaning", "Means", 24.0),
                head("@meant", "", 34.0),
                head("@confidence", "Proposal", 13.0),
                asked("@confirmed", "Confirmed by", 16.0),
                asked("@comment", "Comment", 26.0),
                head("@near", "Alternatives", 36.0),
                head("@known", "Keys", 60.0),
                head("@of", "List of the model", 24.0),
            ],
            rows: mapping.meanings.iter().map(|meaning| row(meaning, model)).collect(),
        }],
    }
}

fn row(meaning: &Meaning, model: &Model) -> Vec<Said> {
    let dimension = named(model, &meaning.of);
    let known = dimension.and_then(|dimension| members::known(model, dimension)).unwrap_or_default();
    let meant = known.iter().find(|member| *member.key == *meaning.key).map_or("", |member| &member.label);
    let keys: Vec<&str> = known.iter().map(|member| &*member.key).collect();
    let label = match model.find_quantity(&meaning.of) {
        Some(id) => model.quantity(id).label.clone(),
        None => dimension.map_or(meaning.of.clone(), |dimension| model.dimension(dimension).label.clone()),
    };
    vec![
        Said::text(&label),
        Said::text(&meaning.word),
        Said::text(&meaning.key),
        Said::text(meant),
        meaning.confidence.map_or(Said::Blank, Said::Number),
        Said::text(&meaning.confirmed),
        Said::text(&meaning.comment),
        Said::text(&meaning.near),
        Said::text(&keys.join(", ")),
        Said::text(&meaning.of),
    ]
}
