//! The facts about a picture's file: format, size, weight, colour profile, what identifies somebody
//! in it, and whether it can be read to its end. Bytes and pixels are bounded before anything is
//! decoded.

use crate::decode::{self, CHANNELS, Picture};
use crate::header::{self, Header};
use crate::metadata::Tag;
use crate::strip;
use contract::Problem;
use contract::photo::{PictureFormat, check_picture};
use contract::policy::PhotoPolicy;
use sha2::{Digest, Sha256};

/// What is known about a file that is a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    /// Its format, by content.
    pub format: PictureFormat,
    /// Pixels across, as shown upright.
    pub width: u32,
    /// Pixels down, as shown upright.
    pub height: u32,
    /// Bytes.
    pub bytes: u64,
    /// What the colour profile in the file calls itself, if there is a sound one.
    pub profile: Option<String>,
    /// What identifies somebody or is otherwise not needed, and [`strip`](crate::strip) removes.
    pub tags: Vec<Tag>,
    /// SHA-256 of the upright picture's size and pixels (red, green, blue, laid on white):
    /// the same for any two files that show the same. Absent where the picture has more pixels than
    /// may be sent.
    pub pixels_sha256: Option<[u8; 32]>,
    /// Why it cannot be sent as it is; empty when it can.
    pub refusals: Vec<Problem>,
}

/// Says what a file is. The whole picture is decoded, so that damage anywhere in it is found.
///
/// # Errors
/// Where it is no picture that can be looked at: `photo_empty`, `photo_too_heavy` (over the
/// policy's `source_max_bytes`), `photo_wrong_format` (with `found`, also for a JPEG in CMYK),
/// `photo_too_many_pixels`, `photo_unreadable`.
pub fn inspect(bytes: &[u8], policy: &PhotoPolicy) -> Result<Facts, Problem> {
    let header = header::read(bytes, policy)?;
    let picture = decode::decode(bytes, &header)?;
    Ok(of_picture(bytes, &header, &picture, policy))
}

/// Why a file cannot be sent as it is, from its header alone: cheap whatever its size, so that what is
/// refused in any case is not decoded first.
///
/// # Errors
/// As of [`inspect`], but for damage inside of the compressed picture.
pub fn refusals(bytes: &[u8], policy: &PhotoPolicy) -> Result<Vec<Problem>, Problem> {
    let (width, height) = header::read(bytes, policy)?.upright_size();
    Ok(check_picture(width, height, bytes.len() as u64, policy))
}

/// The facts about a picture that is decoded already.
pub(crate) fn of_picture(
    bytes: &[u8],
    header: &Header,
    picture: &Picture,
    policy: &PhotoPolicy,
) -> Facts {
    let weight = bytes.len() as u64;
    let (width, height) = header.upright_size();
    let may_be_sent = u64::from(policy.max_width) * u64::from(policy.max_height);
    Facts {
        format: header.format,
        width,
        height,
        bytes: weight,
        profile: header.profile_name(),
        tags: strip::removable(bytes, header.format),
        pixels_sha256: (header.pixels() <= may_be_sent)
            .then(|| fingerprint(picture, (width, height))),
        refusals: check_picture(width, height, weight, policy),
    }
}

/// Every pixel counts as opaque, with four bytes, so that fingerprints stay what they were when the
/// portal first kept some.
fn fingerprint(picture: &Picture, (width, height): (u32, u32)) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(width.to_be_bytes());
    hash.update(height.to_be_bytes());
    let mut opaque = Vec::new();
    picture.upright_rows(|row| {
        opaque.clear();
        opaque.extend(row.as_chunks::<CHANNELS>().0.iter().flat_map(|[r, g, b]| [*r, *g, *b, 255]));
        hash.update(&opaque);
    });
    hash.finalize().into()
}
