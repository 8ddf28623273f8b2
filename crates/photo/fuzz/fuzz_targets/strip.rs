//! Whatever is stripped shows the same picture, holds nothing more to strip, and stays as it is.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| photo_fuzz::strip(bytes));
