//! What a portrait is asked to show: plain numbers and choices, every one of them public. The
//! default is a photo that an officer accepts. Nothing here draws.

mod person;
mod scene;
mod worn;

pub use person::{Build, Eyes, Hair, HairStyle, Mouth, Pose, Skin};
pub use scene::{Backdrop, Body, Light, Object, SecondFace, Shadow, Texture};
pub use worn::{Cover, Glare, Glasses};

/// A portrait to be drawn by [`render`](crate::render).
///
/// `Portrait::default()` is compliant in a 5:7 frame: the head 47.5 % of its height and centred, even
/// light, a plain white background, eyes open, mouth closed, a neutral face.
///
/// ```
/// use portrait::{Portrait, render};
/// let turned = Portrait { yaw: 12.0, skin: portrait::Skin { tone: 8.0, ..Default::default() }, ..Default::default() };
/// let rendered = render(&turned, 250, 350);
/// assert_eq!(rendered.rgb.len(), 250 * 350 * 3);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Portrait {
    /// Chin to crown as a share of the picture's height, measured along the head's axis. More than 0;
    /// 0.443 to 0.514 is what a photo must have.
    pub head_height: f32,
    /// The eyes' midpoint beside the middle of the picture, as a share of its width, to the right.
    pub centre_dx: f32,
    /// The middle of the head (half way from chin to crown) below 47 % of the picture's height, as a
    /// share of it.
    pub centre_dy: f32,
    /// Degrees by which the head leans clockwise as seen, so that the eye on the right is lower.
    pub roll: f32,
    /// Degrees by which the face turns to the right of the picture. Made for −30 to 30.
    pub yaw: f32,
    /// Degrees by which the face turns down. Made for −20 to 20.
    pub pitch: f32,
    /// Proportions.
    pub build: Build,
    /// Skin.
    pub skin: Skin,
    /// Hair or what covers it.
    pub hair: Hair,
    /// Eyes.
    pub eyes: Eyes,
    /// Mouth.
    pub mouth: Mouth,
    /// Glasses, if any.
    pub glasses: Option<Glasses>,
    /// What covers the face, if anything.
    pub cover: Option<Cover>,
    /// Neck and clothes.
    pub body: Body,
    /// Light on face and background.
    pub light: Light,
    /// What is behind.
    pub backdrop: Backdrop,
    /// Shadow of the head on the background.
    pub shadow: Option<Shadow>,
    /// Chooses hair by hair what is irregular: strands, pores, freckles, cloth.
    pub seed: u32,
}

impl Default for Portrait {
    fn default() -> Self {
        Self {
            head_height: 0.475,
            centre_dx: 0.0,
            centre_dy: 0.0,
            roll: 0.0,
            yaw: 0.0,
            pitch: 0.0,
            build: Build::default(),
            skin: Skin::default(),
            hair: Hair::default(),
            eyes: Eyes::default(),
            mouth: Mouth::default(),
            glasses: None,
            cover: None,
            body: Body::default(),
            light: Light::default(),
            backdrop: Backdrop::default(),
            shadow: None,
            seed: 1,
        }
    }
}

impl Portrait {
    /// How the head is turned.
    pub(crate) fn pose(&self) -> Pose {
        Pose { roll: self.roll, yaw: self.yaw, pitch: self.pitch }
    }
}
