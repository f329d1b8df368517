//! Erlang's formulas in a spreadsheet: the loss from the Poisson and gamma distributions, its inverses in rows of cells.

use super::loss::erlang_b;
use super::recall;
use crate::tolerance::TOLERANCE;
use sg3_lang::{SheetForm, SheetRow};

/// B(n, A) with n and A as places of a formula: whole servers by Poisson's distribution, others by the gamma distribution.
macro_rules! loss {
    ($servers:literal, $traffic:literal) => {
        concat!(
            "IF(",
            $servers,
            "=INT(",
            $servers,
            "),",
            "POISSON.DIST(",
            $servers,
            ",",
            $traffic,
            ",FALSE)/POISSON.DIST(",
            $servers,
            ",",
            $traffic,
            ",TRUE),",
            "GAMMA.DIST(",
            $traffic,
            ",",
            $servers,
            "+1,1,FALSE)/(1-GAMMA.DIST(",
            $traffic,
            ",",
            $servers,
            "+1,1,TRUE)))"
        )
    };
}

/// Steps that find whole servers: powers of two that add up to any number below 1,048,576, more than the lines of a large country.
const WHOLE_STEPS: &[f64] = POWERS_OF_TWO.split_at(20).0;
/// Those that workbooks had before, up to 32,767.
const FORMER_WHOLE_STEPS: &[f64] = WHOLE_STEPS.split_at(5).1;
const FORMER_POWERS_OF_TWO: &[f64] = POWERS_OF_TWO.split_at(5).1;
/// From 2^19 down to 2^-34, which is below what the distributions themselves are exact to.
const POWERS_OF_TWO: [f64; 54] = {
    let mut powers = [524_288.0; 54];
    let mut step = 1;
    while step < powers.len() {
        powers[step] = powers[step - 1] / 2.0;
        step += 1;
    }
    powers
};

pub(super) const LOSS: SheetForm =
    SheetForm::Formula(concat!("IF({0}<0,NA(),IF({0}=0,IF({1}>=0,1,NA()),IF({1}=0,0,", loss!("{0}", "{1}"), ")))"));

/// The largest number whose loss is still too great, built from powers of two; one more is enough.
pub(super) const SERVERS: SheetForm = SheetForm::Rows {
    start: SheetRow { label: "Too few servers, at the start", formula: "-1", kernel: |_| -1.0 },
    step: TOO_FEW,
    numbers: WHOLE_STEPS,
    result: SheetRow {
        label: "One more",
        formula: concat!(
            "IF(OR({0}<0,{1}<=0,{1}>1),NA(),IF({0}=0,0,IF(",
            loss!("({2}+1)", "{0}"),
            "<={1}/(1-{guard}),{2}+1,NA())))"
        ),
        kernel: |x| whole_servers(x[0], x[1], x[2] + 1.0),
    },
    former: Some((FORMER_TOO_FEW, FORMER_WHOLE_STEPS)),
};

/// The same with powers of one half added, as far as they count.
pub(super) const SERVERS_REAL: SheetForm = SheetForm::Rows {
    start: SheetRow { label: "Too few servers, at the start", formula: "0", kernel: |_| 0.0 },
    step: SheetRow {
        label: "Too few servers",
        formula: concat!("{2}+IF({0}=0,0,IF({2}+{3}<{0}*(1-{1}),{3},IF(", loss!("({2}+{3})", "{0}"), ">{1},{3},0)))"),
        kernel: too_few_real,
    },
    numbers: &POWERS_OF_TWO,
    result: SheetRow {
        label: "Where the loss is the one allowed",
        formula: "IF(OR({0}<0,{1}<=0,{1}>1),NA(),IF(OR({0}=0,{1}=1),0,{2}))",
        kernel: |x| {
            if x[1] > 0.0 && x[1] <= 1.0 && x[0] >= 0.0 { zero_if(x[0] == 0.0 || x[1] == 1.0, x[2]) } else { f64::NAN }
        },
    },
    former: Some((FORMER_TOO_FEW_REAL, FORMER_POWERS_OF_TWO)),
};

/// So few servers that the traffic they carry at most leaves more lost than allowed are too few without a look at the distributions, whose
/// parts would be too small to be told from nothing.
const TOO_FEW: SheetRow = SheetRow {
    label: "Too few servers",
    // without traffic nothing is lost, and not every program bears with a distribution whose mean is 0
    formula: concat!(
        "{2}+IF({0}=0,0,IF({2}+{3}<{0}*(1-{1}),{3},IF(",
        loss!("({2}+{3})", "{0}"),
        ">{1}/(1-{guard}),{3},0)))"
    ),
    kernel: too_few,
};

const FORMER_TOO_FEW: SheetRow = SheetRow {
    label: "Too few servers",
    formula: concat!("{2}+IF({0}=0,0,IF(", loss!("({2}+{3})", "{0}"), ">{1}/(1-{guard}),{3},0))"),
    kernel: too_few,
};

const FORMER_TOO_FEW_REAL: SheetRow = SheetRow {
    label: "Too few servers",
    formula: concat!("{2}+IF({0}=0,0,IF(", loss!("({2}+{3})", "{0}"), ">{1},{3},0))"),
    kernel: too_few_real,
};

fn too_few(x: &[f64]) -> f64 {
    x[2] + zero_if(x[0] == 0.0 || erlang_b(x[2] + x[3], x[0]) <= x[1] / (1.0 - TOLERANCE), x[3])
}

fn too_few_real(x: &[f64]) -> f64 {
    x[2] + zero_if(x[0] == 0.0 || erlang_b(x[2] + x[3], x[0]) <= x[1], x[3])
}

/// Newton's steps on the logarithms, from the traffic of which even servers that are never idle lose the given part.
pub(super) const TRAFFIC: SheetForm = SheetForm::Rows {
    start: SheetRow { label: "More traffic than is allowed", formula: "{0}/(1-{1})", kernel: |x| x[0] / (1.0 - x[1]) },
    step: SheetRow {
        label: "Nearer",
        formula: concat!("{2}*EXP(LN({1}/", loss!("{0}", "{2}"), ")/({0}-{2}*(1-", loss!("{0}", "{2}"), ")))"),
        kernel: |x| {
            let loss = erlang_b(x[0], x[2]);
            x[2] * libm::exp(libm::log(x[1] / loss) / (x[0] - x[2] * (1.0 - loss)))
        },
    },
    numbers: &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0],
    result: SheetRow {
        label: "Traffic allowed",
        formula: "IF(OR({0}<0,{1}<0,{1}>=1),NA(),IF(OR({0}=0,{1}=0),0,{2}))",
        kernel: |x| {
            if x[0] >= 0.0 && (0.0..1.0).contains(&x[1]) { zero_if(x[0] == 0.0 || x[1] == 0.0, x[2]) } else { f64::NAN }
        },
    },
    former: None,
};

/// All wait where the servers cannot carry the traffic.
pub(super) const WAITING: SheetForm = SheetForm::Formula(concat!(
    "IF(OR({0}<0,{1}<0),NA(),IF({1}>={0},1,IF({1}=0,0,{0}*",
    loss!("{0}", "{1}"),
    "/({0}-{1}*(1-",
    loss!("{0}", "{1}"),
    ")))))"
));

/// Newton's steps from below, and the loss where they end, unless they still move.
pub(super) const RECALL: SheetForm = SheetForm::Rows {
    start: SheetRow {
        label: "Attempts at least",
        formula: "IF(OR({0}<=0,{1}<=0,{2}<0,{2}>1,AND({2}=1,{1}>={0})),0,IF({2}<1,MAX({1},({1}-{2}*{0})/(1-{2})),{1}))",
        kernel: |x| recall::at_least(x[0], x[1], x[2]),
    },
    step: SheetRow {
        label: "Attempts, nearer",
        formula: concat!(
            "IF({3}=0,0,{3}+({1}-{3}*(1-{2}*",
            loss!("{0}", "{3}"),
            "))/(1-{2}*",
            loss!("{0}", "{3}"),
            "*(1+{0}-{3}*(1-",
            loss!("{0}", "{3}"),
            "))))"
        ),
        kernel: |x| recall::nearer(x[0], x[1], x[2], x[3]),
    },
    numbers: recall::STEPS,
    result: SheetRow {
        label: "Loss of these attempts",
        formula: concat!(
            "IF(OR({0}<0,{1}<0,{2}<0,{2}>1),NA(),IF({0}=0,IF({2}<1,1,NA()),IF({1}=0,0,IF(ABS({3}*(1-{2}*",
            loss!("{0}", "{3}"),
            ")-{1})<={guard}*{1},",
            loss!("{0}", "{3}"),
            ",NA()))))"
        ),
        kernel: |x| recall::settled(x[0], x[1], x[2], x[3]),
    },
    former: None,
};

fn whole_servers(traffic: f64, loss: f64, servers: f64) -> f64 {
    let possible = traffic >= 0.0 && loss > 0.0 && loss <= 1.0;
    if possible && traffic == 0.0 {
        0.0
    } else if possible && erlang_b(servers, traffic) <= loss / (1.0 - TOLERANCE) {
        servers
    } else {
        f64::NAN
    }
}

fn zero_if(is_zero: bool, amount: f64) -> f64 {
    if is_zero { 0.0 } else { amount }
}
