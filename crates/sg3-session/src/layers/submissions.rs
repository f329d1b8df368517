//! Forms of operators that are layered: a later one may correct an earlier one, and nothing else without being asked for.

use crate::failure::Failure;
use sg3_calc::Layer;
use sg3_form::{Receipt, Respondent, Submission, read_identity};
use sg3_lang::diagnostic::DataPlace;
use sg3_lang::model::{Owner, QuantityId};
use sg3_lang::{Diagnostic, Diagnostics, Place, Severity};
use sg3_workbook::Workbook;
use std::collections::HashSet;
use std::sync::Arc;

/// The forms of operators that were read so far.
pub(crate) struct Submissions {
    read: Vec<ReadSubmission>,
    blend: bool,
}

/// An input and the place of one of its values; all places where none is named.
type GivenPlace = (QuantityId, Option<Box<[Arc<str>]>>);

/// The form of an operator that was read.
struct ReadSubmission {
    file: String,
    stated: Submission,
    given: HashSet<GivenPlace>,
}

impl Submissions {
    /// Nothing is read yet; `blend` says whether forms of different submissions may be layered.
    pub(crate) fn new(blend: bool) -> Submissions {
        Submissions { read: Vec::new(), blend }
    }

    /// Holds the form of an operator against those read before it: a failure if it is of another operator, period or currency; a note
    /// if it is a correction that leaves blank what an earlier one has.
    pub(crate) fn add(
        &mut self,
        workbook: &mut Workbook,
        layer: &Layer,
        receipt: &Receipt,
        diagnostics: &mut Diagnostics,
    ) -> Result<(), Failure> {
        let owner = read_identity(workbook).and_then(|identity| identity.owner);
        if !owner.is_some_and(|owner| [Owner::Operator.into(), Respondent::Everyone].contains(&owner)) {
            return Ok(());
        }
        let (file, stated) = (workbook.file().to_owned(), receipt.submission.clone());
        if !self.blend {
            self.read.iter().try_for_each(|earlier| earlier.refuse_other(&file, &stated))?;
        }
        let what = if self.blend { "is blended with" } else { "corrects" };
        let earlier = self.read.iter().filter(|earlier| earlier.stated.is_stated() && stated.is_stated());
        earlier.filter_map(|earlier| earlier.note_blanks(&file, what, layer)).for_each(|note| diagnostics.add(note));
        let given = layer.values.iter().map(|datum| (datum.quantity, datum.place.clone())).collect();
        self.read.push(ReadSubmission { file, stated, given });
        Ok(())
    }
}

impl ReadSubmission {
    fn note_blanks(&self, file: &str, what: &str, layer: &Layer) -> Option<Diagnostic> {
        let is_kept = |quantity, place: &[Arc<str>]| self.given.contains(&(quantity, Some(place.into())));
        let kept = layer.blanks.iter().filter(|blank| is_kept(blank.quantity, &blank.place)).count();
        let cells = if kept == 1 { "1 cell".to_owned() } else { format!("{kept} cells") };
        let message = format!("`{file}` {what} `{}`: {cells} left blank in it keep the earlier figures", self.file);
        let place = Place::Data(DataPlace { file: file.to_owned(), at: "Cover".to_owned() });
        (kept > 0).then(|| Diagnostic::new("wrong-form", Severity::Note, place, message))
    }

    fn refuse_other(&self, file: &str, stated: &Submission) -> Result<(), Failure> {
        let Some(difference) = self.stated.difference(stated) else { return Ok(()) };
        let message = format!("`{}` and `{file}` differ in {difference}; nothing was computed", self.file);
        let help = "compute each by itself; `--blend` layers them all the same, the blanks of the later one filled from the earlier";
        Err(Failure::new(message).help(help))
    }
}
