//! The facts about a picture's file: format, size, weight, colour profile, what identifies somebody
//! in it, and whether it can be read to its end. Bytes and pixels are bounded before anything is
//! decoded.

use crate::decode::{self, Picture};
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
    /// SHA-256 of the upright picture's size and pixels (8 bits of red, green and blue, on white):
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

fn fingerprint(picture: &Picture, (width, height): (u32, u32)) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(width.to_be_bytes());
    hash.update(height.to_be_bytes());
    picture.upright_rows(|row| hash.update(row));
    hash.finalize().into()
}
