//! Every model of the catalogue says what the decision is about.

use crate::models::model;
use sg3_tests::{documents, root};

#[test]
fn every_model_names_its_headlines_and_not_all_of_its_outputs() {
    for path in documents(&root().join("models")) {
        let model = model(&path);
        let headlines = model.outputs().filter(|(_, quantity)| quantity.headline).count();
        assert!(headlines > 0, "{} names none", path.display());
        assert!(headlines <= 3, "{} names {headlines}", path.display());
    }
}

#[test]
fn headlines_of_used_documents_are_none_of_the_host() {
    let model = model(&root().join("models/regional/africa.md"));
    let named = model.quantities.iter().filter(|quantity| quantity.headline);
    assert!(named.clone().count() == 3 && named.into_iter().all(|quantity| !quantity.name.contains('.')));
}
