//! The sizes beyond which a workbook is refused, each with its reason. Together they keep the reading of any file under
//! 512 MiB: the file, its clean copy and one part of it are in memory at a time, then the copy and what the reader makes of it.

/// Bytes of the file itself.
pub const FILE_BYTES: usize = 64 << 20;

/// Entries of a zip file; a hundred sheets with their drawings and comments make a thousand.
pub const ENTRIES: usize = 10_000;

/// Bytes of one part, expanded: about five million plain cells.
pub const PART_BYTES: u64 = 128 << 20;

/// Bytes of all parts that are read, expanded.
pub const TOTAL_BYTES: u64 = 192 << 20;

/// Bytes of a small part: properties, relationships, theme.
pub const SMALL_PART_BYTES: u64 = 4 << 20;

/// Bytes of the list of sheets and names, and of the cell styles.
pub const MIDDLE_PART_BYTES: u64 = 24 << 20;

/// How many times smaller a part may be packed. Sheets of repeated cells reach about fifty; deflate can do a thousand.
pub const RATIO: u64 = 200;

/// Parts up to this size may be packed as tightly as they like.
pub const RATIO_FROM: u64 = 4 << 20;

/// Open elements around one place in a part; spreadsheets need about twenty.
pub const XML_DEPTH: usize = 128;

/// Bytes of one tag, or of text between two tags. A full cell escaped character by character takes 256 KiB.
pub const RUN_BYTES: usize = 1 << 20;

/// Shared strings of one workbook.
pub const STRINGS: u64 = 2_000_000;

/// Cell formats of one workbook; Excel stops at 65,490.
pub const FORMATS: u64 = 66_000;

/// Bytes of format codes and font names once each cell format has its own copy of them, as the reader makes them.
pub const FORMAT_BYTES: u64 = 64 << 20;

/// Cells of one workbook.
pub const CELLS: usize = 5_000_000;

/// Places of the rectangles around the cells of all sheets, where the reader lays a sheet out in full (.xls, .ods).
pub const PLACES: u64 = 3_000_000;

/// Bytes of text in cells and formulas, where the reader keeps a copy for each (.xls, .ods).
pub const COPIED_TEXT: u64 = 64 << 20;

/// Bytes of formula text handed out for one sheet, shared formulas written out.
pub const FORMULA_TEXT: usize = 256 << 20;

/// Characters of one cell, as in Excel.
pub const CELL_TEXT: usize = 32_767;

/// Characters of one formula, as in Excel.
pub const FORMULA_CHARACTERS: usize = 8_192;

/// Bytes of one formula in .xls: the format allows 1,800.
pub const XLS_FORMULA_BYTES: usize = 2_048;

/// Sheets of one workbook.
pub const SHEETS: usize = 1_000;

/// Findings kept for one sheet; a thousand say what a million would.
pub const FINDINGS: usize = 1_000;
