//! Lists the message files of every language, so that a new subject is built in by being there.
//! Never reads what is in them.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let place = |name: &str| env::var_os(name).map(PathBuf::from).ok_or(io::ErrorKind::NotFound);
    let locales = place("CARGO_MANIFEST_DIR")?.join("../../locales");
    println!("cargo::rerun-if-changed={}", locales.display());
    let mut list = String::from("&[\n");
    for folder in entries(&locales)? {
        let tag = name(&folder);
        let _ = writeln!(list, "    ({tag:?}, &[");
        for file in
            entries(&folder)?.iter().filter(|file| file.extension().is_some_and(|e| e == "ftl"))
        {
            println!("cargo::rerun-if-changed={}", file.display());
            let _ = writeln!(list, "        include_str!({:?}),", file.display().to_string());
        }
        list.push_str("    ]),\n");
    }
    list.push_str("]\n");
    fs::write(place("OUT_DIR")?.join("files.rs"), list)
}

fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| entry.map(|e| e.path())).collect::<io::Result<_>>()?;
    paths.sort();
    Ok(paths)
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
