//! `sg3 models`

use super::verdict::Verdict;
use crate::io::terminal::print;
use crate::view::library::{ListedModel, draw_library};
use clap::Args;
use sg3_session::{Failure, ModelText, Session};

/// List the models of the catalogue and of other libraries
#[derive(Debug, Args)]
pub(crate) struct Models {}

impl Models {
    /// Prints every library, with name, title, first sentence and number of cases of every model.
    pub(crate) fn run(self, session: &mut Session) -> Result<Verdict, Failure> {
        let libraries = &session.files.libraries.all;
        let mut texts = Vec::new();
        for (position, library) in libraries.iter().enumerate() {
            let models = session.files.models_of_library(position);
            let models: Vec<ListedModel> = models.iter().map(|text| listed(session, text)).collect();
            texts.push(draw_library(library, &models));
        }
        print(&texts.join("\n"))?;
        Ok(Verdict::Fine)
    }
}

fn listed(session: &mut Session, text: &ModelText) -> ListedModel {
    ListedModel { name: text.name.clone(), model: session.check(text) }
}
