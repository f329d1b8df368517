//! A document to begin with: it has a case, a check and everything else a model should have, and passes as it is.

use crate::failure::Failure;
use crate::file_name::join;
use crate::library::DOCUMENTS;
use crate::model_text::ModelText;
use crate::session::Session;
use sg3_lang::Model;
use sg3_language::find_untranslated;
use std::fmt::Write;
use toml::Value;

const MODEL: &str = include_str!("../templates/model.md");
const TRANSLATION: &str = include_str!("../templates/translation.toml");

/// A file to be written where none is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFile {
    /// Its path.
    pub path: String,
    /// All of it.
    pub text: String,
}

/// The model that is wanted.
#[derive(Debug, Clone)]
pub struct NewModel<'r> {
    /// `retail/tariff`: also the path of its file, without the ending.
    pub name: &'r str,
    /// First heading of the document; nothing for one made of the name.
    pub title: Option<&'r str>,
    /// Codes of the languages into which its forms are to be translated.
    pub languages: &'r [String],
    /// Folder of the library that gets it; nothing for a file by itself.
    pub library: Option<&'r str>,
}

impl Session<'_> {
    /// The draft of a model, and for each language the texts of its forms that no library translates yet. A model that is there
    /// already gets translations alone.
    pub fn draft_model(&mut self, wanted: &NewModel) -> Result<Vec<NewFile>, Failure> {
        let name = wanted.name.strip_suffix(".md").unwrap_or(wanted.name);
        require_name(name)?;
        wanted.languages.iter().try_for_each(|code| require_language(code))?;
        let stem = wanted.library.map_or_else(|| name.to_owned(), |folder| join(&join(folder, DOCUMENTS), name));
        let path = format!("{stem}.md");
        let (text, is_new) = match self.files.read_text(&path) {
            Ok(text) => (text, false),
            Err(_) => (MODEL.replace("{title}", &title_of(wanted.title, name)), true),
        };
        let known = if wanted.library.is_some() { name.to_owned() } else { path.clone() };
        let model = self.draft(&known, &text)?;
        let mut files: Vec<NewFile> = is_new.then_some(NewFile { path, text }).into_iter().collect();
        for language in wanted.languages {
            let translations = self.files.translations(&known, &[])?;
            let untranslated = find_untranslated(&model, language, &translations);
            let path = format!("{stem}.{language}.toml");
            files.push(NewFile { path, text: translation(&known, language, &untranslated) });
        }
        Ok(files)
    }

    fn draft(&mut self, name: &str, text: &str) -> Result<Model, Failure> {
        self.check(&ModelText::of(name, text)).ok_or_else(|| {
            Failure::new(format!("`{name}` has mistakes, and its texts cannot be listed"))
                .help("`sg3 check` lists them")
        })
    }
}

/// A table with a line for each text, whose right side is still blank.
fn translation(model: &str, language: &str, texts: &[String]) -> String {
    let mut table = TRANSLATION.replace("{model}", model).replace("{language}", language);
    for text in texts {
        let _ = writeln!(table, "{} = \"\"", quoted(text));
    }
    table
}

/// A text as a TOML file has it: on one line, so that it is a key too.
fn quoted(text: &str) -> String {
    let value = Value::String(text.to_owned()).to_string();
    if value.starts_with('"') && !value.starts_with("\"\"\"") { value } else { format!("{text:?}") }
}

/// The heading that is asked for, else `Retail tariff` for `region/retail-tariff`.
fn title_of(title: Option<&str>, name: &str) -> String {
    let stem = name.rsplit('/').next().unwrap_or(name).replace('-', " ");
    let mut letters = stem.chars();
    let plain = letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect());
    title.map_or(plain, |title| title.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A name that `use` takes: words in small letters and digits, with `-` and `/` between.
fn require_name(name: &str) -> Result<(), Failure> {
    let is_letter = |letter: u8| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == b'-';
    let is_part = |part: &str| {
        part.starts_with(|first: char| first.is_ascii_lowercase())
            && part.bytes().all(is_letter)
            && !part.ends_with('-')
    };
    if name.split('/').all(is_part) {
        return Ok(());
    }
    let help = "a name is of small letters, digits and `-`, in parts with `/` between, such as `retail/mobile-tariff`";
    Err(Failure::new(format!("`{name}` cannot be the name of a model")).help(help))
}

fn require_language(code: &str) -> Result<(), Failure> {
    if (2..=3).contains(&code.len()) && code.bytes().all(|letter| letter.is_ascii_lowercase()) {
        return Ok(());
    }
    Err(Failure::new(format!("`{code}` is not the code of a language"))
        .help("it has two or three small letters, such as fr"))
}
