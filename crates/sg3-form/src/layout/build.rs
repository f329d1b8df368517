//! From a model to the layout of its form: what is asked where, tables of it, sheets of tables.

pub(crate) mod arrange;
pub(crate) mod columns;
pub(crate) mod evidence;
pub(crate) mod fixed;
pub(crate) mod limits;
pub(crate) mod open_notes;
pub(crate) mod placement;
pub(crate) mod scalars;
pub(crate) mod tables;
pub(crate) mod unit;

use crate::layout::respondent::Respondent;
use crate::layout::sheet::Layout;
use sg3_lang::Model;
use sg3_lang::model::QuantityId;
use sg3_language::{Language, UnitWords};

impl Layout {
    /// The form that asks `owner` for everything they answer for, and for nothing else.
    ///
    /// ```
    /// # use sg3_lang::{Diagnostics, Library, Sources, check, model::Owner};
    /// # let mut sources = Sources::default();
    /// # let text = [
    /// #     "# Calls", "```sg3",
    /// #     "dimension service \"Service\"", "    on_net \"Within the network\"", "    off_net \"To others\"",
    /// #     "input minutes[service] \"Minutes\" : minute/year",
    /// #     "regulator input wacc \"Cost of capital\" : 1/year",
    /// #     "output total \"Total\" : minute/year = sum(minutes over service)", "```", "",
    /// # ].join("\n");
    /// // input minutes[service] "Minutes" : minute/year
    /// // regulator input wacc "Cost of capital" : 1/year
    /// # let file = sources.add("calls", text);
    /// # let library = Library { functions: &[], documents: &|_| None };
    /// # let model = check(&mut sources, file, library, &mut Diagnostics::default()).unwrap();
    /// let layout = sg3_form::Layout::of(&model, Owner::Operator);
    /// let [sheet] = &layout.sheets[..] else { panic!() };
    /// assert_eq!(sheet.tables[0].key, "by service");
    /// let keys: Vec<&str> = sheet.tables[0].columns.iter().map(|column| &*column.key).collect();
    /// assert_eq!(keys[..5], ["@label service", "@unit", "minutes", "#status", "#least"]);
    /// ```
    pub fn of(model: &Model, owner: impl Into<Respondent>) -> Layout {
        Layout::asking(model, owner, &|_| true)
    }

    /// The same for some of the inputs, where others are asked elsewhere.
    pub(crate) fn asking(model: &Model, owner: impl Into<Respondent>, asks: &dyn Fn(QuantityId) -> bool) -> Layout {
        let owner = owner.into();
        let placements = placement::place_inputs(model, owner, asks);
        let tables = placements
            .iter()
            .map(|placement| (placement.section(model), tables::build_table(model, placement)))
            .collect();
        let layout = Layout {
            model: model.known_name().to_owned(),
            libraries: model.libraries_in_words(),
            owner,
            sheets: arrange::arrange_sheets(model, tables),
            synonyms: Vec::new(),
            unit_words: UnitWords::default(),
            language: Language::default(),
        };
        layout.with_unit_words(&[])
    }

    /// With room for last year's values beside this year's.
    pub fn with_last_year(mut self) -> Layout {
        self.sheets.iter_mut().flat_map(|sheet| &mut sheet.tables).for_each(evidence::add_last_year_columns);
        self
    }
}
