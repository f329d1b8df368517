//! What a form says about itself: in the workbook's properties, or on its cover where a program has dropped them.

use crate::language::choice;
use crate::layout::key;
use crate::layout::respondent::Respondent;
use crate::layout::sheet::Layout;
use crate::layout::years::{FormPeriod, parse_periods};
use crate::tables::{block, grid};
use sg3_lang::diagnostic::DataPlace;
use sg3_lang::model::known_name;
use sg3_lang::{Diagnostic, Diagnostics, Place, Severity};
use sg3_workbook::Workbook;

/// What a form says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// Names of the models: one, or several that one request asks for.
    pub models: Vec<String>,
    /// Whose form it is, if it says so.
    pub owner: Option<Respondent>,
    /// Version of the machine keys.
    pub version: String,
    /// The languages of the form; nothing for English alone.
    pub language: Option<String>,
    /// The periods that it was drawn for, where models only propose them.
    pub periods: Vec<FormPeriod>,
    /// Fingerprints of what each model asks.
    pub fingerprints: Vec<String>,
    /// Libraries that each model was made of, with their versions; forms of version 0.1 do not say.
    pub libraries: Vec<String>,
}

/// The names of the models whose form this is; none if it is no form.
///
/// ```
/// let bytes = rust_xlsxwriter::Workbook::new().save_to_buffer().unwrap();
/// let mut workbook = sg3_workbook::Workbook::open(bytes, "other.xlsx").unwrap();
/// assert!(sg3_form::read_model_names(&mut workbook).is_empty());
/// ```
pub fn read_model_names(workbook: &mut Workbook) -> Vec<String> {
    read_identity(workbook).map(|identity| identity.models).unwrap_or_default()
}

/// What a workbook says about itself; nothing if it is no form.
pub fn read_identity(workbook: &mut Workbook) -> Option<Identity> {
    parse_identity(&|name: &str| workbook.properties().get(name).cloned()).or_else(|| {
        let cover =
            (0..workbook.sheets().len()).map(|sheet| read_cover(workbook, sheet)).find(|cover| !cover.is_empty())?;
        parse_identity(&|name: &str| cover.iter().find(|(key, _)| name.ends_with(key)).map(|(_, value)| value.clone()))
    })
}

fn parse_identity(find: &dyn Fn(&str) -> Option<String>) -> Option<Identity> {
    let owner = find(key::OWNER_PROPERTY);
    Some(Identity {
        models: split_list(&find(key::MODEL_PROPERTY)?),
        owner: Respondent::ALL
            .into_iter()
            .find(|known| owner.as_deref().map(choice::to_english).as_deref() == Some(known.label())),
        language: find(key::LANGUAGE_PROPERTY),
        periods: parse_periods(&find(key::YEARS_PROPERTY).unwrap_or_default()),
        version: find(key::VERSION_PROPERTY).unwrap_or_default(),
        fingerprints: split_list(&find(key::LAYOUT_PROPERTY).unwrap_or_default()),
        libraries: split_list(&find(key::LIBRARY_PROPERTY).unwrap_or_default()),
    })
}

fn split_list(words: &str) -> Vec<String> {
    words.split(key::BETWEEN_MODELS.trim()).map(|word| word.trim().to_owned()).collect()
}

impl Identity {
    /// What the model of a name asked when the form was made.
    pub fn fingerprint(&self, model: &str) -> Option<&str> {
        self.of_model(&self.fingerprints, model)
    }

    /// The libraries that the model of a name was made of when the form was made, if the form says so.
    pub fn libraries_of(&self, model: &str) -> Option<&str> {
        self.of_model(&self.libraries, model).filter(|libraries| !libraries.is_empty())
    }

    /// What a list with an entry for each model says of one.
    fn of_model<'i>(&'i self, list: &'i [String], model: &str) -> Option<&'i str> {
        let position = self.models.iter().position(|other| known_name(other) == known_name(model))?;
        list.get(position).map(String::as_str)
    }
}

/// Keys and values of the table about the form itself, if the sheet holds it.
fn read_cover(workbook: &mut Workbook, sheet: usize) -> Vec<(String, String)> {
    let page = grid::read_page(workbook, "", sheet, &mut Diagnostics::default());
    let Some(block) = block::find_blocks(&page).into_iter().find(|block| block.key == key::COVER) else {
        return Vec::new();
    };
    let Some(value) = block.position(key::VALUE) else { return Vec::new() };
    block
        .rows(&page)
        .iter()
        .filter_map(|row| Some((row.text_or_code(block.column)?, row.text_or_code(value)?)))
        .collect()
}

/// The first version of the keys in whose forms a cell that was cleared is blank, whatever the model proposes.
const FIRST_WITH_BLANKS: u32 = 3;

/// What a form turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct FormMatch {
    /// It asks just what the layout does.
    pub same_version: bool,
    /// It asks for other models as well.
    pub shared: bool,
    /// A cell that is left blank has the value that the model proposes, as forms of version 0.1 said.
    pub blanks_take_proposals: bool,
}

/// Says whether a form is of another model, owner or version.
pub(crate) fn compare_identity(workbook: &mut Workbook, layout: &Layout, diagnostics: &mut Diagnostics) -> FormMatch {
    let Some(identity) = read_identity(workbook) else { return FormMatch::default() };
    let place = Place::Data(DataPlace { file: workbook.file().to_owned(), at: "Cover".to_owned() });
    let is_same = identity.fingerprint(&layout.model) == Some(&*layout.fingerprint());
    let is_named = identity.models.iter().any(|model| known_name(model) == layout.model);
    let is_equal = identity.fingerprints.iter().any(|fingerprint| *fingerprint == layout.fingerprint());
    if !is_named && !is_equal {
        let message = format!("the form is of the model `{}`, not of `{}`", identity.models.join("`, `"), layout.model);
        let help = "read it with its own model; inputs requested by both were read";
        diagnostics.add(Diagnostic::new("wrong-form", Severity::Warning, place.clone(), message).help(help));
    } else if !is_same && identity.owner == Some(layout.owner) {
        let message = "the form was made by another version of the model".to_owned();
        let help = "inputs requested by both versions were read; entries that no longer apply are listed";
        diagnostics.add(Diagnostic::new("wrong-form", Severity::Warning, place.clone(), message).help(help));
    }
    note_other_version(&identity, layout, &place, diagnostics);
    if let Some(owner) = identity.owner.filter(|owner| *owner != layout.owner) {
        let message = format!("this is the form of the {}, not of the {}", owner.label(), layout.owner.label());
        diagnostics.add(Diagnostic::new("wrong-form", Severity::Error, place, message));
    }
    let blanks_take_proposals = identity.version.parse().unwrap_or(0) < FIRST_WITH_BLANKS;
    FormMatch { same_version: is_same, shared: identity.models.len() > 1, blanks_take_proposals }
}

/// Says that the libraries are not those with which the form was made, even if it asks for the same.
fn note_other_version(identity: &Identity, layout: &Layout, place: &Place, diagnostics: &mut Diagnostics) {
    let Some(then) = identity.libraries_of(&layout.model).filter(|then| Some(*then) != layout.libraries.as_deref())
    else {
        return;
    };
    let now = layout.libraries.as_deref().unwrap_or("a document of no library");
    let message = format!("the form was made with {then}; `{}` is now {now}", layout.model);
    let help =
        "formulas may have changed: name the library of that version with `--library FOLDER` for the results it gave";
    diagnostics.add(Diagnostic::new("other-version", Severity::Note, place.clone(), message).help(help));
}
