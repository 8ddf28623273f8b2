//! Any text as it is pasted: findings that hold together, never a panic.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| invitation_fuzz::text(bytes));
