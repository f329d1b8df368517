//! The machine keys by which a form is read, whatever was moved, inserted or renamed.
//!
//! | where | key | meaning |
//! |---|---|---|
//! | corner of a table | `sg3:inputs` | every row is an input; its key is the input's name |
//! | | `sg3:inputs by year` | the same, and their members go across |
//! | | `sg3:by service,component` | every row is a place along these axes; its key is the members, joined by commas |
//! | | `sg3:list site` | every row makes a member, by its code |
//! | | `sg3:lines entry` | every row is a member, by its number |
//! | | `sg3:of from:centre,to:centre` | every row is a place, by codes |
//! | above a column | `minutes`, `volume[year=2025]` | values of an input, at a member if the members go across |
//! | | `@value`, `@value 2025` | the value of the row's input, at a member if its members go across |
//! | | `@code service`, `@label service`, `@unit`, `@note` | about the row |
//! | corner of a table | `sg3:findings` | findings of an earlier reading with their answers, by number |
//! | | `sg3:outside` | what stood outside the form when it came back; kept, not read |
//! | | `#status`, `#least`, `#most`, `#source`, `#confidential`, `#reason`, `#comment` | evidence of all values of the row |
//! | | `#concerns` | the one column that the evidence of the row is about, if it is not about all |
//! | | `minutes#status` and so on | evidence of that value alone; forms do not ask for it, but it is read |
//! | | `minutes#last`, `#check` | last year's value; a live check |
//! | beside a row | `@title`, `@heading`, `@units` | not data |
//! | | `@status`, `@source`, `@confidential` | evidence of a whole column; below the first column of an input, of all its columns |
//! | corner | `sg3:cover`, `sg3:scales`, `sg3:totals`, `sg3:signatures` | about the form: its facts, scale of each sheet, control totals, who signs |
//! | | `sg3:shared` | inputs that are asked for once for several models |
//! | first cell | `@sheet Traffic`, `@sheet Traffic @model tour/mobile` | name of the sheet in the blank form; its model, if there are several |
//!
//! Version 1 had no evidence, scales, totals and signatures; its forms are still read.

use sg3_lang::Model;
use sg3_lang::model::Axis;
use std::sync::Arc;

/// How keys begin that are not data.
pub const MARK: &str = "@";
/// What parts the key of a value from that of evidence beside it.
pub const EVIDENCE: char = '#';
/// Row above a table.
pub const TITLE: &str = "@title";
/// Row with what people see above columns.
pub const HEADING: &str = "@heading";
/// Row with the units of columns.
pub const UNITS: &str = "@units";
/// Row with the status of whole columns.
pub(crate) const STATUS: &str = "@status";
/// Row with the source of whole columns.
pub(crate) const SOURCE: &str = "@source";
/// Row that says whether whole columns are confidential, or why.
pub(crate) const CONFIDENTIAL: &str = "@confidential";
/// Column with the value of the row's input; a member may follow.
pub const VALUE: &str = "@value";
/// Column with what people see for the row.
pub const LABEL: &str = "@label";
/// Column with the unit of the row.
pub const UNIT: &str = "@unit";
/// Column with words for the filler.
pub const NOTE: &str = "@note";
/// Key of a table whose rows are inputs.
pub(crate) const INPUTS: &str = "inputs";
/// Key of the table of findings; its rows are their numbers.
pub(crate) const FINDINGS: &str = "findings";
/// Columns of the table of findings.
pub(crate) const OF_FINDINGS: [&str; 10] =
    ["@number", "@rank", "@state", "@where", "@found", "@expected", "@help", "@answer", "@kind", "@about"];

/// Parts what people wrote in a note from the findings that were added to it.
pub(crate) const FINDINGS_BELOW: &str = "--- findings ---";
/// Key of the table of what stood outside the form.
pub(crate) const OUTSIDE: &str = "outside";
/// Key of the table about the form itself.
pub(crate) const COVER: &str = "cover";
/// Row of the cover with the period in words.
pub(crate) const PERIOD: &str = "period";
/// Row of the cover with the last day of the financial year.
pub(crate) const YEAR_END: &str = "year_end";
/// Row of the cover with the last day that volumes cover.
pub(crate) const VOLUMES_END: &str = "volumes_end";
/// Key of the table with the scale of each sheet.
pub const SCALES: &str = "scales";
/// Corner of the table that says who fills each sheet.
pub(crate) const FILLED_BY: &str = "filled by";
/// Key of the table of control totals.
pub(crate) const TOTALS: &str = "totals";
/// Key of the table of those who sign.
pub(crate) const SIGNATURES: &str = "signatures";
/// Key of the table of what is asked for once for several models.
pub const SHARED: &str = "shared";
/// Tables that are about the form rather than the model.
pub(crate) const OF_THE_FORM: [&str; 7] = [COVER, SCALES, FILLED_BY, TOTALS, SIGNATURES, SHARED, OUTSIDE];
/// Document property: name of the model.
pub const MODEL_PROPERTY: &str = "sg3 model";
/// Document property: whose form it is.
pub(crate) const OWNER_PROPERTY: &str = "sg3 owner";
/// Document property: version of the keys.
pub const VERSION_PROPERTY: &str = "sg3 form";
/// Document property: fingerprint of what the form asks.
pub(crate) const LAYOUT_PROPERTY: &str = "sg3 layout";
/// Row of the cover with the periods that the form was drawn for.
pub(crate) const YEARS: &str = "years";
/// Document property: those periods, if the model only proposes them.
pub(crate) const YEARS_PROPERTY: &str = "sg3 years";
/// Document property: the languages of the form, if it is not in English alone.
pub(crate) const LANGUAGE_PROPERTY: &str = "sg3 language";
/// Document property: the libraries that each model is made of, if it is of any.
pub(crate) const LIBRARY_PROPERTY: &str = "sg3 library";
/// What stands between the names of models, and their fingerprints, in a form of several.
pub(crate) const BETWEEN_MODELS: &str = "; ";
/// Version of the keys of this page.
pub const VERSION: &str = "3";

/// `by service,component`; an alias brings its dimension: `of from:centre,to:centre`.
pub fn table(model: &Model, kind: &str, axes: &[Axis]) -> String {
    format!("{kind} {}", axes.iter().map(|axis| name_axis(model, axis)).collect::<Vec<_>>().join(","))
}

fn name_axis(model: &Model, axis: &Axis) -> String {
    match &model.dimension(axis.dimension).name {
        dimension if *dimension == axis.name => dimension.to_string(),
        dimension => format!("{}:{dimension}", axis.name),
    }
}

/// `minutes`, `volume[year=2025]`.
pub fn column(quantity: &str, across: Option<(&str, &str)>) -> String {
    match across {
        Some((axis, member)) => format!("{quantity}[{axis}={member}]"),
        None => quantity.to_owned(),
    }
}

/// `@code service`.
pub fn code(axis: &str) -> String {
    format!("@code {axis}")
}

/// `inputs by year`.
pub(crate) fn inputs_by(axis: &str) -> String {
    format!("{INPUTS} by {axis}")
}

/// Whether the rows of a table are inputs, each with its name as key.
pub(crate) fn are_inputs(table: &str) -> bool {
    table.split(' ').next() == Some(INPUTS)
}

/// `@value 2025`.
pub(crate) fn value_at(member: &str) -> String {
    format!("{VALUE} {member}")
}

/// `@label service`.
pub fn label(axis: &str) -> String {
    format!("@label {axis}")
}

/// `voice,local`.
pub fn row(members: &[Arc<str>]) -> String {
    members.join(",")
}
