//! What a library has, and what was begun in one.

use super::count::counted;
use super::table::table_of_names;
use sg3_lang::Model;
use sg3_session::{ModelLibrary, NewFile, SampleOutcome, Untranslated};

/// A model of a library; nothing of one that has errors but its name.
pub(crate) struct ListedModel {
    /// Its name in the library.
    pub(crate) name: String,
    /// The model itself.
    pub(crate) model: Option<Model>,
}

/// Title, version, region and licence, then a line for each model.
pub(crate) fn draw_library(library: &ModelLibrary, models: &[ListedModel]) -> String {
    let edition = library.edition.as_ref();
    let title = edition
        .map_or_else(String::new, |edition| format!("{edition}, {} (licence: {})\n", edition.region, edition.licence));
    if models.is_empty() {
        return title + "no models yet; `sg3 new MODEL --library FOLDER` writes one to begin with\n";
    }
    title + &table_of_names(&["Model", "Title and what it is", "Cases"], models.iter().map(row).collect(), &[2])
}

fn row(ListedModel { name, model }: &ListedModel) -> Vec<String> {
    let Some(model) = model else {
        return vec![name.clone(), "(has errors: see `sg3 check`)".to_owned(), String::new()];
    };
    let prose = model.sections.iter().find(|section| section.instance.is_empty()).map_or("", |section| &section.prose);
    let about = [model.title.clone(), first_sentence(prose)].into_iter().filter(|text| !text.is_empty());
    vec![name.clone(), about.collect::<Vec<_>>().join("\n"), model.cases.len().to_string()]
}

/// The first sentence of prose on one line: as far as a full stop before a blank.
fn first_sentence(prose: &str) -> String {
    let paragraph = prose.trim().split("\n\n").next().unwrap_or_default();
    let words = paragraph.split_whitespace().collect::<Vec<_>>().join(" ");
    words.split_inclusive(". ").next().unwrap_or_default().trim_end().to_owned()
}

/// The files that were written.
pub(crate) fn draw_begun(files: &[NewFile]) -> String {
    files.iter().map(|file| format!("{}\n", file.path)).collect()
}

/// The samples that were run.
pub(crate) fn draw_samples(samples: &[SampleOutcome]) -> String {
    let verdict = |passed| if passed { "passed" } else { "failed" };
    let line = |sample: &SampleOutcome| {
        let names = std::iter::once(&*sample.model).chain(sample.data.iter().map(String::as_str));
        format!("  {}: {}\n", names.collect::<Vec<_>>().join(" "), verdict(sample.passed))
    };
    let failed = samples.iter().filter(|sample| !sample.passed).count();
    let lines: String = samples.iter().map(line).collect();
    if lines.is_empty() { lines } else { format!("{}, {failed} failed\n{lines}", counted(samples.len(), "sample")) }
}

/// How far the translations beside models go: with each, its language.
pub(crate) fn draw_translations(translations: &[(String, Untranslated)]) -> String {
    let line = |(language, untranslated): &(String, Untranslated)| match untranslated.texts.len() {
        0 => format!("  {} {language}: complete\n", untranslated.model),
        missing => {
            format!("  {} {language}: {} not yet translated\n", untranslated.model, counted(missing, "text"))
        }
    };
    let lines: String = translations.iter().map(line).collect();
    if lines.is_empty() { lines } else { format!("{}\n{lines}", counted(translations.len(), "translation")) }
}

#[cfg(test)]
mod tests {
    use super::first_sentence;

    #[test]
    fn a_sentence_ends_with_a_full_stop_before_a_blank() {
        assert_eq!(first_sentence("\nA cost of 1.5\nis shared. More.\n\nEnd."), "A cost of 1.5 is shared.");
        assert_eq!(first_sentence("One sentence.\n\nAnother."), "One sentence.");
        assert_eq!(first_sentence("  "), "");
    }
}
