//! The profile that a framed file carries, so that what its numbers mean is stated: sRGB as a
//! matrix and the standard's own curve, after ICC.1:2010 (version 4). It names nobody.

/// Length of the profile in bytes.
const LENGTH: usize = TEXTS + 2 * TEXT + 4 * XYZ + CURVE;
/// Tags: description, copyright, white, three colours, three times the same curve.
const TAGS: usize = 9;
const TEXTS: usize = 128 + 4 + TAGS * 12;
/// One text of four characters: 28 bytes before it, and the text in UTF-16.
const TEXT: usize = 36;
const XYZ: usize = 20;
/// A parametric curve of type 3: 12 bytes before it, five numbers.
const CURVE: usize = 32;

/// The sRGB profile.
pub(crate) static SRGB_PROFILE: [u8; LENGTH] = profile();

/// Colours adapted to D50, in 65,536ths (as in the sRGB profiles of HP, Microsoft and the ICC).
const WHITE: [u32; 3] = [0xf6d6, 0x1_0000, 0xd32d];
const RED: [u32; 3] = [0x6fa2, 0x38f5, 0x0390];
const GREEN: [u32; 3] = [0x6299, 0xb785, 0x18da];
const BLUE: [u32; 3] = [0x24a0, 0x0f84, 0xb6cf];
/// 2.4; 1/1.055; 0.055/1.055; 1/12.92; 0.04045, in 65,536ths.
const FORMULA: [u32; 5] = [0x2_6666, 0xf2a7, 0x0d59, 0x13d0, 0x0a5b];

const fn profile() -> [u8; LENGTH] {
    let mut bytes = [0; LENGTH];
    bytes = put(bytes, 0, LENGTH as u32);
    bytes = put(bytes, 8, 0x0430_0000);
    bytes = name(bytes, 12, *b"mntr");
    bytes = name(bytes, 16, *b"RGB ");
    bytes = name(bytes, 20, *b"XYZ ");
    // 1 January 2026, midnight: a profile must have a day, and this one is nobody's.
    bytes = put(bytes, 24, 2026 << 16 | 1);
    bytes = put(bytes, 28, 1 << 16);
    bytes = name(bytes, 36, *b"acsp");
    bytes = three(bytes, 68, WHITE);
    bytes = put(bytes, 128, TAGS as u32);
    let mut at = TEXTS;
    (bytes, at) = tag(bytes, 0, *b"desc", at, TEXT);
    (bytes, at) = tag(bytes, 1, *b"cprt", at, TEXT);
    (bytes, at) = tag(bytes, 2, *b"wtpt", at, XYZ);
    (bytes, at) = tag(bytes, 3, *b"rXYZ", at, XYZ);
    (bytes, at) = tag(bytes, 4, *b"gXYZ", at, XYZ);
    (bytes, at) = tag(bytes, 5, *b"bXYZ", at, XYZ);
    (bytes, _) = tag(bytes, 6, *b"rTRC", at, CURVE);
    (bytes, _) = tag(bytes, 7, *b"gTRC", at, CURVE);
    (bytes, _) = tag(bytes, 8, *b"bTRC", at, CURVE);
    bytes = text(bytes, TEXTS, *b"sRGB");
    bytes = text(bytes, TEXTS + TEXT, *b"CC0 ");
    let colours = TEXTS + 2 * TEXT;
    bytes = colour(bytes, colours, WHITE);
    bytes = colour(bytes, colours + XYZ, RED);
    bytes = colour(bytes, colours + 2 * XYZ, GREEN);
    bytes = colour(bytes, colours + 3 * XYZ, BLUE);
    bytes = name(bytes, at, *b"para");
    bytes = put(bytes, at + 8, 3 << 16);
    let mut index = 0;
    while index < FORMULA.len() {
        bytes = put(bytes, at + 12 + 4 * index, FORMULA[index]);
        index += 1;
    }
    bytes
}

type Bytes = [u8; LENGTH];

const fn name(mut bytes: Bytes, at: usize, name: [u8; 4]) -> Bytes {
    let mut index = 0;
    while index < 4 {
        bytes[at + index] = name[index];
        index += 1;
    }
    bytes
}

const fn put(bytes: Bytes, at: usize, number: u32) -> Bytes {
    name(bytes, at, number.to_be_bytes())
}

const fn three(bytes: Bytes, at: usize, numbers: [u32; 3]) -> Bytes {
    put(put(put(bytes, at, numbers[0]), at + 4, numbers[1]), at + 8, numbers[2])
}

const fn colour(bytes: Bytes, at: usize, numbers: [u32; 3]) -> Bytes {
    three(name(bytes, at, *b"XYZ "), at + 8, numbers)
}

/// The tag's line in the table; gives where the next tag's content begins.
const fn tag(bytes: Bytes, line: usize, tag: [u8; 4], at: usize, length: usize) -> (Bytes, usize) {
    let row = 132 + 12 * line;
    (put(put(name(bytes, row, tag), row + 4, at as u32), row + 8, length as u32), at + length)
}

/// One text in English.
const fn text(bytes: Bytes, at: usize, words: [u8; 4]) -> Bytes {
    let mut bytes = name(bytes, at, *b"mluc");
    bytes = put(bytes, at + 8, 1);
    bytes = put(bytes, at + 12, 12);
    bytes = name(bytes, at + 16, *b"enUS");
    bytes = put(bytes, at + 20, 8);
    bytes = put(bytes, at + 24, 28);
    let mut index = 0;
    while index < 4 {
        bytes[at + 28 + 2 * index + 1] = words[index];
        index += 1;
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::SRGB_PROFILE;
    use crate::colour::Profile;
    use moxcms::ColorProfile;

    #[test]
    fn it_is_read_as_srgb_by_others() {
        let read = ColorProfile::new_from_slice(&SRGB_PROFILE).unwrap();
        assert!(read.is_matrix_shaper());
        let way = |profile: &[u8]| Profile::read(profile, 3, "a profile".to_owned()).is_some();
        assert!(!way(&SRGB_PROFILE), "no colour is changed by it");
        let mut other = SRGB_PROFILE;
        // Another red: the first number of its colour, behind two texts and the white.
        let red = super::TEXTS + 2 * super::TEXT + super::XYZ + 8;
        other[red + 2..red + 4].copy_from_slice(&[0x90, 0]);
        assert!(way(&other), "and this one changes some");
    }
}
