//! The colours of every workbook that is written: forms, mappings, live workbooks. Each has one meaning.

/// Titles, and the ground of headings.
pub const INK: u32 = 0x1F_2A_44;
/// Words beside figures: units, notes, formulas.
pub const QUIET: u32 = 0x59_59_59;
/// Letters of what is entered: figures of the data, and of the user.
pub const ENTRY: u32 = 0x00_32_A0;
/// The ground of cells to fill.
pub const PAPER: u32 = 0xFF_F8_DC;
/// The borders of the cells of a form.
pub const BORDER: u32 = 0xBF_BF_BF;
/// The hairline below the cells of a live workbook.
pub const HAIRLINE: u32 = 0xD9_D9_D9;
/// The ground of secondary headings.
pub const SHADE: u32 = 0xE4_E8_EF;
/// The ground of last year's figures.
pub const LAST_YEAR: u32 = 0xF0_F0_F0;
/// The frame of a cell that a finding is about.
pub const MARK: u32 = 0xC0_00_00;
/// The ground of figures as delivered.
pub const DELIVERED: u32 = 0xEE_F3_FB;
/// The ground of results.
pub const RESULT: u32 = 0xE3_F1_E3;
/// The ground of checks.
pub const CHECK: u32 = 0xF6_EA_F6;
/// The ground of what was changed.
pub const CHANGED: u32 = 0xFF_D9_66;
/// Words that lead to another cell.
pub const LINK: u32 = 0x0B_5C_AD;
/// Checks that hold.
pub const HOLDS: u32 = 0x2E_7D_4F;
/// Checks that fail.
pub const FAILS: u32 = 0xB0_00_20;
/// Checks that lack data.
pub const LACKS_DATA: u32 = 0x8A_5A_00;
/// Tabs of sheets that say what the workbook is, and of calculations.
pub const TAB_MODEL: u32 = INK;
/// Tabs of sheets with cells to fill.
pub const TAB_INPUTS: u32 = 0xE0_B0_00;
/// Tabs of calculations in counterfactuals.
pub const TAB_COUNTERFACTUALS: u32 = 0x8A_8A_8A;
/// Tabs of sheets to look things up.
pub const TAB_REFERENCE: u32 = 0x6A_6A_6A;
/// The tab of the checks.
pub const TAB_CHECKS: u32 = 0x7A_3E_7A;
/// The tab of the sheet to steer by.
pub const TAB_CONTROL: u32 = 0xC0_50_20;
/// The tab of the results.
pub const TAB_RESULTS: u32 = 0x2E_7D_4F;
/// The lines of a chart, told apart by people who see colours differently.
pub const SERIES: [u32; 8] =
    [0x00_44_88, 0xBB_55_66, 0xDD_AA_33, 0x00_77_66, 0x66_33_99, 0x99_99_99, 0x55_33_11, 0x33_BB_EE];

/// In a chart, what was delivered, beside what is now.
pub const SERIES_BEFORE: u32 = 0xC9_D3_E0;
/// The grid of a chart.
pub const GRID: u32 = 0xE3_E3_E3;
