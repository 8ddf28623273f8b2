//! Packing beforehand, at the best quality: `.br` and `.gz` beside each file that gets smaller.

use super::files::Files;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write as _;
use std::thread;

/// The packed twins of these files.
pub(super) fn packed(files: &Files) -> Files {
    let work: Vec<_> = files.iter().collect();
    let share = work.len().div_ceil(thread::available_parallelism().map_or(2, Into::into)).max(1);
    thread::scope(|scope| {
        // The large ones lie side by side, so they are dealt out one by one.
        let dealt = (0..work.len().div_ceil(share)).map(|first| {
            let (work, step) = (&work, work.len().div_ceil(share));
            scope.spawn(move || {
                let mine = work.iter().skip(first).step_by(step);
                mine.flat_map(|(name, bytes)| twins(name, bytes)).collect::<Files>()
            })
        });
        let dealt: Vec<_> = dealt.collect();
        dealt.into_iter().filter_map(|done| done.join().ok()).flatten().collect()
    })
}

fn twins(name: &str, bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    [("br", brotli(bytes)), ("gz", gzip(bytes))]
        .into_iter()
        .filter_map(|(ending, packed)| Some((format!("{name}.{ending}"), packed?)))
        .filter(|(_, packed)| packed.len() < bytes.len())
        .collect()
}

/// Packed with brotli at its best.
pub(super) fn brotli(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut packed = Vec::new();
    let settings = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &settings).ok()?;
    Some(packed)
}

fn gzip(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut packing = GzEncoder::new(Vec::new(), Compression::best());
    packing.write_all(bytes).ok()?;
    packing.finish().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read as _;

    #[test]
    fn twins_unpack_to_the_file_and_are_left_out_where_they_are_larger() {
        let text = "arrival ".repeat(500).into_bytes();
        let files = Files::from([("page.html".into(), text.clone()), ("dot".into(), vec![7])]);
        let packed = packed(&files);
        assert_eq!(packed.keys().collect::<Vec<_>>(), ["page.html.br", "page.html.gz"]);
        let mut unpacked = Vec::new();
        brotli::BrotliDecompress(&mut &*packed["page.html.br"], &mut unpacked).unwrap();
        assert_eq!(unpacked, text);
        let mut unpacked = Vec::new();
        flate2::read::GzDecoder::new(&*packed["page.html.gz"]).read_to_end(&mut unpacked).unwrap();
        assert_eq!(unpacked, text);
    }
}
