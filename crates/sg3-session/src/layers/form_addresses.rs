//! Where a form would ask for what is missing.

use sg3_calc::Inputs;
use sg3_form::Layout;
use sg3_lang::Model;
use sg3_lang::model::Owner;

/// Says of every missing value where a form would ask for it, if no form that was read says so.
pub(crate) fn add_form_addresses(model: &Model, inputs: &mut Inputs) {
    if !inputs.lacks_addresses() {
        return;
    }
    let forms = [
        (Owner::Operator, "blank form"),
        (Owner::Regulator, "blank form of the regulator"),
        (Owner::Public, "blank form of public data"),
    ];
    for (owner, name) in forms {
        inputs.add_blanks(model, &Layout::of(model, owner).blanks(name));
    }
}
