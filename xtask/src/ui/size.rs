//! What the interface weighs: as it is, and as a browser would fetch it.

use super::files_under;
use crate::failure::{Failure, Outcome};
use std::fs;
use std::path::Path;

/// Bytes as they are and after brotli at its best.
#[derive(Clone, Copy, Default)]
pub(crate) struct Weight {
    /// As they lie on disk.
    pub(crate) raw: usize,
    /// As they are fetched.
    pub(crate) brotli: usize,
}

/// Prints one line for the WebAssembly and one for the whole first load.
///
/// # Errors
/// A file cannot be read.
pub(crate) fn print(interface: &Path) -> Outcome {
    let wasm = weigh(&interface.join("ui_bg.wasm"))?;
    let all = first_load(interface)?;
    let kb = |bytes: usize| bytes.div_ceil(1000);
    println!("wasm        {:>6} KB raw {:>6} KB brotli", kb(wasm.raw), kb(wasm.brotli));
    println!("first load  {:>6} KB raw {:>6} KB brotli", kb(all.raw), kb(all.brotli));
    Ok(())
}

/// Everything that the first page needs.
///
/// # Errors
/// A file cannot be read.
pub(crate) fn first_load(interface: &Path) -> Outcome<Weight> {
    let mut sum = Weight::default();
    for path in files_under(interface, &[])?.values() {
        let weight = weigh(path)?;
        sum.raw += weight.raw;
        sum.brotli += weight.brotli;
    }
    Ok(sum)
}

fn weigh(path: &Path) -> Outcome<Weight> {
    let failed = |error| Failure::file("weigh", path, &error);
    let bytes = fs::read(path).map_err(failed)?;
    let mut packed = Vec::new();
    let settings = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut bytes.as_slice(), &mut packed, &settings).map_err(failed)?;
    Ok(Weight { raw: bytes.len(), brotli: packed.len().min(bytes.len()) })
}
