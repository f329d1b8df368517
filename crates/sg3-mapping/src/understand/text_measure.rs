//! What a text says that the figures beside it are counted in.

/// What a text says about the figures beside it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct TextMeasure {
    /// Thousands, millions.
    pub(crate) scale: Option<f64>,
    /// A name of [`UNITS`](super::dictionary::words::UNITS).
    pub(crate) unit: Option<&'static str>,
    /// Three capital letters.
    pub(crate) currency: Option<String>,
}
