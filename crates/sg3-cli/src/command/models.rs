//! `sg3 models`

use super::verdict::Verdict;
use crate::io::terminal::print;
use crate::view::table::plain_table;
use clap::Args;
use sg3_session::{Failure, Session};

/// List the models of the catalogue
#[derive(Debug, Args)]
pub(crate) struct Models {}

impl Models {
    /// Prints name, title and number of cases of every model.
    pub(crate) fn run(self, session: &mut Session) -> Result<Verdict, Failure> {
        let names = session.files.catalogue.models();
        let rows = names.into_iter().map(|name| row(session, name)).collect::<Result<_, Failure>>()?;
        print(&plain_table(&["Model", "Title", "Cases"], rows, &[2]))?;
        Ok(Verdict::Fine)
    }
}

fn row(session: &mut Session, name: &str) -> Result<Vec<String>, Failure> {
    let text = session.files.model(name)?;
    let model = session.check(&text);
    let title = model.as_ref().map_or("(has errors: see `sg3 check`)", |model| &model.title);
    let cases = model.as_ref().map_or(0, |model| model.cases.len());
    Ok(vec![name.to_owned(), title.to_owned(), cases.to_string()])
}
