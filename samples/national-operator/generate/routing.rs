//! Which elements one unit of a service uses: by family of services.

/// Parts that many families share.
const COPPER: &str = "main_cable 1, distribution_cable 1, copper_drop 1, distribution_frame 1, line_test 1";
const FIBRE: &str = "fibre_feeder 1, fibre_distribution 1, splitter 1, fibre_drop 1, optical_terminal 1, olt_port 1";
const CARE: &str =
    "billing 0.5, collection 0.5, customer_care 0.06, marketing 0.4, sales_shops 0.012, provisioning 0.008";
const TO_CORE: &str = "metro_ethernet 0.1, edge_router 0.1, core_router 0.1, optical_backbone 0.06, internet_transit 0.07, submarine_cable 0.02";
const RADIO: &str = "radio_site 1, radio_3g 0.3, radio_4g 0.7, mobile_backhaul 1";
const RADIO_MINUTE: &str = "radio_site 0.0008, radio_2g 0.0005, radio_3g 0.0003, mobile_backhaul 0.0008";

/// Elements with their factors; after `;` the set-ups at elements for each attempt.
pub fn of(family: &str) -> String {
    let minute = |elements: &str, setups: &str| format!("{elements}; {setups}");
    let radio = |legs: f64, rest: &str, setups: &str| format!("{}, {rest}; {setups}", times(RADIO_MINUTE, legs));
    match family {
        "copper_line" => format!("{COPPER}, line_card 1, directory 1, {CARE}"),
        "primary_line" => format!("{}, line_card 15, directory 4, {CARE}, sales_business 0.02", times(COPPER, 2.0)),
        "fibre_line" => format!("{FIBRE}, directory 0.4, {CARE}"),
        "connection" => "provisioning 1, sales_shops 0.3, dealer_commission 0.2, customer_care 0.5, billing 1".into(),
        "local_call" => minute("local_exchange 1.55, local_transmission 4e-7, billing 0.003, collection 0.003, customer_care 1e-5", "local_exchange 1.55, signalling 1"),
        "national_call" => minute("local_exchange 2, transit_exchange 1.3, local_transmission 7e-7, trunk_transmission 6e-7, billing 0.003, collection 0.003, customer_care 1e-5", "local_exchange 2, transit_exchange 1.3, signalling 2"),
        "fixed_to_mobile" => minute("local_exchange 1, transit_exchange 1.1, local_transmission 5e-7, trunk_transmission 4e-7, national_outpayment 0.78, mobile_switching 0.35, radio_site 0.0003, billing 0.004, collection 0.004", "local_exchange 1, transit_exchange 1.1, signalling 2"),
        "international_call" => minute("local_exchange 1, transit_exchange 1.4, international_exchange 1, trunk_transmission 8e-7, submarine_cable 3e-7, international_outpayment 1, billing 0.006, collection 0.006, marketing 0.002", "local_exchange 1, transit_exchange 1.4, international_exchange 1, signalling 2"),
        "special_call" => minute("local_exchange 1.6, transit_exchange 1.1, local_transmission 5e-7, trunk_transmission 5e-7, billing 0.003, collection 0.003, sales_business 1e-5", "local_exchange 1.6, transit_exchange 1.1, signalling 2, intelligent_network 1"),
        "enquiry" => "local_exchange 1.8, signalling 1, directory 3, customer_care 0.02, billing 0.01".into(),
        "ip_call" => minute("call_control 1, media_gateway 0.55, metro_ethernet 5e-7, edge_router 5e-7, core_router 5e-7, national_outpayment 0.21, billing 0.002", "call_control 1, media_gateway 0.55, signalling 0.5"),
        "ip_seat" => "call_control 210, media_gateway 120, edge_router 0.01, core_router 0.01, sales_business 0.02, customer_care 0.1, billing 0.2, marketing 0.3".into(),
        "adsl" => format!("adsl_port 1, street_cabinet 0.4, distribution_frame 0.3, line_test 0.5, access_backhaul 0.06, {}, {CARE}", times(TO_CORE, 0.6)),
        "vdsl" => format!("vdsl_port 1, street_cabinet 1, distribution_frame 0.3, line_test 0.5, access_backhaul 0.11, {TO_CORE}, {CARE}"),
        "fibre_100" => format!("access_backhaul 0.14, {}, {CARE}", times(TO_CORE, 1.4)),
        "fibre_500" => format!("access_backhaul 0.21, {}, {CARE}", times(TO_CORE, 2.0)),
        "fibre_1000" => format!("access_backhaul 0.26, {}, {CARE}", times(TO_CORE, 2.5)),
        "dedicated" => "leased_tail 0.02, metro_ethernet 0.083, edge_router 0.083, core_router 0.083, internet_transit 0.083, optical_backbone 0.06, sales_business 0.002, billing 0.01".into(),
        "private_site" => "leased_tail 1, vdsl_port 0.6, metro_ethernet 1.1, edge_router 1.1, core_router 0.9, optical_backbone 0.5, sales_business 0.05, customer_care 0.3, provisioning 0.02, billing 0.5, marketing 1".into(),
        "ethernet_site" => "leased_tail 1, fibre_feeder 1, fibre_distribution 0.4, metro_ethernet 4.2, optical_backbone 1.5, sales_business 0.05, customer_care 0.3, provisioning 0.02, billing 0.5".into(),
        "leased_64" => format!("{}, leased_tail 1, local_transmission 0.011, trunk_transmission 0.006, sales_business 0.02, billing 0.5, provisioning 0.01", COPPER),
        "leased_2" => format!("{}, leased_tail 1.4, local_transmission 0.33, trunk_transmission 0.17, sales_business 0.03, billing 0.5, provisioning 0.01", times(COPPER, 2.0)),
        "leased_34" => "leased_tail 2, fibre_feeder 2, local_transmission 1.6, trunk_transmission 0.8, sales_business 0.08, billing 0.5, provisioning 0.02".into(),
        "leased_155" => "leased_tail 2, fibre_feeder 2, local_transmission 3.5, trunk_transmission 2.4, optical_backbone 6, sales_business 0.1, billing 0.5, provisioning 0.02".into(),
        "leased_1000" => "leased_tail 2, fibre_feeder 2, metro_ethernet 20, optical_backbone 40, sales_business 0.1, billing 0.5, provisioning 0.02".into(),
        "international_leased" => "leased_tail 1, fibre_feeder 1, trunk_transmission 0.17, submarine_cable 0.17, sales_business 0.1, billing 0.5".into(),
        "television" => "television_platform 1, content 1, access_backhaul 0.02, metro_ethernet 0.02, customer_care 0.05, billing 0.2, marketing 0.4".into(),
        "television_plus" => "television_platform 0.3, content 1.9, customer_care 0.02, marketing 0.3".into(),
        "mobile_customer" => format!("{}, subscriber_register 1, billing 1, collection 1, customer_care 0.07, marketing 0.7, sales_shops 0.02, dealer_commission 0.03, provisioning 0.006", times(RADIO, 0.05)),
        "mobile_customer_business" => format!("{}, subscriber_register 1, billing 0.3, collection 0.3, customer_care 0.05, marketing 0.3, sales_business 0.006, dealer_commission 0.01, provisioning 0.01", times(RADIO, 0.05)),
        "prepaid_customer" => format!("{}, subscriber_register 1, customer_care 0.02, marketing 0.15, sales_shops 0.003, dealer_commission 0.02", times(RADIO, 0.03)),
        "machine" => format!("{}, subscriber_register 1, packet_core 0.01, billing 0.05, sales_business 0.0004", times(RADIO, 0.01)),
        "mobile_on_net" => radio(1.9, "mobile_switching 1.4, trunk_transmission 3e-7", "mobile_switching 1.4, signalling 1"),
        "mobile_off_net" => radio(1.0, "mobile_switching 1.1, trunk_transmission 2e-7, national_outpayment 1", "mobile_switching 1.1, signalling 1"),
        "mobile_to_fixed" => radio(1.0, "mobile_switching 1.1, transit_exchange 0.8, local_exchange 0.7, trunk_transmission 3e-7", "mobile_switching 1.1, transit_exchange 0.8, local_exchange 0.7, signalling 2"),
        "mobile_abroad" => radio(1.0, "mobile_switching 1.1, international_exchange 1, submarine_cable 3e-7, international_outpayment 1, marketing 0.002", "mobile_switching 1.1, international_exchange 1, signalling 2"),
        "message" => "message_centre 1, radio_2g 2e-6, signalling 0.15, billing 0.0004".into(),
        "picture" => "message_centre 1, packet_core 0.0006, radio_3g 0.0004, radio_site 0.0004, billing 0.001".into(),
        "mobile_data" => format!("{RADIO}, packet_core 1, edge_router 6e-4, core_router 6e-4, internet_transit 5e-4, optical_backbone 4e-4, billing 0.005"),
        "roaming_call" => "roaming_platform 0.03, roaming_outpayment 8, signalling 0.4, mobile_switching 0.1, billing 0.01, customer_care 0.0005".into(),
        "roaming_data" => "roaming_platform 0.0006, roaming_outpayment 1, packet_core 0.001, billing 0.0001".into(),
        "content_sale" => "packet_core 0.02, message_centre 1, content 0.09, billing 0.02, customer_care 0.004".into(),
        "device" => "handsets 1, sales_shops 0.35, dealer_commission 0.25, marketing 2".into(),
        "rack" => "data_centre 1, edge_router 2, core_router 1.5, sales_business 0.05, customer_care 0.4, billing 0.5".into(),
        "server" => "data_centre 0.09, edge_router 0.05, core_router 0.04, sales_business 0.01, customer_care 0.1, billing 0.3".into(),
        "managed" => "data_centre 0.03, edge_router 0.04, sales_business 0.01, customer_care 0.15, billing 0.3".into(),
        "project" => "data_centre 0.05, sales_business 0.25, provisioning 1.4, billing 0.1".into(),
        "termination_local" => minute("local_exchange 1, interconnection_billing 0.3", "local_exchange 1, signalling 1"),
        "termination_single" => minute("local_exchange 1, transit_exchange 1, local_transmission 4e-7, interconnection_billing 0.3", "local_exchange 1, transit_exchange 1, signalling 1"),
        "termination_double" => minute("local_exchange 1, transit_exchange 1.9, local_transmission 4e-7, trunk_transmission 6e-7, interconnection_billing 0.3", "local_exchange 1, transit_exchange 1.9, signalling 1"),
        "transit" => minute("transit_exchange 1.4, trunk_transmission 5e-7, interconnection_billing 0.5", "transit_exchange 1.4, signalling 1"),
        "international_incoming" => minute("international_exchange 1, transit_exchange 1.2, local_exchange 0.5, submarine_cable 3e-7, trunk_transmission 5e-7, interconnection_billing 0.5", "international_exchange 1, transit_exchange 1.2, local_exchange 0.5, signalling 1"),
        "hubbing" => minute("international_exchange 1.8, submarine_cable 5e-7, international_outpayment 0.35, interconnection_billing 1", "international_exchange 1.8, signalling 1"),
        "mobile_termination" => radio(1.0, "mobile_switching 1.05, trunk_transmission 2e-7, interconnection_billing 0.3", "mobile_switching 1.05, signalling 1"),
        "message_termination" => "message_centre 0.8, radio_2g 1e-6, signalling 0.15, interconnection_billing 0.1".into(),
        "visitor_call" => radio(1.0, "mobile_switching 1.2, roaming_platform 0.02, interconnection_billing 1", "mobile_switching 1.2, signalling 1.5"),
        "wholesale_data" => format!("{RADIO}, packet_core 0.8, roaming_platform 0.1, interconnection_billing 5"),
        "virtual_operator" => format!("{}, subscriber_register 1, mobile_switching 48, packet_core 0.3, message_centre 20, interconnection_billing 60, wholesale_care 0.001", times(RADIO, 0.9)),
        "unbundled_loop" => format!("{COPPER}, wholesale_care 0.02, interconnection_billing 3"),
        "shared_loop" => "distribution_frame 1.2, line_test 1, wholesale_care 0.02, interconnection_billing 3".into(),
        "wholesale_line" => format!("{COPPER}, line_card 1, wholesale_care 0.02, interconnection_billing 5"),
        "bitstream_copper" => "vdsl_port 0.7, adsl_port 0.3, street_cabinet 0.8, distribution_frame 0.3, line_test 0.5, access_backhaul 0.02, wholesale_care 0.02, interconnection_billing 3".into(),
        "bitstream_fibre" => format!("{FIBRE}, wholesale_care 0.02, interconnection_billing 3"),
        "bitstream_traffic" => "access_backhaul 0.083, metro_ethernet 0.083, edge_router 0.04, wholesale_care 0.0005".into(),
        "leased_2_wholesale" => "leased_tail 1, main_cable 2, distribution_cable 2, copper_drop 2, local_transmission 0.33, trunk_transmission 0.1, wholesale_care 0.05, interconnection_billing 8".into(),
        "leased_155_wholesale" => "leased_tail 1, fibre_feeder 1, local_transmission 3.2, trunk_transmission 1.8, wholesale_care 0.1, interconnection_billing 8".into(),
        "ethernet_wholesale" => "leased_tail 1, fibre_feeder 1, metro_ethernet 4.2, wholesale_care 0.1, interconnection_billing 8".into(),
        "backhaul" => "leased_tail 1, fibre_feeder 1.5, metro_ethernet 8.3, optical_backbone 1, wholesale_care 0.1, interconnection_billing 8".into(),
        "dark_fibre" => "fibre_feeder 6, fibre_distribution 1, wholesale_care 0.1, interconnection_billing 8".into(),
        "duct_access" => "fibre_feeder 0.7, main_cable 0.5, wholesale_care 0.1, interconnection_billing 8".into(),
        "mast_access" => "radio_site 620, wholesale_care 0.1, interconnection_billing 8".into(),
        "collocation" => "distribution_frame 90, data_centre 0.3, wholesale_care 0.3, interconnection_billing 8".into(),
        "ip_transit" => "internet_transit 0.083, core_router 0.083, edge_router 0.04, wholesale_care 0.001".into(),
        other => unreachable!("no routing for the family `{other}`"),
    }
}

/// The same elements, each so many times.
fn times(elements: &str, many: f64) -> String {
    let one = |part: &str| {
        let (element, factor) = part.trim().split_once(' ').expect("an element and a factor");
        let factor: f64 = factor.parse().expect("a number");
        format!("{element} {}", (factor * many * 1e7).round() / 1e7)
    };
    elements.split(',').map(one).collect::<Vec<_>>().join(", ")
}
