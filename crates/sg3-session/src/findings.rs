//! Everything that can be said of data: what a run would say, and what is hard to believe. It goes back to whoever sent them, in the
//! form or the mapping written again.

use crate::failure::Failure;
use crate::layers::data::{AppliedMapping, SubmittedForm};
use crate::session::Session;
use crate::task::Task;
use sg3_calc::Layer;
use sg3_form::write_feedback;
use sg3_lang::Model;
use sg3_language::{Language, translate_model};

impl Session<'_> {
    /// Finds everything that is wrong with data or hard to believe. Nothing if the model is wrong.
    pub fn question(&mut self, task: Task, settings: &[String]) -> Result<Option<Model>, Failure> {
        self.learn_words_of(&task.model.name)?;
        let Some(model) = self.check(&task.model) else { return Ok(None) };
        let layers = self.layers(&model, task.data, settings)?;
        self.judge(&model, &layers)?;
        Ok(Some(model))
    }

    /// The same for data of which one file is a form, which is written again with what was found.
    pub fn return_form(&mut self, task: Task, settings: &[String], path: &str) -> Result<Option<Model>, Failure> {
        self.learn_words_of(&task.model.name)?;
        let Some(model) = self.check(&task.model) else { return Ok(None) };
        let (layers, form) = self.reader(&model).read_submission(task.data, settings)?;
        self.judge(&model, &layers)?;
        self.files.write_form(path, self.draw_again(&form)?)?;
        Ok(Some(model))
    }

    /// The same for an operator's own files: their mapping is written again, with what was found in their cells.
    pub fn return_mapping(&mut self, task: Task, settings: &[String], path: &str) -> Result<Option<Model>, Failure> {
        self.learn_words_of(&task.model.name)?;
        let Some(model) = self.check(&task.model) else { return Ok(None) };
        let (layers, applied) = self.reader(&model).read_mapped(task.data, settings)?;
        self.judge(&model, &layers)?;
        if let Some(applied) = applied {
            let AppliedMapping { mapping, files, reconciliation } = &applied;
            self.files.write(path, &mapping.returned(&model, files, reconciliation, &self.diagnostics))?;
        }
        Ok(Some(model))
    }

    fn judge(&mut self, model: &Model, layers: &[Layer]) -> Result<(), Failure> {
        let model = &*sg3_calc::with_periods(model, layers);
        let Some(inputs) = self.bind(model, layers)? else { return Ok(()) };
        let results = sg3_calc::evaluate(model, &sg3_calc::plan(model), &inputs);
        sg3_calc::diagnose(model, &inputs, &results, &mut self.diagnostics);
        sg3_calc::question(model, layers, &inputs, &mut self.diagnostics);
        Ok(())
    }

    fn draw_again(&self, form: &SubmittedForm) -> Result<Vec<u8>, Failure> {
        let translations = self.files.translations(&form.model.name, &[])?;
        let language = Language::of(form.language.as_deref().unwrap_or("en"), &translations).unwrap_or_default();
        let translated = translate_model(&form.model, &language);
        let (layer, leftovers) = (&form.layer, &form.leftovers);
        Ok(write_feedback(&translated, &form.layout, layer, leftovers, &self.diagnostics, &language))
    }
}
