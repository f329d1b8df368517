//! Units of figures that people see in per cent.

/// The unit that people see: `%/year` for `1/year`, where figures are shown in per cent, and the other way round where a share is not
/// shown so. The number in the cell is the same.
///
/// ```
/// use sg3_form::values::percent::shown_unit;
/// assert_eq!(shown_unit("1/year", true), "%/year");
/// assert_eq!(shown_unit("ratio", true), "%");
/// assert_eq!(shown_unit("%", true), "%");
/// assert_eq!(shown_unit("%", false), "ratio");
/// assert_eq!(shown_unit("1/year", false), "1/year");
/// ```
pub fn shown_unit(unit: &str, in_percent: bool) -> String {
    match (unit.strip_prefix('1'), unit.strip_prefix('%')) {
        (Some(per), _) if in_percent => format!("%{per}"),
        (_, Some("")) if !in_percent => "ratio".to_owned(),
        (_, Some(per)) if !in_percent => format!("1{per}"),
        _ if in_percent && unit == "ratio" => "%".to_owned(),
        _ => unit.to_owned(),
    }
}
