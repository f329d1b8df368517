//! Opened files and settings to layers, of which later ones win.

use super::builder::LayerBuilder;
use super::data::{AppliedMapping, Data, Mapped, SubmittedForm};
use super::submissions::Submissions;
use super::{csv, mapped, setting, toml, workbook};
use crate::failure::Failure;
use crate::files::Files;
use crate::receipt::Received;
use sg3_calc::Layer;
use sg3_lang::{Diagnostics, Model, Sources};
use std::borrow::Cow;

/// Reads data for a model; what is found on the way goes where the session keeps it.
pub(crate) struct LayerReader<'s> {
    pub(crate) files: Files<'s>,
    /// With the periods that the data read so far have set.
    pub(crate) model: Cow<'s, Model>,
    /// Texts that messages may show.
    pub(crate) sources: &'s mut Sources,
    pub(crate) diagnostics: &'s mut Diagnostics,
    /// Each workbook adds a receipt.
    pub(crate) received: &'s mut Vec<Received>,
    /// Forms of operators that were read so far.
    pub(crate) submissions: Submissions,
}

impl LayerReader<'_> {
    /// One layer for each file and one for all settings.
    pub(crate) fn read(&mut self, data: Vec<Data>, settings: &[String]) -> Result<Vec<Layer>, Failure> {
        let mut layers = Vec::new();
        for data in data {
            layers.extend(self.layer(data)?);
            self.take_period(&layers);
        }
        layers.push(self.settings(settings)?);
        Ok(layers)
    }

    /// The same, with what the only form among the files holds beside its values, so that it can be returned.
    pub(crate) fn read_submission(
        &mut self,
        data: Vec<Data>,
        settings: &[String],
    ) -> Result<(Vec<Layer>, SubmittedForm), Failure> {
        let (mut layers, mut forms) = (Vec::new(), Vec::new());
        for data in data {
            match data {
                Data::Workbook(mut workbook, hash) => {
                    let (form, receipt) =
                        workbook::read_form(self.files, &mut workbook, &self.model, self.diagnostics)?;
                    self.submissions.add(&mut workbook, &form.layer, &receipt, self.diagnostics)?;
                    self.received.push(Received::of(workbook.file(), hash, receipt));
                    layers.push(form.layer.clone());
                    forms.push(form);
                }
                other => layers.extend(self.layer(other)?),
            }
            self.take_period(&layers);
        }
        layers.push(self.settings(settings)?);
        let [form] = <[SubmittedForm; 1]>::try_from(forms).map_err(|_| not_one_form())?;
        Ok((layers, form))
    }

    /// The same, with the mapping among the files as it was applied, if there is one, so that it can be returned.
    pub(crate) fn read_mapped(
        &mut self,
        data: Vec<Data>,
        settings: &[String],
    ) -> Result<(Vec<Layer>, Option<AppliedMapping>), Failure> {
        let (mut layers, mut applied) = (Vec::new(), None);
        for data in data {
            if let Data::Mapped(mapped) = data {
                let (layer, mapping) = self.mapped_layer(*mapped).unzip();
                layers.extend(layer);
                applied = mapping;
            } else {
                layers.extend(self.layer(data)?);
            }
            self.take_period(&layers);
        }
        layers.push(self.settings(settings)?);
        Ok((layers, applied))
    }

    /// What follows is read for the period of what was read: `--set 'minutes[urban]=5'` is about its years.
    fn take_period(&mut self, layers: &[Layer]) {
        if let Cow::Owned(changed) = sg3_calc::with_periods(&self.model, layers) {
            self.model = Cow::Owned(changed);
        }
    }

    fn layer(&mut self, data: Data) -> Result<Option<Layer>, Failure> {
        Ok(match data {
            Data::Workbook(mut workbook, hash) => {
                let (layer, receipt) = workbook::read(self.files, &mut workbook, &self.model, self.diagnostics)?;
                self.submissions.add(&mut workbook, &layer, &receipt, self.diagnostics)?;
                self.received.push(Received::of(workbook.file(), hash, receipt));
                Some(layer)
            }
            Data::Csv(name, text) => Some(self.text_layer(&name, &text, csv::read)?),
            Data::Toml(name, text) => Some(self.text_layer(&name, &text, read_toml)?),
            Data::Mapped(mapped) => self.mapped_layer(*mapped).map(|(layer, _)| layer),
            Data::Refused(refusal) => {
                self.diagnostics.add(refusal);
                None
            }
        })
    }

    fn mapped_layer(&mut self, mapped: Mapped) -> Option<(Layer, AppliedMapping)> {
        mapped::read(self.files, mapped, &self.model, self.diagnostics)
    }

    fn text_layer(
        &mut self,
        name: &str,
        text: &str,
        read: impl Fn(&mut LayerBuilder, &str) -> Result<(), Failure>,
    ) -> Result<Layer, Failure> {
        self.sources.add(name, text);
        let mut builder = LayerBuilder::new(&self.model, name, self.diagnostics);
        read(&mut builder, text)?;
        Ok(builder.finish())
    }

    fn settings(&mut self, settings: &[String]) -> Result<Layer, Failure> {
        let mut found = Diagnostics::default();
        let mut builder = LayerBuilder::new(&self.model, "--set", &mut found);
        settings.iter().try_for_each(|setting| setting::read(&mut builder, setting))?;
        let layer = builder.finish();
        setting::refuse_unusable(&found)?;
        self.diagnostics.extend(found);
        Ok(layer)
    }
}

fn read_toml(builder: &mut LayerBuilder, text: &str) -> Result<(), Failure> {
    toml::read(builder, text);
    Ok(())
}

fn not_one_form() -> Failure {
    Failure::new("only one form can be returned at a time").help("name one filled form; other data may be CSV or TOML")
}
