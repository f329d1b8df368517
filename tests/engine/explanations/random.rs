//! Models and data from a number: formulas of every form over small dimensions, each with what came before it.

use sg3_calc::{Datum, Layer, Origin, Value, functions};
use sg3_lang::model::Kind;
use sg3_lang::{Diagnostics, Library, Model, Sources, check};
use std::collections::BTreeSet;
use std::sync::Arc;

const HEAD: &str = r#"
dimension service "Service"
    a "A"
    b "B"
    c "C"
dimension k "Step" 1..3
input p[service] "P" : ratio
input q[k] "Q" : ratio
input r "R" : ratio
input m[service, k] "M" : ratio
input f[service] "F" : yes/no
"#;

const AXES: [&str; 2] = ["service", "k"];

/// A named quantity that a formula may read.
#[derive(Clone)]
struct Known {
    name: String,
    axes: Vec<&'static str>,
    /// Numbers behind it, itself included.
    depends: BTreeSet<usize>,
    /// Whether no other world is behind it.
    plain: bool,
}

struct Maker {
    state: u64,
    known: Vec<Known>,
    reads: BTreeSet<usize>,
    /// Whether the formula being made speaks of other worlds, or reads what does.
    worlds: bool,
}

/// A checked model, data for it (some of them missing), and its text.
pub(super) fn model(seed: u64) -> (Model, Layer, String) {
    let mut maker = Maker::new(seed);
    let text: String = HEAD.to_owned() + &(0..6).map(|number| maker.quantity(number)).collect::<String>();
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let file = sources.add("random", format!("# Random\n\n```sg3\n{text}\n```\n"));
    let library = Library { functions: functions::ALL, documents: &|_| None };
    let model = check(&mut sources, file, library, &mut diagnostics);
    let errors: Vec<_> = diagnostics.iter().map(|diagnostic| (diagnostic.slug, &diagnostic.message)).collect();
    let model = model.unwrap_or_else(|| panic!("{errors:#?}\n{text}"));
    let layer = maker.data(&model);
    (model, layer, text)
}

impl Maker {
    fn new(seed: u64) -> Maker {
        let inputs = [("p", vec!["service"]), ("q", vec!["k"]), ("r", vec![]), ("m", vec!["service", "k"])];
        let known = inputs.into_iter().enumerate().map(|(number, (name, axes))| Known {
            name: name.into(),
            axes,
            depends: BTreeSet::from([number]),
            plain: true,
        });
        Maker { state: seed, known: known.collect(), reads: BTreeSet::new(), worlds: false }
    }

    /// A number below a bound (splitmix64).
    fn below(&mut self, bound: usize) -> usize {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.state ^ (self.state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % bound as u64) as usize
    }

    fn quantity(&mut self, number: usize) -> String {
        let axes: Vec<&str> = AXES.into_iter().filter(|_| self.below(2) == 0).collect();
        (self.reads, self.worlds) = (BTreeSet::new(), false);
        let name = format!("x{number}");
        let formula = if axes.contains(&"k") && self.below(3) == 0 {
            let (first, more) = (self.expression(&axes, 1), self.expression(&axes, 2));
            format!("({name}[k = k - 1] beyond ({first})) / 2 + {more}")
        } else {
            self.expression(&axes, 3)
        };
        let mut depends = self.reads.clone();
        depends.insert(self.known.len());
        let head = if axes.is_empty() { String::new() } else { format!("[{}]", axes.join(", ")) };
        self.known.push(Known { name: name.clone(), axes, depends, plain: !self.worlds });
        format!("output {name}{head} \"X\" : ratio = {formula}\n")
    }

    fn expression(&mut self, scope: &[&'static str], depth: usize) -> String {
        if depth == 0 {
            return self.read(scope);
        }
        match self.below(11) {
            0 | 1 => self.world(scope),
            2 => self.reduction(scope, depth - 1),
            form => {
                let (one, other) = (self.expression(scope, depth - 1), self.expression(scope, depth - 1));
                self.operation(form, one, other, scope)
            }
        }
    }

    fn operation(&mut self, form: usize, one: String, other: String, scope: &[&'static str]) -> String {
        match form {
            3 | 4 => format!("({one} + {other})"),
            5 => format!("({one} - {other})"),
            6 | 7 => format!("{one} * {other}"),
            8 => format!("max({one}, {other})"),
            9 => format!("(if {one} > {other} then {} else {other})", self.read(scope)),
            _ => format!("(if {other} > 0 then {one} / {other} else 2)"),
        }
    }

    fn read(&mut self, scope: &[&'static str]) -> String {
        let number = self.below(self.known.len());
        self.read_of(number, scope)
    }

    /// A reading, reduced over what is not in scope.
    fn read_of(&mut self, number: usize, scope: &[&'static str]) -> String {
        let known = self.known[number].clone();
        self.reads.extend(&known.depends);
        self.worlds |= !known.plain;
        let open: Vec<&str> = known.axes.iter().copied().filter(|axis| !scope.contains(axis)).collect();
        match (open.is_empty(), self.below(4)) {
            (true, _) => known.name,
            (_, 0) => format!("max({} over {})", known.name, open.join(", ")),
            (_, 1) if open == ["k"] => format!("{}[k = last]", known.name),
            _ => format!("sum({} over {})", known.name, open.join(", ")),
        }
    }

    fn reduction(&mut self, scope: &[&'static str], depth: usize) -> String {
        let Some(axis) = AXES.into_iter().find(|axis| !scope.contains(axis)) else {
            return self.along(scope, depth);
        };
        let inner: Vec<&'static str> =
            AXES.into_iter().filter(|known| scope.contains(known) || *known == axis).collect();
        let body = self.expression(&inner, depth.min(1));
        let filter = match self.below(3) {
            0 if axis == "service" => " where f".to_owned(),
            1 => format!(" where {} > 1", self.read(&inner)),
            _ => String::new(),
        };
        match self.below(8) {
            0 => format!("first({body} over {axis}{filter} from least {})", self.read(&inner)),
            1 => format!("median({body} over {axis}{filter})"),
            how => format!("{}({body} over {axis}{filter})", ["sum", "sum", "min"][how % 3]),
        }
    }

    /// What keeps its axis, as it is or in the order of something.
    fn along(&mut self, scope: &[&'static str], depth: usize) -> String {
        let body = self.expression(scope, depth.min(1));
        match self.below(4) {
            0 => format!("cumulative({body} over k from least {})", self.read(scope)),
            1 => format!("rank({body} over service from greatest)"),
            _ => format!("cumulative({body} over k)"),
        }
    }

    /// Something that was computed without other worlds, with something behind it replaced; sometimes that in another world still.
    fn world(&mut self, scope: &[&'static str]) -> String {
        self.worlds = true;
        let plain: Vec<usize> = (0..self.known.len()).filter(|number| self.known[*number].plain).collect();
        let chosen = plain[self.below(plain.len())];
        let body = self.read_of(chosen, scope);
        let behind = self.known[chosen].depends.clone();
        let (inner, read) = self.replaced(body, &behind, scope);
        match self.below(3) {
            0 => self.replaced(inner, &read, scope).0,
            _ => inner,
        }
    }

    /// The text with one of some quantities replaced, and what is behind what replaces it.
    fn replaced(
        &mut self,
        body: String,
        behind: &BTreeSet<usize>,
        scope: &[&'static str],
    ) -> (String, BTreeSet<usize>) {
        let number = *behind.iter().nth(self.below(behind.len())).expect("every quantity is behind itself");
        let target = self.known[number].clone();
        let part = target.axes.contains(&"service") && self.below(2) == 0;
        let place =
            |axis: &&str| if part && *axis == "service" { "service = b".into() } else { format!("{axis} = all") };
        let places: Vec<String> = target.axes.iter().map(place).collect();
        let places = if places.is_empty() { String::new() } else { format!("[{}]", places.join(", ")) };
        let is_open = |axis: &&str| target.axes.contains(axis) && !(part && *axis == "service");
        let inside: Vec<&str> = AXES.into_iter().filter(|axis| scope.contains(axis) || is_open(axis)).collect();
        let plain: Vec<usize> = (0..self.known.len()).filter(|number| self.known[*number].plain).collect();
        let read = plain[self.below(plain.len())];
        let value = self.read_of(read, &inside);
        (format!("({body} with {}{places} = {value} * 3)", target.name), self.known[read].depends.clone())
    }

    /// Values of inputs: small numbers, often zero, one in thirty missing.
    fn data(&mut self, model: &Model) -> Layer {
        let (services, steps) = (["a", "b", "c"], ["1", "2", "3"]);
        let mut layer = Layer { name: "random".into(), ..Layer::default() };
        for (quantity, input, _) in model.inputs() {
            let keys = |axis: usize| if &*input.axes[axis].name == "service" { services } else { steps };
            let places: Vec<Vec<&str>> = match input.axes.len() {
                0 => vec![vec![]],
                1 => keys(0).iter().map(|key| vec![*key]).collect(),
                _ => keys(0).iter().flat_map(|one| keys(1).map(|other| vec![*one, other])).collect(),
            };
            for place in places.into_iter().filter(|_| self.below(30) > 0).collect::<Vec<_>>() {
                let value = match input.kind {
                    Kind::YesNo => Value::YesNo(self.below(2) == 0),
                    _ => Value::Number([0.0, 0.1, 0.7, 1.0, 1.5, 2.0, 3.0][self.below(7)]),
                };
                let place = Some(place.into_iter().map(Arc::from).collect());
                layer.values.push(Datum {
                    quantity,
                    place,
                    value,
                    origin: Origin::Setting("random".into()),
                    evidence: None,
                });
            }
        }
        layer
    }
}
