use sg3_lang::*;
#[test]
fn draw() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models");
    for name in std::env::var("MODELS").unwrap_or_default().split_whitespace() {
        let mut sources = Sources::default();
        let file = sources.add(name, std::fs::read_to_string(root.join(format!("{name}.md"))).unwrap());
        let mut d = Diagnostics::default();
        let documents = |n: &str| std::fs::read_to_string(root.join(format!("{n}.md"))).ok();
        let library = Library { functions: sg3_calc::functions::ALL, documents: &documents };
        let model = check(&mut sources, file, library, &mut d)
            .unwrap_or_else(|| panic!("{:#?}", d.iter().take(3).collect::<Vec<_>>()));
        for owner in [model::Owner::Operator, model::Owner::Regulator, model::Owner::Public] {
            let layout = sg3_sheet::Layout::of(&model, owner);
            println!(
                "{name} {owner:?} {:?}",
                layout
                    .sheets
                    .iter()
                    .map(|s| (
                        &s.name,
                        s.tables.iter().map(|t| (&t.key, t.columns.len(), t.fixed_rows().len())).collect::<Vec<_>>()
                    ))
                    .collect::<Vec<_>>()
            );
            let bytes = sg3_sheet::template(&model, &layout, &[]);
            std::fs::write(format!("/tmp/form/{}-{owner:?}.xlsx", name.replace('/', "-")), bytes).unwrap();
        }
    }
}
