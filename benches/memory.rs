//! Peak memory of an evaluation beside the arrays that it must hold, at growing sizes; each size in a process of its own.

#[allow(dead_code, reason = "the benches share one model, and each needs a part of it")]
mod lric;

use lric::{Size, bare_inputs, model};
use sg3_calc::{Array, evaluate, plan};
use std::io::Write;
use std::process::Command;
use std::sync::Arc;

const SIZES: [usize; 3] = [200, 2_000, 20_000];

fn main() {
    match std::env::var("ELEMENTS") {
        Ok(elements) => report(measured(elements.parse().expect("a number of elements"))),
        Err(_) => SIZES.into_iter().for_each(measure_apart),
    }
}

fn measure_apart(elements: usize) {
    let this = std::env::current_exe().expect("a running program has a file");
    let ended = Command::new(this).env("ELEMENTS", elements.to_string()).status().expect("a program can run itself");
    assert!(ended.success(), "{elements} elements could not be measured");
}

/// One size: elements, bytes of all arrays, and how far the peak grew while they were computed.
fn measured(elements: usize) -> (usize, usize, Option<usize>) {
    let model = model();
    let plan = plan(&model);
    let inputs = bare_inputs(&model, Size { elements, services: 100, years: 20 });
    let given: usize = bytes(&inputs.arrays);
    let before = forget_peak();
    let results = evaluate(&model, &plan, &inputs);
    let grown = before.zip(kilobytes("VmHWM")).map(|(before, peak)| peak.saturating_sub(before) * 1024);
    let all = bytes(&results.arrays);
    (elements, all, grown.map(|grown| given + grown))
}

fn bytes(arrays: &[Option<Arc<Array>>]) -> usize {
    arrays.iter().flatten().map(|array| array.cells.len() * size_of::<f64>()).sum()
}

/// Sets the peak to what is in use now, where the system can do that, and says what that is.
fn forget_peak() -> Option<usize> {
    std::fs::write("/proc/self/clear_refs", "5").ok()?;
    kilobytes("VmRSS")
}

fn kilobytes(what: &str) -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(what)?.strip_prefix(':'))?;
    line.split_whitespace().next()?.parse().ok()
}

fn report((elements, arrays, peak): (usize, usize, Option<usize>)) {
    let megabytes = |bytes: usize| bytes as f64 / 1e6;
    let measured = peak.map_or("not known on this system".to_owned(), |peak| {
        format!("{:.1} MB, {:.2} times the arrays", megabytes(peak), peak as f64 / arrays as f64)
    });
    let line = format!("{elements} elements: arrays {:.1} MB, peak {measured}\n", megabytes(arrays));
    std::io::stdout().write_all(line.as_bytes()).expect("the terminal takes a line");
}
