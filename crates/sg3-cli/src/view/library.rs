//! What was begun in a library, and how its samples and translations are.

use super::count::counted;
use sg3_session::{NewFile, SampleOutcome, Untranslated};

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
