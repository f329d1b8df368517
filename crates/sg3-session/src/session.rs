//! A person's work on a model: the texts that were read and the messages that were gathered, from the model's name to the results.

use crate::explain::find_quantity;
use crate::failure::Failure;
use crate::files::Files;
use crate::layers::data::Data;
use crate::layers::form_addresses::add_form_addresses;
use crate::layers::open::open_all;
use crate::layers::reader::LayerReader;
use crate::layers::setting;
use crate::layers::submissions::Submissions;
use crate::libraries::Libraries;
use crate::model_text::{ModelText, Replaced};
use crate::outside::Outside;
use crate::receipt::Received;
use crate::task::Task;
use crate::translated_results::translate_computed;
use sg3_calc::{Inputs, Layer, Plan};
use sg3_lang::model::{LibraryEdition, SourceLibrary};
use sg3_lang::{Diagnostic, Diagnostics, Library, LibraryDocument, Model, Place, Severity, Sources};
use sg3_language::Language;
use sg3_report::Computed;
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// Texts and messages of a person's work.
pub struct Session<'o> {
    /// What may be read and written.
    pub files: Files<'o>,
    /// Every text that a message may show.
    pub sources: Sources,
    /// What was found so far.
    pub diagnostics: Diagnostics,
    /// Workbooks that were read.
    pub received: Vec<Received>,
    /// Whether forms of different operators, periods or currencies may be layered.
    pub blend: bool,
    /// In which the person reads; English unless it is chosen.
    pub language: Language,
}

impl<'o> Session<'o> {
    /// Starts with no text read and no message.
    pub fn new(outside: &'o dyn Outside, libraries: &'o Libraries) -> Session<'o> {
        Session {
            files: Files::new(outside, libraries),
            sources: Sources::default(),
            diagnostics: Diagnostics::default(),
            received: Vec::new(),
            blend: false,
            language: Language::default(),
        }
    }

    /// Checks a model; nothing if it is wrong. What was wrong with another model does not count.
    pub fn check(&mut self, model: &ModelText) -> Option<Model> {
        let files = self.files;
        let known = self.sources.find_same(&model.name, &model.text);
        let file = known.unwrap_or_else(|| self.sources.add(&*model.name, &*model.text));
        let replacing = RefCell::new(BTreeMap::new());
        replacing.borrow_mut().extend(model.instead.clone().map(|replaced| (model.name.clone(), replaced)));
        let document = |name: &str| {
            let document = files.document(model, name)?;
            replacing.borrow_mut().extend(document.instead.map(|replaced| (name.to_owned(), replaced)));
            Some(LibraryDocument { text: document.text, edition: document.edition })
        };
        let library = Library { functions: sg3_calc::functions::ALL, documents: &document };
        let mut found = Diagnostics::default();
        let checked = sg3_lang::check(&mut self.sources, file, library, &mut found);
        replacing.into_inner().iter().for_each(|(name, replaced)| found.add(note_replacing(name, replaced)));
        self.diagnostics.extend(found);
        checked.map(|checked| with_own_library(checked, model.edition.as_ref()))
    }

    /// Checks the model, binds the data and computes what outputs and checks need, and what else is wanted by name; nothing if the
    /// model is wrong. A setting that cannot be used and a name that nothing has leave nothing computed.
    pub fn compute(&mut self, task: Task, settings: &[String], wanted: &[String]) -> Result<Option<Computed>, Failure> {
        let wanted_plan = |model: &Model| {
            let wanted = wanted.iter().map(|name| find_quantity(model, name)).collect::<Result<Vec<_>, _>>()?;
            Ok(sg3_calc::plan_with(model, &wanted))
        };
        self.compute_planned(task, settings, &wanted_plan)
    }

    /// The same by another plan.
    pub(crate) fn compute_planned(
        &mut self,
        task: Task,
        settings: &[String],
        plan: &dyn Fn(&Model) -> Result<Plan, Failure>,
    ) -> Result<Option<Computed>, Failure> {
        self.learn_words_of(&task.model.name)?;
        let Some(model) = self.check(&task.model) else { return Ok(None) };
        let plan = plan(&model)?;
        let layers = self.reader(&model).read(task.data, settings)?;
        let model = sg3_calc::with_periods(&model, &layers).into_owned();
        let Some(inputs) = self.bind(&model, &layers)? else { return Ok(None) };
        let results = sg3_calc::evaluate(&model, &plan, &inputs);
        sg3_calc::diagnose(&model, &inputs, &results, &mut self.diagnostics);
        Ok(Some(translate_computed(Computed { model, inputs, results }, &self.language)))
    }

    /// Stacks the data on the model; nothing if their period does not suit it, of which everything computed would be another complaint.
    pub(crate) fn bind(&mut self, model: &Model, layers: &[Layer]) -> Result<Option<Inputs>, Failure> {
        let mut found = Diagnostics::default();
        let mut inputs = sg3_calc::bind(model, layers, &mut found);
        setting::refuse_unusable(&found)?;
        let is_unsuited = found.iter().any(|message| ["gap-in-period", "period-not-covered"].contains(&message.slug));
        self.diagnostics.extend(found);
        add_form_addresses(model, &mut inputs);
        Ok((!is_unsuited).then_some(inputs))
    }

    /// Files of data and settings as layers for a model.
    pub(crate) fn layers(
        &mut self,
        model: &Model,
        data: Vec<Data>,
        settings: &[String],
    ) -> Result<Vec<Layer>, Failure> {
        self.reader(model).read(data, settings)
    }

    /// The layers of files that are named.
    pub(crate) fn layers_of_files(&mut self, model: &Model, names: &[String]) -> Result<Vec<Layer>, Failure> {
        let data = open_all(self.files, names)?;
        self.layers(model, data, &[])
    }

    /// Reads data into this session.
    pub(crate) fn reader<'s>(&'s mut self, model: &'s Model) -> LayerReader<'s> {
        let Session { files, sources, diagnostics, received, blend, language: _ } = self;
        let submissions = Submissions::new(*blend);
        let model = Cow::Borrowed(model);
        LayerReader { files: *files, model, sources, diagnostics, received, submissions }
    }
}

/// The model with the library that its own document is of before those of documents it uses.
fn with_own_library(mut model: Model, edition: Option<&LibraryEdition>) -> Model {
    let Some(edition) = edition else { return model };
    let mut libraries = Vec::new();
    SourceLibrary::add(&mut libraries, edition.clone(), model.known_name());
    for library in std::mem::take(&mut model.libraries) {
        library.documents.iter().for_each(|name| SourceLibrary::add(&mut libraries, library.edition.clone(), name));
    }
    Model { libraries, ..model }
}

/// Says that one of several documents of a name is used.
fn note_replacing(name: &str, Replaced { used, other }: &Replaced) -> Diagnostic {
    let message = format!("`{name}` is {used}, which differs from the document of that name in {other}");
    let help = format!("rename one of the two if that of {other} is meant");
    Diagnostic::new("library-replaced", Severity::Note, Place::Nowhere, message).help(help)
}
