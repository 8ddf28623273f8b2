//! Prints message files as one source in the language that nobody speaks:
//! `cargo run -p locale --example pseudo --features pseudo -- locales/en-CA/app.ftl …`.

use std::io::Write as _;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let mut out = io::stdout().lock();
    for path in env::args_os().skip(1) {
        out.write_all(locale::pseudo(&fs::read_to_string(path)?).as_bytes())?;
        out.write_all(b"\n")?;
    }
    Ok(())
}
