//! Colour profiles as files carry them: in parts or packed. It says whether one is sound enough to
//! be kept; what its colours are is for the conversion to find out.

use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::{
    TINFL_FLAG_PARSE_ZLIB_HEADER, TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF,
};
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

/// The largest profile that is read. Cameras' have under 1 KB, scanners' and printers' up to 3 MB.
pub(crate) const MAX_ICC_BYTES: usize = 4 * 1024 * 1024;

/// The longest name of a profile that is told, in characters.
const NAME_CHARS: usize = 80;

/// One part of a profile in a JPEG.
#[derive(Clone, Copy)]
pub(crate) struct Part<'a> {
    /// Counted from 1.
    pub(crate) number: u8,
    /// How many parts there are.
    pub(crate) of: u8,
    /// The part's bytes.
    pub(crate) data: &'a [u8],
}

/// The profile of which these are the parts, in any order; nothing where one is missing, too many,
/// or the whole is no sound profile.
pub(crate) fn assemble(parts: &[Part<'_>]) -> Option<Sound> {
    let of = u8::try_from(parts.len()).ok().filter(|of| *of > 0)?;
    let total: usize = parts.iter().map(|part| part.data.len()).sum();
    if total > MAX_ICC_BYTES || parts.iter().any(|part| part.of != of) {
        return None;
    }
    let mut whole = Vec::with_capacity(total);
    for number in 1..=of {
        whole.extend(parts.iter().find(|part| part.number == number)?.data);
    }
    sound_profile(whole)
}

/// A profile that is sound.
pub(crate) struct Sound {
    /// Its bytes, as many as it says it has.
    pub(crate) bytes: Vec<u8>,
    /// Whether there were more, which some writers put there to fill up.
    pub(crate) padded: bool,
}

/// The same bytes, where they are a profile by its header (ICC.1:2022, 7.2): long enough, at least
/// as long as it says, signed `acsp`, for a picture in red, green, blue or in grey.
pub(crate) fn sound_profile(mut data: Vec<u8>) -> Option<Sound> {
    let says = usize::try_from(u32::from_be_bytes(data.get(..4)?.try_into().ok()?)).ok()?;
    let fits = (132..=data.len()).contains(&says);
    let signed = data.get(36..40)? == b"acsp";
    let colours = matches!(data.get(16..20)?, b"RGB " | b"GRAY");
    let padded = says < data.len();
    data.truncate(says);
    (fits && signed && colours).then_some(Sound { bytes: data, padded })
}

/// What a profile calls itself, or the kind of its colours where it has no readable name.
pub(crate) fn profile_name(icc: &[u8]) -> String {
    let kind = || if icc.get(16..20) == Some(b"GRAY") { "Gray" } else { "RGB" }.to_owned();
    description(icc).filter(|name| !name.is_empty()).unwrap_or_else(kind)
}

fn description(icc: &[u8]) -> Option<String> {
    let number = |at: usize| {
        let bytes = icc.get(at..at + 4)?;
        usize::try_from(u32::from_be_bytes(bytes.try_into().ok()?)).ok()
    };
    let count = number(128)?.min(100);
    let entry =
        (0..count).map(|i| 132 + 12 * i).find(|at| icc.get(*at..at + 4) == Some(b"desc"))?;
    let start = number(entry + 4)?;
    let tag = icc.get(start..start.checked_add(number(entry + 8)?)?)?;
    let within = |at: usize| {
        let bytes = tag.get(at..at + 4)?;
        usize::try_from(u32::from_be_bytes(bytes.try_into().ok()?)).ok()
    };
    let text = match tag.get(..4)? {
        b"desc" => {
            let text = tag.get(12..12_usize.checked_add(within(8)?)?)?;
            text.iter().map(|byte| char::from(*byte)).take(NAME_CHARS).collect::<String>()
        }
        b"mluc" => {
            let (length, at) = (within(20)?, within(24)?);
            let text = tag.get(at..at.checked_add(length)?)?;
            let units = text.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
            char::decode_utf16(units).map_while(Result::ok).take(NAME_CHARS).collect()
        }
        _ => return None,
    };
    let printable = text.chars().take_while(|c| *c != '\0').filter(|c| !c.is_control());
    Some(printable.collect::<String>().trim().to_owned())
}

/// Inflates a zlib stream of at most so many bytes, and says how many bytes it took.
pub(crate) fn inflate(packed: &[u8], most: usize) -> Option<(Vec<u8>, usize)> {
    let flags = TINFL_FLAG_PARSE_ZLIB_HEADER | TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
    let mut inflater = DecompressorOxide::new();
    let mut data = vec![0; most.min(64 * 1024)];
    let (mut used, mut filled) = (0, 0);
    loop {
        let rest = packed.get(used..)?;
        let (status, read, written) = decompress(&mut inflater, rest, &mut data, filled, flags);
        used += read;
        filled += written;
        match status {
            TINFLStatus::Done => {
                data.truncate(filled);
                return Some((data, used));
            }
            TINFLStatus::HasMoreOutput if data.len() < most => {
                data.resize((data.len() * 2).min(most), 0);
            }
            _ => return None,
        }
    }
}
