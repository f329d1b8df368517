//! `sg3 models`

use crate::session::Session;
use crate::trouble::{Trouble, Verdict};
use crate::{output, report, world};
use clap::Args;

/// List the models of the catalogue
#[derive(Debug, Args)]
pub struct Models {}

impl Models {
    /// Prints name, title and number of cases of every model.
    pub fn run(self) -> Result<Verdict, Trouble> {
        let rows: Vec<Vec<String>> = world::catalogue().iter().map(|name| row(name)).collect::<Result<_, Trouble>>()?;
        output::print(&report::plain_table(&["Model", "Title", "Cases"], rows, &[2]))?;
        Ok(Verdict::Fine)
    }
}

fn row(name: &str) -> Result<Vec<String>, Trouble> {
    let model = Session::default().check(&world::model(name)?);
    let title = model.as_ref().map_or("(has errors: see `sg3 check`)", |model| &model.title);
    let cases = model.as_ref().map_or(0, |model| model.cases.len());
    Ok(vec![name.to_owned(), title.to_owned(), cases.to_string()])
}
