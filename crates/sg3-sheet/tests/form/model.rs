//! Small models made by hand.

use sg3_lang::model::*;
use sg3_lang::{Base, FileId, Model, Span, Unit, UnitPlace};
use std::sync::Arc;

pub const NOWHERE: Span = Span { file: FileId(0), start: 0, end: 0 };

pub struct Builder(pub Model);

impl Builder {
    pub fn new(title: &str) -> Builder {
        let model = Model {
            name: format!("test/{}", title.to_lowercase().replace(' ', "-")),
            title: title.to_owned(),
            sections: Vec::new(),
            units: Vec::new(),
            dimensions: Vec::new(),
            quantities: Vec::new(),
            checks: Vec::new(),
            cases: Vec::new(),
            order: Vec::new(),
        };
        Builder(model).section(1, title)
    }

    pub fn section(mut self, level: u8, title: &str) -> Builder {
        let section = Section { level, title: title.to_owned(), prose: String::new(), instance: String::new() };
        self.0.sections.push(section);
        self
    }

    pub fn listed(self, name: &str, label: &str, members: &[(&str, &str, &str)]) -> Builder {
        let member = |(key, label, unit): &(&str, &str, &str)| Member {
            key: (*key).into(),
            label: (*label).to_owned(),
            unit: (!unit.is_empty()).then(|| Unit::named(unit)),
        };
        let members = members.iter().map(member).collect();
        self.dimension(name, label, Members::Listed(members), None)
    }

    pub fn dimension(mut self, name: &str, label: &str, members: Members, step: Option<Unit>) -> Builder {
        self.0.dimensions.push(Dimension {
            name: name.into(),
            label: label.to_owned(),
            members,
            step,
            section: self.0.sections.len() - 1,
            anonymous: name.is_empty(),
            span: NOWHERE,
            note: None,
        });
        self
    }

    pub fn input(self, name: &str, axes: &[&str], label: &str, kind: Kind) -> Builder {
        self.input_of(Owner::Operator, name, axes, label, kind)
    }

    pub fn input_of(mut self, owner: Owner, name: &str, axes: &[&str], label: &str, kind: Kind) -> Builder {
        let axes = axes.iter().map(|axis| self.axis(axis)).collect();
        self.0.quantities.push(Quantity {
            name: name.into(),
            label: label.to_owned(),
            axes,
            kind,
            role: Role::Input(Input { owner, range: None, blank: None, default: None }),
            output: false,
            section: self.0.sections.len() - 1,
            source: None,
            note: None,
            span: NOWHERE,
        });
        self
    }

    fn axis(&self, text: &str) -> Axis {
        let (name, dimension) = text.split_once(':').unwrap_or((text, text));
        Axis { name: name.into(), dimension: self.0.find_dimension(dimension).unwrap() }
    }

    pub fn with(mut self, change: impl FnOnce(&mut Quantity, &mut Input)) -> Builder {
        let quantity = self.0.quantities.last_mut().unwrap();
        let Role::Input(mut input) = quantity.role.clone() else { panic!("not an input") };
        change(quantity, &mut input);
        quantity.role = Role::Input(input);
        self
    }

    pub fn between(self, least: f64, greatest: f64) -> Builder {
        self.with(|_, input| input.range = Some(Range { least: Some((least, true)), greatest: Some((greatest, true)) }))
    }

    pub fn at_least(self, least: f64) -> Builder {
        self.with(|_, input| input.range = Some(Range { least: Some((least, true)), greatest: None }))
    }

    pub fn or(self, blank: f64) -> Builder {
        self.with(|_, input| input.blank = Some(blank))
    }

    pub fn note(self, note: &str) -> Builder {
        self.with(|quantity, _| quantity.note = Some(note.to_owned()))
    }

    pub fn default(self, node: Node) -> Builder {
        self.with(|quantity, input| {
            let value = Expression { node, of: Type::pure(), span: NOWHERE };
            let entry = Entry { place: vec![None; quantity.axes.len()], value: Some(value), span: NOWHERE };
            input.default = Some(Table { entries: vec![entry], axes: quantity.axes.len() });
        })
    }

    pub fn dimension_id(&self, name: &str) -> DimensionId {
        self.0.find_dimension(name).unwrap()
    }
}

pub fn number(unit: &str) -> Kind {
    let (above, below) = unit.split_once('/').unwrap_or((unit, ""));
    let product = [above].into_iter().fold(Unit::pure(), |unit, name| unit.times(&base(name)));
    Kind::Number(below.split('/').filter(|name| !name.is_empty()).fold(product, |unit, name| unit.over(&base(name))))
}

fn base(name: &str) -> Unit {
    match name.strip_prefix('#') {
        _ if name == "ratio" || name == "1" => Unit::pure(),
        Some(axis) => Unit::of_base(Base::Of(UnitPlace::Axis(Arc::from(axis)))),
        None => Unit::named(name),
    }
}

/// A model with every kind of table.
pub fn everything() -> Model {
    let builder = Builder::new("International call: enhanced fully distributed cost")
        .listed(
            "component",
            "Network component",
            &[
                ("local", "Local switching", ""),
                ("transit", "Transit switching", ""),
                ("transmission", "National transmission", ""),
                ("gateway", "International gateway", ""),
            ],
        )
        .listed(
            "service",
            "Service",
            &[("voice", "Calls", "minute"), ("data", "Broadband", "GB"), ("messages", "Text messages", "message")],
        )
        .dimension("year", "Year", Members::Numbers(2025, 2029), Some(Unit::named("year")))
        .dimension("site", "Radio site", Members::FromInput, None)
        .dimension("entry", "Ledger line", Members::FromRows, None)
        .section(2, "Traffic")
        .input("volume", &["service", "year"], "Volume sold", number("#service/year"))
        .at_least(0.0)
        .or(0.0)
        .input("price", &["service"], "Average price", number("money/#service"))
        .note("Revenue over volume, without taxes.")
        .input("busy_hour", &[], "Share of the busy hour in the day", number("ratio"))
        .between(0.0, 1.0)
        .default(Node::Literal(0.1))
        .note("Traffic of the busiest hour of an average day over the traffic of that day; measured at the switch, over at least one month.")
        .input("days", &[], "Days counted", number("day/year"))
        .default(Node::Literal(365.0))
        .section(2, "Cost")
        .input("life", &[], "Mean life of plant", number("year"))
        .between(1.0, 60.0)
        .input("opening", &[], "Opening day of the accounts", Kind::Date)
        .input("leased", &[], "Leased lines are included", Kind::YesNo)
        .default(Node::Literal(0.0));
    let method = DimensionId(builder.0.dimensions.len() as u32);
    let kind = DimensionId(method.0 + 1);
    let site = builder.dimension_id("component");
    let builder = builder
        .listed("", "Method", &[("annuity", "Annuity", ""), ("straight", "Straight line", "")])
        .listed("", "Kind of site", &[("macro", "Macro cell", ""), ("small", "Small cell", "")]);
    builder
        .input("method", &[], "Method of depreciation", Kind::Member(method))
        .default(Node::Member(method, MemberRef::Position(0)))
        .input("operating_cost", &["component"], "Operating cost", number("money/year"))
        .at_least(0.0)
        .input("net_assets", &["component"], "Net book value", number("money"))
        .at_least(0.0)
        .input("staff", &["component"], "Staff", number("person"))
        .note("Full-time equivalents at the end of the year.")
        .input("routing", &["service", "component"], "Routing factors", number("ratio"))
        .at_least(0.0)
        .or(0.0)
        .section(2, "Radio network")
        .input("height", &["site"], "Height of the mast", number("m"))
        .input("kind", &["site"], "Kind", Kind::Member(kind))
        .input("shared", &["site"], "On a shared tower", Kind::YesNo)
        .input("since", &["site"], "In service since", Kind::Date)
        .input("load", &["site", "year"], "Load of the site", number("erlang"))
        .input("distance", &["from:site", "to:site"], "Length of the link", number("km"))
        .input("carried", &["site", "service", "year"], "Traffic of the site", number("#service/year"))
        .section(2, "Ledger")
        .input("account", &["entry"], "Account", number("ratio"))
        .input("amount", &["entry"], "Amount", number("money/year"))
        .input("used_by", &["entry"], "Component", Kind::Member(site))
        .input_of(Owner::Regulator, "wacc", &[], "Cost of capital", number("1/year"))
        .between(0.0, 1.0)
        .0
}
