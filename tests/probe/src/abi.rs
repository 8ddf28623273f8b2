//! How a script calls the program in WebAssembly: bytes in, bytes out, in its own memory. It gives
//! out no memory that it did not make and takes none back that it did not give.

#![expect(unreachable_pub, reason = "scripts reach it")]
#![expect(unsafe_code, reason = "bytes cross into WebAssembly as addresses in its memory")]

use crate::Work;

/// Room for so many bytes; they are written there and given to [`run`].
#[unsafe(no_mangle)]
pub extern "C" fn room(length: usize) -> *mut u8 {
    Box::into_raw(vec![0_u8; length].into_boxed_slice()).cast()
}

/// Does the work that `words` names on the bytes that follow them in the same room: `length` bytes
/// in all, of which the first `words` are its name. Gives the address of the result in the upper
/// half, and its length in the lower; both rooms are to be given back.
#[unsafe(no_mangle)]
pub extern "C" fn run(room: *const u8, length: usize, words: usize) -> u64 {
    // SAFETY: the script passes a room of this length that it got from `room` and has filled.
    let given = unsafe { std::slice::from_raw_parts(room, length) };
    let (words, bytes) = given.split_at(words.min(length));
    let work: Option<Work> = std::str::from_utf8(words).ok().and_then(|words| words.parse().ok());
    let result = work.map_or_else(|| b"unknown".to_vec(), |work| work.on(bytes)).into_boxed_slice();
    let length = result.len() as u64;
    (Box::into_raw(result).cast::<u8>() as u64) << 32 | length
}

/// Takes a room back.
#[unsafe(no_mangle)]
pub extern "C" fn done(room: *mut u8, length: usize) {
    // SAFETY: the script passes address and length of a room that it got and has not given back.
    drop(unsafe { Box::from_raw(std::ptr::slice_from_raw_parts_mut(room, length)) });
}
