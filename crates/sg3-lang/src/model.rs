//! The checked model: names resolved, units and shapes agreed, order known. Nothing but types and look-ups.
//!
//! After [`check`](crate::check) has made a `Model`, nothing about the text alone can fail.

mod expression;

pub use expression::*;

use crate::source::Span;
use crate::unit::Unit;
use std::sync::Arc;

/// Position in [`Model::dimensions`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DimensionId(pub u32);

/// Position in [`Model::quantities`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct QuantityId(pub u32);

/// A costing method, ready to be planned.
#[derive(Debug, Clone)]
pub struct Model {
    /// Catalogue name or path.
    pub name: String,
    /// First heading of the document.
    pub title: String,
    /// Headings with their prose, of the document and then of the documents it uses.
    pub sections: Vec<Section>,
    /// Declared units with their labels.
    pub units: Vec<(Arc<str>, String)>,
    /// Dimensions, in order of definition.
    pub dimensions: Vec<Dimension>,
    /// Inputs, constants and computed quantities, in order of definition.
    pub quantities: Vec<Quantity>,
    /// Checks, in order of definition.
    pub checks: Vec<Check>,
    /// Cases of the document itself.
    pub cases: Vec<Case>,
    /// The quantities in an order in which they can be computed.
    pub order: Vec<Group>,
}

/// A heading and the prose beneath it.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Depth: 1 is the title.
    pub level: u8,
    /// The heading.
    pub title: String,
    /// The words beneath it, as written, without the formulas.
    pub prose: String,
    /// Empty in the document itself; the name of the `use` (`capital`) in a used document.
    pub instance: String,
}

/// A named set of members.
#[derive(Debug, Clone)]
pub struct Dimension {
    /// Name in formulas.
    pub name: Arc<str>,
    /// What people see.
    pub label: String,
    /// Where the members come from.
    pub members: Members,
    /// Unit of one step, if the dimension is ordered in steps (`year`).
    pub step: Option<Unit>,
    /// Position in [`Model::sections`].
    pub section: usize,
    /// `one of` options make a dimension of their own, which has no name in formulas.
    pub anonymous: bool,
    /// Where it is defined.
    pub span: Span,
    /// Note of the author.
    pub note: Option<String>,
}

/// Where the members of a dimension come from.
#[derive(Debug, Clone)]
pub enum Members {
    /// The model lists them.
    Listed(Vec<Member>),
    /// Whole numbers from the first to the last.
    Numbers(i64, i64),
    /// The data list them, by key and label.
    FromInput,
    /// Every row of a table is one.
    FromRows,
    /// All subsets of another dimension; member number = bit mask.
    Subsets(DimensionId),
}

/// A member that the model lists.
#[derive(Debug, Clone)]
pub struct Member {
    /// Key in formulas and forms.
    pub key: Arc<str>,
    /// What people see.
    pub label: String,
    /// What it is counted in.
    pub unit: Option<Unit>,
}

/// An axis of a quantity or of a formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Axis {
    /// Name in formulas: the dimension's, or an alias.
    pub name: Arc<str>,
    /// What it runs over.
    pub dimension: DimensionId,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A number of a unit.
    Number(Unit),
    /// Yes (1) or no (0).
    YesNo,
    /// A day, as a spreadsheet counts days.
    Date,
    /// A member of a dimension, by position from zero.
    Member(DimensionId),
}

/// A named number, or array of numbers over dimensions.
#[derive(Debug, Clone)]
pub struct Quantity {
    /// Name in formulas; qualified (`capital.wacc`) if it comes from a used document.
    pub name: Arc<str>,
    /// What people see.
    pub label: String,
    /// Axes, in order of the head.
    pub axes: Vec<Axis>,
    /// What its values are.
    pub kind: Kind,
    /// Where its values come from.
    pub role: Role,
    /// Whether it is a result of the model.
    pub output: bool,
    /// Between which values it is believed without a question.
    pub plausible: Option<Plausible>,
    /// Position in [`Model::sections`].
    pub section: usize,
    /// Document and clause it comes from.
    pub source: Option<String>,
    /// Note for those who fill or read it.
    pub note: Option<String>,
    /// The name, where it is defined.
    pub span: Span,
}

/// Where the values of a quantity come from.
#[derive(Debug, Clone)]
pub enum Role {
    /// From the data.
    Input(Input),
    /// From the model.
    Constant(Definition),
    /// From other quantities.
    Computed(Definition),
    /// From a linear system in itself.
    Simultaneous(Definition, Simultaneous),
}

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Input {
    /// Who answers for it.
    pub owner: Owner,
    /// What is possible.
    pub range: Option<Range>,
    /// What a blank means.
    pub blank: Option<f64>,
    /// What the model proposes.
    pub default: Option<Table>,
}

/// Who answers for an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Owner {
    /// The operator, in his form.
    Operator,
    /// The regulator.
    Regulator,
    /// A public source.
    Public,
}

/// What values an input may have, in its own unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    /// Least value, and whether it is itself allowed.
    pub least: Option<(f64, bool)>,
    /// Greatest value, and whether it is itself allowed.
    pub greatest: Option<(f64, bool)>,
}

/// What is plausible, and why: outside of it data are questioned, not refused.
#[derive(Debug, Clone, PartialEq)]
pub struct Plausible {
    /// Between which values, in the unit of the quantity.
    pub range: Range,
    /// Where that comes from, if the model says.
    pub reason: Option<String>,
}

/// How a system is linear in itself.
#[derive(Debug, Clone)]
pub struct Simultaneous {
    /// Position of the axis of the unknowns in the head.
    pub axis: usize,
}

/// A question that must be answered yes.
#[derive(Debug, Clone)]
pub struct Check {
    /// Name.
    pub name: Arc<str>,
    /// What people see.
    pub label: String,
    /// Asked once for each member of these.
    pub axes: Vec<Axis>,
    /// All axes that the expressions use; the first are `axes`.
    pub scope: Vec<Axis>,
    /// What is asked.
    pub question: Question,
    /// Where it is asked at all.
    pub filter: Option<Expression>,
    /// Position in [`Model::sections`].
    pub section: usize,
    /// Where it is defined.
    pub span: Span,
    /// Name of the `use` it comes from; empty in the document itself.
    pub instance: String,
}

/// The two forms of a check.
#[derive(Debug, Clone)]
pub enum Question {
    /// Any yes/no.
    Holds(Expression),
    /// Two numbers that should be one.
    Equal {
        /// One side.
        left: Expression,
        /// The other.
        right: Expression,
        /// How far apart they may be.
        within: f64,
        /// In the unit of the sides, rather than as a share of the larger.
        absolute: bool,
    },
}

/// A worked example.
#[derive(Debug, Clone)]
pub struct Case {
    /// What people see.
    pub label: String,
    /// What it starts from.
    pub givens: Vec<Given>,
    /// What must come out.
    pub expects: Vec<Expect>,
    /// Where the figures come from.
    pub source: Option<String>,
    /// What to know about them.
    pub note: Option<String>,
    /// Where it is.
    pub span: Span,
}

/// One line of a case.
#[derive(Debug, Clone)]
pub enum Given {
    /// The members of a dimension.
    Members(DimensionId, Vec<Arc<str>>, Span),
    /// Values of an input, constant or computed quantity (whose own definition is then cut).
    Values(QuantityId, Table, Span),
}

/// One figure of a case.
#[derive(Debug, Clone)]
pub struct Expect {
    /// The quantity.
    pub quantity: QuantityId,
    /// One member for each axis.
    pub place: Vec<MemberRef>,
    /// The figure, or nothing if it must be missing.
    pub value: Option<ExpectedValue>,
    /// What else is given for this figure alone.
    pub givens: Vec<Given>,
    /// Where it is.
    pub span: Span,
}

/// A figure as printed.
#[derive(Debug, Clone, PartialEq)]
pub enum ExpectedValue {
    /// A number, and how far off it may be.
    Number(f64, f64),
    /// A member.
    Member(MemberRef),
}

/// Quantities that are computed together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Group {
    /// One quantity at once; for a definition by member, only these entries of its table.
    Single(QuantityId, Option<Vec<usize>>),
    /// Quantities that need earlier members of each other, in order within one member.
    Recurrence(DimensionId, Vec<QuantityId>),
}

impl Group {
    /// The quantities that are computed.
    pub fn quantities(&self) -> &[QuantityId] {
        match self {
            Group::Single(id, _) => std::slice::from_ref(id),
            Group::Recurrence(_, ids) => ids,
        }
    }
}

impl Model {
    /// The dimension behind an id.
    pub fn dimension(&self, id: DimensionId) -> &Dimension {
        &self.dimensions[id.0 as usize]
    }

    /// The quantity behind an id.
    pub fn quantity(&self, id: QuantityId) -> &Quantity {
        &self.quantities[id.0 as usize]
    }

    /// The quantity of a name.
    pub fn find_quantity(&self, name: &str) -> Option<QuantityId> {
        self.quantities.iter().position(|quantity| &*quantity.name == name).map(|position| QuantityId(position as u32))
    }

    /// The dimension of a name.
    pub fn find_dimension(&self, name: &str) -> Option<DimensionId> {
        let of_name = |dimension: &Dimension| &*dimension.name == name && !dimension.anonymous;
        self.dimensions.iter().position(of_name).map(|position| DimensionId(position as u32))
    }

    /// Every quantity with its id.
    pub fn quantity_ids(&self) -> impl Iterator<Item = QuantityId> + use<> {
        (0..self.quantities.len() as u32).map(QuantityId)
    }

    /// Inputs with what is asked, in order of definition.
    pub fn inputs(&self) -> impl Iterator<Item = (QuantityId, &Quantity, &Input)> {
        self.quantity_ids().filter_map(|id| {
            let quantity = self.quantity(id);
            quantity.input().map(|input| (id, quantity, input))
        })
    }

    /// Whether the data say what the members are called: they list them, or those that the subsets are of.
    pub fn has_keys_of_data(&self, id: DimensionId) -> bool {
        let dimension = self.dimension(id);
        match dimension.members {
            Members::Subsets(of) => self.dimension(of).is_from_data(),
            _ => dimension.is_from_data(),
        }
    }

    /// Quantities of which the model says what is plausible, in order of definition.
    pub fn plausibilities(&self) -> impl Iterator<Item = (QuantityId, &Quantity, &Plausible)> {
        self.quantity_ids().filter_map(|id| {
            let quantity = self.quantity(id);
            quantity.plausible.as_ref().map(|plausible| (id, quantity, plausible))
        })
    }

    /// Results of the document itself, in order of definition.
    pub fn outputs(&self) -> impl Iterator<Item = (QuantityId, &Quantity)> {
        self.quantity_ids().map(|id| (id, self.quantity(id))).filter(|(_, quantity)| quantity.output)
    }
}

impl Dimension {
    /// Members that the model itself lists; none if they come from the data.
    pub fn listed(&self) -> &[Member] {
        match &self.members {
            Members::Listed(members) => members,
            _ => &[],
        }
    }

    /// Where the member of that key is, if the model lists it.
    pub fn place(&self, key: &str) -> Option<usize> {
        match self.members {
            Members::Listed(ref members) => members.iter().position(|member| &*member.key == key),
            Members::Numbers(first, last) => {
                let number: i64 = key.parse().ok()?;
                (first <= number && number <= last).then(|| (number - first) as usize)
            }
            Members::FromInput | Members::FromRows | Members::Subsets(_) => None,
        }
    }

    /// Whether the members come from the data.
    pub fn is_from_data(&self) -> bool {
        matches!(self.members, Members::FromInput | Members::FromRows)
    }

    /// Whether the axis has a value as a number in formulas (`year`, `k`).
    pub fn is_numbered(&self) -> bool {
        matches!(self.members, Members::Numbers(..)) || self.step.is_some()
    }
}

impl Quantity {
    /// What is asked, if it is an input.
    pub fn input(&self) -> Option<&Input> {
        match &self.role {
            Role::Input(input) => Some(input),
            _ => None,
        }
    }

    /// The definition, if it is not an input.
    pub fn definition(&self) -> Option<&Definition> {
        match &self.role {
            Role::Input(_) => None,
            Role::Constant(definition) | Role::Computed(definition) | Role::Simultaneous(definition, _) => {
                Some(definition)
            }
        }
    }

    /// Its unit; the pure number for anything that is not a number.
    pub fn unit(&self) -> Unit {
        match &self.kind {
            Kind::Number(unit) => unit.clone(),
            _ => Unit::pure(),
        }
    }
}

impl Range {
    /// Whether a value lies in it.
    pub fn contains(&self, value: f64) -> bool {
        let above = self.least.is_none_or(|(least, itself)| value > least || (itself && value == least));
        above && self.greatest.is_none_or(|(greatest, itself)| value < greatest || (itself && value == greatest))
    }
}

impl std::fmt::Display for Range {
    /// `>= 0`, `0..1`: as it is written in a model.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (self.least, self.greatest) {
            (Some((least, true)), Some((greatest, true))) => write!(f, "{least}..{greatest}"),
            (Some((least, itself)), _) => write!(f, "{} {least}", if itself { ">=" } else { ">" }),
            (_, Some((greatest, itself))) => write!(f, "{} {greatest}", if itself { "<=" } else { "<" }),
            (None, None) => Ok(()),
        }
    }
}
