//! Any bytes as a saved email: findings that hold together, never a panic.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| invitation_fuzz::message(bytes));
