//! The samples of a library, run.

use crate::failure::Failure;
use crate::file_name::join;
use crate::library::Sample;
use crate::session::Session;
use crate::task::Task;
use sg3_lang::{Diagnostic, Place, Severity};

/// How a sample of a library came out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleOutcome {
    /// Name of the model.
    pub model: String,
    /// Files of its data, as the library names them.
    pub data: Vec<String>,
    /// Whether it was computed without a mistake.
    pub passed: bool,
}

impl Session<'_> {
    /// Runs the samples of a library of this session, by its position; what is wrong with one adds messages of errors. A library that
    /// comes with the program brings none.
    pub fn run_samples(&mut self, library: usize) -> Vec<SampleOutcome> {
        let libraries = self.files.libraries;
        let library = &libraries.all[library];
        let Some(folder) = &library.folder else { return Vec::new() };
        library.samples.iter().map(|sample| self.run_sample(folder, sample)).collect()
    }

    fn run_sample(&mut self, folder: &str, sample: &Sample) -> SampleOutcome {
        let before = std::mem::take(&mut self.diagnostics);
        let failure = self.compute_sample(folder, sample).err();
        let found = std::mem::replace(&mut self.diagnostics, before);
        let passed = failure.is_none() && !found.has_errors();
        if !passed {
            // what is merely worth a look is shown by `sg3 check`, and what is wrong with the model was told with its cases
            let errors = found.iter().filter(|message| message.severity == Severity::Error);
            let known: Vec<&Diagnostic> = self.diagnostics.iter().collect();
            let new: Vec<Diagnostic> = errors.filter(|message| !known.contains(message)).cloned().collect();
            new.into_iter()
                .chain(failure.map(|failure| not_run(sample, failure)))
                .for_each(|message| self.diagnostics.add(message));
        }
        SampleOutcome { model: sample.model.clone(), data: sample.data.clone(), passed }
    }

    fn compute_sample(&mut self, folder: &str, sample: &Sample) -> Result<(), Failure> {
        let data = sample.data.iter().map(|name| join(folder, name));
        let names: Vec<String> = std::iter::once(sample.model.clone()).chain(data).collect();
        let task = Task::open(self.files, &names, None)?;
        self.compute(task, &sample.set, &[]).map(|_| ())
    }
}

fn not_run(sample: &Sample, failure: Failure) -> Diagnostic {
    let message = format!("the sample of `{}` cannot be run: {}", sample.model, failure.message);
    Diagnostic::new("unreadable-file", Severity::Error, Place::Nowhere, message).maybe_help(failure.help)
}
