//! Cost centres, the drivers by which they serve each other, and those by which they serve elements.

/// Regions of the fictional country.
pub const REGIONS: [&str; 8] = ["North", "West", "Lakes", "Capital", "East", "Coast", "South", "Islands"];

/// A group of centres that do the same: key, label, what its copies are called, cost in millions, its field, its driver.
/// The driver of a support centre measures centres, that of an operating centre elements; without one it follows cost.
pub struct Group {
    pub key: &'static str,
    pub label: &'static str,
    pub copies: &'static [&'static str],
    pub cost: f64,
    pub field: usize,
    pub support: bool,
    pub driver: &'static str,
}

/// What accounts are split by, and centres belong to.
#[rustfmt::skip]
pub const FIELDS: [&str; 10] = [
    "copper network",
    "optical network",
    "radio network",
    "exchanges",
    "transmission",
    "IP network",
    "buildings and power",
    "information systems",
    "sales and care",
    "head office",
];

const HALVES: &[&str] = &["inland", "coast"];
const QUARTERS: &[&str] = &["North and West", "Lakes and Capital", "East and Coast", "South and Islands"];
const WHOLE: &[&str] = &[""];

const fn group(
    key: &'static str,
    label: &'static str,
    copies: &'static [&'static str],
    cost: f64,
    field: usize,
    support: bool,
    driver: &'static str,
) -> Group {
    Group { key, label, copies, cost, field, support, driver }
}

/// The groups: 45 support centres, then 105 operating ones.
#[rustfmt::skip]
pub const GROUPS: &[Group] = &[
    group("building", "Technical buildings", &REGIONS, 34.0, 6, true, "technical_area"),
    group("office", "Offices", &REGIONS, 16.0, 6, true, "office_area"),
    group("power", "Power and cooling", &REGIONS, 12.0, 6, true, "kilowatts"),
    group("fleet", "Vehicles", QUARTERS, 18.0, 6, true, "vehicle_days"),
    group("stores", "Stores", QUARTERS, 9.0, 6, true, "stores_issues"),
    group(
        "systems",
        "Information systems",
        &["networks", "customers", "office", "data", "security"],
        56.0,
        7,
        true,
        "system_users",
    ),
    group("personnel", "Personnel", &["administration", "training"], 14.0, 9, true, "staff"),
    group("purchasing", "Purchasing", WHOLE, 5.0, 9, true, "purchase_orders"),
    group("guarding", "Guarding of sites", HALVES, 8.0, 6, true, "technical_area"),
    group("accounting", "Accounting", &["suppliers", "customers", "payroll"], 9.0, 9, true, "documents"),
    group("copper_field", "Maintenance of copper lines", &REGIONS, 46.0, 0, false, "copper_hours"),
    group("fibre_field", "Maintenance of optical lines", &REGIONS, 19.0, 1, false, "fibre_hours"),
    group("radio_field", "Maintenance of radio sites", &REGIONS, 45.0, 2, false, "radio_hours"),
    group("exchange_field", "Maintenance of exchanges", &REGIONS, 17.0, 3, false, "exchange_hours"),
    group("transmission_field", "Maintenance of transmission", &REGIONS, 27.0, 4, false, "transmission_hours"),
    group("duct", "Ducts", &REGIONS, 12.0, 0, false, "duct_length"),
    group("pole", "Poles", QUARTERS, 5.0, 0, false, "pole_length"),
    group(
        "operations",
        "Network operations",
        &["lines", "radio", "transport", "IP", "night"],
        22.0,
        5,
        false,
        "alarms",
    ),
    group("ip_operations", "IP operations", &["access", "core"], 24.0, 5, false, "ip_ports"),
    group(
        "planning",
        "Planning",
        &["lines", "radio", "exchanges", "transmission", "IP", "services"],
        22.0,
        5,
        false,
        "projects",
    ),
    group("licence", "Licences and levies", &["spectrum", "supervision"], 31.0, 2, false, "assessed_base"),
    group("settlement", "Settlement with national operators", WHOLE, 52.0, 3, false, "paid_national"),
    group("foreign_settlement", "Settlement with foreign operators", WHOLE, 17.0, 3, false, "paid_abroad"),
    group("roaming_settlement", "Settlement of roaming", WHOLE, 12.0, 2, false, "paid_roaming"),
    group("content", "Content", WHOLE, 24.0, 8, false, "rights"),
    group("shop", "Shops", &REGIONS, 60.0, 8, false, "shop_hours"),
    group("dealer", "Dealers", WHOLE, 70.0, 8, false, "commissions"),
    group("business_sales", "Sales to businesses", &["large", "medium", "public bodies"], 28.0, 8, false, "visits"),
    group("care", "Customer care", QUARTERS, 48.0, 8, false, "contacts"),
    group("billing", "Billing", &["customers", "operators"], 22.0, 8, false, "records"),
    group("collection", "Collection", &["private", "business"], 24.0, 8, false, "reminders"),
    group("marketing", "Marketing", &["fixed", "mobile", "business", "brand"], 65.0, 8, false, "campaigns"),
    group("provisioning", "Orders and installation", &["lines", "mobile", "business"], 26.0, 8, false, "work_orders"),
    group("wholesale", "Wholesale", &["national", "international"], 9.0, 8, false, "wholesale_hours"),
    group("handset", "Purchase of telephones", WHOLE, 118.0, 8, false, "pieces"),
    group("hosting", "Data centre", WHOLE, 9.0, 7, false, "racks"),
    group("television", "Television", WHOLE, 8.0, 8, false, "channels"),
    group("management", "General management and finance", WHOLE, 27.0, 9, false, ""),
    group("legal", "Legal affairs and regulation", WHOLE, 16.0, 9, false, ""),
];

/// Drivers: key, label, unit, evidence; what they measure is in `driver_quantities`.
#[rustfmt::skip]
pub const DRIVERS: &[(&str, &str, &str, &str)] = &[
    ("technical_area", "Technical floor area", "square metre", "audited"),
    ("office_area", "Office floor area", "square metre", "audited"),
    ("kilowatts", "Power drawn", "kW", "measured"),
    ("vehicle_days", "Vehicles in use", "vehicle-day", "measured"),
    ("stores_issues", "Issues from stores", "issue", "measured"),
    ("system_users", "Users of systems, weighted by use", "user", "measured"),
    ("staff", "Staff, full-time equivalents", "person", "audited"),
    ("purchase_orders", "Purchase orders", "order", "measured"),
    ("documents", "Documents booked", "document", "measured"),
    ("copper_hours", "Hours on copper plant", "hour", "measured"),
    ("fibre_hours", "Hours on optical plant", "hour", "measured"),
    ("radio_hours", "Hours on radio plant", "hour", "measured"),
    ("exchange_hours", "Hours on exchanges", "hour", "measured"),
    ("transmission_hours", "Hours on transmission", "hour", "measured"),
    ("duct_length", "Duct occupied, weighted by bore", "km", "measured"),
    ("pole_length", "Route on poles", "km", "estimated"),
    ("alarms", "Alarms handled", "alarm", "measured"),
    ("ip_ports", "Ports, weighted by rate", "port", "measured"),
    ("projects", "Hours on projects", "hour", "estimated"),
    ("assessed_base", "Base on which licences and levies are assessed", "thousand", "audited"),
    ("paid_national", "Minutes paid to national operators", "minute", "audited"),
    ("paid_abroad", "Minutes paid to foreign operators", "minute", "audited"),
    ("paid_roaming", "Data paid for abroad", "MB", "audited"),
    ("rights", "Cost of rights", "thousand", "audited"),
    ("shop_hours", "Hours in shops", "hour", "estimated"),
    ("commissions", "Commissions paid", "thousand", "audited"),
    ("visits", "Visits", "visit", "estimated"),
    ("contacts", "Contacts", "contact", "measured"),
    ("records", "Records rated and billed", "thousand", "measured"),
    ("reminders", "Reminders and amounts written off", "thousand", "audited"),
    ("campaigns", "Campaign budgets", "thousand", "estimated"),
    ("work_orders", "Work orders", "order", "measured"),
    ("wholesale_hours", "Hours on wholesale", "hour", "estimated"),
    ("pieces", "Pieces sold", "piece", "audited"),
    ("racks", "Racks in use", "rack", "measured"),
    ("channels", "Channels", "channel", "audited"),
];

/// How much of the driver each element draws, before scatter.
pub fn elements_of(driver: &str) -> &'static str {
    match driver {
        "copper_hours" => {
            "main_cable 210, distribution_cable 480, copper_drop 310, distribution_frame 90, street_cabinet 70, line_test 40, leased_tail 45"
        }
        "fibre_hours" => {
            "fibre_feeder 90, fibre_distribution 130, splitter 25, fibre_drop 95, optical_terminal 60, olt_port 40, leased_tail 30, optical_backbone 35"
        }
        "radio_hours" => "radio_site 340, radio_2g 120, radio_3g 150, radio_4g 210, mobile_backhaul 130",
        "exchange_hours" => {
            "local_exchange 210, line_card 80, transit_exchange 42, international_exchange 16, signalling 14, call_control 30, media_gateway 22, intelligent_network 14, mobile_switching 60, message_centre 8"
        }
        "transmission_hours" => {
            "local_transmission 150, trunk_transmission 90, optical_backbone 70, access_backhaul 60, submarine_cable 12, mobile_backhaul 25"
        }
        "duct_length" => {
            "main_cable 5200, distribution_cable 8900, fibre_feeder 3100, fibre_distribution 4600, local_transmission 1500, trunk_transmission 1100, optical_backbone 1900, leased_tail 600"
        }
        "pole_length" => "distribution_cable 6100, copper_drop 3900, fibre_distribution 2500, fibre_drop 1800",
        "alarms" => {
            "local_exchange 40, transit_exchange 9, international_exchange 5, adsl_port 22, vdsl_port 26, olt_port 18, local_transmission 42, trunk_transmission 30, optical_backbone 25, metro_ethernet 36, edge_router 30, core_router 18, radio_2g 34, radio_3g 46, radio_4g 61, mobile_backhaul 48, mobile_switching 20, packet_core 24, subscriber_register 6, message_centre 4, roaming_platform 5, signalling 8"
        }
        "ip_ports" => {
            "adsl_port 900, vdsl_port 1400, olt_port 700, access_backhaul 800, metro_ethernet 1900, edge_router 1500, core_router 1200, internet_transit 1700, call_control 400, packet_core 600, television_platform 250"
        }
        "projects" => {
            "main_cable 8, distribution_cable 12, fibre_feeder 30, fibre_distribution 42, olt_port 18, local_exchange 8, call_control 16, trunk_transmission 14, optical_backbone 22, metro_ethernet 30, edge_router 18, core_router 14, radio_site 44, radio_4g 60, mobile_backhaul 26, packet_core 20, intelligent_network 6, roaming_platform 4, television_platform 12, data_centre 10"
        }
        "assessed_base" => {
            "radio_2g 4200, radio_3g 5600, radio_4g 9800, local_exchange 1400, transit_exchange 400, mobile_switching 3100, edge_router 1500, international_exchange 300, local_transmission 700"
        }
        "paid_national" => "national_outpayment 2300000",
        "paid_abroad" => "international_outpayment 131000",
        "paid_roaming" => "roaming_outpayment 2200000",
        "rights" => "content 24000",
        "shop_hours" => "sales_shops 610, handsets 70, collection 25",
        "commissions" => "dealer_commission 70000",
        "visits" => "sales_business 41000, wholesale_care 1500",
        "contacts" => "customer_care 6100, collection 420, directory 900, roaming_platform 60, provisioning 380",
        "records" => "billing 880, interconnection_billing 130, roaming_platform 40, collection 60",
        "reminders" => "collection 24000",
        "campaigns" => "marketing 61000, directory 900, sales_shops 3200",
        "work_orders" => "provisioning 420, fibre_drop 60, copper_drop 30, optical_terminal 40",
        "wholesale_hours" => "wholesale_care 58, interconnection_billing 41, roaming_platform 17, internet_transit 8",
        "pieces" => "handsets 526",
        "racks" => "data_centre 160",
        "channels" => "television_platform 140",
        _ => "",
    }
}

/// A cost centre.
pub struct Centre {
    pub key: String,
    pub label: String,
    pub group: &'static str,
    /// Number of its region; 8 is the head office.
    pub region: usize,
    pub field: usize,
    /// Cost in millions in the first year.
    pub cost: f64,
}

/// The 150 centres: copies of each group, of unequal size.
pub fn all() -> Vec<Centre> {
    GROUPS.iter().flat_map(copies).collect()
}

fn copies(group: &'static Group) -> impl Iterator<Item = Centre> {
    let many = group.copies.len();
    let weight = move |copy: usize| 1.0 + 0.6 * ((copy * 5 + 3) % 8) as f64 / 8.0;
    let total: f64 = (0..many).map(weight).sum();
    group.copies.iter().enumerate().map(move |(copy, name)| Centre {
        key: if many == 1 { group.key.to_owned() } else { format!("{}_{}", group.key, copy + 1) },
        label: if name.is_empty() { group.label.to_owned() } else { format!("{}, {name}", group.label) },
        group: group.key,
        region: REGIONS.iter().position(|region| region == name).unwrap_or(8),
        field: group.field,
        cost: group.cost * weight(copy) / total,
    })
}
