//! `sg3 explain MODEL DATA... FIGURE`

use crate::figure::Figure;
use crate::session::{Computed, Session, Task};
use crate::trouble::{Trouble, Verdict};
use crate::{explanation, output};
use clap::{Args, ValueEnum};
use sg3_calc::reads::reads_of;
use sg3_lang::diagnostic::near_miss;
use sg3_lang::model::{Axis, Check, QuantityId};

/// Show how a figure is derived, down to its input cells
#[derive(Debug, Args)]
#[command(override_usage = "sg3 explain [OPTIONS] <MODEL> [DATA]... <FIGURE>")]
pub struct Explain {
    /// A model, data files (a filled form alone identifies its model), and last the figure: `tariff[urban]`
    #[arg(required = true, value_name = "MODEL DATA FIGURE")]
    words: Vec<String>,
    /// Set an input, overriding all files: `wacc=0.11`, `minutes[urban]=5`
    #[arg(long = "set", value_name = "NAME=VALUE")]
    settings: Vec<String>,
    /// A mapping by which source workbooks other than forms are read (see `sg3 map`)
    #[arg(long, value_name = "MAPPING")]
    map: Option<String>,
    /// Number of levels of formulas to show
    #[arg(long, value_name = "N", default_value_t = 5)]
    depth: usize,
    /// Output format
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// How the figure is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Text for reading
    Text,
    /// JSON for other programs
    Json,
}

impl Explain {
    /// Computes, and prints the tree.
    pub fn run(self) -> Result<Verdict, Trouble> {
        let (words, files) = self.words.split_last().filter(|(_, files)| !files.is_empty()).ok_or_else(too_few)?;
        let no_figure = || Trouble::new(format!("`{words}` is not a figure")).help("for example `tariff[urban]`");
        let figure = Figure::parse(words).ok_or_else(no_figure)?;
        let mut session = Session::default();
        if let Some(computed) = session.compute(Task::of(files, self.map.as_deref())?, &self.settings)? {
            let (quantity, place) = find(&computed, &figure)?;
            let Computed { model, inputs, results } = &computed;
            let explained = sg3_calc::explain(model, inputs, results, quantity, &place, self.depth);
            output::print(&match self.format {
                Format::Text => explanation::tree(&explained, self.depth, &computed, &session.sources),
                Format::Json => {
                    let figure = explanation::json(&explained, &session.sources);
                    serde_json::to_string_pretty(&figure).expect("a figure is plain text and numbers") + "\n"
                }
            })?;
        }
        Ok(session.finish())
    }
}

fn too_few() -> Trouble {
    Trouble::new("a model and a figure are needed").help("for example `sg3 explain MODEL DATA 'tariff[urban]'`")
}

fn find(computed: &Computed, figure: &Figure) -> Result<(QuantityId, Vec<usize>), Trouble> {
    let id = computed.model.find_quantity(&figure.name).ok_or_else(|| unknown(computed, &figure.name))?;
    let axes = &computed.model.quantity(id).axes;
    let names: Vec<&str> = axes.iter().map(|axis| &*axis.name).collect();
    let keys = figure.keys(&names).filter(|keys| keys.iter().all(Option::is_some));
    let keys = keys.ok_or_else(|| unplaced(computed, id))?;
    let place = axes.iter().zip(keys.into_iter().flatten()).map(|(axis, key)| position(computed, axis, &key));
    Ok((id, place.collect::<Result<_, Trouble>>()?))
}

fn position(computed: &Computed, axis: &Axis, key: &str) -> Result<usize, Trouble> {
    let members = computed.inputs.members_of(axis.dimension);
    let unknown = || {
        let help = near_miss(key, members.keys.iter().map(|key| &**key));
        let keys: Vec<&str> = members.keys.iter().take(12).map(|key| &**key).collect();
        let known = format!("its members are {}{}", keys.join(", "), if members.len() > 12 { ", ..." } else { "" });
        Trouble::new(format!("`{}` has no member `{key}`", axis.name)).help(help.unwrap_or(known))
    };
    members.find(key).ok_or_else(unknown)
}

fn unknown(computed: &Computed, name: &str) -> Trouble {
    if let Some(check) = computed.model.checks.iter().find(|check| *check.name == *name) {
        return is_check(computed, check);
    }
    let names = computed.model.quantities.iter().map(|quantity| &*quantity.name);
    Trouble::new(format!("the model has no `{name}`")).maybe_help(near_miss(name, names))
}

/// A check has no value of its own; what it reads has.
fn is_check(computed: &Computed, check: &Check) -> Trouble {
    let mut reads = Vec::new();
    for side in check.question.sides() {
        reads_of(side).into_iter().for_each(|id| reads.push(&*computed.model.quantity(id).name));
    }
    reads.dedup();
    let trouble = Trouble::new(format!("`{}` is a check, not a figure", check.name));
    trouble.help(format!("explain one of the quantities it compares: `{}`", reads.join("`, `")))
}

fn unplaced(computed: &Computed, id: QuantityId) -> Trouble {
    let head = crate::show::head(computed.model.quantity(id));
    Trouble::new(format!("the figure does not fit `{head}`")).help("name a member for each axis")
}
