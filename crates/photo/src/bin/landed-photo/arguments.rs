//! What can be asked of the program.

use clap::{Parser, Subcommand, ValueEnum};
use contract::crop::Crop;
use contract::photo::SourceKind;
use std::path::PathBuf;
use std::str::FromStr;

/// Looks at pictures for the permanent resident card, and prepares them
#[derive(Parser)]
#[command(name = "landed-photo", version)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Say what files are, and what stops them from being sent. Exit: 0 nothing, 1 framing mends
    /// it, 2 another picture is needed, 64 wrong usage; of several files the worst
    Inspect {
        /// The pictures
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Print one JSON object for each file, one a line
        #[arg(long)]
        json: bool,
    },
    /// Say also what is seen in the pictures: light, background, sharpness, the head. Warnings
    /// advise and stop nobody. Exit: 0 nothing found, 3 warnings only, 1 framing mends it, 2
    /// another picture is needed, 64 wrong usage; of several files the worst, in this order
    Examine {
        /// The pictures
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Print one JSON object for each file, one a line
        #[arg(long)]
        json: bool,
        /// Write the picture with what was found drawn on it, as PNG of at most 1600 pixels; only
        /// with one file
        #[arg(long, value_name = "OUT.png")]
        overlay: Option<PathBuf>,
        /// What the pictures are; scans are not judged by what a scanner does
        #[arg(long, value_enum)]
        kind: Option<Kind>,
    },
    /// Remove what identifies somebody, and leave the picture as it is, byte for byte
    Strip {
        /// The picture
        input: PathBuf,
        /// Where to write it; never the picture itself
        #[arg(long)]
        out: PathBuf,
    },
    /// Cut a part out of a picture and make a photo of it that can be sent
    Frame {
        /// The picture
        input: PathBuf,
        /// Left, top, width and height of the part, in pixels of the upright picture
        #[arg(long, value_name = "X,Y,W,H", allow_hyphen_values = true)]
        crop: Part,
        /// Where to write the photo; never the picture itself
        #[arg(long)]
        out: PathBuf,
    },
}

/// What a picture is, as it is typed.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Kind {
    /// A digital photo taken by somebody else
    Photo,
    /// A scan of a print
    Scan,
    /// A picture taken by oneself
    Selfie,
}

impl From<Kind> for SourceKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Photo => Self::DigitalPhoto,
            Kind::Scan => Self::Scan,
            Kind::Selfie => Self::Selfie,
        }
    }
}

/// A crop as it is typed.
#[derive(Clone, Copy)]
pub(crate) struct Part(pub(crate) Crop);

impl FromStr for Part {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wanted = || format!("{text:?} is not four whole numbers X,Y,W,H");
        let parts: Vec<&str> = text.split(',').map(str::trim).collect();
        let [x, y, width, height] = parts.as_slice() else { return Err(wanted()) };
        Ok(Self(Crop {
            x: x.parse().map_err(|_| wanted())?,
            y: y.parse().map_err(|_| wanted())?,
            width: width.parse().map_err(|_| wanted())?,
            height: height.parse().map_err(|_| wanted())?,
        }))
    }
}
