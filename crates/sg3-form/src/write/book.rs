//! The forms of one request, and what they say of themselves.

use crate::layout::key;
use crate::layout::multi_model::SharedInput;
use crate::layout::multi_model::lay_out_models;
use crate::layout::sheet::Layout;
use crate::layout::years::describe_periods;
use crate::write::context::FormContext;
use crate::write::part::RequestPart;
use sg3_lang::Model;
use sg3_lang::model::Owner;
use sg3_language::Language;

/// A workbook with the forms of one model or several.
pub(crate) struct RequestBook<'a> {
    pub forms: Vec<FormContext<'a>>,
    /// Fingerprints of what each model asks, whatever of it is asked once for all.
    fingerprints: Vec<String>,
    /// What several of the models ask for.
    pub common: Vec<SharedInput>,
}

impl<'a> RequestBook<'a> {
    /// Of these parts, in a language.
    pub(crate) fn of(parts: &[RequestPart<'a>], language: &'a Language) -> RequestBook<'a> {
        let forms = parts.iter().enumerate().map(|(number, part)| FormContext::of(number, part, language)).collect();
        let fingerprints = parts.iter().map(|part| Layout::of(part.model, part.layout.owner).fingerprint()).collect();
        let models: Vec<&Model> = parts.iter().map(|part| part.model).collect();
        let owner = parts.first().map_or(Owner::Operator.into(), |part| part.layout.owner);
        let (_, common) = lay_out_models(&models, owner);
        RequestBook { forms, fingerprints, common }
    }

    /// The form of the first model, whose styles are those of the whole workbook.
    pub(crate) fn first(&self) -> &FormContext<'a> {
        &self.forms[0]
    }

    /// The titles of all models.
    pub(crate) fn title(&self) -> String {
        self.forms.iter().map(|form| &*form.model.title).collect::<Vec<_>>().join(" · ")
    }

    /// The periods that the form is drawn for; nothing if the models do not propose any.
    pub(crate) fn periods(&self) -> Option<String> {
        describe_periods(self.forms.iter().map(|form| form.model))
    }

    /// Names of the models, and fingerprints of what each asks.
    pub(crate) fn identity(&self) -> (String, String) {
        let models: Vec<&str> = self.forms.iter().map(|form| &*form.layout.model).collect();
        (models.join(key::BETWEEN_MODELS), self.fingerprints.join(key::BETWEEN_MODELS))
    }

    /// The libraries that each model is made of; nothing if none is.
    pub(crate) fn libraries(&self) -> Option<String> {
        let libraries: Vec<&str> =
            self.forms.iter().map(|form| form.layout.libraries.as_deref().unwrap_or_default()).collect();
        libraries.iter().any(|words| !words.is_empty()).then(|| libraries.join(key::BETWEEN_MODELS))
    }
}
