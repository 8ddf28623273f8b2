//! A file's ICC profile as a way to sRGB. It is fed whatever somebody sends: what cannot be
//! understood, belongs to another kind of picture or is too large counts as no profile at all.

use super::narrow;
use crate::header::{Header, MAX_ICC_BYTES};
use moxcms::{
    ColorProfile, DataColorSpace, Layout, ParsingOptions, RenderingIntent, Transform16BitExecutor,
    TransformOptions,
};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The largest table of colours in it, in numbers: 33 steps of three colours are 108,000.
const MOST_COLOURS: usize = 1_000_000;
/// The longest curve in it, in numbers.
const MOST_STEPS: usize = 40_000;
/// What a table is made for, in the order in which one is taken: most profiles of scanners have the
/// first only. Profiles without tables are the same for all.
const INTENTS: [RenderingIntent; 3] = [
    RenderingIntent::Perceptual,
    RenderingIntent::RelativeColorimetric,
    RenderingIntent::Saturation,
];
/// How far the way to sRGB may lead from each colour, of 255, for the profile to count as sRGB.
const SAME: u8 = 1;

/// The longest profile that is kept, in bytes; those of cameras have some hundreds.
const MOST_KEPT: usize = 64 << 10;

/// What was read last. Pictures of one camera share their profile, and the same picture is looked at
/// several times, while making its tables takes some milliseconds. It tells nothing of a picture.
static LAST: Mutex<Option<Last>> = Mutex::new(None);

fn last() -> MutexGuard<'static, Option<Last>> {
    LAST.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A profile's bytes and what they were read as.
#[derive(Clone)]
struct Last {
    icc: Arc<[u8]>,
    components: u8,
    profile: Option<Profile>,
}

impl Last {
    fn is_of(&self, icc: &[u8], components: u8) -> bool {
        *self.icc == *icc && self.components == components
    }
}

/// A profile that says something other than sRGB.
#[derive(Clone)]
pub(crate) struct Profile {
    name: String,
    grey: bool,
    way: Arc<Transform16BitExecutor>,
}

impl Profile {
    /// Reads the profile of a picture. Nothing where it has none, where that belongs to another kind
    /// of picture, or where it is sRGB itself.
    pub(crate) fn of(header: &Header) -> Option<Self> {
        let (icc, components) = (header.icc.as_deref()?, header.components);
        let known = last().as_ref().filter(|last| last.is_of(icc, components)).cloned();
        if let Some(known) = known {
            return known.profile;
        }
        let profile = Self::read(icc, components, header.profile_name()?);
        if icc.len() <= MOST_KEPT {
            let (icc, profile) = (icc.into(), profile.clone());
            *last() = Some(Last { icc, components, profile });
        }
        profile
    }

    pub(super) fn read(icc: &[u8], components: u8, name: String) -> Option<Self> {
        let limits = ParsingOptions {
            max_profile_size: MAX_ICC_BYTES + 1,
            max_allowed_clut_size: MOST_COLOURS,
            max_allowed_trc_size: MOST_STEPS,
        };
        let profile = ColorProfile::new_from_slice_with_options(icc, limits).ok()?;
        let grey = profile.color_space == DataColorSpace::Gray;
        let fits = if grey {
            // The library knows no tables of grey, and stops where it meets one.
            components <= 2 && !has_table(&profile)
        } else {
            components >= 3 && profile.color_space == DataColorSpace::Rgb
        };
        if !fits {
            return None;
        }
        let layout = if grey { Layout::Gray } else { Layout::Rgb };
        let srgb = ColorProfile::new_srgb();
        let way = INTENTS.into_iter().find_map(|rendering_intent| {
            let options = TransformOptions {
                rendering_intent,
                // The curves that are written in the profile, and not what else it names.
                allow_use_cicp_transfer: false,
                prefer_fixed_point: false,
                ..TransformOptions::default()
            };
            profile.create_transform_16bit(layout, &srgb, Layout::Rgb, options).ok()
        })?;
        let profile = Self { name, grey, way };
        (!profile.is_srgb()).then_some(profile)
    }

    /// What it calls itself.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Converts red, green and blue of 16 bits each. Colours outside of sRGB become the nearest.
    pub(super) fn convert(&self, row: &[u16], to: &mut [u16]) {
        let done = if self.grey {
            let grey: Vec<u16> = row.iter().step_by(3).copied().collect();
            self.way.transform(&grey, to)
        } else {
            self.way.transform(row, to)
        };
        // It fails where lengths do not fit, and they do.
        if done.is_err() {
            to.copy_from_slice(row);
        }
    }

    /// Whether no colour of a coarse grid is changed visibly.
    fn is_srgb(&self) -> bool {
        let steps = || (0..=8_u16).map(|step| step * 8191);
        let colours: Vec<u16> = if self.grey {
            steps().flat_map(|grey| [grey; 3]).collect()
        } else {
            steps()
                .flat_map(|r| steps().flat_map(move |g| steps().flat_map(move |b| [r, g, b])))
                .collect()
        };
        let mut converted = vec![0; colours.len()];
        self.convert(&colours, &mut converted);
        let (mut before, mut after) = (vec![0; colours.len()], vec![0; colours.len()]);
        narrow(&colours, &mut before);
        narrow(&converted, &mut after);
        before.iter().zip(&after).all(|(before, after)| before.abs_diff(*after) <= SAME)
    }
}

fn has_table(profile: &ColorProfile) -> bool {
    profile.lut_a_to_b_perceptual.is_some()
        || profile.lut_a_to_b_colorimetric.is_some()
        || profile.lut_a_to_b_saturation.is_some()
}

#[cfg(test)]
mod tests {
    use super::{Header, Profile};
    use contract::policy::Policy;
    use moxcms::ColorProfile;
    use probe::pictures::{self, Jpeg, PHONE};

    /// Whether it is understood, converts, and is not without an end.
    fn understood(icc: &[u8], components: u8) -> bool {
        let Some(profile) = Profile::read(icc, components, String::new()) else { return false };
        let mut converted = [0; 300];
        profile.convert(&[40_000; 300], &mut converted);
        true
    }

    #[test]
    fn a_profile_is_not_taken_for_the_one_before_it() {
        let header = |icc: Vec<u8>| {
            let bytes = pictures::jpeg(&[90; 300], 10, 10, Jpeg { icc: Some(&icc), ..PHONE });
            crate::header::read(&bytes.unwrap(), &Policy::PROGRAMME.photo).unwrap()
        };
        let (wide, grey) = (header(pictures::display_p3().unwrap()), header(pictures::scanner()));
        let seen = |header: &Header| {
            let mut converted = [0; 3];
            Profile::of(header).unwrap().convert(&[60_000, 30_000, 10_000], &mut converted);
            converted
        };
        let first = [seen(&wide), seen(&grey)];
        assert_ne!(first[0], first[1]);
        assert_eq!([seen(&wide), seen(&grey)], first);
        assert_eq!(
            [seen(&grey), seen(&grey), seen(&wide), seen(&wide)],
            [first[1], first[1], first[0], first[0]]
        );
    }

    #[test]
    fn whatever_a_profile_holds_it_is_converted_from_or_counts_as_none() {
        let grey = ColorProfile::new_gray_with_gamma(1.8).encode().unwrap();
        let whole = [(pictures::display_p3().unwrap(), 3), (pictures::scanner(), 3), (grey, 1)];
        let mut chance = 0x2545_f491_u32;
        let mut next = |below: usize| {
            chance ^= chance << 13;
            chance ^= chance >> 17;
            chance ^= chance << 5;
            chance as usize % below
        };
        let mut both = [0, 0];
        for (icc, components) in &whole {
            assert!(understood(icc, *components), "the whole one");
            for _ in 0..100 {
                let mut damaged = icc.clone();
                for _ in 0..=next(6) {
                    // Mostly where tags and their numbers are, not in the middle of a table.
                    let reach = if next(3) == 0 { icc.len() } else { icc.len().min(400) };
                    let at = next(reach);
                    damaged[at] = [0, 1, 0x7f, 0x80, 0xff, next(256) as u8][next(6)];
                }
                damaged.truncate(if next(5) == 0 { next(icc.len()) } else { icc.len() });
                both[usize::from(understood(&damaged, *components))] += 1;
            }
        }
        assert!(both.iter().all(|count| *count > 20), "{both:?}");
    }
}
