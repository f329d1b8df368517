//! `sg3 new MODEL`, `sg3 new --library FOLDER --title TITLE --region REGION`

use super::verdict::Verdict;
use crate::io::create::create_files;
use crate::io::terminal::print;
use crate::view::library::draw_begun;
use clap::Args;
use sg3_session::{Failure, NewFile, NewLibrary, NewModel, Session, draft_library};

/// Write a model to begin with, or start a library
///
/// The model is a draft with inputs, a formula, a check and a case, which passes as it is; beside it are its texts to be translated. With
/// `--library` it goes into the library of that folder. Without a model, `--library`, `--title` and `--region` start a library.
#[derive(Debug, Args)]
pub(crate) struct New {
    /// Name of the model, such as retail/tariff; one that exists gets a further translation
    #[arg(value_name = "MODEL")]
    model: Option<String>,
    /// The title of the model or of the library
    #[arg(long, value_name = "TITLE")]
    title: Option<String>,
    /// The countries for which the library is meant
    #[arg(long, value_name = "REGION", conflicts_with = "model")]
    region: Option<String>,
    /// The licence of the library
    #[arg(long, value_name = "LICENCE", conflicts_with = "model")]
    licence: Option<String>,
    /// A language into which the texts of the forms are to be translated; may be repeated
    #[arg(long = "language", value_name = "LANGUAGE", default_value = "fr")]
    languages: Vec<String>,
}

impl New {
    /// Whether the library that is named is not there yet.
    pub(crate) fn starts_library(&self) -> bool {
        self.model.is_none()
    }

    /// Writes what begins, and says which files those are.
    pub(crate) fn run(self, session: &mut Session, libraries: &[String]) -> Result<Verdict, Failure> {
        let folder = match libraries {
            [] => None,
            [folder] => Some(&**folder),
            [..] => return Err(Failure::new("a model is written into one library").help("name one with `--library`")),
        };
        let files = match &self.model {
            Some(model) => self.draft_model(session, model, folder)?,
            None => self.draft_library(folder)?,
        };
        create_files(&files)?;
        print(&draw_begun(&files))?;
        Ok(Verdict::Fine)
    }

    fn draft_model(&self, session: &mut Session, name: &str, library: Option<&str>) -> Result<Vec<NewFile>, Failure> {
        session.draft_model(&NewModel { name, title: self.title.as_deref(), languages: &self.languages, library })
    }

    fn draft_library(&self, folder: Option<&str>) -> Result<Vec<NewFile>, Failure> {
        let (Some(folder), Some(title), Some(region)) = (folder, &self.title, &self.region) else {
            return Err(Failure::new("neither a model nor a whole library is named").help(
                "`sg3 new MODEL` writes a model; `sg3 new --library FOLDER --title TITLE --region REGION` starts a library",
            ));
        };
        draft_library(&NewLibrary { folder, title, region, licence: self.licence.as_deref() })
    }
}
