//! `sg3 template MODEL... -o form.xlsx`

use super::verdict::{Verdict, conclude};
use crate::io::overwrite::{refuse_over_filled, refuse_over_input};
use crate::io::terminal::print;
use crate::view::form_request::{draw_new_inputs, draw_shared};
use clap::{Args, ValueEnum};
use sg3_form::Respondent;
use sg3_lang::model::Owner;
use sg3_session::{Failure, FormRequest, RequestedForm, Session};

/// Write the form that requests the inputs of a model
#[derive(Debug, Args)]
pub(crate) struct Template {
    /// Models of libraries, or paths ending in .md; several make one form that asks for each datum once
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
    /// The years that the form asks for, where the model only proposes them: `2023..2025`
    #[arg(long, value_name = "YEARS")]
    years: Option<String>,
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

impl Template {
    /// Writes the form.
    pub(crate) fn run(self, session: &mut Session) -> Result<Verdict, Failure> {
        session.files.takes_form(&self.output)?;
        refuse_over_input(&self.output, self.fill.iter().chain(&self.from))?;
        if let Some(form) = session.request_form(&self.request())? {
            self.write(session, form)?;
        }
        Ok(conclude(session))
    }

    fn request(&self) -> FormRequest<'_> {
        FormRequest {
            models: &self.models,
            respondent: self.owner.into(),
            fill: &self.fill,
            last_year: &self.from,
            language: &self.language,
            years: self.years.as_deref(),
            translations: &self.translation,
        }
    }

    fn write(&self, session: &Session, form: RequestedForm) -> Result<(), Failure> {
        if self.fill.is_empty() {
            refuse_over_filled(&self.output, "a blank form")?;
        }
        session.files.write_form(&self.output, form.bytes)?;
        print(&draw_shared(&form.shared))?;
        if self.from.is_empty() { Ok(()) } else { print(&draw_new_inputs(&form.new)) }
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
