//! What crosses between the UI and its host: the shell's commands in the app, the same use cases
//! called directly in browsers.

use crate::board::Board;
use crate::photo::PictureFormat;
use crate::{Code, Language, Problem};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What the UI needs to show its first page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Start {
    /// The language that was chosen, else the system's, else English.
    pub language: Language,
    /// Whether a session is kept on this device.
    pub signed_in: bool,
    /// The page that was open last, if it is still to be shown.
    pub path: Option<String>,
    /// Whether drafts are kept on this device.
    pub keeping: Keeping,
    /// Something that happened to what was kept on this device and that its user must know.
    #[serde(default)]
    pub notice: Option<Code>,
    /// The app's version.
    pub version: String,
    /// Whether this is the demonstration with its own portal.
    pub demonstration: bool,
}

/// Whether what is typed outlives the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Keeping {
    /// Yes: encrypted, with the key in the system's secret store.
    OnDevice,
    /// No: the system has no secret store, and nothing is written without one.
    UntilClosed,
}

/// The board with its age.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardView {
    /// What the portal said.
    pub board: Board,
    /// When it said so.
    pub as_of: Timestamp,
    /// Whether the portal could not be asked just now, and why.
    pub stale: Option<StaleReason>,
}

/// Why something kept is shown instead of something fresh.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StaleReason {
    /// No network.
    Offline,
    /// The portal does not answer, or something else answers in its place.
    PortalUnreachable,
}

/// A picture that was picked and is kept with the draft.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PickedPhoto {
    /// Its file name, without its folder.
    pub file_name: String,
    /// Its format.
    pub format: PictureFormat,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// Bytes.
    pub bytes: u64,
    /// What must be mended before it can be sent; empty when it can be.
    pub refusals: Vec<Problem>,
}

/// What came of asking the system for a picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Picking {
    /// The picker was closed without a choice; whatever was picked before is still there.
    Cancelled,
    /// A picture was picked and is kept.
    Picked {
        /// The picture.
        photo: PickedPhoto,
    },
}
