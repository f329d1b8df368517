//! The typical mistakes of submissions, each planted in a form that was clean: `findings/planted.md` says where, `findings/expected.md`
//! what `sg3 check` must say of them. The clean form, and one with genuine oddities, must pass without a word.
//!
//! `UPDATE=1` rewrites what is expected, and the workbooks in `samples/findings`, which anybody may open.

use crate::plant;
use crate::typed;
use sg3_tests::root;
use std::fs;

/// What is typed before the names of files, in a folder where the names are those of the repository.
const CHECK: &str = "sg3 check tests/findings/request.md";

/// A folder with the request, the clean form, and a form for each list of plants.
fn forms() -> tempfile::TempDir {
    let work = tempfile::tempdir().expect("a folder to work in");
    fs::create_dir_all(work.path().join("tests/findings")).expect("a folder to work in");
    for file in ["tests/findings/request.md", "tests/findings/clean.toml", "tests/findings/beta.toml"] {
        fs::copy(root().join(file), work.path().join(file)).expect("a file can be copied");
    }
    let said = typed::output_of(
        "sg3 template tests/findings/request.md -o clean.xlsx --fill tests/findings/clean.toml",
        work.path(),
    );
    assert_eq!(said, "", "the clean form is filled");
    let clean = fs::read(work.path().join("clean.xlsx")).expect("the clean form");
    for list in ["planted", "oddities"] {
        let plants = fs::read_to_string(root().join(format!("tests/findings/{list}.md"))).expect("a list of plants");
        let form = plant::planted(&clean, &plants);
        fs::write(work.path().join(format!("{list}.xlsx")), &form).expect("a form can be written");
    }
    work
}

#[test]
fn every_typical_mistake_is_found() {
    let forms = forms();
    let found =
        typed::output_of(&format!("{CHECK} planted.xlsx tests/findings/beta.toml --format markdown"), forms.path());
    let file = root().join("tests/findings/expected.md");
    let expected = fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    assert!(typed::agrees(&file, &expected, &found), "expected\n{expected}\nfound\n{found}");
}

#[test]
fn each_of_the_twenty_five_is_told_at_its_cell() {
    let forms = forms();
    let found =
        typed::output_of(&format!("{CHECK} planted.xlsx tests/findings/beta.toml --format markdown"), forms.path());
    let clean = fs::read(forms.path().join("clean.xlsx")).expect("the clean form");
    let plants = fs::read_to_string(root().join("tests/findings/planted.md")).expect("a list of plants");
    let mut places = plant::places(&clean, &plants);
    places.push((8, "beta.toml line 4".to_owned()));
    let is_told = |place: &str| {
        let cells = found.lines().filter_map(|line| line.split(" | ").nth(2));
        cells
            .into_iter()
            .flat_map(|cell| cell.split("; "))
            .any(|at| at.ends_with(place) || at.contains(place) && place.ends_with(':'))
    };
    let silent: Vec<u32> =
        (1..=25).filter(|number| !places.iter().any(|(other, place)| other == number && is_told(place))).collect();
    assert!(silent.is_empty(), "nothing is said of {silent:?}");
}

#[test]
fn clean_figures_and_genuine_oddities_pass_without_a_word() {
    let forms = forms();
    for form in ["clean.xlsx", "oddities.xlsx"] {
        let found = typed::output_of(&format!("{CHECK} {form} --format markdown"), forms.path());
        assert!(found.starts_with("No findings."), "{form}: {found}");
    }
}

#[test]
fn the_samples_are_these_forms() {
    let forms = forms();
    for form in ["clean.xlsx", "planted.xlsx", "oddities.xlsx"] {
        let made = fs::read(forms.path().join(form)).expect("the form was made");
        let sample = root().join("samples/findings").join(form);
        if std::env::var_os("UPDATE").is_some() {
            fs::create_dir_all(sample.parent().expect("a folder")).expect("a folder can be made");
            fs::write(&sample, &made).expect("a sample can be rewritten");
        }
        assert!(fs::read(&sample).is_ok_and(|sample| sample == made), "{form} is another: UPDATE=1 writes it again");
    }
}
