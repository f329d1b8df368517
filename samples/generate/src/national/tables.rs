//! What stands in the tables of the operator's folder.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

/// The tables from which figures are computed.
pub(super) struct Tables {
    pub groups: Vec<Group>,
    pub driver_elements: Vec<(String, String, f64)>,
    pub measured_at_centres: Vec<Measured>,
    pub classes: Vec<Class>,
    pub services: Vec<Service>,
    pub natures: Vec<Nature>,
    pub accounts: Accounts,
    pub routing: Routing,
}

/// A group of centres that do the same. The driver of a support centre measures centres, that of an operating centre
/// elements; without one it follows cost.
#[derive(Deserialize)]
pub(super) struct Group {
    #[serde(rename = "group")]
    pub key: String,
    pub label: String,
    copies: String,
    pub millions: f64,
    pub field: String,
    pub kind: String,
    pub driver: String,
    marks: String,
}

/// What a driver measures at centres: how much for a million of cost, in which fields (none: in all), at what share of
/// the others, and at which group as well.
#[derive(Deserialize)]
pub(super) struct Measured {
    pub driver: String,
    pub per_million: f64,
    fields: String,
    pub share_of_others: f64,
    also: String,
}

/// A class of assets, which serves an element or (`@office`) a group of centres.
#[derive(Deserialize)]
pub(super) struct Class {
    #[serde(rename = "class")]
    pub key: String,
    pub label: String,
    pub life: f64,
    pub millions: f64,
    pub assets: usize,
    pub first_year: i64,
    pub last_year: i64,
    pub price_change: f64,
    pub serves: String,
}

/// What is sold; volume in the first year in thousands.
#[derive(Deserialize)]
pub(super) struct Service {
    #[serde(rename = "service")]
    pub key: String,
    pub label: String,
    pub unit: String,
    pub business: String,
    pub family: String,
    pub thousands: f64,
    pub growth: f64,
    pub price: f64,
    pub routing_grade: String,
}

/// A nature of operating cost, with an account for each group of staff, region or field.
#[derive(Deserialize)]
pub(super) struct Nature {
    pub nature: String,
    pub pool: String,
    pub split: Split,
    pub weight: f64,
}

/// What accounts of operating cost are split by.
#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "lowercase")]
pub(super) enum Split {
    Staff,
    Region,
    Field,
}

/// `accounts.toml`.
#[derive(Deserialize)]
pub(super) struct Accounts {
    pub regions: Vec<String>,
    pub fields: Vec<String>,
    pub staff: Vec<String>,
    pub finance: Vec<String>,
    pub special: Vec<Special>,
    pub other: Vec<Other>,
}

/// A nature of operating cost that belongs to one group of centres.
#[derive(Deserialize)]
pub(super) struct Special {
    pub nature: String,
    pub pool: String,
    pub group: String,
    pub weight: f64,
    pub accounts: Vec<String>,
}

/// Other accounts: millions at the first opening, then at each closing.
#[derive(Deserialize)]
pub(super) struct Other {
    pub kind: String,
    pub group: String,
    pub millions: [f64; 3],
    pub accounts: Vec<String>,
}

/// `routing.toml`.
#[derive(Deserialize)]
pub(super) struct Routing {
    pub part: BTreeMap<String, String>,
    pub family: BTreeMap<String, Family>,
}

/// What one unit of a service of a family uses, and what each attempt of a call.
#[derive(Deserialize)]
pub(super) struct Family {
    pub uses: String,
    #[serde(default)]
    pub attempts: String,
    /// Time occupied for each minute billed, attempts for each call, minutes of a call.
    pub call: Option<[f64; 3]>,
}

impl Tables {
    /// Reads the tables of a folder.
    pub(super) fn read(folder: &Path) -> Result<Tables, Box<dyn Error>> {
        Ok(Tables {
            groups: rows(folder, "centres")?,
            driver_elements: rows(folder, "driver_elements")?,
            measured_at_centres: rows(folder, "measured_at_centres")?,
            classes: rows(folder, "classes")?,
            services: rows(folder, "services")?,
            natures: rows(folder, "natures")?,
            accounts: toml::from_str(&fs::read_to_string(folder.join("accounts.toml"))?)?,
            routing: toml::from_str(&fs::read_to_string(folder.join("routing.toml"))?)?,
        })
    }
}

fn rows<T: DeserializeOwned>(folder: &Path, name: &str) -> Result<Vec<T>, Box<dyn Error>> {
    let rows: Result<Vec<T>, csv::Error> =
        csv::Reader::from_path(folder.join(format!("{name}.csv")))?.deserialize().collect();
    rows.map_err(|error| format!("{name}.csv: {error}").into())
}

impl Group {
    /// What its centres are called; one without a name is the whole.
    pub(super) fn copies<'t>(&'t self, regions: &'t [String]) -> Vec<&'t str> {
        if self.copies == "each region" {
            return regions.iter().map(String::as_str).collect();
        }
        self.copies.split("; ").collect()
    }

    /// Whether it is marked: `resale`, `bought`, `plant`.
    pub(super) fn is(&self, mark: &str) -> bool {
        self.marks.split("; ").any(|own| own == mark)
    }
}

impl Measured {
    /// Whether a group has a use for it by what it does.
    pub(super) fn belongs_to(&self, group: &Group) -> bool {
        self.fields.is_empty() || self.fields.split("; ").any(|field| field == group.field) || self.also == group.key
    }
}

impl Accounts {
    /// What accounts of a nature of cost are split into.
    pub(super) fn parts(&self, split: Split) -> Vec<&str> {
        let own = match split {
            Split::Staff => &self.staff,
            Split::Region => &self.regions,
            Split::Field => &self.fields,
        };
        let head_office = matches!(split, Split::Region).then_some("head office");
        own.iter().map(String::as_str).chain(head_office).collect()
    }
}
