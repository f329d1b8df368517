//! The chart of accounts: pools, natures of operating cost, and the accounts of the balance sheet.

/// Pools: key, label, rule, driver or pool that it follows.
#[rustfmt::skip]
pub const POOLS: &[(&str, &str, &str, &str)] = &[
    ("pay", "Pay", "stays", ""),
    ("pension", "Pensions and social cost", "follows", "pay"),
    ("temporary", "Temporary staff", "stays", ""),
    ("training", "Training", "by_a_driver", "staff"),
    ("travel", "Travel", "stays", ""),
    ("energy", "Energy", "by_a_driver", "kilowatts"),
    ("rent", "Rent of buildings and land", "stays", ""),
    ("upkeep", "Upkeep of buildings", "stays", ""),
    ("fuel", "Fuel and vehicles", "stays", ""),
    ("material", "Material and spare parts", "stays", ""),
    ("contractors", "Contractors", "stays", ""),
    ("support_contracts", "Support contracts of suppliers", "stays", ""),
    ("software", "Software licences", "by_a_driver", "system_users"),
    ("telephony", "Own use of telephones", "by_a_driver", "staff"),
    ("insurance", "Insurance", "stays", ""),
    ("consulting", "Consulting and audit", "stays", ""),
    ("printing", "Printing and postage", "stays", ""),
    ("advertising", "Advertising", "stays", ""),
    ("commission", "Commissions", "stays", ""),
    ("settlement", "Payments to other operators", "stays", ""),
    ("rights", "Content rights", "stays", ""),
    ("levies", "Licence fees and levies", "stays", ""),
    ("bad_debt", "Bad debt", "stays", ""),
    ("goods", "Goods sold", "stays", ""),
];

/// What an account of operating cost is split by.
pub enum Split {
    Staff,
    Region,
    Field,
    /// By name, booked on one group of centres.
    Named(&'static str, &'static [&'static str]),
}
use Split::{Field, Named, Region, Staff};

/// Groups of staff.
#[rustfmt::skip]
pub const STAFF: [&str; 10] = [
    "managers", "engineers", "technicians", "fitters", "operators", "clerks", "sales staff", "supervisors", "part-time staff", "apprentices",
];

/// Natures of operating cost: label, pool, split, weight.
#[rustfmt::skip]
pub const NATURES: &[(&str, &str, Split, f64)] = &[
    ("Salaries", "pay", Staff, 30.0), ("Overtime", "pay", Staff, 3.0), ("Shift premiums", "pay", Staff, 2.0),
    ("Stand-by duty", "pay", Staff, 1.5), ("Holiday pay", "pay", Staff, 3.0), ("Bonuses", "pay", Staff, 2.5),
    ("Jubilee payments", "pay", Staff, 0.3), ("Severance accrued in the year", "pay", Staff, 0.8), ("Sick pay", "pay", Staff, 1.2),
    ("Capitalised own work", "pay", Staff, -4.0), ("Pension contributions", "pension", Staff, 4.0), ("Social insurance", "pension", Staff, 5.5),
    ("Health insurance", "pension", Staff, 1.6), ("Accident insurance of staff", "pension", Staff, 0.4),
    ("Agency staff", "temporary", Region, 2.2), ("Subsistence", "travel", Region, 0.6), ("Travel, rail and air", "travel", Region, 0.5),
    ("Mileage", "travel", Region, 0.3), ("Electricity", "energy", Region, 7.5), ("Heating", "energy", Region, 0.9),
    ("Diesel for generators", "energy", Region, 0.6), ("Rent of technical sites", "rent", Region, 2.6), ("Rent of offices", "rent", Region, 1.8),
    ("Ground rent", "rent", Region, 0.5), ("Wayleaves", "rent", Region, 0.7), ("Cleaning", "upkeep", Region, 1.0),
    ("Repair of buildings", "upkeep", Region, 1.4), ("Waste", "upkeep", Region, 0.2), ("Water", "upkeep", Region, 0.2),
    ("Fuel", "fuel", Region, 1.1), ("Repair of vehicles", "fuel", Region, 0.8), ("Vehicle tax and insurance", "fuel", Region, 0.4),
    ("Road tolls", "fuel", Region, 0.1), ("Cable and wire", "material", Region, 1.2), ("Small material", "material", Region, 0.8),
    ("Protective clothing", "material", Region, 0.2), ("Digging contractors", "contractors", Region, 2.4),
    ("Line repair contractors", "contractors", Region, 2.2), ("Installation contractors", "contractors", Region, 1.8),
    ("Site maintenance contractors", "contractors", Region, 1.2), ("Property insurance", "insurance", Region, 0.5),
    ("Local taxes", "levies", Region, 0.6), ("Postage", "printing", Region, 0.6),
    ("Support contracts, hardware", "support_contracts", Field, 4.0), ("Support contracts, software", "support_contracts", Field, 3.4),
    ("Repair and return", "support_contracts", Field, 1.0), ("Remote assistance of suppliers", "support_contracts", Field, 0.6),
    ("Spare parts", "material", Field, 1.4), ("Test material", "material", Field, 0.3), ("Licences of operating systems", "software", Field, 0.8),
    ("Licences of databases", "software", Field, 0.9), ("Licences of applications", "software", Field, 1.6), ("Cloud services used", "software", Field, 0.9),
    ("Technical training", "training", Field, 0.5), ("General training", "training", Field, 0.3), ("Own telephones", "telephony", Field, 0.3),
    ("Own mobile telephones", "telephony", Field, 0.4), ("Technical consulting", "consulting", Field, 0.8), ("Management consulting", "consulting", Field, 0.7),
    ("Legal advice", "consulting", Field, 0.3), ("Audit", "consulting", Field, 0.2), ("Translation", "consulting", Field, 0.1),
    ("Print services", "printing", Field, 0.4), ("Office supplies", "printing", Field, 0.3), ("Liability insurance", "insurance", Field, 0.2),
    ("Equipment insurance", "insurance", Field, 0.3), ("Standards and memberships", "levies", Field, 0.1), ("Hospitality", "travel", Field, 0.1),
    ("Conferences", "travel", Field, 0.1), ("Freight", "material", Field, 0.2), ("Calibration", "contractors", Field, 0.2),
    ("Temporary hire of equipment", "contractors", Field, 0.3), ("Data services bought", "support_contracts", Field, 0.3),
    ("Environmental measures", "upkeep", Field, 0.1), ("Fire protection", "upkeep", Field, 0.2), ("Tools of small value", "material", Field, 0.3),
];

/// Natures that belong to one group of centres.
#[rustfmt::skip]
pub const SPECIAL: &[(&str, &str, Split, f64)] = &[
    ("Termination paid", "settlement", Named("settlement", &["Orion Mobile", "Kestrel Telecom", "Bluewave", "Hill Networks", "Portline", "Vesta", "small operators", "numbers ported"]), 900.0),
    ("Termination abroad", "settlement", Named("foreign_settlement", &["neighbouring countries", "northern countries", "southern countries", "western countries", "eastern countries", "overseas", "islands", "satellite", "hubs", "transit", "disputed", "accruals"]), 900.0),
    ("Roaming paid", "settlement", Named("roaming_settlement", &["zone 1", "zone 2", "zone 3", "zone 4", "ships and aircraft", "clearing house", "data zone 1", "data zone 2", "data other", "accruals"]), 900.0),
    ("Rights", "rights", Named("content", &["sports", "films", "series", "news", "music", "children", "radio", "local channels"]), 900.0),
    ("Commission", "commission", Named("dealer", &["own-brand dealers", "chains", "online dealers", "renewals", "prepaid cards", "recharges"]), 900.0),
    ("Telephones bought", "goods", Named("handset", &["first brand", "second brand", "third brand", "other brands", "tablets", "routers", "accessories", "repair stock"]), 900.0),
    ("Spectrum fees", "levies", Named("licence", &["800 MHz", "900 MHz", "1800 MHz", "2600 MHz"]), 300.0),
    ("Supervision levy", "levies", Named("licence", &["communications authority", "universal service fund"]), 300.0),
    ("Receivables written off", "bad_debt", Named("collection", &["private customers", "business customers", "operators"]), 120.0),
    ("Advertising", "advertising", Named("marketing", &["television", "print", "online", "outdoor", "sponsoring", "direct mail"]), 120.0),
];

/// Accounts of the balance sheet and the other accounts of profit: kind, group of centres, total in millions at the first opening, then at each
/// closing, names.
#[rustfmt::skip]
pub const OTHER: &[(&str, &str, [f64; 3], &[&str])] = &[
    ("stocks", "stores", [36.0, 38.5, 41.2], &["Cable in stock", "Poles in stock", "Spare parts in stock", "Telephones in stock", "Routers in stock", "Cards in stock", "Stationery in stock", "Fuel in stock", "Clothing in stock", "Prepayments for stock", "Goods in transit", "Allowance for slow-moving stock"]),
    ("debtors", "collection", [292.0, 304.0, 311.0], &["Debtors, private, billed", "Debtors, private, unbilled", "Debtors, small businesses", "Debtors, large businesses", "Debtors, public bodies", "Debtors, dealers", "Debtors, prepaid channels", "Debtors, national operators", "Debtors, foreign operators", "Debtors, roaming partners", "Debtors, virtual operators", "Debtors, instalments", "Debtors, insurance", "Debtors, staff", "Tax to be refunded", "Prepaid rent", "Prepaid licences", "Prepaid support", "Prepaid insurance", "Accrued revenue", "Deposits given", "Other debtors", "Debtors in dispute", "Allowance for bad debt"]),
    ("creditors", "accounting", [-268.0, -281.0, -287.0], &["Creditors, equipment", "Creditors, contractors", "Creditors, energy", "Creditors, landlords", "Creditors, software", "Creditors, advertising", "Creditors, goods", "Creditors, national operators", "Creditors, foreign operators", "Creditors, roaming partners", "Creditors, content", "Creditors, dealers", "Invoices not received", "Holidays not taken", "Bonuses accrued", "Social insurance due", "Pay due", "Turnover tax due", "Other taxes due", "Deposits of customers", "Prepaid credit of customers", "Deferred revenue, lines", "Deferred revenue, connections", "Deferred revenue, projects", "Levies due", "Other creditors"]),
    ("progress", "planning", [88.0, 97.0, 104.0], &["Works in progress, lines", "Works in progress, radio", "Works in progress, exchanges", "Works in progress, transmission", "Works in progress, systems", "Advance payments for equipment"]),
    ("cash", "management", [0.0, 131.0, 118.0], &["Bank, main account", "Bank, collections", "Bank, payroll", "Bank, foreign currency", "Bank, deposits", "Cash, shops", "Cash, head office", "Cards to be settled", "Cheques", "Money in transit", "Short-term paper", "Petty cash"]),
    ("interest", "management", [0.0, 61.0, 57.5], &["Interest on bonds", "Interest on loans", "Interest on leases", "Interest on overdrafts", "Bank charges", "Cost of issuing debt", "Exchange differences", "Hedging", "Interest received", "Unwinding of provisions"]),
    ("tax", "management", [0.0, 46.0, 49.0], &["Tax on profit, current", "Tax on profit, deferred", "Tax on profit, earlier years", "Tax abroad", "Tax on dividends"]),
    ("exceptional", "management", [0.0, 17.0, 9.0], &["Restructuring", "Storm damage", "Gain on sale of buildings", "Loss on disposal of equipment", "Fines", "Settlement of lawsuits", "Impairment"]),
    ("outside", "management", [0.0, 31.0, 33.0], &["Call centre for third parties", "Holiday homes", "Canteens open to the public", "Printing works", "Engineering abroad", "Rent of flats", "Museum", "Training for third parties", "Travel agency", "Sale of scrap", "Security installations", "Payment services", "Film studio", "Sports club"]),
];

/// Equity, debt and provisions; the last takes what balances the books.
#[rustfmt::skip]
pub const FINANCE: &[&str] = &[
    "Share capital", "Share premium", "Legal reserve", "Other reserves", "Revaluation reserve", "Hedging reserve", "Translation reserve", "Own shares",
    "Bond 2026", "Bond 2028", "Bond 2031", "Bond 2034", "Loan, development bank", "Loan, syndicate", "Loan, export credit", "Commercial paper",
    "Overdrafts", "Lease liabilities, buildings", "Lease liabilities, sites", "Lease liabilities, vehicles", "Lease liabilities, other",
    "Interest accrued", "Dividends due", "Pension provision", "Provision for restructuring", "Provision for dismantling", "Provision for lawsuits",
    "Provision for jubilees", "Deferred tax", "Current tax due", "Derivatives", "Loans of shareholders", "Minority interests", "Suspense account",
    "Profit brought forward",
];
