//! Any part of any picture: a photo within every limit, or a refusal.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| photo_fuzz::frame(bytes));
