//! What a library has.

use super::table::table_of_names;
use sg3_lang::{Model, Provenance};
use sg3_language::Language;
use sg3_session::{ListedModel, ModelLibrary};

/// Title, version, region and licence, then a line for each model.
pub(crate) fn draw_library(library: &ModelLibrary, models: &[ListedModel], language: &Language) -> String {
    let title = draw_title(library, language);
    if models.is_empty() {
        let none = "no models yet; `sg3 new MODEL --library FOLDER` writes one to begin with";
        return format!("{title}{}\n", language.translate(none));
    }
    let head = ["Model", "Title and what it is", "Cases"].map(|word| language.translate(word));
    let rows = models.iter().map(|listed| row(listed, language)).collect();
    title + &table_of_names(&head.each_ref().map(String::as_str), rows, &[2])
}

fn draw_title(library: &ModelLibrary, language: &Language) -> String {
    let edition = library.edition.as_ref();
    let licence = |licence: &str| language.translate(&format!("licence: {licence}"));
    edition
        .map_or_else(String::new, |edition| format!("{edition}, {} ({})\n", edition.region, licence(&edition.licence)))
}

fn row(ListedModel { name, model }: &ListedModel, language: &Language) -> Vec<String> {
    let Some(model) = model else {
        return vec![name.clone(), language.translate("(has errors: see `sg3 check`)"), String::new()];
    };
    let about = [language.translate_label(&model.title), first_sentence(model, language), whose(&model.provenance)];
    let about = about.into_iter().filter(|text| !text.is_empty());
    vec![name.clone(), about.collect::<Vec<_>>().join("\n"), model.cases.len().to_string()]
}

/// `Africa · D.600R (10/2000)`.
fn whose(provenance: &Provenance) -> String {
    let groups = provenance.groups.iter().filter(|group| *group != "all");
    let names: Vec<&str> = groups.chain(&provenance.recommendations).map(String::as_str).collect();
    names.join(" · ")
}

/// The first sentence of what a model says of itself, in a language if that is translated.
fn first_sentence(model: &Model, language: &Language) -> String {
    let section = model.sections.iter().find(|section| section.instance.is_empty());
    let paragraph = section.map_or("", |section| &section.prose).trim().split("\n\n").next().unwrap_or_default();
    cut_sentence(&language.translate_note(paragraph))
}

/// The first sentence on one line: as far as a full stop before a blank.
fn cut_sentence(paragraph: &str) -> String {
    let words = paragraph.split_whitespace().collect::<Vec<_>>().join(" ");
    words.split_inclusive(". ").next().unwrap_or_default().trim_end().to_owned()
}

/// A Markdown table of the models of a library: whose each is, what it follows, and what is the authors' own.
pub(crate) fn write_catalogue(library: &ModelLibrary, models: &[ListedModel], language: &Language) -> String {
    let head = ["Model", "Title", "Group", "Recommendation", "Method", "From the text", "Our own"];
    let head = head.map(|word| language.translate(word)).join(" | ");
    let known = models.iter().filter_map(|listed| Some((&*listed.name, listed.model.as_ref()?)));
    let lines: String = known.map(|(name, model)| catalogue_line(name, model, language)).collect();
    format!("{}\n| {head} |\n|---|---|---|---|---|---|---|\n{lines}", draw_title(library, language))
}

fn catalogue_line(name: &str, model: &Model, language: &Language) -> String {
    let Provenance { groups, recommendations, methods, from_the_text, our_own } = &model.provenance;
    let of = |text: &Option<String>| text.clone().unwrap_or_else(|| "–".to_owned());
    let listed = |names: &[String]| if names.is_empty() { "–".to_owned() } else { names.join("; ") };
    let link = format!("[`{name}`]({name}.md)");
    let title = language.translate_label(&model.title);
    let cells = [link, title, listed(groups), listed(recommendations), listed(methods), of(from_the_text), of(our_own)];
    format!("| {} |\n", cells.map(|cell| cell.replace('|', "/")).join(" | "))
}

#[cfg(test)]
mod tests {
    use super::cut_sentence;

    #[test]
    fn a_sentence_ends_with_a_full_stop_before_a_blank() {
        assert_eq!(cut_sentence("\nA cost of 1.5\nis shared. More."), "A cost of 1.5 is shared.");
        assert_eq!(cut_sentence("One sentence."), "One sentence.");
        assert_eq!(cut_sentence("  "), "");
    }
}
