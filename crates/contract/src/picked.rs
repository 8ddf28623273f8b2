//! A picked picture on its way to being sent: the source as it was picked, what must be mended, what
//! is removed, and the prepared file that comes of it. It crosses between the interface and its
//! host, and is kept on the device.

use crate::Problem;
use crate::crop::{Crop, Ground};
use crate::examination::Origin;
use crate::id::PersonId;
use crate::photo::{PictureFormat, check_picture};
use crate::policy::PhotoPolicy;
use serde::{Deserialize, Serialize};

/// What identifies somebody and is removed from a file before it leaves the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Removable {
    /// Where it was taken.
    Location,
    /// When it was taken or changed.
    Time,
    /// Maker, model and settings of the camera or phone.
    Device,
    /// Numbers that belong to one camera, lens or picture only.
    SerialNumber,
    /// Names of people: owner, photographer, holder of rights.
    Owner,
    /// Captions, keywords, comments.
    Words,
    /// Small copies of the picture, which may show more than the picture does.
    Thumbnail,
    /// What the camera's maker keeps there, in no documented form.
    MakerNote,
    /// Programs that edited it, and the history of that.
    Software,
    /// Further pictures, films or sounds in the same file.
    Enclosed,
    /// Anything else that is not needed to show the picture.
    Other,
}

impl Removable {
    /// Every kind, in the order in which they are told.
    pub const ALL: [Self; 11] = [
        Self::Location,
        Self::Time,
        Self::Device,
        Self::SerialNumber,
        Self::Owner,
        Self::Words,
        Self::Thumbnail,
        Self::MakerNote,
        Self::Software,
        Self::Enclosed,
        Self::Other,
    ];

    /// The name on the wire and in messages, in snake case.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Location => "location",
            Self::Time => "time",
            Self::Device => "device",
            Self::SerialNumber => "serial_number",
            Self::Owner => "owner",
            Self::Words => "words",
            Self::Thumbnail => "thumbnail",
            Self::MakerNote => "maker_note",
            Self::Software => "software",
            Self::Enclosed => "enclosed",
            Self::Other => "other",
        }
    }
}

/// What stops a picked file from being sent as it is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Obstacles {
    /// What nothing here can mend: another picture is needed.
    pub refusals: Vec<Problem>,
    /// What framing mends.
    pub fixables: Vec<Problem>,
}

impl Obstacles {
    /// Those of a source of this size in pixels, as shown upright, and this weight in bytes.
    #[must_use]
    pub fn of_source(width: u32, height: u32, bytes: u64, policy: &PhotoPolicy) -> Self {
        let problems = check_picture(width, height, bytes, policy);
        if (Ground { width, height, policy }).tallest().is_some() {
            Self { refusals: Vec::new(), fixables: problems }
        } else {
            Self { refusals: problems, fixables: Vec::new() }
        }
    }

    /// Whether it can be sent as it is.
    #[must_use]
    pub const fn is_none(&self) -> bool {
        self.refusals.is_empty() && self.fixables.is_empty()
    }
}

/// A picture that was picked and is kept with the draft.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PickedPhoto {
    /// Its file name, without its folder.
    pub file_name: String,
    /// The format of the source.
    pub format: PictureFormat,
    /// Pixels of the source across, as shown upright.
    pub width: u32,
    /// Pixels of the source down, as shown upright.
    pub height: u32,
    /// Bytes of the source.
    pub bytes: u64,
    /// What stops the source from being sent as it is.
    pub obstacles: Obstacles,
    /// What identifies somebody in the source and does not leave the device.
    pub removes: Vec<Removable>,
    /// What will be sent; absent until framing has mended what it must.
    pub prepared: Option<PreparedPhoto>,
    /// People of the household for whom the same picture was picked or sent from this device.
    #[serde(default)]
    pub same_as: Vec<PersonId>,
    /// What the source says of where it comes from.
    #[serde(default)]
    pub origin: Origin,
}

/// A file that is ready to be sent: within every limit, and without what identifies somebody.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PreparedPhoto {
    /// Its format.
    pub format: PictureFormat,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// Bytes.
    pub bytes: u64,
    /// The part of the source that it shows; absent where the source goes out untouched.
    pub crop: Option<Crop>,
    /// SHA-256 of its size and pixels, in lower-case hexadecimal; empty where an older version of
    /// the app kept it.
    #[serde(default)]
    pub pixels_sha256: String,
}

/// Which of a person's pictures on this device is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Examined {
    /// The one that was picked, all of it.
    Source,
    /// The file that will be sent.
    Prepared,
}

/// What a host is doing with a person's picture. Of [`PhotoStage::Judging`], `done` and `total` are
/// stages of the examination, otherwise bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhotoProgress {
    /// What.
    pub stage: PhotoStage,
    /// How much of it is done; no more than `total`.
    pub done: u64,
    /// How much there is; zero where that cannot be told.
    pub total: u64,
}

/// One stage of a picture's way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PhotoStage {
    /// The picked file is read.
    Reading,
    /// It is looked at.
    Examining,
    /// What is seen in it is judged.
    Judging,
    /// The photo is made of it.
    Framing,
    /// The photo is sent.
    Sending,
}

impl PhotoStage {
    /// The name in messages.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::Examining => "examining",
            Self::Judging => "judging",
            Self::Framing => "framing",
            Self::Sending => "sending",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Code;
    use crate::policy::Policy;

    #[test]
    fn only_a_picture_without_room_for_the_smallest_photo_is_refused() {
        let of = |width, height, bytes| {
            let found = Obstacles::of_source(width, height, bytes, &Policy::PROGRAMME.photo);
            let codes = |problems: Vec<Problem>| {
                problems.into_iter().map(|problem| problem.code).collect::<Vec<_>>()
            };
            (codes(found.refusals), codes(found.fixables))
        };
        assert_eq!(of(1000, 1400, 1), (vec![], vec![]));
        let phone = vec![Code::PhotoTooLarge, Code::PhotoWrongShape];
        assert_eq!(of(3024, 4032, 1), (vec![], phone));
        assert_eq!(of(1000, 1400, 5_000_000), (vec![], vec![Code::PhotoTooHeavy]));
        let small = vec![Code::PhotoTooSmall, Code::PhotoWrongShape];
        assert_eq!(of(640, 480, 1), (small, vec![]));
    }
}
