//! Which elements one unit of a service uses, from what is written of its family.

use super::tables::Routing;

impl Routing {
    /// Elements with their factors: `radio_site 620, 2 copper, care` names an element, a part twice, a part once.
    pub(super) fn factors(&self, written: &str) -> Vec<(String, String)> {
        written.split(", ").filter(|item| !item.is_empty()).flat_map(|item| self.item(item)).collect()
    }

    fn item(&self, item: &str) -> Vec<(String, String)> {
        let (first, second) = item.split_once(' ').unwrap_or(("", item));
        let Some(part) = self.part.get(second) else { return vec![(first.to_owned(), second.to_owned())] };
        let factors = self.factors(part).into_iter();
        match first.parse::<f64>() {
            Ok(many) => factors.map(|(element, factor)| (element, times(&factor, many))).collect(),
            Err(_) => factors.collect(),
        }
    }
}

/// Factors are kept to seven decimals.
fn times(factor: &str, many: f64) -> String {
    let factor: f64 = factor.parse().expect("a factor is a number");
    ((factor * many * 1e7).round() / 1e7).to_string()
}
