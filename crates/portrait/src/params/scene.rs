//! What surrounds the face: light, background, shadow, and the clothes.

/// Neck and clothes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Body {
    /// Colour of the clothes in sRGB.
    pub clothes: [u8; 3],
}

impl Default for Body {
    fn default() -> Self {
        Self { clothes: [62, 76, 98] }
    }
}

/// Light on person and background alike, unless a field says otherwise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Light {
    /// Exposure in stops; 0 is right, −1 half the light.
    pub stops: f32,
    /// Where the light on the person comes from: 0 evenly, −1 all from the left, 1 all from the
    /// right of the picture.
    pub side: f32,
    /// How high: 0 as from a window, 1 from straight above, −1 from below.
    pub height: f32,
    /// 0 daylight, to 1 very warm (lamp light), to −1 very cool.
    pub warmth: f32,
    /// Flattens (below 1) or deepens (above 1) the shading of the person.
    pub contrast: f32,
}

impl Default for Light {
    fn default() -> Self {
        Self { stops: 0.0, side: 0.0, height: 0.25, warmth: 0.0, contrast: 1.0 }
    }
}

/// What a background's surface looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Texture {
    /// Uneven, as plaster.
    Plaster,
    /// Upright folds.
    Curtain,
    /// Courses with joints.
    Bricks,
}

/// An object in the background.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Object {
    /// The frame of a door, left of the head.
    Door,
    /// Shelves, right of the head.
    Shelves,
}

/// Another person behind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SecondFace {
    /// Middle of that face as shares of the picture's width and height.
    pub at: [f32; 2],
    /// Chin to crown as a share of the picture's height.
    pub head_height: f32,
    /// Skin, 1 to 10.
    pub tone: f32,
}

/// What is behind the person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Backdrop {
    /// Its colour at right exposure, in sRGB.
    pub colour: [u8; 3],
    /// How much darker it becomes to the right and to the bottom edge, as shares of its light.
    pub gradient: [f32; 2],
    /// A texture and its strength from 0 to 1.
    pub texture: Option<(Texture, f32)>,
    /// An object.
    pub object: Option<Object>,
    /// Another person.
    pub second_face: Option<SecondFace>,
}

impl Default for Backdrop {
    fn default() -> Self {
        Self {
            colour: [241, 241, 241],
            gradient: [0.0, 0.0],
            texture: None,
            object: None,
            second_face: None,
        }
    }
}

/// Shadow that head and shoulders cast on the background.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shadow {
    /// Share of the background's light that is taken away where it is deepest, 0 to 1.
    pub strength: f32,
    /// How far it falls to the right and down, in head heights. With (0, 0) it surrounds the head.
    pub offset: [f32; 2],
    /// Width of its soft edge in head heights; more than 0.
    pub softness: f32,
}

impl Default for Shadow {
    fn default() -> Self {
        Self { strength: 0.35, offset: [0.12, 0.05], softness: 0.08 }
    }
}
