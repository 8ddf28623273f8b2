//! Room for the pixels of a picture. Where the system gives memory in small pages, the first writing
//! to each of some ten thousand takes a tenth of the time that the decoding does; asked for large
//! pages, Linux gives a few hundred times fewer.

#[cfg(target_os = "linux")]
use crate::both::both;
#[cfg(target_os = "linux")]
use memmap2::{Advice, MmapMut};
use std::ops::{Deref, DerefMut};

/// Bytes that begin as zeros.
pub(crate) enum Room {
    /// Of the usual kind.
    Usual(Vec<u8>),
    /// In large pages, where the system has them.
    #[cfg(target_os = "linux")]
    Large(MmapMut),
}

/// Less than this is not worth pages of its own.
#[cfg(target_os = "linux")]
const LEAST: usize = 8 << 20;
/// Bytes of a large page on most machines.
#[cfg(target_os = "linux")]
const LARGE: usize = 2 << 20;

impl Room {
    /// So many bytes.
    pub(super) fn of(length: usize) -> Self {
        Self::large(length).unwrap_or_else(|| Self::Usual(vec![0; length]))
    }

    #[cfg(target_os = "linux")]
    fn large(length: usize) -> Option<Self> {
        let map = (length >= LEAST).then(|| MmapMut::map_anon(length).ok()).flatten()?;
        // Wishes: where they are refused the pages are small, or come when they are written to.
        let _ = map.advise(Advice::HugePage);
        let half = length / 2 / LARGE * LARGE;
        let ready = |at, length| map.advise_range(Advice::PopulateWrite, at, length).is_ok();
        both(|| ready(0, half), || ready(half, length - half));
        Some(Self::Large(map))
    }

    #[cfg(not(target_os = "linux"))]
    const fn large(_: usize) -> Option<Self> {
        None
    }
}

impl From<Vec<u8>> for Room {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Usual(bytes)
    }
}

impl Deref for Room {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Self::Usual(bytes) => bytes,
            #[cfg(target_os = "linux")]
            Self::Large(map) => map,
        }
    }
}

impl DerefMut for Room {
    fn deref_mut(&mut self) -> &mut [u8] {
        match self {
            Self::Usual(bytes) => bytes,
            #[cfg(target_os = "linux")]
            Self::Large(map) => map,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Room;

    #[test]
    fn rooms_of_every_size_begin_as_zeros_and_keep_what_is_written() {
        for length in [0, 1, 4096, (8 << 20) - 1, 8 << 20, (8 << 20) + 1] {
            let mut room = Room::of(length);
            assert_eq!(room.len(), length);
            assert!(room.iter().all(|byte| *byte == 0), "{length}");
            let numbers = || (1..=251_u8).cycle();
            room.iter_mut().zip(numbers()).for_each(|(byte, number)| *byte = number);
            assert!(room.iter().zip(numbers()).all(|(byte, number)| *byte == number), "{length}");
        }
    }
}
