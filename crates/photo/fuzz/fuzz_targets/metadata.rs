//! Any bytes as what cameras and programs put beside a picture: named within bounds, and gone
//! afterwards.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| photo_fuzz::metadata(bytes));
