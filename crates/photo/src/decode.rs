//! The pixels of a picture, as its file stores them. One decoder for each format everywhere, never
//! the browser's. Nothing is turned, converted or copied here: three bytes a pixel are held once,
//! and whoever needs them upright reads them so.

mod jpeg;
mod png;
mod reader;
mod room;
mod turn;

pub(crate) use room::Room;
pub(crate) use turn::{Area, Turn, copy};

use crate::header::Header;
use contract::photo::PictureFormat;
use contract::{Code, Problem};

/// Bytes of one pixel: red, green, blue.
pub(crate) const CHANNELS: usize = 3;

/// How many upright rows are read out at a time where the picture lies on its side. Each row of the
/// file is then touched once for as many.
const BAND: usize = 32;

/// All pixels of a picture, in the order of its file.
pub(crate) struct Picture {
    /// Pixels across as stored.
    pub(crate) width: usize,
    /// Pixels down as stored.
    pub(crate) height: usize,
    /// How they come to be upright.
    pub(crate) turn: Turn,
    /// Red, green and blue of every pixel, without gaps. Alpha was laid over white, 16 bits were
    /// rounded to 8, grey is three equal values.
    pub(crate) rgb: Room,
}

/// The most bytes that a decoding may take: three a pixel, and six for its coefficients where they
/// must all be held first (progressive JPEG), at 60 megapixels and what is added to fill blocks.
const MOST_BYTES: u64 = 9 * 62_000_000;

/// Decodes a whole picture, whose size was bounded with its header.
///
/// # Errors
/// `photo_unreadable` where the file is damaged anywhere or ends too early;
/// `photo_too_many_pixels` where decoding would take over 558 MB, judged before any is taken.
pub(crate) fn decode(bytes: &[u8], header: &Header) -> Result<Picture, Problem> {
    // Of a JPEG as if it came in several passes, which baseline files may do as well.
    let per_pixel = match header.format {
        PictureFormat::Jpeg => 3 + 2 * u64::from(header.components),
        PictureFormat::Png => 3,
    };
    if header.pixels().saturating_mul(per_pixel) > MOST_BYTES {
        return Err(Problem::new(Code::PhotoTooManyPixels)
            .with("megapixels", header.pixels().div_ceil(1_000_000))
            .with("limit", MOST_BYTES / per_pixel / 1_000_000));
    }
    let (width, height) = (header.width as usize, header.height as usize);
    let rgb = match header.format {
        PictureFormat::Jpeg => jpeg::rgb(bytes, header, width * height * CHANNELS),
        PictureFormat::Png => png::rgb(bytes, width, height).map(Room::from),
    };
    let turn = Turn::of(header.orientation);
    rgb.filter(|rgb: &Room| rgb.len() == width * height * CHANNELS)
        .map(|rgb| Picture { width, height, turn, rgb })
        .ok_or_else(|| Code::PhotoUnreadable.into())
}

impl Picture {
    /// Shows every row of the upright picture, from the upper one down, left to right.
    pub(crate) fn upright_rows(&self, mut show: impl FnMut(&[u8])) {
        let (across, down) = self.turn.upright(self.width, self.height);
        let mut band = vec![0; across * CHANNELS * BAND.min(down)];
        for top in (0..down).step_by(BAND) {
            let rows = BAND.min(down - top);
            let band = &mut band[..rows * across * CHANNELS];
            copy(&self.rgb, (self.width, self.height), self.turn, top, band);
            band.chunks_exact(across * CHANNELS).for_each(&mut show);
        }
    }
}
