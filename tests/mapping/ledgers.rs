//! Small ledgers: what their figures say, and what they leave to people.

use super::operator::dictionary;
use sg3_calc::Value;
use sg3_form::Respondent;
use sg3_lang::model::{Model, Owner};
use sg3_lang::{Diagnostics, Library, Sources};
use sg3_mapping::{Applied, Mapping, ProposalOptions, SourceFile, Understood};

/// A model without cost centres: a balance for each account.
const PLAIN: &str = "# Accounts

```sg3
dimension year \"Year\" from input in year
dimension account \"Account\" from input
input amount[account, year] \"Balance\" : money
output total[year] \"Total\" : money = sum(amount over account)
```
";

/// Sides in columns that nobody named, and a name that holds a comma.
const SIDES: &str = "Ledger of 2024;;;\nNo.;Text;A;B\n1010;Cash;700;0\n1020;Stocks, cables;300;0\n2010;Capital;0;600\n2020;Loans;0;250\n7010;Calls;0;150\n";

fn model(text: &str) -> Model {
    let mut sources = Sources::default();
    let file = sources.add("ledger.md", text);
    let library = Library { functions: sg3_calc::functions::ALL, documents: &|_| None };
    sg3_lang::check(&mut sources, file, library, &mut Diagnostics::default()).expect("a model without mistakes")
}

fn proposed(model: &Model, text: &str, year: Option<i32>) -> (Mapping, Applied, Vec<String>) {
    let mut found = Diagnostics::default();
    let files = [SourceFile::of_text(text.as_bytes(), "ledger.csv", &mut found)];
    let dictionary = dictionary(&|_| true);
    let understood = Understood::of(model, Respondent::One(Owner::Operator), &files, &dictionary);
    let mapping = understood.propose(ProposalOptions { year });
    let applied = understood.apply(&mapping, "mapping.csv", &mut found);
    let told = found.iter().map(|message| message.message.clone()).collect();
    (mapping, applied, told)
}

fn balances(model: &Model, applied: &Applied) -> Vec<(String, f64)> {
    let id = model.find_quantity("amount").expect("an input");
    let of_amount = applied.layer.values.iter().filter(|datum| datum.quantity == id);
    let told = of_amount.filter_map(|datum| match (&datum.place, &datum.value) {
        (Some(place), Value::Number(number)) => Some((place.join(" "), *number)),
        _ => None,
    });
    told.collect()
}

#[test]
fn a_plain_ledger_feeds_a_model_without_centres() {
    let model = model(PLAIN);
    let (_, applied, _) = proposed(&model, SIDES, None);
    let expected = [
        ("1010 2024", 700.0),
        ("1020 2024", 300.0),
        ("2010 2024", -600.0),
        ("2020 2024", -250.0),
        ("7010 2024", -150.0),
    ];
    let mut read = balances(&model, &applied);
    read.retain(|(_, amount)| *amount != 0.0);
    assert_eq!(read, expected.map(|(place, amount)| (place.to_owned(), amount)));
}

#[test]
fn columns_that_do_not_balance_and_that_nobody_names_stay_open() {
    let model = model(PLAIN);
    let (mapping, applied, _) = proposed(&model, &SIDES.replace("250", "240"), None);
    assert!(balances(&model, &applied).is_empty());
    assert!(mapping.rules.iter().any(|rule| rule.figure.input == "amount" && rule.is_open()));
}

#[test]
fn a_ledger_without_a_year_asks_for_it_and_takes_the_one_that_is_told() {
    let (model, undated) = (model(PLAIN), SIDES.replace("Ledger of 2024", "Ledger"));
    let (mapping, applied, told) = proposed(&model, &undated, None);
    assert!(mapping.rules.iter().any(|rule| rule.figure.to_string() == "amount[*,*]"));
    assert!(balances(&model, &applied).is_empty());
    assert!(
        told.iter().any(|told| told.contains("does not say of which year the figures of `amount` are")),
        "{told:?}"
    );
    let dated = Mapping { year: Some(2023), ..mapping };
    let files = [SourceFile::of_text(undated.as_bytes(), "ledger.csv", &mut Diagnostics::default())];
    let applied =
        sg3_mapping::apply(&dated, &files, &model, &dictionary(&|_| true), "m.csv", &mut Diagnostics::default());
    assert!(balances(&model, &applied).contains(&("2010 2023".to_owned(), -600.0)));
}

#[test]
fn codes_of_headings_are_no_accounts_where_they_are_sums() {
    let model = model(PLAIN);
    let text = "TB 2024;;\nCode;Name;Balance\n1;Assets;1000\n101;Cash;700\n102;Stocks;300\n2;Liabilities;-1000\n201;Capital;-600\n202;Loans;-400\n";
    let (mapping, applied, _) = proposed(&model, text, None);
    assert!(mapping.rules.iter().any(|rule| rule.rows.to_string() == "A: detail codes"), "{mapping:#?}");
    assert_eq!(balances(&model, &applied).len(), 4);
    let (_, applied, _) = proposed(
        &model,
        &text.replace("1;Assets;1000", "1;Assets;55").replace("2;Liabilities;-1000", "2;Liabilities;-55"),
        None,
    );
    assert_eq!(
        balances(&model, &applied).len(),
        6,
        "codes that begin others and are no sums are accounts of their own"
    );
}

#[test]
fn words_of_cost_are_no_lines_in_service() {
    let model = super::operator::model();
    let text = "Costs 2024;\nItem;Amount\nPipe costs;1200\nPole costs;3400\nCable repairs;220\nVehicle costs;110\n";
    let (mapping, ..) = proposed(&model, text, None);
    let lines = mapping.rules.iter().filter(|rule| rule.figure.input == "lines" && !rule.is_open());
    assert_eq!(lines.count(), 0);
}

#[test]
fn one_of_two_balances_without_years_is_never_certain() {
    let model = model(PLAIN);
    let text = |heads: &str| {
        format!(
            "TB 2024, amounts in EUR;;;\nCode;Name;{heads}\n101;Cash;700;500\n102;Stocks;300;400\n201;Capital;-600;-600\n202;Loans;-400;-300\n"
        )
    };
    let sure = |heads: &str| {
        let (mapping, ..) = proposed(&model, &text(heads), None);
        let amounts = mapping.rules.into_iter().filter(|rule| rule.figure.to_string() == "amount[*,2024]");
        amounts.filter_map(|rule| rule.confidence).fold(0.0, f64::max)
    };
    assert!(sure("A;B") < sg3_mapping::CERTAIN_FROM, "{}", sure("A;B"));
    assert!(sure("31/12/2023;31/12/2024") >= sg3_mapping::CERTAIN_FROM, "{}", sure("31/12/2023;31/12/2024"));
}
