//! What colours the numbers of a picture mean: the curve of sRGB both ways, and the way from the
//! colours of a file's own profile to sRGB.
//!
//! The same bits on every machine: tables are made with additions, multiplications and divisions
//! only, never with a power function, which differs between systems. Only the library that reads
//! profiles fuses multiplications on ARM, where the last of 16 bits may differ before 8 are kept.

mod curve;
mod profile;
mod srgb;

pub(crate) use curve::{encoded, linear};
pub(crate) use profile::Profile;
pub(crate) use srgb::SRGB_PROFILE;

/// Makes rows of 16-bit samples, encoded in the colours of a file, into rows of sRGB of 8 bits.
pub(crate) struct ToSrgb {
    profile: Option<Profile>,
    wide: Vec<u16>,
}

impl ToSrgb {
    /// From the colours of this profile; without one, or where it says nothing usable, the picture
    /// counts as sRGB.
    pub(crate) const fn from(profile: Option<Profile>) -> Self {
        Self { profile, wide: Vec::new() }
    }

    /// Converts one row: red, green, blue of every pixel.
    pub(crate) fn convert(&mut self, row: &[u16], to: &mut [u8]) {
        let Some(profile) = &self.profile else { return narrow(row, to) };
        self.wide.resize(row.len(), 0);
        profile.convert(row, &mut self.wide);
        narrow(&self.wide, to);
    }

    /// The same for a row that has 8 bits already.
    pub(crate) fn convert_narrow(&mut self, row: &[u8], to: &mut [u8]) {
        if self.profile.is_none() {
            to.copy_from_slice(row);
            return;
        }
        let wide: Vec<u16> = row.iter().map(|sample| u16::from(*sample) * 257).collect();
        self.convert(&wide, to);
    }
}

fn narrow(row: &[u16], to: &mut [u8]) {
    for (to, sample) in to.iter_mut().zip(row) {
        *to = ((u32::from(*sample) + 128) / 257) as u8;
    }
}
