//! The outside world: the catalogue of models inside the binary, and files. The only place that opens any.

use crate::trouble::Trouble;
use include_dir::{Dir, include_dir};
use sg3_form::Translation;
use std::fs::File;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

static CATALOGUE: Dir = include_dir!("$CARGO_MANIFEST_DIR/../../models");

/// The text of a model, and the name under which the user knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// A catalogue name or a path.
    pub name: String,
    /// All of it, with the line ends it has.
    pub text: String,
}

/// Names of the models that travel inside the binary, in alphabetical order.
pub fn catalogue() -> Vec<String> {
    let mut names = Vec::new();
    collect(&CATALOGUE, &mut names);
    names.sort();
    names
}

/// The text of a model of the catalogue.
pub fn catalogued(name: &str) -> Option<&'static str> {
    CATALOGUE.get_file(format!("{name}.md")).filter(|_| !is_readme(name)).and_then(|file| file.contents_utf8())
}

/// Synonyms that travel inside the binary, one file for each language.
pub fn synonyms() -> impl Iterator<Item = (String, &'static str)> {
    let files = CATALOGUE.get_dir("synonyms").into_iter().flat_map(Dir::files);
    let tables = files.filter(|file| file.path().extension().is_some_and(|ending| ending == "csv"));
    tables.filter_map(|file| Some((file.path().to_string_lossy().replace('\\', "/"), file.contents_utf8()?)))
}

/// Translations of the words of models: those that travel inside the binary, those beside a model, and files that the user names; later
/// ones win. `africa.fr.toml` is into French.
pub fn translations(model: &str, own: &[String]) -> Result<Vec<Translation>, Trouble> {
    let mut found = Vec::new();
    carried(&CATALOGUE, &mut found)?;
    let beside = Path::new(model).parent().filter(|_| model.ends_with(".md")).map(|folder| match folder.as_os_str() {
        name if name.is_empty() => Path::new("."),
        _ => folder,
    });
    let files = beside.and_then(|folder| std::fs::read_dir(folder).ok()).into_iter().flatten().flatten();
    let mut paths: Vec<String> = files.map(|file| file.path().to_string_lossy().into_owned()).collect();
    paths.sort();
    for path in paths.iter().filter(|path| language_of(path).is_some()).chain(own) {
        let help = "name it by its language, such as `africa.fr.toml`";
        let language = language_of(path).ok_or_else(|| {
            Trouble::new(format!("`{path}` does not name the language of the translation")).help(help)
        })?;
        found.push(translation(path, &language, &text(path)?)?);
    }
    Ok(found)
}

fn carried(folder: &Dir, found: &mut Vec<Translation>) -> Result<(), Trouble> {
    for file in folder.files() {
        let path = file.path().to_string_lossy();
        if let (Some(language), Some(text)) = (language_of(&path), file.contents_utf8()) {
            found.push(translation(&path, &language, text)?);
        }
    }
    folder.dirs().try_for_each(|inner| carried(inner, found))
}

/// `fr` of `africa.fr.toml`.
fn language_of(path: &str) -> Option<String> {
    let (_, language) = path.strip_suffix(".toml")?.rsplit_once('.')?;
    let is_code = (2..=3).contains(&language.len()) && language.bytes().all(|letter| letter.is_ascii_lowercase());
    is_code.then(|| language.to_owned())
}

fn translation(path: &str, language: &str, text: &str) -> Result<Translation, Trouble> {
    let wrong = |error: String| {
        Trouble::new(format!("`{path}` is not a table of translations: {error}"))
            .help("each line has the form `\"English\" = \"translation\"`")
    };
    Translation::of_toml(language, text).map_err(wrong)
}

/// Whether the words name a model rather than a file of data.
pub fn names_a_model(words: &str) -> bool {
    words.ends_with(".md") || catalogued(words).is_some()
}

/// A model by catalogue name or path.
pub fn model(named: &str) -> Result<Text, Trouble> {
    let text = match catalogued(named) {
        Some(text) if !Path::new(named).is_file() => text.to_owned(),
        _ if named.ends_with(".md") => text(named)?,
        _ => return Err(unknown_model(named)),
    };
    Ok(Text { name: named.to_owned(), text })
}

/// A document that a model uses: beside the model, in a folder above it, or in the catalogue.
pub fn document(model: &str, name: &str) -> Option<String> {
    let above = Path::new(model).ancestors().skip(1).filter(|_| model.ends_with(".md"));
    let mut files = above.map(|folder| folder.join(format!("{name}.md")));
    files.find_map(|file| std::fs::read_to_string(file).ok()).or_else(|| catalogued(name).map(str::to_owned))
}

/// The name under which a model is known wherever `sg3` is installed, if its text is that of the catalogue.
pub fn catalogue_name(model: &Text) -> Option<String> {
    let path = model.name.replace('\\', "/");
    let is_it = |name: &String| path.ends_with(&format!("{name}.md")) && catalogued(name) == Some(&*model.text);
    catalogue().into_iter().find(is_it)
}

/// Models under a path: the file itself, or every document of a folder that holds formulas.
pub fn models_under(path: &str) -> Result<Vec<String>, Trouble> {
    if !Path::new(path).is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut found = Vec::new();
    walk(Path::new(path), &mut found)?;
    found.sort();
    Ok(found)
}

/// All bytes of a file.
pub fn bytes(path: &str) -> Result<Vec<u8>, Trouble> {
    std::fs::read(path).map_err(|error| Trouble::new(format!("`{path}` cannot be read: {}", reason(&error))))
}

/// Whether a path is that of a folder, or is written as one.
pub fn is_folder(path: &str) -> bool {
    path.ends_with(['/', '\\']) || Path::new(path).is_dir()
}

/// The name of a file without folder and ending.
pub fn stem(path: &str) -> String {
    Path::new(path).file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The CSV files of a folder, by their names without ending and in the order of these.
pub fn texts_of_folder(path: &str) -> Result<Vec<(String, Vec<u8>)>, Trouble> {
    let unreadable = |error: std::io::Error| Trouble::new(format!("`{path}` cannot be read: {}", reason(&error)));
    let mut texts = Vec::new();
    for entry in std::fs::read_dir(path).map_err(unreadable)? {
        let file = entry.map_err(unreadable)?.path();
        let is_csv = file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
        if is_csv && file.is_file() {
            let name = file.to_string_lossy().into_owned();
            texts.push((stem(&name), bytes(&name)?));
        }
    }
    texts.sort();
    Ok(texts)
}

/// A file of text.
pub fn text(path: &str) -> Result<String, Trouble> {
    let text = String::from_utf8(bytes(path)?);
    text.map_err(|_| Trouble::new(format!("`{path}` is not UTF-8 text")).help("save it as UTF-8"))
}

/// Writes a file so that nobody ever sees half of it: beside its place first, then renamed.
pub fn write(path: &str, bytes: &[u8]) -> Result<(), Trouble> {
    let folder = Path::new(path).parent().filter(|folder| !folder.as_os_str().is_empty());
    let beside = || {
        let folder = folder.unwrap_or(Path::new("."));
        let mut file = tempfile::Builder::new().prefix(".sg3-").make_in(folder, |path| File::create_new(path))?;
        file.write_all(bytes)?;
        file.persist(path).map_err(|error| error.error)
    };
    beside().map(|_| ()).map_err(|error| Trouble::new(format!("`{path}` cannot be written: {}", reason(&error))))
}

/// Writes a form in the shape that the path asks for: a workbook, one file of comma-separated values, or a folder of such files.
pub fn write_form(path: &str, form: Vec<u8>) -> Result<(), Trouble> {
    match path {
        _ if path.ends_with(".xlsx") => write(path, &form),
        _ if path.ends_with(".csv") => write(path, sg3_workbook::csv::single(form).as_bytes()),
        _ => {
            let files: Vec<(String, String)> =
                sg3_workbook::csv::folder(form).into_iter().map(|file| (file.name, file.text)).collect();
            write_folder(&format!("{}/", path.trim_end_matches(['/', '\\'])), &files)
        }
    }
}

/// Whether a form can be written there.
pub fn takes_a_form(path: &str) -> Result<(), Trouble> {
    match path.ends_with(".xlsx") || path.ends_with(".csv") || is_folder(path) {
        true => Ok(()),
        false => Err(Trouble::new(format!("`{path}` is not a workbook"))
            .help("name a file ending in .xlsx, one ending in .csv, or a folder ending in /")),
    }
}

/// Writes files into a folder, which is made if it is not there.
pub fn write_folder(path: &str, files: &[(String, String)]) -> Result<(), Trouble> {
    let made = std::fs::create_dir_all(path);
    made.map_err(|error| Trouble::new(format!("`{path}` cannot be created: {}", reason(&error))))?;
    files.iter().try_for_each(|(name, text)| write(&format!("{path}{name}"), text.as_bytes()))
}

/// The same words on every system for what happens most.
fn reason(error: &std::io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        ErrorKind::PermissionDenied => "permission denied".to_owned(),
        _ => error.to_string(),
    }
}

fn unknown_model(named: &str) -> Trouble {
    let names = catalogue();
    let near = sg3_lang::diagnostic::near_miss(named, names.iter().map(|name| &**name));
    let help = near.unwrap_or_else(|| "`sg3 models` lists the catalogue; a path ends in .md".to_owned());
    Trouble::new(format!("there is no model `{named}`")).help(help)
}

fn collect(folder: &Dir, names: &mut Vec<String>) {
    let texts = folder.files().filter(|file| file.path().extension().is_some_and(|ending| ending == "md"));
    let stems = texts.map(|file| file.path().with_extension("").to_string_lossy().replace('\\', "/"));
    names.extend(stems.filter(|name| !is_readme(name)));
    folder.dirs().for_each(|inner| collect(inner, names));
}

fn is_readme(name: &str) -> bool {
    name.ends_with("README")
}

fn walk(folder: &Path, found: &mut Vec<String>) -> Result<(), Trouble> {
    let unreadable =
        |error: std::io::Error| Trouble::new(format!("`{}` cannot be read: {}", folder.display(), reason(&error)));
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path: PathBuf = entry.map_err(unreadable)?.path();
        let is_model = path.extension().is_some_and(|extension| extension == "md");
        match path.is_dir() {
            true => walk(&path, found)?,
            false if is_model && !path.ends_with("README.md") => found.push(path.to_string_lossy().into_owned()),
            false => {}
        }
    }
    Ok(())
}
