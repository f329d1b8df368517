//! Scales, receipts, forms of several models, last year's values.

use crate::book::{Book, Cell};
use crate::evidence::{blank, datum, receipt, text};
use crate::fill::complete;
use crate::model;
use sg3_calc::{Layer, Value};
use sg3_form::{Layout, RequestPart, Scale, lay_out_models, write_request};
use sg3_lang::model::Owner;

const ONE: &str = "# One\n\n```sg3\ndimension service \"Service\"\n    voice \"Calls\" in minute\n    data \"Data\" in GB\n\
    input volume[service] \"Volume\" : unit(service)/year\ninput price \"Price\" : money/minute\n\
    output total \"Total\" : money/year = volume[voice] * price\n```\n";

#[test]
fn amounts_are_in_the_scale_of_their_sheet_and_nothing_else_is() {
    let (model, layout, mut book) = blank();
    let scale = book.find("Cover", "Cost");
    book.put("Cover", (scale.0, 2), text("thousands"));
    let cost = book.at("Cost", "operating_cost", "local");
    let staff = book.at("Cost", "staff", "local");
    book.put("Cost", cost, Cell::Number(1.1)).put("Cost", staff, Cell::Number(12.0));
    let currency = book.find("Cover", "currency");
    book.put("Cover", (currency.0, 2), text("XOF"));
    let (layer, receipt, told) = receipt(&model, &layout, &book);
    assert_eq!(told, Vec::<String>::new());
    assert_eq!(datum(&layer, &model, "operating_cost", &["local"]).unwrap().value, Value::Number(1100.0));
    assert_eq!(datum(&layer, &model, "staff", &["local"]).unwrap().value, Value::Number(12.0));
    assert_eq!(receipt.currency.as_deref(), Some("XOF"));
    let cost = receipt.sheets.iter().find(|sheet| sheet.sheet == "Cost").unwrap();
    assert_eq!(cost.scale, Some(Scale::Thousands));
    let total = receipt.totals.iter().find(|total| total.name == "operating_cost").unwrap();
    assert_eq!(total.read, 1100.0);
}

#[test]
fn totals_that_do_not_agree_are_told() {
    let (model, layout, mut book) = blank();
    let cost = book.at("Cost", "operating_cost", "local");
    book.put("Cost", cost, Cell::Number(500.0));
    let (row, column) = book.at("Sign-off", "own", "operating_cost");
    book.put("Sign-off", (row, column), Cell::Number(540.0));
    let (_, receipt, told) = receipt(&model, &layout, &book);
    assert_eq!(
        told,
        ["warning wrong-value the signed total is 540 money/year, but the imported figures sum to 500: Operating cost"]
    );
    assert_eq!(receipt.totals.iter().find(|total| total.name == "operating_cost").unwrap().own, Some(540.0));
}

#[test]
fn several_models_ask_for_each_datum_once() {
    let one = model::named("one", ONE);
    let other =
        ONE.replace("# One", "# Other").replace("money/minute", "money/GB").replace("volume[voice]", "volume[data]");
    let other = model::named("other", &other);
    let (layouts, common) = lay_out_models(&[&one, &other], Owner::Operator.into());
    let differs: Vec<_> = common.iter().map(|shared| (&*shared.name, shared.differs)).collect();
    assert_eq!(differs, [("volume", None), ("price", Some("unit"))]);
    let [first, second] = [complete(&one, Owner::Operator, 4), complete(&other, Owner::Operator, 9)];
    let (one_values, other_values) = ([first.clone()], [second.clone()]);
    let part = |model, layout, values| RequestPart { model, layout, values, last_year: &[] };
    let book =
        Book::of(write_request(&[part(&one, &layouts[0], &one_values), part(&other, &layouts[1], &other_values)]));
    for (model, price) in [(&one, &first), (&other, &second)] {
        let (read, diagnostics) = book.read(model, &Layout::of(model, Owner::Operator));
        assert!(diagnostics.is_empty(), "{diagnostics:#?}");
        let value = |layer: &Layer, name, place: &[&str]| datum(layer, model, name, place).unwrap().value.clone();
        assert_eq!(value(&read, "volume", &["voice"]), value(&first, "volume", &["voice"]), "asked for once");
        assert_eq!(value(&read, "price", &[]), value(price, "price", &[]), "asked for by each");
    }
}

#[test]
fn last_year_stands_beside_and_is_not_read() {
    let model = model::everything();
    let layout = Layout::of(&model, Owner::Operator).with_last_year();
    let last = [complete(&model, Owner::Operator, 4)];
    let members = [Layer { values: Vec::new(), ..last[0].clone() }];
    let part = RequestPart { model: &model, layout: &layout, values: &members, last_year: &last };
    let book = Book::of(write_request(&[part]));
    let (row, column) = book.at("Traffic", "price#last", "voice");
    let (_, cells) = book.sheets.iter().find(|(name, _)| name == "Traffic").unwrap();
    let Some(Cell::Number(shown)) = cells.get(&(row, column)) else { panic!("last year's price is shown") };
    assert_eq!(datum(&last[0], &model, "price", &["voice"]).unwrap().value, Value::Number(*shown));
    let (read, diagnostics) = book.read(&model, &Layout::of(&model, Owner::Operator));
    assert!(diagnostics.is_empty(), "{diagnostics:#?}");
    assert!(datum(&read, &model, "price", &["voice"]).is_none());
    let sites = |layer: &Layer| layer.members.iter().filter(|entry| entry.key.starts_with("SITE")).count();
    assert_eq!(sites(&read), sites(&last[0]), "members of last year are listed");
}
