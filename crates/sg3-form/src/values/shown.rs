//! A number of which the screen shows another: which of them was meant is asked.

use crate::values::scale::{Scale, move_point};
use crate::values::value::Complaint;
use sg3_calc::display_number;
use sg3_calc::present::unit;
use sg3_lang::model::{Kind, Quantity};
use sg3_workbook::{Content, Shown};

/// What is asked of a cell whose number format shows another number than it holds; nothing where the two agree, as thousands
/// do on a sheet in thousands and a percentage where one is asked for.
pub fn question_format(quantity: &Quantity, scale: Scale, content: &Content, shown: Shown) -> Option<Complaint> {
    let Content::Number(number) = content else { return None };
    if !matches!(quantity.kind, Kind::Number(_)) {
        return None;
    }
    let is_meant = match shown {
        Shown::Percent => unit::takes_percent(quantity),
        Shown::TimesTenTo(power) => power == scale.power(),
        Shown::Itself | Shown::Time => false,
    };
    let on_screen = show_on_screen(*number, shown).filter(|_| !is_meant)?;
    let held = display_number(*number);
    let message =
        format!("the screen shows {on_screen}, since the number format says so; the cell holds {held}, which was read");
    let help = "enter the number in the unit of the cell in an ordinary number format, or confirm it in the comment";
    Some(Complaint { slug: "shown-otherwise", message, help: Some(help.to_owned()) })
}

/// What the screen shows of a number, if it is another; nothing of zero.
///
/// ```
/// use sg3_form::values::shown::show_on_screen;
/// use sg3_workbook::Shown;
/// assert_eq!(show_on_screen(4218.0, Shown::TimesTenTo(6)).unwrap(), "4,218,000,000");
/// assert_eq!(show_on_screen(1.5, Shown::Time).unwrap(), "a time of 36 hours");
/// assert_eq!(show_on_screen(4218.0, Shown::Itself), None);
/// ```
pub fn show_on_screen(number: f64, shown: Shown) -> Option<String> {
    match shown {
        _ if number == 0.0 => None,
        Shown::Itself => None,
        Shown::Percent => Some(format!("{} %", display_number(number * 100.0))),
        Shown::Time => Some(format!("a time of {} hours", display_number(number * 24.0))),
        Shown::TimesTenTo(power) => Some(display_number(move_point(number, power.into()))),
    }
}
