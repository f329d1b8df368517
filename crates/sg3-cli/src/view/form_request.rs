//! What there is to say of a form that was written.

use sg3_form::SharedInput;
use sg3_session::NewInputs;

/// Whether an input of two models is asked for once, for each that they share.
pub(crate) fn draw_shared(shared: &[SharedInput]) -> String {
    shared.iter().map(shared_line).collect()
}

fn shared_line(shared: &SharedInput) -> String {
    let SharedInput { name, first, second, differs } = shared;
    match differs {
        None => format!("`{name}` is asked for once, for `{first}` and `{second}`\n"),
        Some(what) => format!("`{name}` is asked for twice: its {what} in `{second}` differs from that in `{first}`\n"),
    }
}

/// Inputs of each model for which last year's data have nothing.
pub(crate) fn draw_new_inputs(new: &[NewInputs]) -> String {
    new.iter().map(new_inputs).collect()
}

fn new_inputs(new: &NewInputs) -> String {
    let lines: String = new.inputs.iter().map(|(name, label)| format!("  {name}  {label}\n")).collect();
    if lines.is_empty() {
        return format!("{}: last year's data contain every requested input\n", new.model);
    }
    format!("{}: new inputs, or inputs not given last year\n{lines}", new.model)
}
