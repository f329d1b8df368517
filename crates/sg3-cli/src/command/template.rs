//! `sg3 template MODEL -o form.xlsx`

use crate::session::{Session, Task};
use crate::trouble::{Trouble, Verdict};
use crate::{layers, world};
use clap::{Args, ValueEnum};
use sg3_lang::model::Owner;
use sg3_sheet::{Layout, Respondent};

/// The form that asks for inputs
#[derive(Debug, Args)]
pub struct Template {
    /// A model of the catalogue, or a path ending in .md
    model: String,
    /// The workbook to write
    #[arg(short, long, value_name = "FORM.xlsx")]
    output: String,
    /// Who answers
    #[arg(long = "for", value_enum, default_value = "operator")]
    owner: Answers,
    /// Data to begin with
    #[arg(long, value_name = "DATA", num_args = 1..)]
    fill: Vec<String>,
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
    /// All of them, in one workbook
    Everyone,
}

impl Template {
    /// Writes the form.
    pub fn run(self) -> Result<Verdict, Trouble> {
        if !self.output.ends_with(".xlsx") {
            return Err(
                Trouble::new(format!("`{}` is not a workbook", self.output)).help("name a file ending in .xlsx")
            );
        }
        let mut session = Session::default();
        let mut text = world::model(&self.model)?;
        text.name = world::catalogue_name(&text).unwrap_or(text.name);
        let data = self.fill.iter().map(|path| layers::open(path)).collect::<Result<_, Trouble>>()?;
        self.write(&mut session, Task { text, data })?;
        Ok(session.finish())
    }

    fn write(&self, session: &mut Session, task: Task) -> Result<(), Trouble> {
        let Some(model) = session.check(&task.text) else { return Ok(()) };
        let layers = layers::read(&model, task.data, &[], &mut session.sources, &mut session.diagnostics)?;
        let layout = Layout::of(&model, self.owner);
        world::write(&self.output, &sg3_sheet::template(&model, &layout, &layers))
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
