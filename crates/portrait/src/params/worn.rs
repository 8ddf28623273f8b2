//! What is worn on the face or held before it.

/// A reflection on the lenses.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glare {
    /// 0 none to 1 white.
    pub strength: f32,
    /// Half width in head heights; a lens is about 0.1.
    pub size: f32,
    /// Its middle beside and below that of the eye, in head heights.
    pub at: [f32; 2],
}

impl Default for Glare {
    fn default() -> Self {
        Self { strength: 1.0, size: 0.04, at: [0.0, -0.01] }
    }
}

/// Glasses.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glasses {
    /// Colour of the frame in sRGB.
    pub colour: [u8; 3],
    /// Thickness of the frame in head heights: 0.006 a wire, 0.022 thick.
    pub frame: f32,
    /// Share of light that the lenses take away: 0 clear to 0.97 sunglasses.
    pub tint: f32,
    /// A reflection on both lenses.
    pub glare: Option<Glare>,
}

impl Default for Glasses {
    fn default() -> Self {
        Self { colour: [40, 36, 36], frame: 0.008, tint: 0.0, glare: None }
    }
}

/// What covers a part of the face.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cover {
    /// A face mask over nose, mouth and chin.
    Mask,
    /// A hand over mouth and cheek.
    Hand,
    /// Hair over the eye on the left.
    HairOverEye,
}
