//! Used documents: the same document with the same bindings is one instance.

use sg3_calc::functions;
use sg3_lang::model::{LibraryEdition, Model};
use sg3_lang::{Diagnostics, Library, LibraryDocument, Sources, check};

const CAPITAL: &str = "input rate \"Rate\" : ratio\ninput risk \"Risk\" : ratio default 0\noutput wacc \"Cost of capital\" : ratio = rate + risk";
const ANNUITY: &str =
    "use capital as capital\ninput price \"Price\" : ratio\noutput charge \"Charge\" : ratio = price * capital.wacc";

const QUEUE: &str = "dimension item \"Item\" from input\ninput size[item] \"Size\" : money\ninput key[item] \"Key\" : ratio\n\
    output so_far[item] \"So far\" : money = cumulative(size over item from least key)\n\
    output place[item] \"Place\" : ratio = rank(key over item from greatest)";
const GRID: &str = "dimension service \"Service\"\n    voice \"Calls\"\n    data \"Data\"\ndimension part \"Part\"\n    link \"Link\"\n    site \"Site\"\ninput share \"Share\" : ratio\noutput factor[service, part] \"Factor\" : ratio =\n    |       | link  | site |\n    | voice | share | 1    |\n    | else  | 3     | 2 * share |\noutput kind[part] \"Kind\" : ratio = | link | share | else | 7 |";
const YEARS: &str = "dimension year \"Year\" from input in year default 2026..2027\n\
    regulator input weights \"Weights\" : one of revenue \"Revenue\", volume \"Volume\"\ninput life \"Life\" : year\n\
    input sold[year] \"Sold\" : line/year\ninput price[year] \"Price\" : money/line\n\
    output earned[year] \"Earned\" : money/year = price * sold\n\
    output total \"Total\" : money = if weights == volume then sum(sold * price[last] over year) else sum(earned over year)\n\
    output moved \"By revenue\" : money = (total with weights = revenue)\noutput aged \"Twice the life\" : year = 2 * life";

fn document(name: &str) -> Option<String> {
    let text = match name {
        "capital" => CAPITAL,
        "annuity" => ANNUITY,
        "queue" => QUEUE,
        "grid" => GRID,
        "years" => YEARS,
        _ => return None,
    };
    Some(format!("# {name}\n\n```sg3\n{text}\n```\n"))
}

/// The inputs that the data must give, and whether all cases come out.
fn inputs_of(text: &str) -> Vec<String> {
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let file = sources.add("host", format!("# Host\n\n```sg3\n{text}\n```\n"));
    let library = Library { functions: functions::ALL, documents: &|name| document(name).map(Into::into) };
    let model: Option<Model> = check(&mut sources, file, library, &mut diagnostics);
    let messages: Vec<&String> = diagnostics.iter().map(|diagnostic| &diagnostic.message).collect();
    let model = model.unwrap_or_else(|| panic!("{messages:#?}"));
    let failed = sg3_calc::run_cases(&model).into_iter().any(|case| !case.passed());
    assert!(!failed && !model.cases.is_empty());
    let sections: Vec<&str> = model.sections.iter().map(|section| &*section.instance).collect();
    let of_section = |section: usize| sections[section].to_string();
    assert!(model.inputs().all(|(_, input, _)| input.name.starts_with(&of_section(input.section))));
    model.inputs().map(|(_, input, _)| input.name.to_string()).collect()
}

#[test]
fn one_document_without_bindings_is_asked_for_once() {
    let text = r#"
use annuity as annuity where price = cost
use capital as capital
use capital as again
input cost "Cost" : ratio
output total "Total" : ratio = annuity.charge + capital.wacc + again.wacc
case "Shared"
    cost = 10
    again.rate = 0.1
    expect total = 1.2
    expect annuity.capital.wacc = 0.1
    expect total = 2.4 where capital.risk = 0.1
"#;
    assert_eq!(inputs_of(text), ["cost", "capital.rate", "capital.risk"]);
}

/// What tells an order is bound like anything else, and what then varies by group is ordered within each.
#[test]
fn an_order_goes_by_what_is_bound() {
    let text = r#"
use queue as queue over group where item = area, size = cost, key = -urgency
dimension area "Area" from input
dimension group "Group" from input
input cost[area] "Cost" : money
input urgency[area, group] "Urgency" : ratio
output so_far[area, group] "So far" : money = queue.so_far
output place[area, group] "Place" : ratio = queue.place
case "Two areas"
    area = a, b
    group = g, h
    cost = | a | 10 | b | 20 |
    urgency =
        | a | g | 1 |
        | b | g | 2 |
        | a | h | 5 |
        | b | h | 4 |
    expect so_far[a, g] = 30
    expect so_far[b, g] = 20
    expect so_far[a, h] = 10
    expect place[a, g] = 1
    expect place[a, h] = 2
"#;
    assert_eq!(inputs_of(text), ["cost", "urgency"]);
}

#[test]
fn other_bindings_are_another_instance() {
    let text = r#"
use capital as high where risk = extra
use capital as low
use capital as higher where risk = extra
input extra "Extra" : ratio
output spread "Spread" : ratio = high.wacc + higher.wacc - 2 * low.wacc
case "Apart"
    extra = 0.05
    high.rate = 0.2
    low.rate = 0.1
    expect spread = 0.3
"#;
    assert_eq!(inputs_of(text), ["extra", "high.rate", "low.rate", "low.risk"]);
}

/// Repeated over an axis, the header of a table still names what its author wrote it for.
#[test]
fn a_table_with_a_header_can_be_repeated() {
    let text = r#"
use grid as grid over draw, world where share = drawn
dimension draw "Draw" from input
dimension world "World"
    low "Low"
    high "High"
input drawn[draw, world] "Drawn" : ratio
output all[draw, world] "All" : ratio = sum(grid.factor over grid.service, grid.part)
output link[draw, world] "Link" : ratio = grid.kind[link]
output voice_site[draw] "Site of a call" : ratio = grid.factor[voice, site, draw, low]
case "Two draws in two worlds"
    draw = a, b
    drawn =
        |   | low | high |
        | a | 10  | 20   |
        | b | 30  | 40   |
    expect all[a, low] = 34
    expect all[b, high] = 124
    expect link[b, low] = 30
    expect voice_site[b] = 1
"#;
    assert_eq!(inputs_of(text), ["drawn"]);
}

/// What is said of a `use` of a document of version 1.2 that asks for a version.
fn complaints_of(asked: &str, edition: Option<&str>) -> Vec<String> {
    let edition = edition.map(|version| LibraryEdition {
        version: version.into(),
        title: "West".into(),
        ..LibraryEdition::default()
    });
    let documents = |name: &str| document(name).map(|text| LibraryDocument { text, edition: edition.clone() });
    let text = format!(
        "# Host\n\n```sg3\nuse capital {asked} as capital\noutput twice \"Twice\" : ratio = 2 * capital.wacc\n```\n"
    );
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let file = sources.add("host", sg3_lang::format(&text));
    let library = Library { functions: functions::ALL, documents: &documents };
    let model = check(&mut sources, file, library, &mut diagnostics);
    let named = model.and_then(|model| model.libraries_in_words());
    assert_eq!(named, edition.filter(|_| diagnostics.is_empty()).map(|edition| format!("with {edition}")));
    diagnostics.iter().map(|diagnostic| format!("{}: {}", diagnostic.slug, diagnostic.message)).collect()
}

#[test]
fn a_version_that_is_asked_for_is_that_of_the_library() {
    for asked in ["", "version \"1\"", "version \"1.2\"", "version \"1.2.7\""] {
        assert_eq!(complaints_of(asked, Some("1.2.7")), [""; 0], "{asked}");
    }
    for asked in ["version \"1.3\"", "version \"1.20\"", "version \"1.2.7.1\"", "version \"\""] {
        assert_eq!(complaints_of(asked, Some("1.2.7")), ["wrong-version: `capital` is of West 1.2.7"], "{asked}");
    }
    let unversioned = ["wrong-version: `capital` is of no library, and has no version"];
    assert_eq!(complaints_of("version \"1\"", None), unversioned);
    assert!(
        complaints_of("version 1.2", Some("1.2"))[0].starts_with("syntax: expected a version between quotation marks")
    );
}

/// What a document says it says of itself: not of names of its host, nor of the axes by which the host repeats it.
#[test]
fn a_repeated_document_knows_nothing_of_its_host() {
    let text = r#"
use years as cap over kind where sold = volume else each
dimension kind "Kind" from input
input volume[kind] "A name that the document has for a choice" : line/year
regulator input revenue "Another" : ratio
output total[kind] "Total" : money = cap.total * revenue
output first_sold[kind] "Earned in the first year" : money/year = cap.earned[year = first]
case "Two kinds, each by a weight of its own"
    kind = a, b
    volume = | a | 1 | b | 2 |
    revenue = 1
    cap.weights[a] = volume
    cap.weights[b] = revenue
    cap.price = | 2026 | 4 | 2027 | 6 |
    cap.life = 3
    expect total[a] = 12
    expect total[b] = 20
    expect cap.moved[a] = 10
    expect cap.aged[a] = 6
    expect first_sold[b] = 8
"#;
    assert_eq!(inputs_of(text), ["volume", "revenue", "cap.weights", "cap.life", "cap.price"]);
}

/// A choice of a document is the choice of its host where both list the same.
#[test]
fn a_choice_is_bound_to_a_choice_from_an_equal_list() {
    let text = r#"
use years as cap where weights = by, year = year
dimension year "Year" from input in year default 2026..2027
regulator input by "By" : one of revenue "Turnover", volume "Quantity"
output total "Total" : money = cap.total
case "By quantity"
    by = volume
    cap.price = | 2026 | 4 | 2027 | 6 |
    cap.sold = 1
    expect total = 12
    expect total = 10 where by = revenue
"#;
    assert_eq!(inputs_of(text), ["by", "cap.life", "cap.sold", "cap.price"]);
}
