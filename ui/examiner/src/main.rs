//! The examination and framing of a picture as a program of its own. A worker of the browser edition
//! loads it with a picked picture; it knows the `photo` crate and nothing of pages or portals.

use contract::examination::{Origin, Stage};
use contract::photo::SourceKind;
use contract::picked::PickedPhoto;
use contract::policy::{PhotoPolicy, Policy};
use contract::{Code, Problem};
use jiff::civil::Date;
use js_sys::Function;
use photo::{Options, Prepared, Stopped};
use serde::Deserialize;
use std::ops::ControlFlow;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

static LIMITS: PhotoPolicy = Policy::PROGRAMME.photo;

fn main() {}

#[wasm_bindgen]
extern "C" {
    /// Milliseconds since the worker began.
    #[wasm_bindgen(js_namespace = performance)]
    fn now() -> f64;
}

/// By what a picture is judged besides its bytes.
#[derive(Default, Deserialize)]
#[serde(default)]
struct By {
    kind: Option<SourceKind>,
    origin: Origin,
    today: Option<Date>,
}

/// A picked file, taken in piece by piece, so that it is in memory once.
#[wasm_bindgen]
pub struct Source {
    name: String,
    bytes: Vec<u8>,
}

#[wasm_bindgen]
impl Source {
    /// Makes room for a file of this name and this many bytes.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(name: String, length: u32) -> Self {
        let mut bytes = Vec::new();
        // Where there is no room, the pieces fail one by one and the worker with them.
        let _ = bytes.try_reserve_exact(length as usize);
        Self { name, bytes }
    }

    /// Takes in the next piece.
    pub fn push(&mut self, piece: &[u8]) {
        self.bytes.extend_from_slice(piece);
    }

    /// Says what the file is and what must be mended before it can be sent (the JSON of a
    /// `Result<PickedPhoto, Problem>`), with its preview and, where it fits as it is, what is sent.
    #[must_use]
    pub fn look(&self) -> Answer {
        match self.looked_at() {
            Ok((picked, preview, prepared, bare)) => Answer {
                said: said(&Ok(picked)),
                preview: Some(preview),
                prepared,
                bare: Some(bare),
            },
            Err(problem) => Answer::refused(problem),
        }
    }

    /// Makes what will be sent of a part of the picture (the JSON of a `Crop`), or of all of it: the
    /// JSON of a `Result<PreparedPhoto, Problem>`, and the file.
    #[must_use]
    pub fn prepare(&self, crop: Option<String>) -> Answer {
        let crop = match crop.map(|crop| serde_json::from_str(&crop)).transpose() {
            Ok(crop) => crop,
            Err(_) => return Answer::refused(Code::Malformed.into()),
        };
        match photo::prepare(&self.bytes, crop, &LIMITS) {
            Ok(Prepared { bytes, photo }) => {
                Answer { said: said(&Ok(photo)), preview: None, prepared: Some(bytes), bare: None }
            }
            Err(problem) => Answer::refused(problem),
        }
    }
}

#[wasm_bindgen]
impl Source {
    /// Says what is seen in a file made of the picture, or else in the picture itself: the JSON of a
    /// `Result<Examination, Problem>`. `by` is the JSON of what else it is judged by; `told` is called
    /// with how many stages of how many are over.
    #[expect(clippy::needless_pass_by_value, reason = "JavaScript hands over what it has")]
    #[must_use]
    pub fn examine(&self, made: Option<Vec<u8>>, by: &str, told: &Function) -> Answer {
        let by: By = match serde_json::from_str(by) {
            Ok(by) => by,
            Err(_) => return Answer::refused(Code::Malformed.into()),
        };
        let options = Options {
            policy: &LIMITS,
            kind: by.kind,
            origin: Some(&by.origin),
            today: by.today,
            clock: Some(&now),
        };
        let watch = |at: Stage| {
            let over = Stage::ALL.iter().take_while(|stage| **stage != at).count();
            let _ = told.call2(&JsValue::NULL, &over.into(), &Stage::ALL.len().into());
            ControlFlow::Continue(())
        };
        let bytes = made.as_deref().unwrap_or(&self.bytes);
        let seen = photo::examine(bytes, options, watch).map_err(|stopped| match stopped {
            Stopped::Refused(problem) => problem,
            Stopped::Cancelled => Code::NotFound.into(),
        });
        Answer { said: said(&seen), preview: None, prepared: None, bare: None }
    }
}

type LookedAt = (PickedPhoto, Vec<u8>, Option<Vec<u8>>, Vec<u8>);

impl Source {
    fn looked_at(&self) -> Result<LookedAt, Problem> {
        let photo::Source { facts, preview, bare, obstacles, prepared } =
            photo::source(&self.bytes, &LIMITS)?;
        let (prepared, bytes) = prepared.map(|made| (made.photo, made.bytes)).unzip();
        let picked = PickedPhoto {
            file_name: self.name.clone(),
            format: facts.format,
            width: facts.width,
            height: facts.height,
            bytes: facts.bytes,
            obstacles,
            removes: photo::kinds(&facts.tags),
            prepared,
            same_as: Vec::new(),
            origin: photo::origin(&self.bytes),
        };
        Ok((picked, preview, bytes, bare))
    }
}

/// What came of one question.
#[wasm_bindgen]
pub struct Answer {
    said: String,
    preview: Option<Vec<u8>>,
    prepared: Option<Vec<u8>>,
    bare: Option<Vec<u8>>,
}

#[wasm_bindgen]
impl Answer {
    /// The JSON of a result.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn said(&self) -> String {
        self.said.clone()
    }

    /// The preview, handed over once.
    pub fn preview(&mut self) -> Option<Vec<u8>> {
        self.preview.take()
    }

    /// What will be sent, handed over once.
    pub fn prepared(&mut self) -> Option<Vec<u8>> {
        self.prepared.take()
    }

    /// The source without what identifies somebody, handed over once: what tells the same picture
    /// again.
    pub fn bare(&mut self) -> Option<Vec<u8>> {
        self.bare.take()
    }
}

impl Answer {
    fn refused(problem: Problem) -> Self {
        Self { said: said(&Err::<(), _>(problem)), preview: None, prepared: None, bare: None }
    }
}

fn said<T: serde::Serialize>(result: &Result<T, Problem>) -> String {
    serde_json::to_string(result).unwrap_or_default()
}
