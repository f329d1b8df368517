//! The built-in functions of the language, one entry each: unit rule, kernel, documentation and test vectors.
//!
//! Kernels work on one cell. A missing argument, a division by zero or an argument outside the domain gives `NaN`,
//! never an infinity. Results are the same on every machine: transcendental functions come from `libm` alone.

mod arithmetic;
mod coalitions;
mod dates;
mod engset;
mod erlang;
mod growth;
mod powers;
mod steps;
mod whole_numbers;

pub use coalitions::inside;
pub use dates::{date, days_between, moment_of, year_of};
pub use engset::engset;
pub use erlang::{
    MOST_SERVERS, erlang_b, erlang_b_recall, erlang_c, erlang_servers, erlang_servers_real, erlang_traffic,
};
pub use growth::{compound, growth};

use sg3_lang::Function;

/// Every built-in function, in the order in which a reader would meet them.
pub static ALL: &[Function] = &[
    arithmetic::ABS,
    arithmetic::MIN,
    arithmetic::MAX,
    powers::SQRT,
    powers::EXP,
    powers::LN,
    whole_numbers::CEIL,
    whole_numbers::FLOOR,
    whole_numbers::ROUND,
    steps::ROUND_TO,
    steps::ROUND_UP,
    steps::ROUND_DOWN,
    growth::COMPOUND,
    growth::GROWTH,
    erlang::ERLANG_B,
    erlang::ERLANG_SERVERS,
    erlang::ERLANG_SERVERS_REAL,
    erlang::ERLANG_TRAFFIC,
    erlang::ERLANG_B_RECALL,
    erlang::ERLANG_C,
    engset::ENGSET,
    dates::DATE,
    dates::YEAR_OF,
    dates::MOMENT_OF,
    dates::DAYS_BETWEEN,
    coalitions::INSIDE,
];

/// The function that a model calls by this name.
///
/// ```
/// let growth = sg3_calc::functions::find("growth").unwrap();
/// assert_eq!((growth.kernel)(&[1.21, 2.0]), 0.10000000000000009);
/// assert!(sg3_calc::functions::find("cosine").is_none());
/// ```
pub fn find(name: &str) -> Option<&'static Function> {
    ALL.iter().find(|function| function.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_vector_holds() {
        for function in ALL {
            for (arguments, expected, tolerance) in function.vectors {
                let result = (function.kernel)(arguments);
                let allowed = tolerance * expected.abs();
                assert!(
                    (result - expected).abs() <= allowed,
                    "{}{arguments:?} is {result}, not {expected}",
                    function.name
                );
            }
        }
    }

    #[test]
    fn names_are_unique_and_found() {
        let names: HashSet<&str> = ALL.iter().map(|function| function.name).collect();
        assert_eq!(names.len(), ALL.len());
        assert!(ALL.iter().all(|function| find(function.name).is_some_and(|found| found.name == function.name)));
    }

    #[test]
    fn every_entry_is_documented_and_has_vectors_of_the_right_length() {
        for function in ALL {
            let texts = [function.meaning, function.formula, function.source];
            assert!(texts.iter().all(|text| !text.is_empty()) && !function.vectors.is_empty(), "{}", function.name);
            for (arguments, ..) in function.vectors {
                let fits = arguments.len() == function.parameters.len() || function.variadic;
                assert!(fits, "{}{arguments:?}", function.name);
            }
        }
    }

    #[test]
    fn a_missing_argument_makes_every_result_missing() {
        for function in ALL {
            for (arguments, ..) in function.vectors {
                for place in 0..arguments.len() {
                    let mut holed = arguments.to_vec();
                    holed[place] = f64::NAN;
                    assert!((function.kernel)(&holed).is_nan(), "{}{holed:?}", function.name);
                }
            }
        }
    }

    #[test]
    fn no_argument_gives_an_infinity_or_a_panic() {
        let awkward =
            [0.0, -0.0, 0.5, 1.0, -1.0, 2.0, -2.5, 1e-308, 1e9, 1e18, -1e18, f64::MAX, f64::MIN, f64::INFINITY];
        for function in ALL {
            let mut odometer = vec![0; function.parameters.len()];
            while odometer[0] < awkward.len() {
                let arguments: Vec<f64> = odometer.iter().map(|digit| awkward[*digit]).collect();
                let result = (function.kernel)(&arguments);
                let excused = arguments.iter().any(|argument| argument.is_infinite());
                assert!(excused || !result.is_infinite(), "{}{arguments:?} is {result}", function.name);
                advance(&mut odometer, awkward.len());
            }
        }
    }

    fn advance(odometer: &mut [usize], base: usize) {
        for place in (0..odometer.len()).rev() {
            odometer[place] += 1;
            if odometer[place] < base || place == 0 {
                return;
            }
            odometer[place] = 0;
        }
    }
}
