//! The lines between `---` before the title: what a document says of itself.

use crate::diagnostic::{Diagnostic, Diagnostics, near_miss};
use crate::provenance::Provenance;
use crate::source::{FileId, Span};
use std::ops::Range;

/// Reads `key: value` of each line; lists are separated by semicolons.
pub(super) fn read_front_matter(
    file: FileId,
    text: &str,
    lines: Range<usize>,
    diagnostics: &mut Diagnostics,
) -> Provenance {
    let mut provenance = Provenance::default();
    let mut at = lines.start;
    for line in text[lines].split_inclusive('\n') {
        let span = Span { file, start: at as u32, end: (at + line.trim_end().len()) as u32 };
        at += line.len();
        if !line.trim().is_empty() && !is_fence(line) {
            read_line(&mut provenance, line).unwrap_or_else(|help| diagnostics.add(unknown(span, help)));
        }
    }
    provenance
}

fn is_fence(line: &str) -> bool {
    line.trim_end() == "---"
}

/// What a line says; what was expected, if it says nothing that is known.
fn read_line(provenance: &mut Provenance, line: &str) -> Result<(), String> {
    let (key, value) = line.split_once(':').ok_or_else(expected)?;
    let value = value.trim();
    let list = || value.split(';').map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect();
    match key.trim() {
        "groups" => provenance.groups = list(),
        "recommendations" => provenance.recommendations = list(),
        "methods" => provenance.methods = list(),
        "from the text" => provenance.from_the_text = Some(value.to_owned()),
        "our own" => provenance.our_own = Some(value.to_owned()),
        other => return Err(near_miss(other, Provenance::KEYS).unwrap_or_else(expected)),
    }
    Ok(())
}

fn expected() -> String {
    format!("a line is `key: value`; keys are `{}`", Provenance::KEYS.join("`, `"))
}

fn unknown(span: Span, help: String) -> Diagnostic {
    Diagnostic::error("wrong-front-matter", span, "before the title, a document says only where its method comes from")
        .help(help)
}
