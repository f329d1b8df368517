//! Units: products of named bases and of `unit(place)` symbols, with whole exponents and no hidden scale.
//!
//! Kilometre and metre are two bases; a conversion is a constant of a model. `unit(service)` is a symbol that stands for the
//! unit of whichever member the axis is at; it becomes that unit where a member is fixed.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// A unit such as `money/minute`; the empty product is the pure number.
#[derive(Debug, Clone, PartialEq, Eq, Default, PartialOrd, Ord, Hash)]
pub struct Unit {
    factors: BTreeMap<Base, i32>,
}

/// What a unit is made of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Base {
    /// A declared unit, by name.
    Named(Arc<str>),
    /// The unit of the member at a place: `unit(service)`, `unit(driver_of[from])`.
    Of(UnitPlace),
}

/// The place that `unit(...)` names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UnitPlace {
    /// An axis in scope.
    Axis(Arc<str>),
    /// A member-valued quantity at places.
    Quantity(Arc<str>, Vec<(Arc<str>, UnitPlace)>),
    /// A fixed member, by dimension and key.
    Member(Arc<str>, Arc<str>),
    /// Any other expression, by its text and the axes that it mentions.
    Expression(Arc<str>, Vec<Arc<str>>),
}

impl Unit {
    /// The pure number.
    ///
    /// ```
    /// assert_eq!(sg3_lang::Unit::pure().to_string(), "ratio");
    /// ```
    pub fn pure() -> Unit {
        Unit::default()
    }

    /// One declared unit, by its name.
    pub fn named(name: &str) -> Unit {
        Unit::of_base(Base::Named(name.into()))
    }

    /// One base to the power of one.
    pub fn of_base(base: Base) -> Unit {
        Unit { factors: BTreeMap::from([(base, 1)]) }
    }

    /// Whether this is the pure number.
    pub fn is_pure(&self) -> bool {
        self.factors.is_empty()
    }

    /// The product.
    ///
    /// ```
    /// use sg3_lang::Unit;
    /// let price = Unit::named("money").over(&Unit::named("minute"));
    /// assert_eq!(price.times(&Unit::named("minute")).to_string(), "money");
    /// ```
    pub fn times(&self, other: &Unit) -> Unit {
        let mut product = self.clone();
        for (base, exponent) in &other.factors {
            product.multiply(base.clone(), *exponent);
        }
        product
    }

    /// The quotient, this unit over the other.
    pub fn over(&self, other: &Unit) -> Unit {
        self.times(&other.power(-1))
    }

    /// The unit to a whole power.
    pub fn power(&self, exponent: i32) -> Unit {
        if exponent == 0 {
            return Unit::pure();
        }
        Unit {
            factors: self.factors.iter().map(|(base, power)| (base.clone(), power.saturating_mul(exponent))).collect(),
        }
    }

    /// The unit whose square this is, if there is one.
    pub fn square_root(&self) -> Option<Unit> {
        let halves = self.factors.iter().map(|(base, power)| (power % 2 == 0).then(|| (base.clone(), power / 2)));
        halves.collect::<Option<_>>().map(|factors| Unit { factors })
    }

    /// The bases with their exponents, in order.
    pub fn factors(&self) -> impl Iterator<Item = (&Base, i32)> {
        self.factors.iter().map(|(base, exponent)| (base, *exponent))
    }

    /// The unit with every place rewritten; `rewrite` gives what stands for `unit(place)`.
    pub fn substitute(&self, rewrite: &impl Fn(&UnitPlace) -> Unit) -> Unit {
        self.factors.iter().fold(Unit::pure(), |unit, (base, exponent)| {
            let part = match base {
                Base::Named(_) => Unit::of_base(base.clone()),
                Base::Of(place) => rewrite(place),
            };
            unit.times(&part.power(*exponent))
        })
    }

    /// Whether the unit differs from member to member of the axis.
    pub fn depends_on(&self, axis: &str) -> bool {
        self.factors.keys().any(|base| matches!(base, Base::Of(place) if place.mentions(axis)))
    }

    fn multiply(&mut self, base: Base, exponent: i32) {
        let power = self.factors.entry(base.clone()).or_insert(0);
        *power = power.saturating_add(exponent);
        if *power == 0 {
            self.factors.remove(&base);
        }
    }
}

impl UnitPlace {
    /// Whether the place is looked up through the axis.
    pub fn mentions(&self, axis: &str) -> bool {
        match self {
            UnitPlace::Axis(name) => &**name == axis,
            UnitPlace::Quantity(_, places) => places.iter().any(|(_, place)| place.mentions(axis)),
            UnitPlace::Member(..) => false,
            UnitPlace::Expression(_, axes) => axes.iter().any(|name| &**name == axis),
        }
    }

    /// The place with its axes replaced.
    pub fn replace_axes(&self, rewrite: &impl Fn(&str) -> Option<UnitPlace>) -> UnitPlace {
        match self {
            UnitPlace::Axis(name) => rewrite(name).unwrap_or_else(|| self.clone()),
            UnitPlace::Quantity(name, places) => {
                let replaced = places.iter().map(|(axis, place)| (axis.clone(), place.replace_axes(rewrite)));
                UnitPlace::Quantity(name.clone(), replaced.collect())
            }
            UnitPlace::Member(..) | UnitPlace::Expression(..) => self.clone(),
        }
    }
}

impl fmt::Display for Unit {
    /// `money/minute`, `1/year`, `ratio`: as it would be written in a model.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_pure() {
            return f.write_str("ratio");
        }
        let (above, below): (Vec<_>, Vec<_>) = self.factors().partition(|(_, exponent)| *exponent > 0);
        let above: Vec<String> = above.into_iter().map(factor_text).collect();
        f.write_str(if above.is_empty() { "1" } else { "" })?;
        f.write_str(&above.join("*"))?;
        below.into_iter().try_for_each(|factor| write!(f, "/{}", factor_text(factor)))
    }
}

fn factor_text((base, exponent): (&Base, i32)) -> String {
    if exponent.abs() == 1 { base.to_string() } else { format!("{base}^{}", exponent.abs()) }
}

impl fmt::Display for Base {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Base::Named(name) => f.write_str(name),
            Base::Of(place) => write!(f, "unit({place})"),
        }
    }
}

impl fmt::Display for UnitPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            UnitPlace::Axis(name) | UnitPlace::Member(_, name) | UnitPlace::Expression(name, _) => f.write_str(name),
            UnitPlace::Quantity(name, places) if places.is_empty() => f.write_str(name),
            UnitPlace::Quantity(name, places) => {
                let places: Vec<String> = places.iter().map(|(_, place)| place.to_string()).collect();
                write!(f, "{name}[{}]", places.join(", "))
            }
        }
    }
}
