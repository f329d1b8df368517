//! Trial balances and registers whose words and layouts the dictionaries never saw: how many balances and assets a proposal gives rightly.

use super::Count;
use super::operator::{dictionary, model_of};
use sg3_calc::{Layer, Value};
use sg3_form::Respondent;
use sg3_lang::model::{Model, Owner};
use sg3_lang::{Diagnostics, day};
use sg3_mapping::{Applied, CERTAIN_FROM, Dictionary, Mapping, ProposalOptions, SourceFile, Understood};
use sg3_tests::root;
use sg3_workbook::Workbook;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

/// What a figure of a shape is called, and what it says.
type Figures = BTreeMap<String, String>;

fn folder() -> PathBuf {
    root().join("samples/shapes")
}

/// A row for each shape of a kind and one for all of them.
pub(crate) fn report(kind: &str) -> (String, Count) {
    let (model, dictionary) = (model_of("top-down/fully-distributed"), dictionary(&|_| true));
    let (mut rows, mut all) = (String::new(), Count::default());
    for (file, own) in shapes().into_iter().filter(|(_, own)| own == kind) {
        let count = Shape { model: &model, dictionary: &dictionary, file: &file, kind: &own }.count();
        rows += &count.row(&file);
        all.add(count);
    }
    rows += &all.row("**all**");
    (rows, all)
}

/// Files with their kinds.
fn shapes() -> Vec<(String, String)> {
    let mut reader = csv::Reader::from_path(folder().join("shapes.csv")).expect("the list of shapes");
    let shape = |record: csv::StringRecord| (record[0].to_owned(), record[1].to_owned());
    reader.records().map(|record| shape(record.expect("a line"))).collect()
}

struct Shape<'a> {
    model: &'a Model,
    dictionary: &'a Dictionary,
    file: &'a str,
    kind: &'a str,
}

impl Shape<'_> {
    fn count(&self) -> Count {
        let files = [self.open()];
        let understood = Understood::of(self.model, Respondent::One(Owner::Operator), &files, self.dictionary);
        let proposed = understood.propose(ProposalOptions::default());
        let Applied { layer, .. } = understood.apply(&proposed, "proposal", &mut Diagnostics::default());
        let (truth, read) = match self.kind {
            "register" => (self.true_assets(), self.assets(&layer)),
            _ => (self.true_balances(), self.balances(&layer)),
        };
        let mut count = Count { figures: truth.len(), ..Count::default() };
        for (figure, value) in &read {
            let is_right = truth.get(figure).is_some_and(|known| is_same(known, value));
            count.add(Count::of_one(is_right, self.is_certain(&proposed, figure)));
        }
        count
    }

    fn open(&self) -> SourceFile {
        let bytes = fs::read(folder().join("files").join(self.file)).expect("a file of the samples");
        let mut found = Diagnostics::default();
        if self.file.ends_with(".csv") {
            return SourceFile::of_text(&bytes, self.file, &mut found);
        }
        SourceFile::of_workbook(&mut Workbook::open(bytes, self.file).expect("a workbook"), &mut found)
    }

    /// Whether all rules by which a figure was read are called certain.
    fn is_certain(&self, proposed: &Mapping, figure: &str) -> bool {
        let inputs: &[&str] = match figure.split_once(' ').expect("what it is of").0 {
            "balance" => &["amount", "account_of"],
            "cost" => &["register.cost", "asset"],
            "bought" => &["register.bought", "asset"],
            _ => &["register.class_of", "class", "asset"],
        };
        let mut rules = proposed.rules.iter().filter(|rule| !rule.is_open() && inputs.contains(&&*rule.figure.input));
        rules.all(|rule| rule.confidence.is_none_or(|sure| sure >= CERTAIN_FROM))
    }

    fn table(&self) -> impl Iterator<Item = BTreeMap<String, String>> {
        let name = self.file.rsplit_once('.').expect("an ending").0;
        let mut reader = csv::Reader::from_path(folder().join(format!("true/{name}.csv"))).expect("a true table");
        reader.deserialize().map(|line| line.expect("a line")).collect::<Vec<_>>().into_iter()
    }

    /// What is not nothing: several lines of an account are added.
    fn true_balances(&self) -> Figures {
        let mut sums: BTreeMap<String, f64> = BTreeMap::new();
        for line in self.table() {
            let amount: f64 = line["amount"].parse().expect("an amount");
            let account = if line["account"].is_empty() { &line["name"] } else { &line["account"] };
            *sums.entry(format!("balance {account} {}", line["year"])).or_default() += amount;
        }
        written(sums)
    }

    fn balances(&self, layer: &Layer) -> Figures {
        let accounts = values(self.model, layer, "account_of");
        let names: BTreeMap<&str, &str> = layer.members.iter().map(|member| (&*member.key, &*member.label)).collect();
        let mut sums: BTreeMap<String, f64> = BTreeMap::new();
        for (place, value) in values(self.model, layer, "amount") {
            let account = accounts.get(&place[..1]).map_or("?", |account| account);
            // accounts that have no codes are known by their names
            let has_code = account.chars().any(char::is_numeric);
            let account = names.get(account).filter(|_| !has_code).map_or(account, |name| *name);
            let amount: f64 = value.parse().expect("an amount");
            *sums.entry(format!("balance {account} {}", place[1])).or_default() += amount;
        }
        written(sums)
    }

    fn true_assets(&self) -> Figures {
        let mut figures = Figures::new();
        for line in self.table() {
            let asset = &line["asset"];
            for (what, column) in [("cost", "gross_value"), ("bought", "in_use_from"), ("class", "category")] {
                // of what is known by its year alone no day is asked
                if !line[column].is_empty() && (what != "bought" || line[column].len() == 10) {
                    figures.insert(format!("{what} {asset}"), line[column].clone());
                }
            }
        }
        figures
    }

    fn assets(&self, layer: &Layer) -> Figures {
        let mut figures = Figures::new();
        let classes: BTreeMap<&str, &str> = layer.members.iter().map(|member| (&*member.key, &*member.label)).collect();
        for (what, input) in [("cost", "register.cost"), ("bought", "register.bought"), ("class", "register.class_of")]
        {
            for (place, value) in values(self.model, layer, input) {
                let value = if what == "class" {
                    classes.get(&*value).map_or(value.clone(), |label| (*label).to_owned())
                } else {
                    value
                };
                figures.insert(format!("{what} {}", place[0]), value);
            }
        }
        figures
    }
}

/// Values of an input by place, as people write them.
fn values(model: &Model, layer: &Layer, input: &str) -> BTreeMap<Vec<String>, String> {
    let id = model.find_quantity(input).expect("an input");
    let of_input = layer.values.iter().filter(|datum| datum.quantity == id);
    let told = of_input.filter_map(|datum| {
        let place = datum.place.iter().flat_map(|place| place.iter().map(std::string::ToString::to_string));
        let value = match &datum.value {
            Value::Number(number) => number.to_string(),
            Value::Date(number) => day::write(*number),
            Value::Text(text) => text.clone(),
            _ => return None,
        };
        Some((place.collect(), value))
    });
    told.collect()
}

fn written(sums: BTreeMap<String, f64>) -> Figures {
    let some = sums.into_iter().filter(|(_, amount)| amount.abs() >= 0.005);
    some.map(|(figure, amount)| (figure, amount.to_string())).collect()
}

fn is_same(known: &str, read: &str) -> bool {
    match (known.parse::<f64>(), read.parse::<f64>()) {
        (Ok(known), Ok(read)) => (known - read).abs() <= 0.006_f64.max(1e-9 * known.abs()),
        _ => known.trim().eq_ignore_ascii_case(read.trim()),
    }
}

/// Every shape has a file and a truth of at least so many figures.
#[test]
fn shapes_are_of_five_hundred_rows_and_more() {
    let files: BTreeSet<String> = fs::read_dir(folder().join("files"))
        .expect("files")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    let listed: BTreeSet<String> = shapes().into_iter().map(|(file, _)| file).collect();
    assert_eq!(files, listed);
}
