//! One run of the command: the texts it has read and the messages it has gathered, from the model's name to the results.

use crate::layers::{self, Data, Received};
use crate::trouble::{Trouble, Verdict};
use crate::{output, render, world};
use sg3_calc::{Inputs, Layer, Results};
use sg3_form::Language;
use sg3_lang::{Diagnostics, Library, Model, Sources};

/// Texts and messages of a run.
#[derive(Default)]
pub struct Session {
    /// Every text that a message may show.
    pub sources: Sources,
    /// What was found so far.
    pub diagnostics: Diagnostics,
    /// Workbooks that were read.
    pub received: Vec<Received>,
}

/// A model and data for it, as the command line names them.
pub struct Task {
    /// The text of the model.
    pub text: world::Text,
    /// Files of data, in order.
    pub data: Vec<Data>,
}

/// Everything that a run has worked out.
pub struct Computed {
    /// The checked model.
    pub model: Model,
    /// The data, bound to it.
    pub inputs: Inputs,
    /// Every array.
    pub results: Results,
}

impl Task {
    /// What is left of `MODEL DATA...` without the model.
    pub fn data_of(files: &[String]) -> &[String] {
        match files.split_first() {
            Some((first, data)) if world::names_a_model(first) || !(first.contains('.') || world::is_folder(first)) => {
                data
            }
            _ => files,
        }
    }

    /// `MODEL DATA...`, or data alone of which one is a form that knows its model; a mapping explains files of others, and knows it too.
    pub fn of(files: &[String], map: Option<&str>) -> Result<Task, Trouble> {
        let data = Task::data_of(files);
        let named = files.first().filter(|_| data.len() < files.len());
        if let Some(second) = data.iter().find(|path| world::names_a_model(path)) {
            let help = "name one model; a model includes another with `use`";
            return Err(Trouble::new(format!("`{second}` is a second model")).help(help));
        }
        let (mut data, of_mapping) = match map {
            Some(map) => layers::foreign::open(data, map)?,
            None => (data.iter().map(|path| layers::open(path)).collect::<Result<Vec<Data>, Trouble>>()?, None),
        };
        let named = match named.cloned().or(of_mapping) {
            Some(named) => Some(named),
            None => named_by(&mut data)?,
        };
        let unnamed = || {
            Trouble::new("no model is named, and no file is a form that identifies its model")
                .help("name a model of the catalogue (`sg3 models` lists it) or a path ending in .md first")
        };
        Ok(Task { text: world::model(&named.ok_or_else(unnamed)?)?, data })
    }
}

/// The model of the first form among the data.
fn named_by(data: &mut [Data]) -> Result<Option<String>, Trouble> {
    let names = data.iter_mut().map(layers::model_names).find(|names| !names.is_empty());
    match names.as_deref() {
        Some([first, _, ..]) => {
            let all = names.as_deref().unwrap_or_default();
            let message = format!("the form is for {} models: `{}`", all.len(), all.join("`, `"));
            Err(Trouble::new(message).help(format!("name one of them first, such as `{first}`")))
        }
        Some([one]) => Ok(Some(one.clone())),
        _ => Ok(None),
    }
}

impl Session {
    /// Checks a model; nothing if it is wrong. What was wrong with another model does not count.
    pub fn check(&mut self, text: &world::Text) -> Option<Model> {
        let file = self.sources.add(&*text.name, &*text.text);
        let documents = |name: &str| world::document(&text.name, name);
        let library = Library { functions: sg3_calc::functions::ALL, documents: &documents };
        let mut found = Diagnostics::default();
        let model = sg3_lang::check(&mut self.sources, file, library, &mut found);
        self.diagnostics.extend(found);
        model
    }

    /// Checks the model, binds the data and computes; nothing if the model is wrong.
    pub fn compute(&mut self, task: Task, settings: &[String]) -> Result<Option<Computed>, Trouble> {
        let Some(model) = self.check(&task.text) else { return Ok(None) };
        let inputs = self.bind(&model, task.data, settings)?;
        let results = sg3_calc::evaluate(&model, &sg3_calc::plan(&model), &inputs);
        sg3_calc::diagnose(&model, &inputs, &results, &mut self.diagnostics);
        Ok(Some(Computed { model, inputs, results }))
    }

    /// Stacks the data on the model.
    pub fn bind(&mut self, model: &Model, data: Vec<Data>, settings: &[String]) -> Result<Inputs, Trouble> {
        let layers = layers::read(model, data, settings, &mut self.sources, &mut self.diagnostics, &mut self.received)?;
        let mut inputs = sg3_calc::bind(model, &layers, &mut self.diagnostics);
        layers::address(model, &mut inputs);
        Ok(inputs)
    }

    /// Everything that can be said of data: what a run would say, and what is hard to believe. Nothing if the model is wrong.
    pub fn question(&mut self, task: Task, settings: &[String]) -> Result<Option<Model>, Trouble> {
        let Some(model) = self.check(&task.text) else { return Ok(None) };
        let (data, found) = (task.data, &mut self.diagnostics);
        let layers = layers::read(&model, data, settings, &mut self.sources, found, &mut self.received)?;
        self.judge(&model, &layers);
        Ok(Some(model))
    }

    /// The same for data of which one file is a form, which is written again with what was found.
    pub fn returned(&mut self, task: Task, settings: &[String], path: &str) -> Result<Option<Model>, Trouble> {
        let Some(model) = self.check(&task.text) else { return Ok(None) };
        let (data, found) = (task.data, &mut self.diagnostics);
        let (layers, form) = layers::submission(&model, data, settings, &mut self.sources, found, &mut self.received)?;
        self.judge(&model, &layers);
        let translations = world::translations(&model.name, &[])?;
        let language = Language::of(form.language.as_deref().unwrap_or("en"), &translations).unwrap_or_default();
        let (said, layout) = (sg3_form::language::translated(&model, &language), form.layout);
        let bytes = sg3_form::returned(&said, &layout, &form.layer, &form.remains, &self.diagnostics, &language);
        world::write_form(path, bytes)?;
        Ok(Some(model))
    }

    /// The same for files of others: their mapping is written again, with what was found in their cells.
    pub fn mapped(&mut self, task: Task, settings: &[String], path: &str) -> Result<Option<Model>, Trouble> {
        let Some(model) = self.check(&task.text) else { return Ok(None) };
        let theirs = layers::foreign::parts(&task.data);
        let layers =
            layers::read(&model, task.data, settings, &mut self.sources, &mut self.diagnostics, &mut self.received)?;
        self.judge(&model, &layers);
        if let Some((mapping, files)) = theirs {
            let sums = layers::foreign::sums(&mapping, &files, &model)?;
            world::write(path, &mapping.returned(&model, &files, &sums, &self.diagnostics))?;
        }
        Ok(Some(model))
    }

    fn judge(&mut self, model: &Model, layers: &[Layer]) {
        let mut inputs = sg3_calc::bind(model, layers, &mut self.diagnostics);
        layers::address(model, &mut inputs);
        let results = sg3_calc::evaluate(model, &sg3_calc::plan(model), &inputs);
        sg3_calc::diagnose(model, &inputs, &results, &mut self.diagnostics);
        sg3_calc::question(model, layers, &inputs, &mut self.diagnostics);
    }

    /// Tells the user what was found.
    pub fn finish(&self) -> Verdict {
        output::complain(&render::text(&self.sources, &self.diagnostics));
        Verdict::of(&self.diagnostics)
    }
}
