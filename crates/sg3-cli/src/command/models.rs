//! `sg3 models`

use crate::session::Session;
use crate::trouble::{Trouble, Verdict};
use crate::{output, report, world};
use clap::Args;

/// The catalogue
#[derive(Debug, Args)]
pub struct Models {}

impl Models {
    /// Prints name, title and number of cases of every model.
    pub fn run(self) -> Result<Verdict, Trouble> {
        let mut session = Session::default();
        let rows: Vec<Vec<String>> =
            world::catalogue().iter().map(|name| row(&mut session, name)).collect::<Result<_, Trouble>>()?;
        output::print(&report::plain_table(&["Model", "Title", "Cases"], rows, &[2]))?;
        Ok(session.finish())
    }
}

fn row(session: &mut Session, name: &str) -> Result<Vec<String>, Trouble> {
    let model = session.check(&world::model(name)?);
    let (title, cases) = model.map_or((String::new(), 0), |model| (model.title.clone(), model.cases.len()));
    Ok(vec![name.to_owned(), title, cases.to_string()])
}
