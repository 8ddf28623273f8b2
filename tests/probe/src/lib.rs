//! What the photo crate does with a file, as bytes that can be compared and as work that can be
//! timed: the same program natively and in WebAssembly. It only calls the photo crate, and is part
//! of nothing that is shipped.

#[cfg(target_arch = "wasm32")]
mod abi;
#[cfg(not(target_arch = "wasm32"))]
pub mod pictures;

use contract::crop::Crop;
use contract::policy::{PhotoPolicy, Policy};
use contract::{Code, Problem};
use photo::{Options, Stopped};
use std::fmt;
use std::ops::ControlFlow::Continue;
use std::str::FromStr;

const POLICY: PhotoPolicy = Policy::PROGRAMME.photo;

/// One thing that the photo crate does. In words: `inspect`, `look`, `strip`,
/// `frame:X,Y,W,H`, `examine`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// Says what the file is.
    Inspect,
    /// The same, with a preview.
    Look,
    /// Removes what identifies somebody.
    Strip,
    /// Makes a photo of a part.
    Frame(Crop),
    /// Judges what is seen.
    Examine,
}

impl Work {
    /// Does it, and tells all of its result: what is known in words, a line's end, then the file
    /// that comes of it, if any.
    #[must_use]
    pub fn on(self, bytes: &[u8]) -> Vec<u8> {
        let (words, file) =
            self.result(bytes).unwrap_or_else(|problem| (format!("{problem:?}"), Vec::new()));
        [words.as_bytes(), b"\n", &file].concat()
    }

    fn result(self, bytes: &[u8]) -> Result<(String, Vec<u8>), Problem> {
        Ok(match self {
            Self::Inspect => (format!("{:?}", photo::inspect(bytes, &POLICY)?), Vec::new()),
            Self::Look => {
                let look = photo::look(bytes, &POLICY)?;
                (format!("{:?}", look.facts), look.preview)
            }
            Self::Strip => {
                let stripped = photo::strip(bytes, &POLICY)?;
                (format!("{:?}", stripped.removed), stripped.bytes)
            }
            Self::Frame(crop) => {
                let framed = photo::frame(bytes, crop, &POLICY)?;
                let (width, height, quality) = (framed.width, framed.height, framed.quality);
                (format!("{width} {height} {quality} {:?}", framed.profile), framed.bytes)
            }
            Self::Examine => {
                let seen = photo::examine(bytes, Options::new(&POLICY), |_| Continue(()));
                (format!("{:?}", seen.map_err(refused)?), Vec::new())
            }
        })
    }
}

/// Why a picture was not examined; nobody cancels here.
fn refused(stopped: Stopped) -> Problem {
    match stopped {
        Stopped::Refused(problem) => problem,
        Stopped::Cancelled => Code::Internal.into(),
    }
}

impl fmt::Display for Work {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Inspect => f.write_str("inspect"),
            Self::Look => f.write_str("look"),
            Self::Strip => f.write_str("strip"),
            Self::Examine => f.write_str("examine"),
            Self::Frame(crop) => {
                write!(f, "frame:{},{},{},{}", crop.x, crop.y, crop.width, crop.height)
            }
        }
    }
}

impl FromStr for Work {
    type Err = String;

    fn from_str(words: &str) -> Result<Self, String> {
        let unknown = || format!("{words} is none of inspect, look, strip, frame:X,Y,W,H, examine");
        match words {
            "inspect" => Ok(Self::Inspect),
            "look" => Ok(Self::Look),
            "strip" => Ok(Self::Strip),
            "examine" => Ok(Self::Examine),
            _ => {
                let numbers = words.strip_prefix("frame:").ok_or_else(unknown)?;
                let numbers: Vec<i32> =
                    numbers.split(',').map_while(|number| number.parse().ok()).collect();
                let [x, y, width, height] = numbers[..] else { return Err(unknown()) };
                let length = |length: i32| u32::try_from(length).map_err(|_| unknown());
                let crop = Crop { x, y, width: length(width)?, height: length(height)? };
                Ok(Self::Frame(crop))
            }
        }
    }
}
