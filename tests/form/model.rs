//! Models from text.

use sg3_lang::{Diagnostics, Library, Model, Severity, Sources, check};

/// The model of a text that is right.
pub(crate) fn model(text: &str) -> Model {
    named("test/model", text)
}

/// The same by another name.
pub(crate) fn named(name: &str, text: &str) -> Model {
    let mut sources = Sources::default();
    let file = sources.add(name, text);
    let mut diagnostics = Diagnostics::default();
    let library = Library { functions: &[], documents: &|_| None };
    let model = check(&mut sources, file, library, &mut diagnostics);
    let errors: Vec<_> = diagnostics.iter().filter(|message| message.severity == Severity::Error).collect();
    model.unwrap_or_else(|| panic!("{errors:#?}\n{text}"))
}

/// A model with every kind of table.
pub(crate) fn everything() -> Model {
    model(EVERYTHING)
}

pub(crate) const EVERYTHING: &str = r#"# International call: enhanced fully distributed cost

```sg3
unit person "Person"

dimension component "Network component"
    local         "Local switching"
    transit       "Transit switching"
    transmission  "National transmission"
    gateway       "International gateway"

dimension service "Service"
    voice    "Calls" in minute
    data     "Broadband" in GB
    messages "Text messages" in message

dimension year "Year" 2025..2029 in year
dimension site "Radio site" from input
dimension entry "Ledger line" from rows
```

## Traffic

What was carried, and what it was sold for.

```sg3
input volume[service, year] "Volume sold" : unit(service)/year >= 0 or 0
input price[service] "Average price" : money/unit(service) note "Revenue over volume, without taxes."
input busy_hour "Share of the busy hour in the day" : ratio 0..1 default 0.1
    note "Traffic of the busiest hour of an average day over the traffic of that day; measured at the switch, over at least one month."
input days "Days counted" : day/year default 365
```

## Cost

```sg3
input life "Mean life of plant" : year 1..60
input opening "Opening day of the accounts" : date
input leased "Leased lines are included" : yes/no default no
input method "Method of depreciation" : one of annuity "Annuity", straight "Straight line" default annuity
input operating_cost[component] "Operating cost" : money/year >= 0
input net_assets[component] "Net book value" : money >= 0
input staff[component] "Staff" : person note "Full-time equivalents at the end of the year."
input routing[service, component] "Routing factors" : ratio >= 0 or 0
```

## Radio network

```sg3
input height[site] "Height of the mast" : m
input kind[site] "Kind" : one of macro "Macro cell", small "Small cell"
input shared[site] "On a shared tower" : yes/no
input since[site] "In service since" : date
input load[site, year] "Load of the site" : erlang
input distance[from: site, to: site] "Length of the link" : km
input carried[site, service, year] "Traffic of the site" : unit(service)/year
```

## Ledger

```sg3
input account[entry] "Account" : ratio
input amount[entry] "Amount" : money/year
input used_by[entry] "Component" : component
regulator input wacc "Cost of capital" : 1/year 0..1
regulator input shadowing[site] "Loss by shadowing" : ratio
public input index[year] "Price index" : ratio > 0 source "National statistics office"
output total "Total" : money/year = sum(amount over entry)
```
"#;
