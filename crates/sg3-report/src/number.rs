//! Values as people read them.

pub use sg3_calc::shown;

/// `yes` or `no`.
pub fn yes_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}
