//! Photos on the wire: what is sent with one, and the reasons for which one is returned.

use crate::id::{PhotoId, UploadId};
use crate::policy::PhotoPolicy;
use crate::{Code, FieldProblem, Problem};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What the picked file is, as its owner says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum SourceKind {
    /// A digital photo from a photographer or taken by someone else.
    #[default]
    DigitalPhoto,
    /// A scan of a print made by a photographer.
    Scan,
    /// A picture taken by oneself.
    Selfie,
}

impl SourceKind {
    /// Every kind, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::DigitalPhoto, Self::Scan, Self::Selfie];
}

/// Where the sending of a photo's bytes stands: reply of `GET` and `PATCH
/// /api/v1/people/{person}/uploads/{upload}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UploadProgress {
    /// The id that the sender chose.
    pub upload: UploadId,
    /// Bytes that arrived for good. The next chunk begins here.
    pub received: u64,
    /// Bytes there are in all. Once as many arrived, they were examined and can be submitted.
    pub total: u64,
}

impl UploadProgress {
    /// Whether everything arrived.
    #[must_use]
    pub const fn is_complete(&self) -> bool {
        self.received == self.total
    }
}

/// Body of `POST /api/v1/people/{person}/photos`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SubmitPhoto {
    /// The bytes that were sent before.
    pub upload: UploadId,
    /// SHA-256 of them, in lower-case hexadecimal.
    pub sha256: String,
    /// What the picture is.
    pub kind: SourceKind,
}

/// Reply of `POST /api/v1/people/{person}/photos`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PhotoReceipt {
    /// The photo's id from now on.
    pub photo: PhotoId,
    /// A reference that a person can read out.
    pub reference: String,
    /// The portal's time of the submission.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub at: Timestamp,
}

/// The picture's file format, by its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum PictureFormat {
    /// JPEG (ISO/IEC 10918-1).
    Jpeg,
    /// PNG (ISO/IEC 15948).
    Png,
}

impl PictureFormat {
    /// The media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
        }
    }
}

/// What is wrong with a picture's dimensions and weight, if anything: the refusals of a prepared
/// file that need no decoding. `width` and `height` in pixels as shown upright.
#[must_use]
pub fn check_picture(width: u32, height: u32, bytes: u64, policy: &PhotoPolicy) -> Vec<Problem> {
    let mut problems = Vec::new();
    let sized = |code| Problem::new(code).with("width", width).with("height", height);
    if bytes > policy.max_bytes {
        problems.push(
            Problem::new(Code::PhotoTooHeavy).with("bytes", bytes).with("limit", policy.max_bytes),
        );
    }
    if width < policy.min_width || height < policy.min_height {
        problems.push(
            sized(Code::PhotoTooSmall)
                .with("min_width", policy.min_width)
                .with("min_height", policy.min_height),
        );
    }
    if width > policy.max_width || height > policy.max_height {
        problems.push(
            sized(Code::PhotoTooLarge)
                .with("max_width", policy.max_width)
                .with("max_height", policy.max_height),
        );
    }
    let wanted = f64::from(policy.shape.0) / f64::from(policy.shape.1);
    let actual = f64::from(width) / f64::from(height.max(1));
    if (actual / wanted - 1.0).abs() > policy.shape_tolerance {
        problems.push(sized(Code::PhotoWrongShape));
    }
    problems
}

macro_rules! reasons {
    ($($(#[$doc:meta])* $name:ident = $text:tt,)+) => {
        /// Why a photo was returned. The same names are the examination's warnings.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        pub enum Reason {
            $($(#[$doc])* #[serde(rename = $text)] $name,)+
        }

        impl Reason {
            /// Every reason.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The name on the wire, in snake case.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)+ }
            }
        }
    };
}

reasons! {
    /// The picture is too dark.
    TooDark = "too_dark",
    /// Parts of the face have no detail left.
    OverExposed = "over_exposed",
    /// Light is reflected by the skin.
    GlareSkin = "glare_skin",
    /// Light is reflected by the glasses.
    GlareGlasses = "glare_glasses",
    /// One side of the face is darker.
    UnevenLight = "uneven_light",
    /// The background is not white.
    BackgroundNotWhite = "background_not_white",
    /// The background has a pattern or things in it.
    BackgroundNotPlain = "background_not_plain",
    /// There is a shadow behind the head.
    BackgroundShadow = "background_shadow",
    /// The face is not sharp.
    Blurred = "blurred",
    /// Light and dark parts hardly differ.
    LowContrast = "low_contrast",
    /// The skin does not have its natural colour.
    UnnaturalColour = "unnatural_colour",
    /// The picture has no colour.
    Greyscale = "greyscale",
    /// No face is seen.
    NoFace = "no_face",
    /// More than one face is seen.
    SeveralFaces = "several_faces",
    /// The head is too small.
    HeadTooSmall = "head_too_small",
    /// The head is too large.
    HeadTooLarge = "head_too_large",
    /// The face is not in the middle.
    OffCentre = "off_centre",
    /// The head leans to one side.
    Tilted = "tilted",
    /// The face looks to one side.
    Turned = "turned",
    /// The eyes are closed.
    EyesClosed = "eyes_closed",
    /// The eyes are covered.
    EyesCovered = "eyes_covered",
    /// The mouth is open.
    MouthOpen = "mouth_open",
    /// The eyes are red from a flash.
    RedEye = "red_eye",
    /// Part of the face is covered.
    FaceCovered = "face_covered",
    /// It is a picture of a print or of a screen.
    PictureOfPrint = "picture_of_print",
    /// The file was compressed too much.
    Recompressed = "recompressed",
    /// The picture was made larger than it was taken.
    Upscaled = "upscaled",
    /// It resembles a photo that was returned.
    ResemblesReturned = "resembles_returned",
    /// It is also used for another person.
    UsedForAnother = "used_for_another",
    /// The picture was edited.
    Edited = "edited",
    /// It was taken over 12 months ago.
    TooOld = "too_old",
}

impl std::str::FromStr for Reason {
    type Err = FieldProblem;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .iter()
            .copied()
            .find(|reason| reason.as_str() == text)
            .ok_or_else(|| FieldProblem::new("reason", Code::Malformed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::Policy;

    fn codes(width: u32, height: u32, bytes: u64) -> Vec<Code> {
        check_picture(width, height, bytes, &Policy::PROGRAMME.photo)
            .into_iter()
            .map(|problem| problem.code)
            .collect()
    }

    #[test]
    fn the_limits_themselves_are_allowed() {
        assert_eq!(codes(715, 1000, 4 * 1024 * 1024), []);
        assert_eq!(codes(2000, 2800, 1), []);
        assert_eq!(codes(714, 1000, 1), [Code::PhotoTooSmall]);
        assert_eq!(codes(2001, 2800, 1), [Code::PhotoTooLarge]);
        assert_eq!(codes(715, 1000, 4 * 1024 * 1024 + 1), [Code::PhotoTooHeavy]);
        assert_eq!(codes(3024, 4032, 1), [Code::PhotoTooLarge, Code::PhotoWrongShape]);
    }
}
