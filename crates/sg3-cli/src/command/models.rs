//! `sg3 models`

use super::verdict::Verdict;
use crate::io::terminal::print;
use crate::view::catalogue::{draw_library, write_catalogue};
use clap::{Args, ValueEnum};
use sg3_session::{Failure, ListedModel, ModelQuery, Session};

/// List the models of the catalogue and of other libraries
#[derive(Debug, Args)]
pub(crate) struct Models {
    /// Words of a model in any language, such as interconnexion; only models that have all of them are listed
    words: Vec<String>,
    /// A regional group, such as Africa; models of all groups are listed too
    #[arg(long, value_name = "GROUP")]
    group: Option<String>,
    /// A Recommendation, such as D.140
    #[arg(long, value_name = "RECOMMENDATION")]
    recommendation: Option<String>,
    /// A method, such as LRIC
    #[arg(long, value_name = "METHOD")]
    method: Option<String>,
    /// The language of titles: en, fr, es, ar, zh, ru
    #[arg(long, value_name = "LANGUAGE")]
    language: Option<String>,
    /// Output format
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// How models are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Text for reading
    Text,
    /// A Markdown table with where each method comes from
    Markdown,
}

impl Models {
    /// Prints every library, with name, title, first sentence and number of cases of every model that is looked for.
    pub(crate) fn run(self, session: &mut Session) -> Result<Verdict, Failure> {
        self.language.iter().try_for_each(|language| session.speak(language))?;
        session.learn_words_of("")?;
        let format = self.format;
        let query = self.query();
        let libraries = &session.files.libraries.all;
        let mut texts = Vec::new();
        for (position, library) in libraries.iter().enumerate() {
            let models: Vec<ListedModel> = session.search_models(position, &query)?;
            if models.is_empty() && query.is_asked() {
                continue;
            }
            texts.push(match format {
                Format::Text => draw_library(library, &models, &session.language),
                Format::Markdown => write_catalogue(library, &models, &session.language),
            });
        }
        if texts.is_empty() && query.is_asked() {
            return Err(Failure::new("no model is what was looked for").help("`sg3 models` lists all of them"));
        }
        print(&texts.join("\n"))?;
        Ok(Verdict::Fine)
    }

    fn query(self) -> ModelQuery {
        let Models { words, group, recommendation, method, .. } = self;
        ModelQuery { group, recommendation, method, words }
    }
}
