//! The radio network of a country of any number of areas, and the loop that a programmer would write for what depends on the area.

use sg3_calc::{Datum, Inputs, Layer, MemberEntry, Origin, Results, Value, bind, functions};
use sg3_form::{Layout, Respondent, read_form, read_identity};
use sg3_lang::model::{Members, Model, Owner, QuantityId};
use sg3_lang::{Diagnostics, Library, Sources, check};
use sg3_workbook::Workbook;
use std::sync::Arc;

/// What is computed by area and summed to geotypes.
pub(crate) const TOTALS: [&str; 5] = [
    "radio.unrounded_stations",
    "radio.sites_of_areas",
    "radio.caused_sites",
    "radio.fitted_sites",
    "radio.geotype_carriers",
];

/// The national mobile model.
pub(crate) fn model() -> Model {
    model_with_sources().1
}

/// The same, with the text it was read from.
pub(crate) fn model_with_sources() -> (Sources, Model) {
    let models = sg3_benches::root().join("models");
    let documents = |name: &str| std::fs::read_to_string(models.join(format!("{name}.md"))).ok();
    let name = "bottom-up/mobile";
    let mut sources = Sources::default();
    let file = sources.add(name, documents(name).expect("a model of the catalogue"));
    let library = Library { functions: functions::ALL, documents: &|name| documents(name).map(Into::into) };
    let mut model = check(&mut sources, file, library, &mut Diagnostics::default()).expect("a model of the catalogue");
    // the form of the sample asks for these years
    let years = model.dimensions.iter_mut().find(|dimension| dimension.is_proposed()).expect("years are proposed");
    years.members = Members::Proposed(2026, 2031);
    (sources, model)
}

/// The small country as the sample has it.
pub(crate) fn small_country(model: &Model) -> Inputs {
    bound(model, sample(model))
}

/// The small country of the sample with its places cut into so many areas of unequal size.
pub(crate) fn inputs(model: &Model, areas: usize) -> Inputs {
    let mut layer = sample(model);
    let area = model.alike_dimensions().next().expect("areas are alike");
    let by_area = |id: QuantityId| model.quantity(id).axes.iter().any(|axis| axis.dimension == area);
    let (whole, rest): (Vec<Datum>, Vec<Datum>) = layer.values.into_iter().partition(|datum| by_area(datum.quantity));
    layer.values = rest;
    layer.members.retain(|entry| entry.dimension != area);
    for number in 0..areas {
        let key: Arc<str> = format!("a{number:06}").into();
        layer.members.push(MemberEntry {
            dimension: area,
            key: key.clone(),
            label: key.to_string(),
            unit: None,
            origin: Origin::Case,
        });
        let place_of = GEOTYPES[number % GEOTYPES.len()];
        for datum in whole.iter().filter(|datum| datum.place.as_ref().is_some_and(|place| *place[0] == *place_of)) {
            layer.values.push(cut(datum, &key, number, areas));
        }
    }
    bound(model, layer)
}

fn bound(model: &Model, layer: Layer) -> Inputs {
    let mut diagnostics = Diagnostics::default();
    let inputs = bind(model, &[layer], &mut diagnostics);
    assert!(!diagnostics.has_errors(), "{diagnostics:?}");
    inputs
}

/// The places of the sample.
const GEOTYPES: [&str; 3] = ["capital", "towns", "country"];

/// The part of a figure that an area has: from half to one and a half of the mean.
fn cut(datum: &Datum, key: &Arc<str>, number: usize, areas: usize) -> Datum {
    let part = (0.5 + (number * 7919 % 1000) as f64 / 1000.0) * GEOTYPES.len() as f64 / areas as f64;
    let mut cut = datum.clone();
    let place: Vec<Arc<str>> = datum.place.iter().flat_map(|place| place.iter().cloned()).collect();
    cut.place = Some([key.clone()].into_iter().chain(place.into_iter().skip(1)).collect());
    if let Value::Number(amount) = datum.value {
        cut.value = Value::Number(amount * part);
    }
    cut
}

fn sample(model: &Model) -> Layer {
    let path = sg3_benches::root().join("samples/bottom-up-mobile/operator.xlsx");
    let mut workbook = Workbook::open(std::fs::read(path).expect("the sample"), "operator.xlsx").expect("a workbook");
    let owner = read_identity(&mut workbook).and_then(|identity| identity.owner);
    let layout = Layout::of(model, owner.unwrap_or(Respondent::from(Owner::Operator)));
    read_form(&mut workbook, model, &layout, &mut Diagnostics::default())
}

/// What does not depend on the area, as plain rows, and what the areas are.
pub(crate) struct Plain {
    areas: usize,
    years: usize,
    geotypes: usize,
    layers: usize,
    geotype_of: Vec<usize>,
    technology_of: Vec<usize>,
    rows: Vec<Vec<f64>>,
}

/// Rows that the loop reads, in the order in which it knows them.
const ROWS: [&str; 18] = [
    "radio.surface",
    "demand.inhabitants",
    "demand.people",
    "demand.geotype_gsm",
    "demand.geotype_packets",
    "radio.coverage_density",
    "radio.gsm_site",
    "radio.packet_site",
    "radio.on",
    "radio.layer_density",
    "radio.all_layers",
    "radio.earlier_layers",
    "radio.carriers_possible",
    "radio.gsm_capacity",
    "radio.fewer_carry",
    "radio.collocated",
    "radio.technology_of",
    "geotype_of",
];

impl Plain {
    /// From a run of everything.
    pub(crate) fn of(model: &Model, results: &Results) -> Plain {
        let cells = |name: &str| {
            let id = model.find_quantity(name).unwrap_or_else(|| panic!("no {name}"));
            results.array(id).unwrap_or_else(|| panic!("{name} is not computed")).cells.clone()
        };
        let rows: Vec<Vec<f64>> = ROWS.iter().map(|name| cells(name)).collect();
        let whole = |row: &[f64]| row.iter().map(|value| *value as usize).collect::<Vec<usize>>();
        let (areas, layers) = (rows[0].len(), rows[16].len());
        let years = rows[1].len() / areas;
        Plain {
            areas,
            years,
            geotypes: rows[2].len() / years,
            layers,
            geotype_of: whole(&rows[17]),
            technology_of: whole(&rows[16]),
            rows,
        }
    }
}

const GSM: usize = 0;
const TECHNOLOGIES: usize = 4;

/// The totals, by hand: one pass over areas and years.
pub(crate) fn hand_written(plain: &Plain) -> [Vec<f64>; 5] {
    let Plain { areas, years, geotypes, layers, geotype_of, technology_of, rows } = plain;
    let (years, geotypes, layers) = (*years, *geotypes, *layers);
    let [surface, inhabitants, people, gsm, packets, density, gsm_site, packet_site, on] =
        [0, 1, 2, 3, 4, 5, 6, 7, 8].map(|row| &rows[row]);
    let [layer_density, all_layers, earlier, possible, capacity, fewer_carry, collocated] =
        [9, 10, 11, 12, 13, 14, 15].map(|row| &rows[row]);
    let fitted = fewer_carry.len();
    let mut stations = vec![0.0; TECHNOLOGIES * geotypes * years];
    let mut sites = vec![0.0; geotypes * years];
    let mut caused = vec![0.0; TECHNOLOGIES * years];
    let mut with_fitted = vec![0.0; fitted * geotypes * years];
    let mut carriers = vec![0.0; layers * geotypes * years];
    let apart = 1.0 - collocated[0];
    for area in 0..*areas {
        let of = geotype_of[area];
        for year in 0..years {
            let local = of * years + year;
            let home = if people[local] == 0.0 { 0.0 } else { inhabitants[area * years + year] / people[local] };
            let mut traffic = [0.0; TECHNOLOGIES];
            let mut needed = [0.0; TECHNOLOGIES];
            for technology in 0..TECHNOLOGIES {
                let at = technology * geotypes * years + local;
                let (load, full) = if technology == GSM {
                    (gsm[local] * home, gsm_site[local])
                } else {
                    (packets[at] * home, packet_site[at])
                };
                let is_on = on[technology * years + year] == 1.0;
                traffic[technology] = if !is_on || load == 0.0 { 0.0 } else { load / full };
                needed[technology] = traffic[technology].max(surface[area] * density[at]);
                stations[at] += needed[technology];
            }
            let most = needed.iter().fold(0.0_f64, |most, value| most.max(*value));
            sites[local] += most + apart * (needed.iter().sum::<f64>() - most);
            let needing = needed.iter().filter(|value| **value >= most).count() as f64;
            for technology in 0..TECHNOLOGIES {
                let share = if needed[technology] >= most { collocated[0] / needing } else { 0.0 };
                caused[technology * years + year] += needed[technology] * (apart + share);
            }
            let load = if needed[GSM] == 0.0 { 0.0 } else { capacity[year] * traffic[GSM] / needed[GSM] };
            for (number, fewer) in fewer_carry.iter().enumerate() {
                with_fitted[number * geotypes * years + local] +=
                    if load - fewer > 1e-9 * load { needed[GSM] } else { 0.0 };
            }
            for layer in 0..layers {
                let (at, technology) = (layer * geotypes * years + local, technology_of[layer]);
                let most_carriers = possible[layer * years + year];
                if most_carriers != 0.0 {
                    let used = traffic[technology] * all_layers[at] - needed[technology] * earlier[at];
                    let used = most_carriers * used.min(needed[technology]).max(0.0);
                    carriers[at] += used.max(surface[area] * layer_density[at]);
                }
            }
        }
    }
    [stations, sites, caused, with_fitted, carriers]
}

/// Both give the same figures, to the last digits.
pub(crate) fn assert_same(model: &Model, ours: &Results, by_hand: &[Vec<f64>; 5]) {
    for (name, theirs) in TOTALS.iter().zip(by_hand) {
        let id = model.find_quantity(name).expect("a quantity");
        let own = &ours.array(id).expect("it is computed").cells;
        let largest = theirs.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
        assert!(largest > 0.0 && own.len() == theirs.len(), "{name}");
        let is_near = |(one, other): (&f64, &f64)| (one - other).abs() <= 1e-9 * largest;
        assert!(own.iter().zip(theirs).all(is_near), "{name}");
    }
}
