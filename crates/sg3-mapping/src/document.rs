//! The mapping as pages of tables with machine keys: one description for the workbook, its CSV twin, and for reading both.

pub(crate) mod findings;
pub(crate) mod lines;
pub(crate) mod sums;
pub(crate) mod words;

use crate::column;
use crate::entry::{Entry, Mapping};
use crate::foreign::Foreign;
use crate::reconcile::Reconciliation;
use findings::page as findings;
use lines::lines;
use sg3_lang::{Diagnostics, Model};
use sums::{not_used, reconciliation};

/// What the rows of the page `About` are called that are read back.
pub const MODEL: &str = "Model";

/// The same, of the year.
pub const YEAR: &str = "Year of the figures";

/// A page.
pub struct Page {
    /// On its tab.
    pub name: &'static str,
    /// Its heading.
    pub title: String,
    /// What to do with it.
    pub words: String,
    /// From top to bottom.
    pub tables: Vec<Grid>,
}

/// A table of a page.
pub struct Grid {
    /// Machine key.
    pub key: &'static str,
    /// Above it; nothing if the heading of the page says it.
    pub title: &'static str,
    /// Its columns.
    pub columns: Vec<Head>,
    /// Its rows.
    pub rows: Vec<Vec<Said>>,
}

/// A column of a table.
pub struct Head {
    /// Machine key.
    pub key: &'static str,
    /// What people see.
    pub heading: &'static str,
    /// In noughts.
    pub width: f64,
    /// Whether people fill it.
    pub is_asked: bool,
}

/// What a cell of the mapping holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Said {
    /// Nothing.
    Blank,
    /// Words.
    Text(String),
    /// A number.
    Number(f64),
    /// Words, and where they lead.
    Link(String, String),
}

impl Said {
    /// Words, or nothing.
    pub fn text(text: &str) -> Said {
        if text.is_empty() { Said::Blank } else { Said::Text(text.to_owned()) }
    }

    /// Words that lead somewhere, if they do.
    pub fn link(text: &str, to: &Option<String>) -> Said {
        match to {
            Some(to) if !text.is_empty() => Said::Link(text.to_owned(), to.clone()),
            _ => Said::text(text),
        }
    }

    /// A factor; one is not written.
    pub fn factor(factor: f64) -> Said {
        if factor == 1.0 { Said::Blank } else { Said::Number(factor) }
    }
}

/// All pages of a mapping. Amounts are those of the files given; without files none are shown.
pub fn pages(mapping: &Mapping, model: &Model, files: &[Foreign], sums: &Reconciliation) -> Vec<Page> {
    let (open, used): (Vec<&Entry>, Vec<&Entry>) = mapping.entries.iter().partition(|entry| entry.is_open());
    let (lists, single): (Vec<&Entry>, Vec<&Entry>) = used.iter().partition(|entry| entry.is_list());
    let mut pages = vec![
        about(mapping, model, &open, &used),
        Page {
            name: "Mapping",
            title: "How your files provide the requested figures".to_owned(),
            words: "Each row states which of your cells make up a figure. Correct errors in the yellow cells; copy a row to add cells \
                    to the same figure. If a row is correct, enter your name under “Confirmed by”."
                .to_owned(),
            tables: vec![lines(mapping, model, files, &single, &column::all(column::MAPPING))],
        },
        Page {
            name: "Not mapped",
            title: "Figures for which no source was found".to_owned(),
            words: "Enter sheet and cells where you have the figure. Figures left blank are requested in the form.".to_owned(),
            tables: vec![lines(mapping, model, files, &open, &column::all(column::OPEN))],
        },
        not_used(files, sums),
        reconciliation(mapping, model, files, sums, &used),
        sign_off(mapping),
    ];
    if !mapping.answers.is_empty() {
        pages.insert(1, findings(mapping, files, &Diagnostics::default()));
    }
    if !mapping.meanings.is_empty() {
        pages.insert(pages.len() - 4, words::page(mapping, model));
    }
    if !lists.is_empty() {
        let words = "Each row states which of your columns provides a requested column: one value for each of your rows. “Keys in” is the \
                     column of the codes that identify your rows; “Rows included” excludes your totals. A row without keys states which of \
                     your rows are lines of their own. Correct errors in the yellow cells; if a row is correct, enter your name."
            .to_owned();
        let title = "How your lists provide the requested lists".to_owned();
        let tables = vec![lines(mapping, model, files, &lists, &column::all(column::LISTS))];
        pages.insert(
            pages.iter().position(|page| page.name == "Mapping").map_or(1, |at| at + 1),
            Page { name: "Lists", title, words, tables },
        );
    }
    pages
}

pub(crate) const fn head(key: &'static str, heading: &'static str, width: f64) -> Head {
    Head { key, heading, width, is_asked: false }
}

pub(crate) const fn asked(key: &'static str, heading: &'static str, width: f64) -> Head {
    Head { key, heading, width, is_asked: true }
}

fn about(mapping: &Mapping, model: &Model, open: &[&Entry], used: &[&Entry]) -> Page {
    let of = |range: std::ops::Range<f64>| {
        used.iter().filter(|entry| entry.confidence.is_some_and(|sure| range.contains(&sure))).count()
    };
    let row = |label: &str, value: Said| vec![Said::text(label), value];
    let count = |number: usize| Said::Number(number as f64);
    let rows = vec![
        row(MODEL, Said::text(&mapping.model)),
        row(YEAR, mapping.year.map_or(Said::Blank, |year| Said::Number(f64::from(year)))),
        row("Lines with cells", count(used.len())),
        row("of which proposed as certain", count(of(crate::propose::CERTAIN_FROM..1.1))),
        row("of which proposed as likely", count(of(0.0..crate::propose::CERTAIN_FROM))),
        row("of which confirmed", count(used.iter().filter(|entry| !entry.confirmed.is_empty()).count())),
        row("Figures that are not mapped", count(open.len())),
    ];
    let files = mapping.files.iter().map(|file| vec![Said::text(&file.name), Said::text(&file.fingerprint)]).collect();
    Page {
        name: "About",
        title: format!("Your files and “{}”", model.title),
        words: "This workbook states how your own files provide the requested figures. Only the cells listed here are taken from them. Review the page \
                “Mapping”, correct it, confirm it and sign it; next year only new items need review."
            .to_owned(),
        tables: vec![
            Grid { key: "about", title: "", columns: vec![head("@label", "", 34.0), head("@value", "", 44.0)], rows },
            Grid {
                key: "files",
                title: "Your files",
                columns: vec![head("@file", "File", 34.0), head("@fingerprint", "Checksum of its cells", 44.0)],
                rows: files,
            },
        ],
    }
}

fn sign_off(mapping: &Mapping) -> Page {
    const ASKED: [&str; 6] =
        ["Prepared by", "Position", "Date", "Checked by", "Position of who checked", "Date of the check"];
    let value = |label: &str| mapping.signed.iter().find(|(other, _)| other == label).map_or("", |(_, value)| value);
    Page {
        name: "Sign-off",
        title: "Sign-off".to_owned(),
        words: "The undersigned has reviewed the page “Mapping” and confirms that the cells named there contain the requested figures, and that the amounts \
                not used do not form part of them."
            .to_owned(),
        tables: vec![Grid {
            key: "sign-off",
            title: "",
            columns: vec![head("@label", "", 34.0), asked("@value", "", 44.0)],
            rows: ASKED.iter().map(|label| vec![Said::text(label), Said::text(value(label))]).collect(),
        }],
    }
}
