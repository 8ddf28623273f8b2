//! The person: proportions, skin, hair, eyes and mouth, and how the head is turned.

/// How a head is turned; see the fields of the same names of [`Portrait`](crate::Portrait).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pose {
    /// Degrees clockwise as seen.
    pub roll: f32,
    /// Degrees to the right of the picture.
    pub yaw: f32,
    /// Degrees down.
    pub pitch: f32,
}

/// Proportions of head and face. All but `child` are factors on those of the mean adult, made for
/// 0.85 to 1.15.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Build {
    /// Width of the whole face.
    pub width: f32,
    /// Width of the jaw against that of the face.
    pub jaw: f32,
    /// Width of the nose.
    pub nose: f32,
    /// Size of the eyes' openings.
    pub eyes: f32,
    /// Fullness of the lips.
    pub lips: f32,
    /// Thickness of the brows.
    pub brows: f32,
    /// 0 an adult, 1 a child of about three years: larger cranium, shorter lower face, larger eyes,
    /// smaller nose, fainter brows.
    pub child: f32,
}

impl Default for Build {
    fn default() -> Self {
        Self { width: 1.0, jaw: 1.0, nose: 1.0, eyes: 1.0, lips: 1.0, brows: 1.0, child: 0.0 }
    }
}

/// Skin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Skin {
    /// 1 (very light) to 10 (very dark).
    pub tone: f32,
    /// 0 dull to 1 so oily that forehead, nose and cheeks blow out. About 0.15 is usual.
    pub shine: f32,
    /// Wrinkles and spots, 0 to 1.
    pub age: f32,
    /// 0 shaven to 1 a full beard.
    pub beard: f32,
}

impl Default for Skin {
    fn default() -> Self {
        Self { tone: 4.0, shine: 0.15, age: 0.15, beard: 0.0 }
    }
}

/// How hair is worn, or what covers it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HairStyle {
    /// None.
    Bald,
    /// Close to the skull.
    Cropped,
    /// To the ears.
    Short,
    /// To the shoulders, over the ears.
    Long,
    /// A scarf around head and neck; the whole face is visible.
    Scarf,
    /// A turban; the whole face is visible.
    Turban,
}

impl HairStyle {
    /// Every style.
    pub const ALL: [Self; 6] =
        [Self::Bald, Self::Cropped, Self::Short, Self::Long, Self::Scarf, Self::Turban];
}

/// Hair or head covering.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hair {
    /// How it is worn.
    pub style: HairStyle,
    /// Its colour in sRGB; brows and beard have it too unless it is cloth.
    pub colour: [u8; 3],
    /// Thickness above the skull in head heights, about 0.02 to 0.12.
    pub volume: f32,
}

impl Default for Hair {
    fn default() -> Self {
        Self { style: HairStyle::Short, colour: [44, 33, 27], volume: 0.045 }
    }
}

/// Eyes. Left and right as seen in the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Eyes {
    /// Opening of the lids of the left and of the right eye: 0 closed, 1 open, up to 1.2.
    pub opening: [f32; 2],
    /// Where they look, right and down, −1 to 1; 0 is at the viewer.
    pub gaze: [f32; 2],
    /// Colour of the iris in sRGB.
    pub colour: [u8; 3],
    /// 0 none to 1 pupils wholly red from a flash.
    pub red: f32,
}

impl Default for Eyes {
    fn default() -> Self {
        Self { opening: [1.0, 1.0], gaze: [0.0, 0.0], colour: [92, 62, 40], red: 0.0 }
    }
}

/// Mouth.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Mouth {
    /// 0 closed to 1 wide open. The gap between the lips grows with it in proportion.
    pub opening: f32,
    /// 0 neutral to 1 a broad smile; below 0 the corners hang.
    pub smile: f32,
    /// Whether teeth show in the gap.
    pub teeth: bool,
}
