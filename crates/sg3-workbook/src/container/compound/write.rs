//! A compound file of a few streams in its plainest form: one level, large sectors, no small ones.

use super::layout::{CHAIN_SECTOR, DIRECTORY_ENTRY, END_OF_CHAIN, FREE_SECTOR, SIGNATURE, SMALL_STREAM};

const SECTOR: usize = 4096;

/// Writes a file. Streams are filled up with zeros to one sector at least, below which they would have to lie elsewhere.
pub(crate) fn write_compound(streams: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let sectors: Vec<usize> = streams.iter().map(|(_, bytes)| bytes.len().max(1).div_ceil(SECTOR)).collect();
    let content = 1 + sectors.iter().sum::<usize>();
    let tables = content.div_ceil(SECTOR / 4 - 1);
    let mut file = write_header(tables);
    file.reserve((tables + content) * SECTOR);
    file.extend(write_chains(tables, &sectors));
    file.extend(write_directory(tables, streams, &sectors));
    for (_, bytes) in streams {
        file.extend(bytes);
        file.resize(file.len().next_multiple_of(SECTOR).max(file.len() + usize::from(bytes.is_empty()) * SECTOR), 0);
    }
    file
}

/// Version 4 of the format; its 109 places for tables are enough for 400 MiB.
fn write_header(tables: usize) -> Vec<u8> {
    let mut bytes = vec![0; SECTOR];
    bytes[..8].copy_from_slice(&SIGNATURE);
    // Version, order of bytes, and the sizes of sectors and of small sectors as powers of two.
    for (at, number) in [(24, 0x3E), (26, 4), (28, 0xFFFE), (30, 12), (32, 6)] {
        bytes[at..at + 2].copy_from_slice(&u16::to_le_bytes(number));
    }
    let directory = tables as u32;
    let numbers = [
        (40, 1),
        (44, tables as u32),
        (48, directory),
        (56, SMALL_STREAM as u32),
        (60, END_OF_CHAIN),
        (68, END_OF_CHAIN),
    ];
    for (at, number) in numbers {
        bytes[at..at + 4].copy_from_slice(&number.to_le_bytes());
    }
    for place in 0..109 {
        let listed = if place < tables { place as u32 } else { FREE_SECTOR };
        bytes[76 + 4 * place..80 + 4 * place].copy_from_slice(&listed.to_le_bytes());
    }
    bytes
}

/// Chains: the tables themselves, the directory, then each stream in one run.
fn write_chains(tables: usize, sectors: &[usize]) -> Vec<u8> {
    let mut next: Vec<u32> = vec![CHAIN_SECTOR; tables];
    for run in std::iter::once(&1).chain(sectors) {
        let start = next.len() as u32;
        next.extend((1..*run as u32).map(|step| start + step));
        next.push(END_OF_CHAIN);
    }
    next.resize(tables * SECTOR / 4, FREE_SECTOR);
    next.iter().flat_map(|id| id.to_le_bytes()).collect()
}

fn write_directory(tables: usize, streams: &[(&str, Vec<u8>)], sectors: &[usize]) -> Vec<u8> {
    let mut start = tables as u32 + 1;
    // The root holds nothing, but readers take a root without a start for none at all.
    let mut bytes = write_entry("Root Entry", 5, 0, 0);
    for ((name, contents), run) in streams.iter().zip(sectors) {
        bytes.extend(write_entry(name, 2, start, contents.len().max(SECTOR)));
        start += *run as u32;
    }
    bytes.resize(SECTOR, 0);
    bytes
}

fn write_entry(name: &str, kind: u8, start: u32, length: usize) -> Vec<u8> {
    let mut bytes: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let letters = bytes.len() as u16 + 2;
    bytes.resize(DIRECTORY_ENTRY, 0);
    bytes[64..66].copy_from_slice(&letters.to_le_bytes());
    bytes[66] = kind;
    bytes[116..120].copy_from_slice(&start.to_le_bytes());
    bytes[120..128].copy_from_slice(&(length as u64).to_le_bytes());
    bytes
}
