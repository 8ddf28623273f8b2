//! Any picture is examined or refused, and what is told of it is sound.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| photo_fuzz::examine(bytes));
