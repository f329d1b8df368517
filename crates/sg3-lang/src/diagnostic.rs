//! What is wrong, where, what was expected, what to do: the one kind of message for everything a user can cause.
//!
//! Steps add diagnostics to a [`Diagnostics`] and go on; none prints, none stops at the first.

pub mod catalogue;

use crate::source::Span;
use indexmap::IndexSet;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// There is no result, or not all of it.
    Error,
    /// There is a result; somebody should look.
    Warning,
}

/// Where it is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Place {
    /// In a model or another text.
    Text(Span),
    /// In a file of data: `operator.xlsx  Traffic!C4`, `figures.toml  line 12`.
    Data(DataPlace),
    /// Nowhere in particular.
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

/// One message.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Diagnostic {
    /// Stable name of the kind of mistake; one of [`catalogue::SLUGS`].
    pub slug: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// One line: what is wrong. Names in backticks.
    pub message: String,
    /// Where.
    pub place: Place,
    /// What to say at the place itself.
    pub label: String,
    /// Other places that matter, and why.
    pub notes: Vec<(Place, String)>,
    /// What to do.
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
        Diagnostic { slug, severity, message, place, label: String::new(), notes: Vec::new(), help: None }
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

    /// With the remedy.
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

    /// All messages.
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
    let distance = |name: &&str| strsim::damerau_levenshtein(wrong, name);
    let nearest = known.into_iter().min_by_key(distance).filter(|name| distance(name) <= allowed);
    nearest.map(|name| format!("did you mean `{name}`?"))
}
