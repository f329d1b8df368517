//! What a library says of itself, in its file `library.toml`.

use crate::failure::Failure;
use serde::Deserialize;
use sg3_lang::model::LibraryEdition;

/// Name of the file, in the folder of the library.
pub(crate) const DESCRIPTION: &str = "library.toml";
/// What the file has, for messages.
const LINES: &str = "a library says `title`, `region`, `version` and `licence`, each a text, and its samples as \
                     `[[sample]]` with `model` and `data`";

/// Figures on which a model is tried: they must come out without a mistake.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sample {
    /// Name of the model.
    pub model: String,
    /// Files of data within the folder of the library, in order.
    pub data: Vec<String>,
    /// Settings over all files, as after `--set`.
    #[serde(default)]
    pub set: Vec<String>,
}

/// The file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Description {
    title: String,
    region: String,
    version: String,
    licence: String,
    #[serde(default, rename = "sample")]
    samples: Vec<Sample>,
}

/// The edition and the samples that the text names.
pub(crate) fn read_description(text: &str, path: &str) -> Result<(LibraryEdition, Vec<Sample>), Failure> {
    let read: Description = toml::from_str(text).map_err(|error| refusal(text, path, &error))?;
    for (key, line) in [("title", &read.title), ("region", &read.region), ("licence", &read.licence)] {
        require_line(path, key, line)?;
    }
    if !is_version(&read.version) {
        return Err(Failure::new(format!("`{path}`: `{}` is not a version", read.version))
            .help("a version is of numbers with points between, such as \"1.2\""));
    }
    let Description { title, region, version, licence, samples } = read;
    Ok((LibraryEdition { title: title.trim().to_owned(), version, region, licence }, samples))
}

/// Forms list several libraries with semicolons between, and results name them on one line.
fn require_line(path: &str, key: &str, text: &str) -> Result<(), Failure> {
    if !text.trim().is_empty() && !text.contains(|letter: char| letter.is_control() || letter == ';') {
        return Ok(());
    }
    let help = format!("write {key} = \"...\" on one line, without a semicolon");
    Err(Failure::new(format!("`{path}`: the {key} is blank, or not one line")).help(help))
}

fn is_version(text: &str) -> bool {
    text.split('.').all(|part| !part.is_empty() && part.bytes().all(|letter| letter.is_ascii_digit()))
}

fn refusal(text: &str, path: &str, error: &toml::de::Error) -> Failure {
    let line = error.span().map(|span| text[..span.start.min(text.len())].matches('\n').count() + 1);
    let line = line.map_or_else(String::new, |line| format!(" line {line}"));
    let message = error.message().split_whitespace().collect::<Vec<_>>().join(" ");
    Failure::new(format!("`{path}`{line}: {message}")).help(LINES)
}

#[cfg(test)]
mod tests {
    use super::read_description;

    const WEST: &str = "title = \"West\"\nregion = \"Nowhere\"\nversion = \"1.2\"\nlicence = \"MIT\"\n";

    #[test]
    fn a_description_names_an_edition() {
        let (edition, samples) = read_description(WEST, "library.toml").expect("a description");
        assert_eq!((edition.to_string(), samples.len()), ("West 1.2".to_owned(), 0));
    }

    #[test]
    fn what_is_wrong_with_a_description_is_told() {
        let told = |text: &str| read_description(text, "library.toml").expect_err("a mistake").message;
        assert_eq!(told(&WEST.replace("1.2", "one")), "`library.toml`: `one` is not a version");
        assert_eq!(told(&WEST.replace("West", " ")), "`library.toml`: the title is blank, or not one line");
        assert!(told(&WEST.replace("region", "regoin")).contains("line 2: unknown field `regoin`"));
        assert!(told("title = West").contains("line 1"));
        assert!(told("").contains("missing field `title`"));
    }
}
