//! Who fills a form.

use sg3_lang::model::Owner;

/// Who fills a form: one owner of inputs, or everyone in one workbook, as in a workshop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Respondent {
    /// Whoever answers for these inputs.
    One(Owner),
    /// All owners in one workbook.
    Everyone,
}

impl Respondent {
    /// Everyone who can be asked.
    pub const ALL: [Respondent; 4] = [
        Respondent::One(Owner::Operator),
        Respondent::One(Owner::Regulator),
        Respondent::One(Owner::Public),
        Respondent::Everyone,
    ];

    /// Whether the form asks for inputs of that owner.
    pub fn answers_for(self, owner: Owner) -> bool {
        self == Respondent::Everyone || self == Respondent::One(owner)
    }

    /// `Form of the operator`, `Form for everyone`.
    pub fn heading(self) -> String {
        match self {
            Respondent::One(_) => format!("Form of the {}", self.label()),
            Respondent::Everyone => "Form for everyone".to_owned(),
        }
    }

    /// `operator`, `regulator`, `public`, `everyone`.
    pub fn label(self) -> &'static str {
        match self {
            Respondent::One(Owner::Operator) => "operator",
            Respondent::One(Owner::Regulator) => "regulator",
            Respondent::One(Owner::Public) => "public",
            Respondent::Everyone => "everyone",
        }
    }
}

impl From<Owner> for Respondent {
    fn from(owner: Owner) -> Respondent {
        Respondent::One(owner)
    }
}
