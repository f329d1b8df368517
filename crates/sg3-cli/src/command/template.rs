//! `sg3 template MODEL... -o form.xlsx`

use crate::layers::{self, Data};
use crate::session::Session;
use crate::trouble::{Trouble, Verdict};
use crate::{output, spare, world};
use clap::{Args, ValueEnum};
use sg3_calc::Layer;
use sg3_form::{Language, Layout, Part, Respondent, Shared};
use sg3_lang::Model;
use sg3_lang::model::Owner;

/// Write the form that requests the inputs of a model
#[derive(Debug, Args)]
pub struct Template {
    /// Models of the catalogue, or paths ending in .md; several make one form that asks for each datum once
    #[arg(required = true, value_name = "MODEL")]
    models: Vec<String>,
    /// The form to write: a workbook (.xlsx), text (.csv), or a folder of CSV files (ending in /)
    #[arg(short, long, value_name = "FORM")]
    output: String,
    /// The respondent
    #[arg(long = "for", value_enum, default_value = "operator")]
    owner: Answers,
    /// Data with which the form is filled in advance
    #[arg(long, value_name = "DATA", num_args = 1..)]
    fill: Vec<String>,
    /// The language of the form, or two side by side: en, fr, es, ar, zh, ru; `en,fr`
    #[arg(long, value_name = "LANGUAGE", default_value = "en")]
    language: String,
    /// Additional translations of the model's texts: `mine.fr.toml`
    #[arg(long, value_name = "TRANSLATION", num_args = 1..)]
    translation: Vec<String>,
    /// Last year's data, shown in grey beside this year's
    #[arg(long, value_name = "DATA", num_args = 1..)]
    from: Vec<String>,
}

/// Who answers for inputs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Answers {
    /// The operator
    Operator,
    /// The regulator
    Regulator,
    /// A public source
    Public,
    /// All respondents, in one workbook
    Everyone,
}

/// What is given for one model.
struct Given {
    model: Model,
    values: Vec<Layer>,
    last_year: Vec<Layer>,
}

impl Template {
    /// Writes the form.
    pub fn run(self) -> Result<Verdict, Trouble> {
        world::takes_a_form(&self.output)?;
        spare::read(&self.output, self.fill.iter().chain(&self.from))?;
        let mut session = Session::default();
        let given =
            self.models.iter().map(|named| self.given(&mut session, named)).collect::<Result<Vec<_>, Trouble>>()?;
        if let Some(given) = given.into_iter().collect::<Option<Vec<Given>>>() {
            self.write(&given)?;
        }
        Ok(session.finish())
    }

    /// A model with its data; nothing if the model is wrong.
    fn given(&self, session: &mut Session, named: &str) -> Result<Option<Given>, Trouble> {
        let mut text = world::model(named)?;
        text.name = world::catalogue_name(&text).unwrap_or(text.name);
        let Some(model) = session.check(&text) else { return Ok(None) };
        let values = read(session, &model, &self.fill)?;
        let last_year = read(session, &model, &self.from)?;
        Ok(Some(Given { model, values, last_year }))
    }

    fn write(&self, given: &[Given]) -> Result<(), Trouble> {
        let language = self.language()?;
        if self.fill.is_empty() {
            spare::filled(&self.output, "a blank form")?;
        }
        let models: Vec<Model> =
            given.iter().map(|given| sg3_form::language::translated(&given.model, &language)).collect();
        let models: Vec<&Model> = models.iter().collect();
        let (layouts, common) = sg3_form::several(&models, self.owner.into());
        let with_last_year = |layout: Layout| if self.from.is_empty() { layout } else { layout.with_last_year() };
        let layouts = sg3_form::language::said_in(layouts.into_iter().map(with_last_year).collect(), &language);
        let values: Vec<Vec<Layer>> = given.iter().map(Given::values).collect();
        let parts = given.iter().zip(models).zip(layouts.iter().zip(&values));
        let parts: Vec<Part> = parts
            .map(|((given, model), (layout, values))| Part { model, layout, values, last_year: &given.last_year })
            .collect();
        world::write_form(&self.output, sg3_form::request_in(&language, &parts))?;
        output::print(&common.iter().map(told).collect::<String>())?;
        match self.from.is_empty() {
            true => Ok(()),
            false => output::print(&given.iter().map(|given| self.what_is_new(given)).collect::<String>()),
        }
    }

    /// What the form is said in.
    fn language(&self) -> Result<Language, Trouble> {
        let mut translations = Vec::new();
        for model in &self.models {
            translations.extend(world::translations(model, &self.translation)?);
        }
        Language::of(&self.language, &translations).map_err(Trouble::new)
    }

    /// Inputs for which last year's data have nothing.
    fn what_is_new(&self, given: &Given) -> String {
        let owner = Respondent::from(self.owner);
        let is_known = |id| given.last_year.iter().flat_map(|layer| &layer.values).any(|datum| datum.quantity == id);
        let asked = given.model.inputs().filter(|(_, _, input)| owner.answers_for(input.owner));
        let new = asked.filter(|(id, ..)| !is_known(*id));
        let lines: String = new.map(|(_, quantity, _)| format!("  {}  {}\n", quantity.name, quantity.label)).collect();
        match lines.is_empty() {
            true => format!("{}: last year's data contain every requested input\n", given.model.name),
            false => format!("{}: new inputs, or inputs not given last year\n{lines}", given.model.name),
        }
    }
}

impl Given {
    /// What the form begins with: the members of last year, and values that were given.
    fn values(&self) -> Vec<Layer> {
        let members = |layer: &Layer| Layer { values: Vec::new(), ..layer.clone() };
        self.last_year.iter().map(members).chain(self.values.iter().cloned()).collect()
    }
}

fn read(session: &mut Session, model: &Model, files: &[String]) -> Result<Vec<Layer>, Trouble> {
    let data = files.iter().map(|path| layers::open(path)).collect::<Result<Vec<Data>, Trouble>>()?;
    layers::read(model, data, &[], &mut session.sources, &mut session.diagnostics, &mut session.received)
}

/// Whether an input of two models is asked for once.
fn told(shared: &Shared) -> String {
    let Shared { name, first, second, differs } = shared;
    match differs {
        None => format!("`{name}` is asked for once, for `{first}` and `{second}`\n"),
        Some(what) => format!("`{name}` is asked for twice: its {what} in `{second}` differs from that in `{first}`\n"),
    }
}

impl From<Answers> for Respondent {
    fn from(answers: Answers) -> Respondent {
        match answers {
            Answers::Operator => Owner::Operator.into(),
            Answers::Regulator => Owner::Regulator.into(),
            Answers::Public => Owner::Public.into(),
            Answers::Everyone => Respondent::Everyone,
        }
    }
}
