//! Figures of fictional operators: those of Télécom Sahélia, varied by a seed. Nothing here is anybody's.

/// Traffic streams: minutes, revenue, out-payments, share in peak hours in per cent.
pub const STREAMS: [(&str, f64, f64, f64, f64); 14] = [
    ("urban", 172e6, 2064e6, 0.0, 68.0),
    ("interurban", 54e6, 4860e6, 0.0, 71.0),
    ("international_outgoing", 14.5e6, 4060e6, 1740e6, 62.0),
    ("international_incoming", 86e6, 8944e6, 0.0, 58.0),
    ("sub_regional_outgoing", 8.2e6, 1640e6, 615e6, 64.0),
    ("sub_regional_incoming", 12.4e6, 1240e6, 0.0, 61.0),
    ("national_outgoing", 46e6, 4140e6, 1840e6, 66.0),
    ("national_single_transit", 61e6, 1037e6, 0.0, 66.0),
    ("national_double_transit", 38e6, 1938e6, 0.0, 67.0),
    ("national_to_international", 24e6, 4080e6, 2640e6, 60.0),
    ("transit_international_international", 4e6, 680e6, 400e6, 55.0),
    ("transit_international_sub_regional", 6e6, 900e6, 450e6, 55.0),
    ("transit_sub_regional_sub_regional", 2.5e6, 375e6, 187.5e6, 60.0),
    ("transit_sub_regional_international", 5e6, 900e6, 525e6, 55.0),
];

/// Components: operating cost, depreciation, net book value, life.
pub const COMPONENTS: [(&str, f64, f64, f64, f64); 7] = [
    ("access", 2450e6, 2150e6, 18_900e6, 18.0),
    ("local_switching", 1900e6, 1450e6, 8100e6, 12.0),
    ("transit_switching", 720e6, 560e6, 3200e6, 12.0),
    ("national_transmission", 1380e6, 1240e6, 9600e6, 15.0),
    ("international_gateway", 610e6, 480e6, 2500e6, 10.0),
    ("international_links", 980e6, 760e6, 5400e6, 15.0),
    ("sub_regional_links", 240e6, 210e6, 1500e6, 15.0),
];

/// Numbers that look like chance and are the same every time.
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Chance {
        Chance(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// From 0 to 1.
    pub fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A figure between seven and thirteen tenths of another, in whole steps.
    pub fn around(&mut self, figure: f64, step: f64) -> f64 {
        (figure * (0.7 + 0.6 * self.next()) / step).round() * step
    }

    /// Parts of a whole in whole steps.
    pub fn parts(&mut self, whole: f64, count: usize, step: f64) -> Vec<f64> {
        let weights: Vec<f64> = (0..count).map(|_| 0.3 + self.next()).collect();
        let all: f64 = weights.iter().sum();
        let mut parts: Vec<f64> = weights.iter().map(|weight| (whole * weight / all / step).round() * step).collect();
        let rest: f64 = whole - parts.iter().sum::<f64>();
        parts[count - 1] = ((parts[count - 1] + rest) / step).round() * step;
        parts
    }
}
