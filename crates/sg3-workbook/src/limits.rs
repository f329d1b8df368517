//! The sizes beyond which a workbook is refused, each with its reason. Together they keep the reading of any file under
//! 512 MiB: the file, its clean copy and one part of it are in memory at a time, then the copy and what the reader makes of it.
//!
//! `README.md` of this crate says what each of them protects. A number that decides how something is done rather than what is refused
//! (the size of a buffer, a text short enough for the fast path) stands where it is used.

// The file and its archive.

/// Bytes of the file itself.
pub(crate) const FILE_BYTES: usize = 64 << 20;
/// Entries of a zip file; a hundred sheets with their drawings and comments make a thousand.
pub(crate) const ENTRIES: usize = 10_000;
/// Bytes of one part, expanded: about five million plain cells.
pub(crate) const PART_BYTES: u64 = 128 << 20;
/// Bytes of all parts that are read, expanded.
pub(crate) const TOTAL_BYTES: u64 = 384 << 20;
/// Bytes of a small part: properties, relationships, theme.
pub(crate) const SMALL_PART_BYTES: u64 = 4 << 20;
/// Bytes of the list of sheets and names, and of the cell styles.
pub(crate) const MIDDLE_PART_BYTES: u64 = 24 << 20;
/// Bytes of the part that names an OpenDocument format; the longest name has about fifty.
pub(crate) const MIMETYPE_BYTES: u64 = 256;
/// How many times smaller a part may be packed. Sheets of repeated cells reach about fifty; deflate can do a thousand.
pub(crate) const RATIO: u64 = 200;
/// Parts up to this size may be packed as tightly as they like.
pub(crate) const RATIO_FROM: u64 = 4 << 20;

// XML parts (.xlsx, .ods).

/// Open elements around one place in a part; spreadsheets need about twenty.
pub(crate) const XML_DEPTH: usize = 128;
/// Bytes of one tag, or of text between two tags. A full cell escaped character by character takes 256 KiB.
pub(crate) const RUN_BYTES: usize = 1 << 20;
/// Cell formats of one workbook; Excel stops at 65,490.
pub(crate) const FORMATS: u64 = 66_000;
/// Bytes of format codes and font names once each cell format has its own copy of them, as the reader makes them.
pub(crate) const FORMAT_BYTES: u64 = 64 << 20;
/// Merged ranges of one sheet that are kept; more are decoration, not structure.
pub(crate) const MERGED_RANGES: usize = 100_000;
/// Comments of one sheet that are kept.
pub(crate) const COMMENTS: usize = 20_000;

// Binary parts (.xlsb) and records (.xls).

/// Bytes of one record of .xlsb; a full cell of text takes 64 KiB.
pub(crate) const XLSB_RECORD_BYTES: usize = 1 << 20;
/// Bytes of the record that names a sheet of .xlsb.
pub(crate) const XLSB_SHEET_NAME_BYTES: usize = 2_048;
/// Bytes of the record that holds a format code of .xlsb.
pub(crate) const XLSB_FORMAT_CODE_BYTES: usize = 4_096;
/// Continuations of one record of .xls, which hold 128 MiB. The reader moves all that are left each time it takes one.
pub(crate) const XLS_CONTINUATIONS: usize = 16_384;
/// Records of all sheets of .xls: twice as many as the file has room for, since sheets may begin at one place all of them.
pub(crate) const XLS_RECORDS: u64 = 2 * FILE_BYTES as u64 / 4;
/// Bytes of one formula in .xls: the format allows 1,800.
pub(crate) const XLS_FORMULA_BYTES: usize = 2_048;

// What a workbook holds.

/// Sheets of one workbook.
pub(crate) const SHEETS: usize = 1_000;
/// Cells of one workbook.
pub(crate) const CELLS: usize = 5_000_000;
/// Shared strings of one workbook.
pub(crate) const STRINGS: u64 = 2_000_000;
/// Places of the rectangles around the cells of all sheets, where the reader lays a sheet out in full (.xls, .ods).
pub(crate) const PLACES: u64 = 3_000_000;
/// Bytes of text in cells and formulas, where the reader keeps a copy for each (.xls, .ods).
pub(crate) const COPIED_TEXT: u64 = 64 << 20;
/// Bytes of formula text handed out for one sheet, shared formulas written out.
pub(crate) const FORMULA_TEXT: usize = 256 << 20;
/// Characters of one cell, as in Excel.
pub(crate) const CELL_TEXT: usize = 32_767;
/// Characters of one formula, as in Excel.
pub(crate) const FORMULA_CHARACTERS: usize = 8_192;
/// Findings kept for one sheet; a thousand say what a million would.
pub(crate) const FINDINGS: usize = 1_000;
