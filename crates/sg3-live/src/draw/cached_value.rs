//! What a formula evaluates to, kept beside it in the workbook.

/// What a program shows for a formula until it recalculates.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum CachedValue {
    /// A number; `NaN` for one that is missing.
    Number(f64),
    Text(String),
}

impl CachedValue {
    /// As a workbook keeps it.
    pub(super) fn written(&self) -> String {
        match self {
            CachedValue::Text(text) => text.clone(),
            CachedValue::Number(number) if number.is_nan() => "#N/A".to_owned(),
            CachedValue::Number(0.0) => "0".to_owned(),
            CachedValue::Number(number) => format!("{number:?}"),
        }
    }
}
