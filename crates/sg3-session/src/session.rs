//! A person's work on a model: the texts that were read and the messages that were gathered, from the model's name to the results.

use crate::catalogue::Catalogue;
use crate::explain::find_quantity;
use crate::failure::Failure;
use crate::files::Files;
use crate::layers::data::Data;
use crate::layers::form_addresses::add_form_addresses;
use crate::layers::open::open_all;
use crate::layers::reader::LayerReader;
use crate::layers::setting;
use crate::layers::submissions::Submissions;
use crate::models::ModelText;
use crate::outside::Outside;
use crate::receipt::Received;
use crate::task::Task;
use sg3_calc::{Inputs, Layer, Plan};
use sg3_lang::{Diagnostic, Diagnostics, Library, Model, Place, Severity, Sources};
use sg3_report::Computed;
use std::borrow::Cow;
use std::cell::RefCell;

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
}

impl<'o> Session<'o> {
    /// Starts with no text read and no message.
    pub fn new(outside: &'o dyn Outside, catalogue: &'o Catalogue) -> Session<'o> {
        Session {
            files: Files::new(outside, catalogue),
            sources: Sources::default(),
            diagnostics: Diagnostics::default(),
            received: Vec::new(),
            blend: false,
        }
    }

    /// Checks a model; nothing if it is wrong. What was wrong with another model does not count.
    pub fn check(&mut self, model: &ModelText) -> Option<Model> {
        let files = self.files;
        let file = self.sources.add(&*model.name, &*model.text);
        let replacing = RefCell::new(Vec::new());
        let document = |name: &str| {
            let document = files.document(&model.name, name)?;
            replacing.borrow_mut().extend(document.instead.map(|path| note_replacing(name, &path)));
            Some(document.text)
        };
        let library = Library { functions: sg3_calc::functions::ALL, documents: &document };
        let mut found = Diagnostics::default();
        let checked = sg3_lang::check(&mut self.sources, file, library, &mut found);
        replacing.into_inner().into_iter().for_each(|note| found.add(note));
        self.diagnostics.extend(found);
        checked
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
        let Some(model) = self.check(&task.model) else { return Ok(None) };
        let plan = plan(&model)?;
        let layers = self.reader(&model).read(task.data, settings)?;
        let model = sg3_calc::with_periods(&model, &layers).into_owned();
        let Some(inputs) = self.bind(&model, &layers)? else { return Ok(None) };
        let results = sg3_calc::evaluate(&model, &plan, &inputs);
        sg3_calc::diagnose(&model, &inputs, &results, &mut self.diagnostics);
        Ok(Some(Computed { model, inputs, results }))
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
        let Session { files, sources, diagnostics, received, blend } = self;
        let submissions = Submissions::new(*blend);
        let model = Cow::Borrowed(model);
        LayerReader { files: *files, model, sources, diagnostics, received, submissions }
    }
}

/// Says that a document of the model's own tree is used, and not the one of that name that comes with the program.
fn note_replacing(name: &str, path: &str) -> Diagnostic {
    let message =
        format!("`{name}` is the file `{path}`, which differs from the document of that name in the catalogue");
    let help = "rename the file if the document of the catalogue is meant";
    Diagnostic::new("library-replaced", Severity::Note, Place::Nowhere, message).help(help)
}
