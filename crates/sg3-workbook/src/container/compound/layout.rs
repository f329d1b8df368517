//! How compound files are laid out, for reading and for writing them.

/// The first bytes of every compound file.
pub(crate) const SIGNATURE: [u8; 8] = *b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
/// Bytes of the header that mean something, however large the first sector is.
pub(crate) const HEADER: usize = 512;
/// Bytes of one entry of the directory.
pub(crate) const DIRECTORY_ENTRY: usize = 128;
/// Bytes of a sector within the stream of small sectors.
pub(crate) const SMALL_SECTOR: usize = 64;
/// Streams of fewer bytes lie in small sectors.
pub(crate) const SMALL_STREAM: usize = 4096;
/// In a chain: no sector follows.
pub(crate) const END_OF_CHAIN: u32 = 0xFFFF_FFFE;
/// In a chain: the sector is in use for the chains themselves.
pub(crate) const CHAIN_SECTOR: u32 = 0xFFFF_FFFD;
/// In a chain: the sector is in no use.
pub(crate) const FREE_SECTOR: u32 = 0xFFFF_FFFF;
/// Numbers from here on are no sectors.
pub(crate) const FIRST_SPECIAL: u32 = 0xFFFF_FFFA;
