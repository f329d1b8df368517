//! The mapping as pages of tables with machine keys: one description for the workbook, its CSV twin, and for reading both.

use super::findings_page::findings_page as findings;
use super::page::{DocumentCell, Page, PageTable, asked_column, column};
use super::rule_rows::rule_table;
use super::sums_pages::{reconciliation_page, unused_page};
use super::{column, meanings_page};
use crate::reconcile::sums::Reconciliation;
use crate::rules::mapping::Mapping;
use crate::rules::rule::MappingRule;
use crate::source::file::SourceFile;
use crate::weights::CERTAIN_FROM;
use sg3_lang::{Diagnostics, Model};
use std::ops::Range;

/// What the rows of the page `About` are called that are read back.
pub(crate) const MODEL: &str = "Model";
/// The same, of the year.
pub(crate) const YEAR: &str = "Year of the figures";

/// All pages of a mapping. Amounts are those of the files given; without files none are shown.
pub(crate) fn all_pages(mapping: &Mapping, model: &Model, files: &[SourceFile], sums: &Reconciliation) -> Vec<Page> {
    let (open, used): (Vec<&MappingRule>, Vec<&MappingRule>) = mapping.rules.iter().partition(|rule| rule.is_open());
    let (lists, single): (Vec<&MappingRule>, Vec<&MappingRule>) = used.iter().partition(|rule| rule.is_list());
    let mut pages = vec![
        about_page(mapping, model, &open, &used),
        Page {
            name: "Mapping",
            title: "How your files provide the requested figures".to_owned(),
            words: "Each row states which of your cells make up a figure. Correct errors in the yellow cells; copy a row to add cells \
                    to the same figure. If a row is correct, enter your name under “Confirmed by”."
                .to_owned(),
            tables: vec![rule_table(mapping, model, files, &single, &column::columns_without(column::NOT_OF_FIGURES))],
        },
        Page {
            name: "Not mapped",
            title: "Figures for which no source was found".to_owned(),
            words: "Enter sheet and cells where you have the figure. Figures left blank are requested in the form.".to_owned(),
            tables: vec![rule_table(mapping, model, files, &open, &column::columns_of(column::OPEN))],
        },
        unused_page(files, sums),
        reconciliation_page(mapping, model, files, sums, &used),
        sign_off_page(mapping),
    ];
    if !mapping.answers.is_empty() {
        pages.insert(1, findings(mapping, files, &Diagnostics::default()));
    }
    if !mapping.meanings.is_empty() {
        pages.insert(pages.len() - 4, meanings_page::meanings_page(mapping, model));
    }
    if !lists.is_empty() {
        let words = "Each row states which of your columns provides a requested column: one value for each of your rows. “Keys in” is the \
                     column of the codes that identify your rows; “Rows included” excludes your totals: `A: *` takes rows with an entry in A, \
                     `A: detail codes` leaves out the headings of a chart of accounts. A row without keys states which of \
                     your rows are lines of their own. Correct errors in the yellow cells; if a row is correct, enter your name."
            .to_owned();
        let title = "How your lists provide the requested lists".to_owned();
        let tables = vec![rule_table(mapping, model, files, &lists, &column::columns_without(column::NOT_OF_LISTS))];
        pages.insert(
            pages.iter().position(|page| page.name == "Mapping").map_or(1, |at| at + 1),
            Page { name: "Lists", title, words, tables },
        );
    }
    pages
}

fn about_page(mapping: &Mapping, model: &Model, open: &[&MappingRule], used: &[&MappingRule]) -> Page {
    let confirmed = used.iter().filter(|rule| !rule.confirmed.is_empty()).count();
    let year = mapping.year.map_or(DocumentCell::Blank, |year| DocumentCell::Number(f64::from(year)));
    let mut rows =
        vec![vec![DocumentCell::text(MODEL), DocumentCell::text(&mapping.model)], vec![DocumentCell::text(YEAR), year]];
    rows.extend([
        counted("Lines with cells", used.len()),
        counted("of which proposed as certain", count_as_sure(used, CERTAIN_FROM..1.1)),
        counted("of which proposed as likely", count_as_sure(used, 0.0..CERTAIN_FROM)),
        counted("of which confirmed", confirmed),
        counted("Figures that are not mapped", open.len()),
    ]);
    let files = mapping
        .files
        .iter()
        .map(|file| vec![DocumentCell::text(&file.name), DocumentCell::text(&file.fingerprint)])
        .collect();
    Page {
        name: "About",
        title: format!("Your files and “{}”", model.title),
        words: "This workbook states how your own files provide the requested figures. Only the cells listed here are taken from them. Review the page \
                “Mapping”, correct it, confirm it and sign it; next year only new items need review."
            .to_owned(),
        tables: vec![
            PageTable { key: "about", title: "", columns: vec![column("@label", "", 34.0), column("@value", "", 44.0)], rows },
            PageTable {
                key: "files",
                title: "Your files",
                columns: vec![column("@file", "File", 34.0), column("@fingerprint", "Checksum of its cells", 44.0)],
                rows: files,
            },
        ],
    }
}

fn counted(label: &str, count: usize) -> Vec<DocumentCell> {
    vec![DocumentCell::text(label), DocumentCell::Number(count as f64)]
}

/// How many lines were proposed with a confidence within a range.
fn count_as_sure(used: &[&MappingRule], range: Range<f64>) -> usize {
    used.iter().filter(|rule| rule.confidence.is_some_and(|sure| range.contains(&sure))).count()
}

fn sign_off_page(mapping: &Mapping) -> Page {
    const ASKED: [&str; 6] =
        ["Prepared by", "Position", "Date", "Checked by", "Position of who checked", "Date of the check"];
    Page {
        name: "Sign-off",
        title: "Sign-off".to_owned(),
        words: "The undersigned has reviewed the page “Mapping” and confirms that the cells named there contain the requested figures, and that the amounts \
                not used do not form part of them."
            .to_owned(),
        tables: vec![PageTable {
            key: "sign-off",
            title: "",
            columns: vec![column("@label", "", 34.0), asked_column("@value", "", 44.0)],
            rows: ASKED.iter().map(|label| vec![DocumentCell::text(label), DocumentCell::text(signed(mapping, label))]).collect(),
        }],
    }
}

/// What was entered beside a line when the mapping was signed.
fn signed<'m>(mapping: &'m Mapping, label: &str) -> &'m str {
    mapping.signed.iter().find(|(other, _)| other == label).map_or("", |(_, value)| value)
}
