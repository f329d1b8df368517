//! One message, drawn: excerpts of the texts with carets, both places where two disagree, cells of workbooks by name.

use annotate_snippets::{Annotation, AnnotationKind, Element, Level, Origin, Renderer, Snippet};
use sg3_lang::{Diagnostic, FileId, Severity, Sources, Span};
use sg3_language::Language;
use sg3_report::{Location, locate};
use std::ops::Range;

/// A stretch of text with what is said of it.
struct Mark<'a> {
    span: Span,
    kind: AnnotationKind,
    label: &'a str,
}

/// What the ranks of messages are called.
struct Words {
    error: String,
    warning: String,
    note: String,
    help: String,
}

impl Words {
    fn of(language: &Language) -> Words {
        let [error, warning, note, help] =
            ["error", "warning", "note", "help"].map(|word| language.translate_briefly(word));
        Words { error, warning, note, help }
    }
}

/// The message with its sentences in a language; names and figures are as they were.
fn translate_message(diagnostic: &Diagnostic, language: &Language) -> Diagnostic {
    let mut translated = diagnostic.clone();
    translated.message = language.translate(&diagnostic.message);
    translated.label = language.translate(&diagnostic.label);
    translated.help = diagnostic.help.as_ref().map(|help| language.translate(help));
    translated.notes.iter_mut().for_each(|(_, text)| *text = language.translate(text));
    translated
}

/// The message, ended by a line end.
pub(crate) fn draw(sources: &Sources, diagnostic: &Diagnostic, language: &Language) -> String {
    let diagnostic = &translate_message(diagnostic, language);
    let words = Words::of(language);
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR.with_name(&*words.error),
        Severity::Warning => Level::WARNING.with_name(&*words.warning),
        Severity::Note => Level::NOTE.with_name(&*words.note),
    };
    let title = level.primary_title(&*diagnostic.message).id(diagnostic.slug);
    let excerpts = excerpts(sources, &marks(sources, diagnostic));
    let group = title
        .elements(origin(sources, diagnostic, language))
        .elements(excerpts)
        .elements(annexes(sources, diagnostic, &words, language));
    Renderer::styled().render(&[group]) + "\n"
}

/// Every place of the message that is in a text.
fn marks<'a>(sources: &Sources, diagnostic: &'a Diagnostic) -> Vec<Mark<'a>> {
    let places = std::iter::once((&diagnostic.place, &*diagnostic.label, AnnotationKind::Primary))
        .chain(diagnostic.notes.iter().map(|(place, text)| (place, &**text, AnnotationKind::Context)));
    let marks = places.filter_map(|(place, label, kind)| match locate(sources, place) {
        Location::Text(span) => Some(Mark { span, kind, label }),
        Location::Cell(_) | Location::Nowhere => None,
    });
    marks.collect()
}

/// One excerpt for each text, in the order in which the message mentions them.
fn excerpts<'a>(sources: &'a Sources, marks: &[Mark<'a>]) -> Vec<Element<'a>> {
    let mut files: Vec<FileId> = Vec::new();
    for mark in marks {
        if !files.contains(&mark.span.file) {
            files.push(mark.span.file);
        }
    }
    files.into_iter().map(|file| excerpt(sources, file, marks)).collect()
}

fn excerpt<'a>(sources: &'a Sources, file: FileId, marks: &[Mark<'a>]) -> Element<'a> {
    let source = sources.get(file);
    let here = marks.iter().filter(|mark| mark.span.file == file);
    let annotations = here.map(|mark| annotation(&source.text, mark));
    Snippet::source(&*source.text).path(&*source.name).annotations(annotations).into()
}

fn annotation<'a>(text: &str, mark: &Mark<'a>) -> Annotation<'a> {
    let label = Some(mark.label).filter(|label| !label.is_empty());
    mark.kind.span(first_line(text, mark.span)).label(label)
}

/// The place as far as its first line goes: what follows is the author's own text, seen in the excerpt or not needed.
fn first_line(text: &str, span: Span) -> Range<usize> {
    let (start, end) = (span.start as usize, span.end as usize);
    let line = text[start..end].find(['\r', '\n']).map_or(end, |length| start + length);
    start..line.max(start)
}

/// The cell or file, where the message is not about a text.
fn origin<'a>(sources: &Sources, diagnostic: &'a Diagnostic, language: &Language) -> Option<Element<'a>> {
    match locate(sources, &diagnostic.place) {
        Location::Cell(cell) => Some(Origin::path(language.translate(&cell)).into()),
        Location::Text(_) | Location::Nowhere => None,
    }
}

/// What is said beneath the excerpts.
fn annexes<'a>(
    sources: &Sources,
    diagnostic: &'a Diagnostic,
    words: &'a Words,
    language: &Language,
) -> Vec<Element<'a>> {
    let is_in_text = matches!(locate(sources, &diagnostic.place), Location::Text(_));
    let label = Some(&diagnostic.label).filter(|label| !is_in_text && !label.is_empty());
    let notes = diagnostic.notes.iter().filter_map(|(place, text)| match locate(sources, place) {
        Location::Cell(cell) => Some(format!("{text}: {}", language.translate(&cell))),
        Location::Nowhere => Some(text.clone()),
        Location::Text(_) => None,
    });
    let notes =
        label.cloned().into_iter().chain(notes).map(|text| Level::NOTE.with_name(&*words.note).message(text).into());
    notes
        .chain(diagnostic.help.iter().map(|help| Level::HELP.with_name(&*words.help).message(&**help).into()))
        .collect()
}
