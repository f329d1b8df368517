//! The colours that all workbooks share. They keep apart in black-and-white print too, since none of them alone says anything.

/// Titles, headings and figures that are worked out.
pub const INK: u32 = 0x1F_2A_44;

/// Explanations beside the figures.
pub const QUIET: u32 = 0x59_59_59;

/// Figures that people enter; blue, as models of finance have them.
pub const ENTRY: u32 = 0x00_32_A0;

/// Behind cells that wait for an entry.
pub const PAPER: u32 = 0xFF_F8_DC;

/// Lines around the cells of a form, which must show on a printed sheet.
pub const RULE: u32 = 0xBF_BF_BF;

/// Lines between the figures of a result, of which a sheet has thousands.
pub const LIGHT_RULE: u32 = 0xD9_D9_D9;
