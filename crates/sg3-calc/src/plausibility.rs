//! Questions that data raise although every value is possible: each with its reason, none where a reason was given already.
//!
//! One file for each kind. What is plausible in numbers, a model declares (`plausible`); what is odd in any data, files here find by
//! looking at neighbours, years, totals and words. A checker that cries wolf is switched off: every kind is silent where it is not
//! sure, and a cell with a comment by the respondent is not asked about again.

mod band;
mod data;
mod day;
mod finance;
mod identical;
mod jump;
mod leases;
mod operators;
mod partition;
mod repeated;
mod rounded;
mod scale;
mod shares;
mod sign;
pub(crate) mod slip;
mod subtotal;
mod total;
mod twice;
mod units;
mod vocabulary;
mod zero;

use crate::bind::inputs::Inputs;
use crate::bind::layer::Layer;
use data::Data;
use sg3_lang::Diagnostics;
use sg3_lang::model::Model;

/// Adds a question for everything in the data that is possible and yet hard to believe.
///
/// The layers are those that were bound: what two of them say of one place is compared.
pub fn question(model: &Model, layers: &[Layer], inputs: &Inputs, diagnostics: &mut Diagnostics) {
    let data = Data { model, layers, inputs };
    let kinds = [
        band::ask,
        scale::ask,
        sign::ask,
        jump::ask,
        identical::ask,
        total::ask,
        subtotal::ask,
        shares::ask,
        zero::ask,
        twice::ask,
        operators::ask,
        finance::ask,
        leases::ask,
        day::ask,
        repeated::ask,
        rounded::ask,
    ];
    kinds.iter().flat_map(|ask| ask(&data)).for_each(|doubt| data.report(doubt, diagnostics));
}
