//! Interest, taxes on profit and fines among operating costs: the return on capital pays for the first two already.

use super::data::{Cell, Data, Doubt};
use super::units::is_money;
use super::vocabulary;
use crate::present::display::display_number;
use sg3_lang::model::QuantityId;

/// Account classes of finance costs in the chart of the OHADA states; elsewhere the words decide.
const ACCOUNTS: [&str; 1] = ["67"];

/// Asks about accounts whose words or numbers say finance cost.
pub(super) fn ask(data: &Data) -> Vec<Doubt> {
    data.numbers().filter(|(_, _, unit)| is_money(unit)).flat_map(|(id, ..)| ask_quantity(data, id)).collect()
}

fn ask_quantity(data: &Data, id: QuantityId) -> Vec<Doubt> {
    let axes = &data.model.quantity(id).axes;
    let Some(list) = (0..axes.len()).find(|axis| data.model.dimension(axes[*axis].dimension).is_listed_by_data())
    else {
        return Vec::new();
    };
    let given = data.given(id).into_iter().enumerate();
    let asked = given.filter(|(_, value)| value.is_some_and(|value| value != 0.0)).map(|(cell, _)| (id, cell));
    let mut cells: Vec<Cell> = asked.filter(|cell| is_finance(data, *cell, list)).collect();
    cells.dedup_by_key(|cell| data.position(*cell, list));
    cells.into_iter().map(|cell| doubt(data, cell, list)).collect()
}

fn is_finance(data: &Data, cell: Cell, list: usize) -> bool {
    let code = data.key(cell, list);
    let is_account = code.len() >= 3 && code.bytes().all(|letter| letter.is_ascii_digit());
    vocabulary::is_finance_cost(data.label(cell, list))
        || is_account && ACCOUNTS.iter().any(|class| code.starts_with(class))
}

fn doubt(data: &Data, cell: Cell, list: usize) -> Doubt {
    let (code, label) = (data.key(cell, list), data.label(cell, list));
    Doubt {
        slug: "finance-cost",
        cell,
        subject: None,
        message: format!(
            "account `{code}`, \"{label}\", {}, is among {}",
            display_number(data.value(cell).unwrap_or(f64::NAN)),
            data.model.quantity(cell.0).label
        ),
        expected:
            "expected no finance cost, tax on profit or fine: the return on capital already covers finance and tax"
                .to_owned(),
        help: "remove it, or explain in the comment why it is a cost of the service".to_owned(),
        others: Vec::new(),
    }
}
