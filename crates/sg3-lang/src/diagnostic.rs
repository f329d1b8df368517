//! What is wrong, where, what was expected, what to do: the one kind of message for everything a user can cause.
//!
//! Steps add diagnostics to a [`Diagnostics`] and go on; none prints, none stops at the first.

pub mod catalogue;
mod number;

use crate::source::Span;
use indexmap::IndexSet;

/// How bad it is. Of data: blocking, to be explained, to be noted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// There is no result, or not all of it, or none that can be right.
    Error,
    /// There is a result; somebody should look and answer.
    Warning,
    /// It was understood and is worth knowing; nobody need do anything.
    Note,
}

impl Severity {
    /// From the worst to the least.
    pub const ALL: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Note];

    /// What it means for whoever sent the data: `blocking`, `explain`, `note`.
    pub fn rank(self) -> &'static str {
        match self {
            Severity::Error => "blocking",
            Severity::Warning => "explain",
            Severity::Note => "note",
        }
    }

    /// `error`, `warning`, `note`.
    pub fn label(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

/// Where a message points to.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Place {
    /// In a model or another text.
    Text(Span),
    /// In a file of data: `operator.xlsx  Traffic!C4`, `figures.toml  line 12`.
    Data(DataPlace),
    /// Nowhere in particular: it is about the whole, or about what is not there.
    Nowhere,
}

/// A place in a file of data.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DataPlace {
    /// The file, as the user named it.
    pub file: String,
    /// The place in it: `Traffic!C4`, `line 12`.
    pub at: String,
}

/// One message to whoever wrote the text or sent the data.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Diagnostic {
    /// Stable name of the kind of mistake; one of [`catalogue::SLUGS`].
    pub slug: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// One line: what is wrong. Names in backticks.
    pub message: String,
    /// The place that must be looked at first.
    pub place: Place,
    /// What it is about, in words that stay the same from file to file: `minutes[urban]`; nothing for what has no such name.
    pub subject: Option<String>,
    /// What to say at the place itself; of data, what was expected there and why.
    pub label: String,
    /// Other places that matter, and why.
    pub notes: Vec<(Place, String)>,
    /// Places of which the same is to be said, and what: those that the message counts without naming them.
    pub likewise: Vec<(Place, String)>,
    /// The remedy, if one is known.
    pub help: Option<String>,
}

impl Diagnostic {
    /// An error at a stretch of text.
    pub fn error(slug: &'static str, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(slug, Severity::Error, Place::Text(span), message.into())
    }

    /// A warning at a stretch of text.
    pub fn warning(slug: &'static str, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(slug, Severity::Warning, Place::Text(span), message.into())
    }

    /// A message at any place.
    pub fn new(slug: &'static str, severity: Severity, place: Place, message: String) -> Diagnostic {
        debug_assert!(catalogue::SLUGS.iter().any(|(known, _)| *known == slug), "{slug} is missing in the catalogue");
        Diagnostic {
            slug,
            severity,
            message,
            place,
            subject: None,
            label: String::new(),
            notes: Vec::new(),
            likewise: Vec::new(),
            help: None,
        }
    }

    /// With what it is about.
    pub fn about(mut self, subject: impl Into<String>) -> Diagnostic {
        self.subject = Some(subject.into());
        self
    }

    /// The number of a message about data, the same in every run and every submission: it follows from the kind of mistake and from
    /// what it is about, and from nothing else.
    ///
    /// ```
    /// use sg3_lang::{Diagnostic, Place, Severity};
    /// let jump = |words: &str| Diagnostic::new("jump", Severity::Warning, Place::Nowhere, words.to_owned());
    /// let number = jump("it is 12 times as much").about("minutes[urban, 2025]").number();
    /// assert_eq!(number, jump("in other words").about("minutes[urban, 2025]").number());
    /// assert_ne!(number, jump("elsewhere").about("minutes[urban, 2026]").number());
    /// assert_eq!(number.len(), 7);
    /// ```
    pub fn number(&self) -> String {
        number::number_of(&[self.slug, self.identity()])
    }

    /// Whether it leaves results incomplete or wrong: any error but that of a check, which judges results.
    pub fn is_mistake(&self) -> bool {
        self.severity == Severity::Error && self.slug != "check-failed"
    }

    /// What it is about, or else its place in the file of data.
    pub fn identity(&self) -> &str {
        match (&self.subject, &self.place) {
            (Some(subject), _) => subject,
            (None, Place::Data(place)) => &place.at,
            (None, _) => &self.message,
        }
    }

    /// With words under the place itself.
    pub fn label(mut self, label: impl Into<String>) -> Diagnostic {
        self.label = label.into();
        self
    }

    /// With another place in a text.
    pub fn note(self, span: Span, text: impl Into<String>) -> Diagnostic {
        self.note_at(Place::Text(span), text)
    }

    /// With another place of any kind.
    pub fn note_at(mut self, place: Place, text: impl Into<String>) -> Diagnostic {
        self.notes.push((place, text.into()));
        self
    }

    /// With another place of which the same is to be said.
    pub fn likewise_at(mut self, place: Place, text: impl Into<String>) -> Diagnostic {
        self.likewise.push((place, text.into()));
        self
    }

    /// The same message, ranked otherwise.
    pub fn with(self, severity: Severity) -> Diagnostic {
        Diagnostic { severity, ..self }
    }

    /// With what should be done about it.
    pub fn help(mut self, help: impl Into<String>) -> Diagnostic {
        self.help = Some(help.into());
        self
    }

    /// With the remedy, if there is one.
    pub fn maybe_help(mut self, help: Option<String>) -> Diagnostic {
        self.help = self.help.or(help);
        self
    }
}

/// The messages of a run, in the order in which they were found.
#[derive(Debug, Clone, Default)]
pub struct Diagnostics {
    messages: IndexSet<Diagnostic>,
}

impl Diagnostics {
    /// Adds a message, unless the very same one is there.
    pub fn add(&mut self, diagnostic: Diagnostic) {
        self.messages.insert(diagnostic);
    }

    /// Adds all messages of another run.
    pub fn extend(&mut self, others: Diagnostics) {
        self.messages.extend(others.messages);
    }

    /// How many messages there are.
    pub(crate) fn len(&self) -> usize {
        self.messages.len()
    }

    /// Takes back those of the messages from a number on that are not to be kept.
    pub(crate) fn retain_from(&mut self, number: usize, keep: impl Fn(&Diagnostic) -> bool) {
        let last = self.messages.split_off(number);
        self.messages.extend(last.into_iter().filter(keep));
    }

    /// All messages, in the order in which they were found.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.messages.iter()
    }

    /// Whether any message is an error.
    pub fn has_errors(&self) -> bool {
        self.messages.iter().any(|message| message.severity == Severity::Error)
    }

    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.messages.is_empty()
    }
}

/// The known name nearest to a mistyped one, as a remedy.
pub fn near_miss<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let allowed = 1 + wrong.chars().count() / 4;
    let distances = known.into_iter().map(|name| (strsim::damerau_levenshtein(wrong, name), name));
    let nearest = distances.min_by_key(|(distance, _)| *distance).filter(|(distance, _)| *distance <= allowed);
    nearest.map(|(_, name)| format!("did you mean `{name}`?"))
}
