//! The form that asks for the inputs of models.

use crate::failure::Failure;
use crate::layers::period::parse_period;
use crate::session::Session;
use sg3_calc::Layer;
use sg3_form::{
    FormPeriod, Layout, RequestPart, Respondent, SharedInput, language, lay_out_models, with_periods, write_request_in,
};
use sg3_lang::Model;
use sg3_lang::model::QuantityId;
use sg3_language::Language;

/// What is asked for, and of whom.
#[derive(Debug, Clone)]
pub struct FormRequest<'r> {
    /// Models of the catalogue or paths; several make one form that asks for each datum once.
    pub models: &'r [String],
    /// Inputs for which others answer are left out.
    pub respondent: Respondent,
    /// Files of data to begin with.
    pub fill: &'r [String],
    /// Files of last year's data, shown beside this year's.
    pub last_year: &'r [String],
    /// Code of the language, or of two.
    pub language: &'r str,
    /// First and last year that the form asks for, as `2023..2025`; by default those of the data, or those that the model proposes.
    pub years: Option<&'r str>,
    /// Files of translations, besides those that come with the models.
    pub translations: &'r [String],
}

/// A form, and what there is to say of it.
pub struct RequestedForm {
    /// The file to send out, an `.xlsx`.
    pub bytes: Vec<u8>,
    /// Inputs that two models share.
    pub shared: Vec<SharedInput>,
    /// Inputs of each model for which last year's data have nothing.
    pub new: Vec<NewInputs>,
}

/// Inputs of a model that are new, or were not given last year.
pub struct NewInputs {
    /// Catalogue name or path of the model.
    pub model: String,
    /// Name and label of each.
    pub inputs: Vec<(String, String)>,
}

/// What is given for one model.
struct Given {
    model: Model,
    values: Vec<Layer>,
    last_year: Vec<Layer>,
}

impl Session<'_> {
    /// Draws the form; nothing if a model is wrong.
    pub fn request_form(&mut self, request: &FormRequest) -> Result<Option<RequestedForm>, Failure> {
        let given = request.models.iter().map(|name| self.given(request, name)).collect::<Result<Vec<_>, Failure>>()?;
        let Some(given) = given.into_iter().collect::<Option<Vec<Given>>>() else { return Ok(None) };
        let language = self.form_language(request)?;
        Ok(Some(draw(request, &given, &language)))
    }

    /// A model with its data; nothing if the model is wrong.
    fn given(&mut self, request: &FormRequest, name: &str) -> Result<Option<Given>, Failure> {
        let text = self.files.model_by_catalogue_name(name)?;
        let Some(model) = self.check(&text) else { return Ok(None) };
        let model = request.years.map_or(Ok(model.clone()), |years| model_of_years(&model, years))?;
        let values = self.layers_of_files(&model, request.fill)?;
        let model = match request.years {
            Some(_) => model,
            None => sg3_calc::with_periods(&model, &values).into_owned(),
        };
        let last_year = self.layers_of_files(&model, request.last_year)?;
        Ok(Some(Given { model, values, last_year }))
    }

    fn form_language(&self, request: &FormRequest) -> Result<Language, Failure> {
        let mut translations = Vec::new();
        for model in request.models {
            translations.extend(self.files.translations(model, request.translations)?);
        }
        Language::of(request.language, &translations).map_err(Failure::new)
    }
}

/// The model for these years; a failure if it fixes its own.
pub(crate) fn model_of_years(model: &Model, years: &str) -> Result<Model, Failure> {
    let Some((first, last)) = parse_period(years) else {
        let message = format!("`--years {years}` does not name a first and a last year");
        return Err(Failure::new(message).help("for example `--years 2023..2025`"));
    };
    let proposed = model.dimensions.iter().filter(|dimension| dimension.is_proposed() && dimension.step.is_some());
    let period = |name: &str| FormPeriod { dimension: name.to_owned(), first, last };
    let periods: Vec<FormPeriod> = proposed.map(|dimension| period(&dimension.name)).collect();
    if periods.is_empty() {
        let help = "a model that proposes them says `dimension year \"Year\" from input in year default 2025..2034`";
        return Err(Failure::new(format!("`{}` does not leave its years to the form", model.name)).help(help));
    }
    Ok(with_periods(model, &periods))
}

fn draw(request: &FormRequest, given: &[Given], language: &Language) -> RequestedForm {
    let models: Vec<Model> = given.iter().map(|given| sg3_language::translate_model(&given.model, language)).collect();
    let models: Vec<&Model> = models.iter().collect();
    let (layouts, shared) = lay_out_models(&models, request.respondent);
    let layouts =
        if request.last_year.is_empty() { layouts } else { layouts.into_iter().map(Layout::with_last_year).collect() };
    let layouts = language::translate_layouts(layouts, language);
    let values: Vec<Vec<Layer>> = given.iter().map(Given::values).collect();
    let parts = given.iter().zip(models).zip(layouts.iter().zip(&values));
    let parts: Vec<RequestPart> = parts
        .map(|((given, model), (layout, values))| RequestPart { model, layout, values, last_year: &given.last_year })
        .collect();
    let bytes = write_request_in(language, &parts);
    RequestedForm { bytes, shared, new: given.iter().map(|given| given.new_inputs(request.respondent)).collect() }
}

impl Given {
    /// What the form begins with: the members of last year, and values that were given.
    fn values(&self) -> Vec<Layer> {
        let members = self.last_year.iter().map(|layer| Layer { values: Vec::new(), ..layer.clone() });
        members.chain(self.values.iter().cloned()).collect()
    }

    fn new_inputs(&self, respondent: Respondent) -> NewInputs {
        let asked = self.model.inputs().filter(|(_, _, input)| respondent.answers_for(input.owner));
        let new = asked.filter(|(id, ..)| !self.is_of_last_year(*id));
        let inputs = new.map(|(_, quantity, _)| (quantity.name.to_string(), quantity.label.clone())).collect();
        NewInputs { model: self.model.name.clone(), inputs }
    }

    fn is_of_last_year(&self, input: QuantityId) -> bool {
        self.last_year.iter().flat_map(|layer| &layer.values).any(|datum| datum.quantity == input)
    }
}
