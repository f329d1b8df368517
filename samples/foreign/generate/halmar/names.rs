//! What the operator's things are called: cost centres, keys, elements, products, classes of assets, natures of cost.

/// Code, department, support or line, key by which it is passed on (none: in proportion), floor, staff, workstations, vehicles, kilowatts.
pub type Centre = (u32, &'static str, bool, &'static str, [u32; 5]);

#[rustfmt::skip]
pub const CENTRES: &[Centre] = &[
    (1100, "Executive office", false, "", [420, 18, 18, 4, 9]),
    (1200, "Finance and treasury", true, "FTE", [610, 41, 41, 1, 14]),
    (1300, "Human resources", true, "FTE", [340, 22, 22, 1, 8]),
    (1400, "Information systems", true, "SEATS", [980, 63, 0, 3, 240]),
    (1500, "Facilities", true, "SQM", [0, 35, 12, 9, 20]),
    (1600, "Fleet and stores", true, "VEH", [2900, 29, 9, 0, 30]),
    (2110, "Access field team North", false, "FAULT", [450, 64, 20, 41, 12]),
    (2120, "Access field team South", false, "FAULT", [520, 71, 22, 46, 13]),
    (2130, "Access field team East", false, "FAULT", [310, 48, 15, 33, 9]),
    (2140, "Access field team West", false, "FAULT", [290, 44, 14, 30, 8]),
    (2150, "Access field team Outer Islands", false, "FAULT", [180, 21, 8, 17, 6]),
    (2210, "Fibre team mainland", false, "SPLICE", [380, 52, 26, 29, 11]),
    (2220, "Fibre team islands", false, "SPLICE", [160, 19, 9, 12, 5]),
    (2310, "Exchange operations capital", false, "SWHRS", [1900, 34, 30, 6, 880]),
    (2320, "Exchange operations provinces", false, "SWHRS", [2600, 41, 32, 14, 1010]),
    (2330, "International exchange", false, "SWHRS", [480, 12, 12, 1, 190]),
    (2410, "Transmission North and East", false, "TXHRS", [840, 27, 20, 13, 310]),
    (2420, "Transmission South and West", false, "TXHRS", [790, 25, 19, 12, 290]),
    (2510, "Radio sites mainland", false, "RADHRS", [3900, 58, 30, 37, 1720]),
    (2520, "Radio sites islands", false, "RADHRS", [1200, 22, 12, 15, 560]),
    (2530, "Mobile core", false, "CORHRS", [640, 26, 26, 2, 420]),
    (2600, "Network operations centre", false, "ALARM", [520, 48, 60, 2, 70]),
    (2700, "Network planning", false, "PLAN", [460, 37, 40, 5, 12]),
    (3110, "Shop Harbour Street", false, "SHOPH", [310, 16, 14, 0, 18]),
    (3120, "Shop Airport", false, "SHOPH", [120, 8, 7, 0, 9]),
    (3130, "Shop Northgate", false, "SHOPH", [240, 12, 10, 0, 14]),
    (3140, "Shops islands", false, "SHOPH", [280, 13, 11, 1, 15]),
    (3200, "Call centre", false, "CONTACT", [900, 96, 104, 0, 48]),
    (3300, "Billing and collection", false, "BILLS", [430, 31, 33, 0, 22]),
    (3400, "Marketing", false, "CAMP", [300, 24, 26, 1, 9]),
    (3500, "Business sales", false, "DEALS", [350, 33, 35, 12, 9]),
    (3600, "Wholesale desk", false, "ORDERS", [150, 11, 12, 0, 4]),
    (3700, "Settlements with operators", false, "PAIDMIN", [90, 6, 7, 0, 2]),
];

/// Code, description, measured in, quality of the count; the first five are measured at departments.
#[rustfmt::skip]
pub const KEYS: &[(&str, &str, &str, &str)] = &[
    ("SQM", "Floor space", "m2", "From contracts"), ("FTE", "Staff at year end", "head", "From audited accounts"), ("SEATS", "Workstations", "seat", "Counted by system"),
    ("VEH", "Vehicles", "vehicle", "Counted by system"), ("KW", "Power drawn", "kW", "Counted by system"),
    ("FAULT", "Fault-clearing hours", "hour", "Counted by system"), ("SPLICE", "Splicing hours", "hour", "Time sheets"), ("SWHRS", "Exchange maintenance hours", "hour", "Time sheets"),
    ("TXHRS", "Transmission hours", "hour", "Time sheets"), ("RADHRS", "Radio maintenance hours", "hour", "Time sheets"), ("CORHRS", "Mobile core hours", "hour", "Time sheets"),
    ("ALARM", "Alarms handled", "alarm", "Counted by system"), ("PLAN", "Planning hours", "hour", "Management estimate"), ("SHOPH", "Hours in shops", "hour", "Management estimate"),
    ("CONTACT", "Contacts answered", "contact", "Counted by system"), ("BILLS", "Bills sent", "bill", "Counted by system"), ("CAMP", "Campaign spend", "point", "From audited accounts"),
    ("DEALS", "Contracts signed", "contract", "Counted by system"), ("ORDERS", "Wholesale orders", "order", "Counted by system"), ("PAIDMIN", "Minutes paid for", "minute", "From audited accounts"),
];

/// Code, description, measured in, business, keys that it draws with how much.
pub type Element = (&'static str, &'static str, &'static str, &'static str, &'static [(&'static str, f64)]);

#[rustfmt::skip]
pub const ELEMENTS: &[Element] = &[
    ("COP", "Copper local loop", "line", "Access", &[("FAULT", 214_000.0), ("ALARM", 9_000.0), ("PLAN", 8_200.0)]),
    ("FIB", "Fibre local loop", "line", "Access", &[("FAULT", 41_000.0), ("SPLICE", 96_000.0), ("PLAN", 21_000.0)]),
    ("DPT", "DSL and fibre access ports", "line", "Access", &[("FAULT", 18_000.0), ("SWHRS", 11_000.0), ("ALARM", 31_000.0)]),
    ("LEX", "Local exchanges", "minute", "Core", &[("SWHRS", 84_000.0), ("ALARM", 22_000.0), ("PLAN", 2_100.0)]),
    ("TEX", "Transit exchanges", "minute", "Core", &[("SWHRS", 31_000.0), ("ALARM", 6_000.0)]),
    ("GWX", "International gateway", "minute", "Core", &[("SWHRS", 24_000.0), ("ALARM", 3_500.0)]),
    ("TXL", "Local transmission", "Mbit/s", "Core", &[("TXHRS", 38_000.0), ("ALARM", 12_000.0), ("PLAN", 4_400.0), ("SPLICE", 7_000.0)]),
    ("TXT", "Trunk transmission", "Mbit/s", "Core", &[("TXHRS", 47_000.0), ("ALARM", 14_000.0), ("PLAN", 5_100.0), ("SPLICE", 9_500.0)]),
    ("IPC", "IP core and edge", "Mbit/s", "Core", &[("TXHRS", 16_000.0), ("ALARM", 19_000.0), ("PLAN", 6_800.0)]),
    ("RAD", "Radio access", "GB", "Core", &[("RADHRS", 139_000.0), ("ALARM", 44_000.0), ("PLAN", 19_500.0)]),
    ("MSC", "Mobile switching", "minute", "Core", &[("CORHRS", 21_000.0), ("ALARM", 7_000.0)]),
    ("EPC", "Mobile packet core", "GB", "Core", &[("CORHRS", 26_000.0), ("ALARM", 8_000.0), ("PLAN", 3_000.0)]),
    ("SHP", "Shops and dealers", "sale", "Retail", &[("SHOPH", 86_000.0)]),
    ("CCC", "Customer care", "contact", "Retail", &[("CONTACT", 1_910_000.0)]),
    ("BIL", "Billing and collection", "bill", "Retail", &[("BILLS", 6_230_000.0)]),
    ("MKT", "Marketing and brand", "point", "Retail", &[("CAMP", 14_200.0)]),
    ("BSL", "Business sales", "contract", "Retail", &[("DEALS", 5_840.0)]),
    ("WHD", "Wholesale desk and billing", "order", "Core", &[("ORDERS", 9_120.0), ("BILLS", 48_000.0)]),
    ("OUT", "Payments to other operators", "minute", "Retail", &[("PAIDMIN", 61_400_000.0)]),
];

/// Code, name, unit, business that sells it, volume, price, calls (length and attempts), elements that it uses with how much, quality.
pub type Product = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    f64,
    f64,
    Option<(f64, f64)>,
    &'static [(&'static str, f64)],
);

#[rustfmt::skip]
pub const PRODUCTS: &[Product] = &[
    ("P101", "Residential line copper", "line", "Retail", 148_200.0, 168.0, None, &[("COP", 1.0), ("CCC", 4.1), ("BIL", 12.0), ("MKT", 0.02), ("SHP", 0.11)]),
    ("P102", "Residential line fibre", "line", "Retail", 61_900.0, 186.0, None, &[("FIB", 1.0), ("CCC", 3.2), ("BIL", 12.0), ("MKT", 0.03), ("SHP", 0.14)]),
    ("P103", "Business line", "line", "Retail", 38_400.0, 252.0, None, &[("COP", 0.7), ("FIB", 0.3), ("CCC", 2.6), ("BIL", 12.0), ("BSL", 0.05)]),
    ("P111", "Broadband over copper", "line", "Retail", 71_300.0, 240.0, None, &[("DPT", 1.0), ("TXL", 0.9), ("IPC", 0.9), ("CCC", 3.8), ("MKT", 0.02), ("SHP", 0.1)]),
    ("P112", "Broadband over fibre", "line", "Retail", 60_200.0, 300.0, None, &[("DPT", 1.0), ("TXL", 2.1), ("IPC", 2.1), ("CCC", 2.9), ("MKT", 0.04), ("SHP", 0.12)]),
    ("P201", "Local calls", "minute", "Retail", 212_000_000.0, 0.021, Some((3.4, 1.35)), &[("LEX", 1.8), ("TXL", 0.0000021)]),
    ("P202", "National calls", "minute", "Retail", 96_000_000.0, 0.048, Some((3.9, 1.4)), &[("LEX", 2.0), ("TEX", 1.2), ("TXT", 0.0000034)]),
    ("P203", "International calls outgoing", "minute", "Retail", 14_500_000.0, 0.31, Some((4.6, 1.7)), &[("LEX", 1.0), ("TEX", 1.1), ("GWX", 1.0), ("OUT", 1.0)]),
    ("P301", "Fixed termination", "minute", "Core", 58_000_000.0, 0.012, Some((3.1, 1.3)), &[("LEX", 1.0), ("TEX", 0.8), ("WHD", 0.000004)]),
    ("P302", "Transit between operators", "minute", "Core", 22_000_000.0, 0.006, Some((3.0, 1.3)), &[("TEX", 1.0), ("WHD", 0.000004)]),
    ("P303", "International incoming", "minute", "Core", 19_000_000.0, 0.07, Some((5.2, 1.5)), &[("GWX", 1.0), ("TEX", 1.0), ("LEX", 0.6)]),
    ("P401", "Mobile voice", "minute", "Retail", 690_000_000.0, 0.052, Some((2.3, 1.25)), &[("MSC", 1.7), ("RAD", 0.00019), ("OUT", 0.05)]),
    ("P402", "Mobile termination", "minute", "Core", 141_000_000.0, 0.017, Some((2.2, 1.3)), &[("MSC", 1.0), ("RAD", 0.00012), ("WHD", 0.000003)]),
    ("P403", "Mobile data", "GB", "Retail", 31_600_000.0, 1.62, None, &[("RAD", 1.0), ("EPC", 1.0), ("IPC", 0.0013), ("TXT", 0.0006)]),
    ("P404", "Roaming data of visitors", "GB", "Core", 2_100_000.0, 2.9, None, &[("RAD", 1.0), ("EPC", 1.0)]),
    ("P501", "Leased circuits", "circuit", "Retail", 2_950.0, 7_400.0, None, &[("TXL", 12.0), ("TXT", 6.0), ("BSL", 0.4), ("BIL", 12.0)]),
    ("P502", "Business networks", "site", "Retail", 5_100.0, 4_900.0, None, &[("IPC", 22.0), ("FIB", 0.8), ("BSL", 0.5), ("BIL", 12.0)]),
    ("P601", "Wholesale line rental", "line", "Core", 12_700.0, 121.0, None, &[("COP", 0.8), ("FIB", 0.2), ("WHD", 0.12)]),
    ("P602", "Bitstream", "line", "Core", 9_400.0, 178.0, None, &[("DPT", 1.0), ("TXL", 1.4), ("IPC", 0.7), ("WHD", 0.12)]),
];

/// Code, name, months, millions, lines, first year, element or (as a number) department that it serves.
#[rustfmt::skip]
pub const CLASSES: &[(&str, &str, u32, f64, usize, i64, &str)] = &[
    ("COPC", "Copper cable", 240, 148.0, 190, 2003, "COP"), ("FIBC", "Fibre cable", 240, 121.0, 170, 2008, "FIB"), ("DUCT", "Ducts and poles", 480, 205.0, 160, 1988, "COP FIB TXL TXT"),
    ("PORT", "Access nodes", 84, 46.0, 90, 2016, "DPT"), ("EXCH", "Exchanges", 120, 52.0, 60, 2012, "LEX TEX GWX"), ("TRAN", "Transmission equipment", 96, 57.0, 110, 2014, "TXL TXT"),
    ("IPEQ", "Routers", 72, 34.0, 60, 2017, "IPC"), ("MAST", "Masts and sites", 300, 88.0, 120, 2001, "RAD"), ("RADI", "Radio equipment", 96, 131.0, 130, 2015, "RAD"),
    ("MCOR", "Mobile core equipment", 84, 38.0, 34, 2016, "MSC EPC"), ("BLDG", "Buildings", 480, 76.0, 48, 1986, "1500 2310 2320 2510"), ("VEHI", "Vehicles", 60, 14.0, 140, 2018, "2110 2120 2130 2140 2150 2210 2510"),
    ("ITSY", "Information systems", 60, 41.0, 70, 2018, "1400 3300"), ("FURN", "Furniture and tools", 96, 7.0, 60, 2015, "1500 3110 3200"),
];

/// Nature, its accounts, millions a year, departments by the first digits of their codes.
#[rustfmt::skip]
pub const NATURES: &[(&str, &[&str], f64, &[&str])] = &[
    ("Pay", &["Basic salaries", "Overtime", "Shift allowances", "Stand-by duty", "Holiday pay", "Performance bonus", "Severance", "Sick pay"], 46.0, &["1", "2", "31", "32", "33", "34", "35", "36", "37"]),
    ("Pensions and social charges", &["Pension contributions", "Social insurance", "Medical scheme", "Accident insurance"], 11.5, &["1", "2", "31", "32", "33", "34", "35", "36", "37"]),
    ("Agency staff", &["Agency clerks", "Agency technicians"], 3.4, &["21", "22", "32"]),
    ("Training and travel", &["Technical courses", "General courses", "Subsistence", "Air fares", "Mileage"], 2.6, &["1", "2", "3"]),
    ("Power and fuel", &["Electricity", "Generator diesel", "Heating", "Vehicle fuel"], 14.8, &["15", "16", "23", "24", "25"]),
    ("Rent and rates", &["Rent of sites", "Rent of offices", "Ground rent", "Wayleaves", "Municipal rates"], 8.7, &["15", "25", "31"]),
    ("Repairs of buildings", &["Cleaning", "Building repairs", "Guards", "Waste and water"], 4.9, &["15", "23", "25"]),
    ("Material", &["Cable and wire", "Small material", "Spare parts", "Protective clothing"], 5.2, &["21", "22", "23", "24", "25", "16"]),
    ("Contractors", &["Digging", "Line repair", "Installation", "Site maintenance"], 13.1, &["21", "22", "25"]),
    ("Vendor support", &["Hardware support", "Software support", "Repair and return"], 12.4, &["14", "23", "24", "253", "26"]),
    ("Software licences", &["Database licences", "Office licences", "Billing licences", "Cloud services"], 7.9, &["14", "33", "26"]),
    ("Consultants and audit", &["Technical advice", "Management advice", "Legal fees", "Audit fees"], 3.3, &["11", "12", "27"]),
    ("Insurance", &["Property insurance", "Liability insurance"], 2.1, &["15", "11"]),
    ("Printing and postage", &["Bills printed", "Postage", "Stationery"], 2.4, &["33", "32"]),
    ("Advertising", &["Television", "Press", "Online", "Sponsoring"], 8.1, &["34"]),
    ("Commissions", &["Dealer commission", "Recharge commission"], 9.7, &["31", "34"]),
    ("Settlements", &["Termination paid mobile", "Termination paid fixed", "Termination paid abroad", "Roaming paid"], 21.5, &["37"]),
    ("Licence fees", &["Spectrum fees", "Supervision levy", "Universal service levy"], 6.6, &["25", "11"]),
    ("Bad debt", &["Receivables written off"], 2.8, &["33"]),
];

/// Words of the chart of accounts for the type, what the model calls it, first digits, accounts, opening and closing in millions.
pub type Other = (&'static str, &'static str, u32, &'static [&'static str], f64, f64);

#[rustfmt::skip]
pub const OTHERS: &[Other] = &[
    ("Finance cost", "interest", 75, &["Interest on loans", "Interest on bonds", "Interest on leases", "Bank charges", "Exchange losses", "Interest received"], 0.0, 18.4),
    ("Corporate tax", "tax", 77, &["Current tax", "Deferred tax", "Tax of earlier years"], 0.0, 15.2),
    ("Exceptional items", "exceptional", 78, &["Restructuring", "Storm damage", "Loss on disposals", "Fines and penalties", "Lawsuits"], 0.0, 4.1),
    ("Non-telecom activities", "outside", 79, &["Training centre for others", "Canteen", "Guest houses", "Sale of scrap", "Printing works"], 0.0, 5.6),
    ("Work in progress", "progress", 23, &["Works access", "Works radio", "Works transmission", "Works systems", "Advances to suppliers"], 27.0, 31.5),
    ("Inventories", "stocks", 31, &["Cable in store", "Spare parts in store", "Telephones in store", "Cards in store", "Goods in transit"], 9.4, 10.1),
    ("Receivables", "debtors", 41, &["Customers residential", "Customers business", "Government", "Dealers", "National operators", "Foreign operators", "Roaming partners", "Prepayments", "Accrued revenue", "Tax refundable", "Deposits given", "Allowance for doubtful accounts"], 74.0, 79.3),
    ("Payables", "creditors", 40, &["Suppliers of equipment", "Contractors payable", "Power company", "Landlords", "National operators payable", "Foreign operators payable", "Taxes payable", "Social charges payable", "Salaries payable", "Customer deposits", "Deferred revenue", "Prepaid credit", "Accruals"], -61.0, -64.2),
    ("Cash and bank", "cash", 51, &["Main bank", "Collections bank", "Payroll bank", "Foreign currency bank", "Shop tills", "Petty cash"], 38.0, 33.7),
    ("Equity and borrowings", "finance", 11, &["Share capital", "Reserves", "Bond 2029", "Loan development bank", "Loan syndicate", "Lease liabilities", "Pension provision", "Other provisions", "Deferred tax liability", "Retained earnings"], 0.0, 0.0),
];
