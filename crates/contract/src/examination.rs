//! What the examination of a photo finds: judgements about what is seen in it, each with what was
//! measured, its limit, and where to draw it. They advise; none of them ever stops anybody. The
//! words are the texts' (`reason-…`), the rules are the `photo` crate's.
//!
//! Places are in pixels of the examined picture, upright: x to the right, y down, whole numbers in
//! the middle of pixels. Left and right are as seen in the picture.

mod earlier;

pub use earlier::{Earlier, SAME_PHOTOGRAPH, Whose, likeness_difference};

use crate::crop::{Crop, Missing};
use crate::photo::Reason;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// All that an examination tells. `examination` of a photo that an officer reviews, and what the
/// applicant sees before sending it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Examination {
    /// Pixels of the examined picture across.
    pub width: u32,
    /// Pixels of the examined picture down.
    pub height: u32,
    /// The warnings, the most serious first, at most one for each reason.
    pub findings: Vec<Finding>,
    /// The face that the photo is of, where one is seen.
    pub face: Option<FaceSeen>,
    /// How the head lies in the picture.
    pub geometry: Option<Geometry>,
    /// Everything that was measured, by the name of the measure, whether it led to a finding or not.
    /// What could not be measured is absent.
    pub measures: BTreeMap<String, f64>,
    /// The part that would make a photo with the head at its right size, and what is missing for it.
    pub framing: Option<Framing>,
    /// What tells the same photograph again after it was framed, compressed or lit anew, in
    /// hexadecimal digits.
    pub likeness: Option<String>,
    /// Milliseconds that each stage took, where a clock was lent.
    pub timings_ms: BTreeMap<String, f64>,
}

/// One warning.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Finding {
    /// What is wrong, with the same name as an officer's reason.
    pub code: Reason,
    /// How sure it is that an officer would say so.
    pub severity: Severity,
    /// What was measured; absent where there is nothing to measure (no face).
    pub measured: Option<f64>,
    /// What it is held to.
    pub limit: Option<Limit>,
    /// What both are in.
    pub unit: Unit,
    /// Where to draw it; may be empty.
    pub region: Vec<Mark>,
}

/// How much a warning matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// An officer is likely to return the photo for it.
    Strong,
    /// It is near the limit, or seen with less certainty.
    Mild,
}

impl Severity {
    /// The name on the wire and in messages.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Strong => "strong",
            Self::Mild => "mild",
        }
    }
}

/// What a measured value is held to.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(untagged)]
pub enum Limit {
    /// From, to.
    Within([f64; 2]),
    /// One bound: the least where the measured value lies under it, else the most.
    One(f64),
}

/// What a measured value is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Hundredths.
    Percent,
    /// Degrees of an angle.
    Degrees,
    /// CIE lightness L*, 0 black to 100 white.
    Lightness,
    /// CIE chroma or a difference of colours (C*, ΔE).
    Chroma,
    /// One length to another.
    Ratio,
    /// A number of things.
    Count,
    /// The quality that a JPEG was written with, 1 to 100.
    Quality,
    /// Days.
    Days,
    /// Pixels.
    Pixels,
    /// A score of ours without a unit; its scale is in the calibration report.
    Score,
}

impl Unit {
    /// The name on the wire and in messages.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Percent => "percent",
            Self::Degrees => "degrees",
            Self::Lightness => "lightness",
            Self::Chroma => "chroma",
            Self::Ratio => "ratio",
            Self::Count => "count",
            Self::Quality => "quality",
            Self::Days => "days",
            Self::Pixels => "pixels",
            Self::Score => "score",
        }
    }
}

/// Something to be drawn on the picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// Left, top, width, height.
    Box([f64; 4]),
    /// From x, y to x, y.
    Line([f64; 4]),
    /// A closed outline through these places.
    Outline(Vec<[f64; 2]>),
}

/// A face and its points.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FaceSeen {
    /// Left, top, width and height of the box in which it was found.
    #[serde(rename = "box")]
    pub bbox: [f64; 4],
    /// Points by name: `pupil_left`, `chin`, `crown`, …
    pub points: BTreeMap<String, [f64; 2]>,
}

/// How the head lies in the picture.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Geometry {
    /// Chin to crown over the picture's height.
    pub head_height_ratio: f64,
    /// Between the pupils, in pixels.
    pub eye_distance_px: f64,
    /// Degrees by which the eyes' line leans clockwise.
    pub roll_deg: f64,
    /// The eyes' midpoint right of the picture's middle, over its width.
    pub centre_dx_ratio: f64,
}

/// The part that would make a photo with the head at its right size and place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "framing", rename_all = "snake_case")]
pub enum Framing {
    /// It lies in the picture.
    Fits {
        /// The part.
        crop: Crop,
    },
    /// The picture was taken from too near, or the head is too near an edge.
    Lacks {
        /// The part, which reaches over the picture's edges.
        crop: Crop,
        /// Pixels that the picture lacks on each side.
        missing: Missing,
    },
    /// The head has too few pixels: its right part is smaller than a photo may be.
    TooFew {
        /// The part.
        crop: Crop,
    },
}

impl Framing {
    /// The part that is proposed, where it can be taken.
    #[must_use]
    pub const fn fitting(self) -> Option<Crop> {
        match self {
            Self::Fits { crop } => Some(crop),
            Self::Lacks { .. } | Self::TooFew { .. } => None,
        }
    }
}

/// What a picked file says of where it comes from. It is read before it is removed, stays on the
/// device, and only ever leads to mild warnings: its absence means nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Origin {
    /// A program for editing pictures that left its name.
    pub edited_with: Option<String>,
    /// The day it was taken, by the camera's own clock.
    pub taken_on: Option<Date>,
}

/// One stage of an examination, in the order of the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// The file is decoded.
    Decode,
    /// It is made small enough to work on.
    Reduce,
    /// Faces are looked for.
    Face,
    /// The points of the face are placed.
    Points,
    /// Size, place and turn of the head.
    Head,
    /// Eyes, mouth, what covers them.
    Features,
    /// The background.
    Ground,
    /// Light and colour.
    Light,
    /// Sharpness.
    Sharpness,
    /// Whether it is a copy of a print, a screen, a smaller file, another photo.
    Copy,
}

impl Stage {
    /// Every stage, in the order of the work.
    pub const ALL: [Self; 10] = [
        Self::Decode,
        Self::Reduce,
        Self::Face,
        Self::Points,
        Self::Head,
        Self::Features,
        Self::Ground,
        Self::Light,
        Self::Sharpness,
        Self::Copy,
    ];

    /// The name on the wire and in messages.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Decode => "decode",
            Self::Reduce => "reduce",
            Self::Face => "face",
            Self::Points => "points",
            Self::Head => "head",
            Self::Features => "features",
            Self::Ground => "ground",
            Self::Light => "light",
            Self::Sharpness => "sharpness",
            Self::Copy => "copy",
        }
    }
}

/// The head in a photo of 70 mm: chin to crown in millimetres, from and to (IRCC's photo
/// specifications).
pub const HEAD_MM: (f64, f64) = (31.0, 36.0);
/// How high a photo is on paper, in millimetres.
pub const PHOTO_MM: f64 = 70.0;
/// Where the middle between chin and crown is proposed, in millimetres from the upper edge.
pub const HEAD_MIDDLE_MM: f64 = 28.6;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_examination_has_the_names_that_other_programs_read() {
        let finding = Finding {
            code: Reason::HeadTooLarge,
            severity: Severity::Strong,
            measured: Some(56.0),
            limit: Some(Limit::Within([44.3, 51.4])),
            unit: Unit::Percent,
            region: vec![Mark::Line([1.0, 2.0, 3.0, 4.0])],
        };
        let json = serde_json::to_string(&finding).unwrap_or_default();
        assert_eq!(
            json,
            r#"{"code":"head_too_large","severity":"strong","measured":56.0,"limit":[44.3,51.4],"unit":"percent","region":[{"line":[1.0,2.0,3.0,4.0]}]}"#
        );
        assert_eq!(serde_json::from_str::<Finding>(&json).ok(), Some(finding));
        let framing = Framing::Fits { crop: Crop { x: 1, y: 2, width: 5, height: 7 } };
        let json = serde_json::to_string(&framing).unwrap_or_default();
        assert_eq!(json, r#"{"framing":"fits","crop":{"x":1,"y":2,"width":5,"height":7}}"#);
        assert_eq!(serde_json::from_str::<Framing>(&json).ok(), Some(framing));
    }
}
