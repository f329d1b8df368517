//! The mapping as pages of tables with machine keys: one description for the workbook, its CSV twin, and for reading both.

use super::column::{self, Line};
use super::entry::{Entry, Mapping};
use super::foreign::Foreign;
use super::reconcile::{self, Reconciliation};
use super::taken;
use crate::address;
use crate::layout::{members, unit, words};
use sg3_lang::Model;
use sg3_lang::model::{Kind, Quantity};
use std::collections::BTreeMap;

/// Amounts that are not used and are listed.
const MOST_UNUSED: usize = 500;
/// Rows to fill in for audited figures.
const AUDITED: usize = 6;

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
    vec![
        about(mapping, model, &open, &used),
        Page {
            name: "Mapping",
            title: "How your files fill the figures that are asked for".to_owned(),
            words: "Each row says which of your cells make up a figure. Correct what is wrong in the yellow cells; copy a row to add cells \
                    to the same figure. Where it is right, write your name under “Confirmed by”."
                .to_owned(),
            tables: vec![lines(mapping, model, files, &used, &column::of_mapping())],
        },
        Page {
            name: "Not mapped",
            title: "Figures for which nothing was found".to_owned(),
            words: "Fill in sheet and cells where you have the figure. What is left blank is asked for in the form.".to_owned(),
            tables: vec![lines(mapping, model, files, &open, &column::OPEN.iter().filter_map(|key| column::of(key)).collect::<Vec<_>>())],
        },
        not_used(files, sums),
        reconciliation(mapping, model, files, sums, &used),
        sign_off(mapping),
    ]
}

const fn head(key: &'static str, heading: &'static str, width: f64) -> Head {
    Head { key, heading, width, is_asked: false }
}

const fn asked(key: &'static str, heading: &'static str, width: f64) -> Head {
    Head { key, heading, width, is_asked: true }
}

fn about(mapping: &Mapping, model: &Model, open: &[&Entry], used: &[&Entry]) -> Page {
    let of = |range: std::ops::Range<f64>| used.iter().filter(|entry| entry.confidence.is_some_and(|sure| range.contains(&sure))).count();
    let row = |key: &str, label: &str, value: Said| vec![Said::text(key), Said::text(label), value];
    let count = |number: usize| Said::Number(number as f64);
    let rows = vec![
        row("model", "Model", Said::text(&mapping.model)),
        row("year", "Year of the figures", mapping.year.map_or(Said::Blank, |year| Said::Number(f64::from(year)))),
        row("", "Lines with cells", count(used.len())),
        row("", "of which proposed as certain", count(of(super::CERTAIN_FROM..1.1))),
        row("", "of which proposed as likely", count(of(0.0..super::CERTAIN_FROM))),
        row("", "of which confirmed", count(used.iter().filter(|entry| !entry.confirmed.is_empty()).count())),
        row("", "Figures that are not mapped", count(open.len())),
    ];
    let files = mapping.files.iter().map(|file| vec![Said::text(&file.name), Said::text(&file.fingerprint)]).collect();
    Page {
        name: "About",
        title: format!("Your files and “{}”", model.title),
        words: "This workbook says how your own files answer what is asked. Nothing is taken from them but what stands here. Read the page \
                “Mapping”, correct it, confirm it and sign it; next year only what is new is asked."
            .to_owned(),
        tables: vec![
            Grid { key: "about", title: "", columns: vec![head("@key", "", 9.0), head("@label", "", 34.0), head("@value", "", 44.0)], rows },
            Grid {
                key: "files",
                title: "Your files",
                columns: vec![head("@file", "File", 34.0), head("@fingerprint", "Fingerprint of its cells", 44.0)],
                rows: files,
            },
        ],
    }
}

fn lines(mapping: &Mapping, model: &Model, files: &[Foreign], entries: &[&Entry], columns: &[&'static column::Column]) -> Grid {
    let heads = columns.iter().map(|c| Head { key: c.key, heading: c.heading, width: c.width, is_asked: c.is_asked }).collect();
    let only = mapping.files.len() <= 1;
    let row = |entry: &&Entry| {
        let line = line(entry, model, files, only);
        columns.iter().map(|column| (column.write)(&line)).collect()
    };
    Grid { key: "mapping", title: "", columns: heads, rows: entries.iter().map(row).collect() }
}

fn line<'a>(entry: &'a Entry, model: &Model, files: &[Foreign], only: bool) -> Line<'a> {
    let taken = if entry.is_open() { None } else { taken::take(entry, files, only, &mut Vec::new()) };
    let quantity = model.find_quantity(&entry.figure.input).map(|id| model.quantity(id));
    let link = taken.as_ref().and_then(|taken| link(entry, &files[taken.file], taken));
    Line {
        entry,
        asked: quantity.map_or(entry.figure.input.clone(), |quantity| quantity.label.clone()),
        member: quantity.map_or(String::new(), |quantity| member(model, quantity, entry)),
        unit: quantity.map_or(String::new(), |quantity| unit::anywhere(model, quantity)),
        blank: quantity.map_or(String::new(), |quantity| blank(model, quantity)),
        amount: taken.map(|taken| taken.value(entry)),
        link,
    }
}

fn member(model: &Model, quantity: &Quantity, entry: &Entry) -> String {
    let label = |(axis, key): (&sg3_lang::model::Axis, &std::sync::Arc<str>)| {
        let known = members::known(model, axis.dimension).unwrap_or_default();
        let found = known.into_iter().find(|member| member.key == *key).map(|member| member.label);
        found.unwrap_or_else(|| if entry.member_label.is_empty() { key.to_string() } else { entry.member_label.clone() })
    };
    quantity.axes.iter().zip(&entry.figure.place).map(label).collect::<Vec<_>>().join(" · ")
}

fn blank(model: &Model, quantity: &Quantity) -> String {
    let Some(input) = quantity.input() else { return String::new() };
    match (input.blank, &input.default) {
        (Some(value), _) => format!("taken as {}", words::number(quantity, value)),
        (None, Some(_)) if matches!(quantity.kind, Kind::Number(_)) => "the model proposes a figure".to_owned(),
        _ => {
            let _ = model;
            "cannot be computed".to_owned()
        }
    }
}

/// `file:///theirs.xlsx#'Charges'!C7`, if the name of the file is a plain one.
fn link(entry: &Entry, file: &Foreign, taken: &taken::Taken) -> Option<String> {
    let sheet = &file.sheets[taken.sheet];
    let first = entry.cells.first()?;
    let is_plain = |text: &str| text.chars().all(|letter| letter.is_alphanumeric() || " ._-()".contains(letter));
    let cells = if entry.rows.is_empty() { first.to_string() } else { address(taken.cells[0].row, taken.cells[0].column) };
    let fits = !sheet.is_text && is_plain(file.name()) && is_plain(&sheet.name) && file.name().len() < 120;
    fits.then(|| format!("file:///{}#'{}'!{cells}", file.name(), sheet.name))
}

fn not_used(files: &[Foreign], sums: &Reconciliation) -> Page {
    let row = |unused: &reconcile::Unused| {
        let theirs = &files[unused.at.file];
        vec![
            Said::text(theirs.name()),
            Said::text(&theirs.sheets[unused.at.sheet].name),
            Said::text(&address(unused.at.row, unused.at.column)),
            Said::text(&unused.label),
            Said::text(&unused.heading),
            Said::Number(unused.amount),
            Said::text(if unused.beside_used { "others of this column are used" } else { "" }),
            Said::text(&unused.accepted),
        ]
    };
    let more = sums.unused.len().saturating_sub(MOST_UNUSED);
    let cut = if more > 0 { format!(" {more} smaller ones are not listed.") } else { String::new() };
    Page {
        name: "Not used",
        title: "Amounts in your files that are not used, largest first".to_owned(),
        words: format!("Write a reason where it is right that an amount is not used; it is not asked about again.{cut}"),
        tables: vec![Grid {
            key: "unused",
            title: "",
            columns: vec![
                head("@file", "Your file", 22.0),
                head("@sheet", "Your sheet", 20.0),
                head("@cell", "Cell", 9.0),
                head("@label", "Your label", 40.0),
                head("@heading", "Your heading", 26.0),
                head("@amount", "Amount", 18.0),
                head("@beside", "", 27.0),
                asked("@accepted", "Why it is not asked for", 36.0),
            ],
            rows: sums.unused.iter().take(MOST_UNUSED).map(row).collect(),
        }],
    }
}

fn reconciliation(mapping: &Mapping, model: &Model, files: &[Foreign], sums: &Reconciliation, used: &[&Entry]) -> Page {
    Page {
        name: "Reconciliation",
        title: "Whether it adds up".to_owned(),
        words: "Your totals are left out, because their parts are taken; here they are held against each other. Below, write figures of \
                your audited accounts and which inputs must add up to them."
            .to_owned(),
        tables: vec![inputs(mapping, model, files, used), totals(files, sums), audited(sums)],
    }
}

/// What is mapped to every input.
fn inputs(mapping: &Mapping, model: &Model, files: &[Foreign], used: &[&Entry]) -> Grid {
    let mut sums: BTreeMap<&str, (usize, f64)> = BTreeMap::new();
    for entry in used {
        if let Some(taken) = taken::take(entry, files, mapping.files.len() <= 1, &mut Vec::new()) {
            let sum = sums.entry(&entry.figure.input).or_default();
            *sum = (sum.0 + 1, sum.1 + taken.value(entry));
        }
    }
    let row = |(_, quantity, _): (_, &Quantity, _)| {
        let (lines, sum) = sums.get(&*quantity.name)?;
        let unit = unit::anywhere(model, quantity);
        Some(vec![Said::text(&quantity.label), Said::text(&quantity.name), Said::Number(*lines as f64), Said::Number(*sum), Said::text(&unit)])
    };
    Grid {
        key: "inputs",
        title: "Control totals",
        columns: vec![
            head("@label", "Asked for", 40.0),
            head("@input", "Input", 30.0),
            head("@lines", "Lines", 18.0),
            head("@sum", "Sum of what is mapped", 20.0),
            head("@unit", "Unit", 20.0),
        ],
        rows: model.inputs().filter_map(row).collect(),
    }
}

fn totals(files: &[Foreign], sums: &Reconciliation) -> Grid {
    let row = |total: &reconcile::Total| {
        let state = match (total.adds_up(), total.is_taken()) {
            (false, _) => "does not add up",
            (true, true) => "all parts are taken",
            (true, false) => "some parts are not taken",
        };
        let parts = total.parts.map_or(Said::Blank, Said::Number);
        let left = total.parts.map_or(Said::Blank, |parts| Said::Number(parts - total.taken));
        vec![
            Said::text(&total.label),
            Said::text(&reconcile::written(total.at, files)),
            Said::Number(total.amount),
            parts,
            Said::Number(total.taken),
            left,
            Said::text(state),
        ]
    };
    Grid {
        key: "totals",
        title: "Your totals",
        columns: vec![
            head("@label", "Your total", 40.0),
            head("@at", "Where", 30.0),
            head("@amount", "It says", 18.0),
            head("@parts", "Its parts add up to", 20.0),
            head("@taken", "of which taken", 20.0),
            head("@left", "not taken", 18.0),
            head("@state", "", 26.0),
        ],
        rows: sums.totals.iter().take(MOST_UNUSED).map(row).collect(),
    }
}

fn audited(sums: &Reconciliation) -> Grid {
    let row = |balance: &reconcile::Balance| {
        let audited = &balance.audited;
        vec![
            Said::text(&audited.label),
            Said::text(&audited.inputs.join(", ")),
            Said::Number(audited.amount),
            Said::Number(audited.within),
            Said::Number(balance.mapped),
            Said::Number(balance.mapped - audited.amount),
            Said::text(if balance.holds() { "agrees" } else { "differs" }),
        ]
    };
    let blank = (sums.audited.len()..AUDITED).map(|_| vec![Said::Blank; 7]);
    Grid {
        key: "audited",
        title: "Audited accounts",
        columns: vec![
            asked("@label", "Figure of the audited accounts", 40.0),
            asked("@inputs", "Inputs that add up to it", 30.0),
            asked("@amount", "Amount", 18.0),
            asked("@within", "May differ by (share)", 20.0),
            head("@mapped", "Mapped", 20.0),
            head("@difference", "Difference", 18.0),
            head("@state", "", 26.0),
        ],
        rows: sums.audited.iter().map(row).chain(blank).collect(),
    }
}

fn sign_off(mapping: &Mapping) -> Page {
    const ASKED: [&str; 6] = ["Prepared by", "Position", "Date", "Checked by", "Position of who checked", "Date of the check"];
    let value = |label: &str| mapping.signed.iter().find(|(other, _)| other == label).map_or("", |(_, value)| value);
    Page {
        name: "Sign-off",
        title: "Sign-off".to_owned(),
        words: "I have read the page “Mapping” and confirm that the cells named there are what is asked for, and that amounts that are not used \
                are not part of it."
            .to_owned(),
        tables: vec![Grid {
            key: "sign-off",
            title: "",
            columns: vec![head("@label", "", 34.0), asked("@value", "", 44.0)],
            rows: ASKED.iter().map(|label| vec![Said::text(label), Said::text(value(label))]).collect(),
        }],
    }
}
