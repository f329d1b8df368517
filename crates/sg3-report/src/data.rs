//! The results of a run as plain data: what other programs get as JSON, and all else is written from.

use crate::message::Message;
use serde::Serialize;
use sg3_lang::model::Display;
use sg3_language::Language;
use std::sync::Arc;

/// The results of a run.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// Catalogue name or path of the model.
    pub model: String,
    /// Title of the model: the first heading of its document.
    pub title: String,
    /// The libraries that the model and the documents it uses are of: its own first, if it is of one.
    pub libraries: Vec<Library>,
    /// The model and these libraries on one line: `retail/tariff, West 1.2, with sg3 catalogue 0.1.0`.
    #[serde(skip)]
    pub named: String,
    /// The options that were in force.
    pub options: Vec<Choice>,
    /// Members of every dimension that a quantity varies with.
    pub dimensions: Vec<Dimension>,
    /// Inputs, constants and computed quantities, in order of definition.
    pub quantities: Vec<Quantity>,
    /// Whether no mistake was found in the data and settings; with one, figures are missing or may be wrong.
    pub complete: bool,
    /// How many mistakes there are.
    #[serde(skip)]
    pub mistakes: usize,
    /// What was asked of the results.
    pub checks: Vec<Check>,
    /// Checks of used documents that were not asked.
    pub not_asked: Vec<CheckNotAsked>,
    /// On what the outputs rest, if that was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Vec<EvidenceShares>>,
    /// What is wrong, or worth a look.
    pub diagnostics: Vec<Message>,
    /// The language of those who read tables and documents.
    #[serde(skip)]
    pub language: Language,
}

/// A library of models, and which of its documents were used.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Library {
    /// What it is called.
    pub title: String,
    /// Its version.
    pub version: String,
    /// For which countries it is meant.
    pub region: String,
    /// Under which terms it may be used.
    pub licence: String,
    /// Names of the documents, in the order in which they are used.
    pub documents: Vec<String>,
}

/// An option that was in force.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Choice {
    /// Name of the input.
    pub name: String,
    /// What people see.
    pub label: String,
    /// The option; where the input varies, each option with the members that have it.
    pub chosen: Vec<Chosen>,
    /// Who said so: a cell, a line, a setting, or the model.
    pub origin: String,
}

/// An option, and for whom.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Chosen {
    /// Its key, `yes` or `no`; nothing if nobody has chosen.
    pub option: Option<String>,
    /// What people see.
    pub label: String,
    /// Keys of the members that have it; empty where the input does not vary.
    pub members: Vec<String>,
}

/// A dimension with its members.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Dimension {
    /// Name in formulas.
    pub name: String,
    /// What people see.
    pub label: String,
    /// Whether its members are years or other steps of time, which stand beside each other.
    #[serde(skip)]
    pub time: bool,
    /// Members in order.
    pub members: Vec<Member>,
}

/// A member of a dimension, as data or model list it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Member {
    /// Key in formulas.
    pub key: Arc<str>,
    /// What people see.
    pub label: String,
    /// What it is counted in.
    pub unit: Option<String>,
}

/// A quantity with all its cells.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Quantity {
    /// Name in formulas.
    pub name: String,
    /// What people see.
    pub label: String,
    /// The heading under which it is defined.
    pub section: String,
    /// Its unit, as it would be written in a model.
    pub unit: String,
    /// Names of the axes, in the order of the members of each cell.
    pub axes: Vec<String>,
    /// Name of the dimension of each axis.
    pub dimensions: Vec<String>,
    /// Whether it is a result of the model.
    pub output: bool,
    /// Whether the decision is about it: it is shown first.
    pub headline: bool,
    /// How people see its figures.
    #[serde(skip)]
    pub display: Display,
    /// A value for each combination of members, last axis fastest.
    pub cells: Vec<Cell>,
}

/// The value of a quantity at one place.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Cell {
    /// A key for each axis.
    pub members: Vec<Arc<str>>,
    /// The value; nothing if it could not be computed.
    pub value: Option<Value>,
    /// `ok` or `missing`.
    pub status: Status,
    /// What people call the value, where it is a member.
    #[serde(skip)]
    pub label: Option<String>,
    /// The unit of this cell.
    #[serde(skip)]
    pub unit: String,
    /// The unit as people see it: in the currency of the data, in per cent, thousands or millions.
    #[serde(skip)]
    pub shown_unit: String,
    /// Whether the value is what amounts that cancel have left, which people see as 0.
    #[serde(skip)]
    pub residue: bool,
    /// The value as people see it in a table; blank before the table is made.
    #[serde(skip)]
    pub text: String,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// A number, in the unit of the quantity.
    Number(f64),
    /// Yes or no.
    YesNo(bool),
    /// The key of a member, or a day as `2024-02-29`.
    Text(String),
}

/// Whether there is a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// There is a value.
    Ok,
    /// It waits for data, or cannot be computed from them.
    Missing,
}

/// A question to the results.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Check {
    /// Name.
    pub name: String,
    /// What people see.
    pub label: String,
    /// One answer for each place where it is asked.
    pub cells: Vec<Answer>,
}

/// A check of a used document that needs data which nothing else needs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CheckNotAsked {
    /// Name.
    pub name: String,
    /// What people see.
    pub label: String,
    /// Names of the inputs that only this check needs.
    pub needs: Vec<String>,
}

/// The answer of a check at one place.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Answer {
    /// A key for each axis.
    pub members: Vec<Arc<str>>,
    /// Nothing if it waits for data.
    pub holds: Option<bool>,
}

/// What one figure rests on.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EvidenceShares {
    /// Name by which formulas read the output.
    pub name: String,
    /// What people see.
    pub label: String,
    /// A key for each axis.
    pub members: Vec<Arc<str>>,
    /// Shares, which add up to one.
    pub shares: Vec<EvidenceShare>,
}

/// A class of evidence and its share.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EvidenceShare {
    /// `audited`, `measured`, `not stated`, ...
    pub evidence: &'static str,
    /// As a fraction of one.
    pub share: f64,
}
