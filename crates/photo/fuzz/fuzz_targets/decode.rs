//! Any bytes are looked at: an answer, never a panic, and the answer of both ways is the same.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| photo_fuzz::decode(bytes));
