//! Installs what a bare Debian 12 with rustup lacks. It says what it does, asks nothing, and does
//! nothing where all is there.

mod tools;

use crate::failure::{Failure, Outcome};
use crate::places;
use crate::process::succeed;
use crate::selection::WASM;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

/// What packages are for, and their Debian names.
type Purpose = (&'static str, &'static [&'static str]);

/// For building and showing the app and the portal.
const TO_SHOW: [Purpose; 3] = [
    ("building", &["build-essential", "pkg-config", "libwebkit2gtk-4.1-dev"]),
    (
        "the app's surroundings (session bus, file picker, secret store)",
        &["dbus", "dbus-x11", "xdg-desktop-portal", "xdg-desktop-portal-gtk", "gnome-keyring"],
    ),
    ("drawing text and icons", &["fonts-noto-core", "librsvg2-bin", "adwaita-icon-theme"]),
];

/// For testing as well.
const TO_TEST: [Purpose; 7] = [
    (
        "driving the real window in tests",
        &["webkit2gtk-driver", "xvfb", "xauth", "openbox", "xdotool", "imagemagick", "procps"],
    ),
    ("showing the app's notifications", &["dunst"]),
    ("seeing which files the app opens", &["strace"]),
    (
        "a relay that takes the portal's mail in tests, and a verifier of its signature",
        &["python3-aiosmtpd", "python3-dkim", "openssl"],
    ),
    (
        "driving browsers in tests, and reading what screen readers are told",
        &["chromium", "chromium-driver", "firefox-esr", "at-spi2-core"],
    ),
    ("pictures with the same letters everywhere", &["fonts-noto-cjk", "fonts-dejavu-core"]),
    ("asking the portal's API what nobody would think of", &["python3", "python3-venv"]),
];

/// For type-checking what ships on other systems; only the command that does it asks for them.
const TO_CHECK_TARGETS: [Purpose; 1] = [(
    "compiling for systems that are not this one",
    &["clang", "llvm", "gcc-mingw-w64-x86-64", "libc6-dev-arm64-cross"],
)];

/// For measuring what pictures cost; only the command that does it asks for them.
const TO_MEASURE_PICTURES: [Purpose; 1] =
    [("the floor that reading a JPEG is measured against", &["libjpeg62-turbo-dev"])];

/// Node from Debian, for machines where it is not there from elsewhere, which excludes it.
const NODE: Purpose = ("checking pages with axe-core", &["nodejs", "npm"]);

/// Looks for what building and showing lacks, and installs it.
///
/// # Errors
/// Something is missing and cannot be installed from here; the line says what to run.
pub(crate) fn run() -> Outcome {
    packages(&TO_SHOW)?;
    rust_target(WASM)
}

/// The same for testing.
///
/// # Errors
/// Something is missing and cannot be installed from here; the line says what to run.
pub(crate) fn for_tests() -> Outcome {
    let mut purposes = [&TO_SHOW[..], &TO_TEST].concat();
    if !tools::there("npm") {
        purposes.push(NODE);
    }
    packages(&purposes)?;
    rust_target(WASM)?;
    tools::install()
}

/// Where Schemathesis is, once [`for_tests`] was run.
pub(crate) fn schemathesis() -> PathBuf {
    tools::schemathesis()
}

/// The same for measuring what pictures cost.
///
/// # Errors
/// Something is missing and cannot be installed from here; the line says what to run.
pub(crate) fn for_measuring_pictures() -> Outcome {
    let mut purposes = [&[TO_SHOW[0]][..], &TO_MEASURE_PICTURES].concat();
    if !tools::there("node") {
        purposes.push(NODE);
    }
    packages(&purposes)?;
    rust_target(WASM)
}

/// The same for type-checking these targets.
///
/// # Errors
/// Something is missing and cannot be installed from here; the line says what to run.
pub(crate) fn for_other_targets(targets: &[&str]) -> Outcome {
    packages(&[&TO_SHOW[..], &TO_CHECK_TARGETS].concat())?;
    targets.iter().try_for_each(|target| rust_target(target))
}

fn packages(purposes: &[Purpose]) -> Outcome {
    let wanted: Vec<&str> = purposes.iter().flat_map(|(_, names)| names.iter().copied()).collect();
    let Ok(known) = Command::new("dpkg-query")
        .args(["--show", "--showformat=${Package} ${db:Status-Status}\n"])
        .args(&wanted)
        .stderr(Stdio::null())
        .output()
    else {
        println!(
            "setup: this is no Debian; what it needs is there under other names: {}",
            wanted.join(" ")
        );
        return Ok(());
    };
    let known = String::from_utf8_lossy(&known.stdout);
    let missing: Vec<&str> = wanted
        .into_iter()
        .filter(|name| !known.lines().any(|line| line == format!("{name} installed")))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    for (purpose, names) in purposes {
        let here: Vec<&str> = names.iter().copied().filter(|name| missing.contains(name)).collect();
        if !here.is_empty() {
            println!("setup: installing for {purpose}: {}", here.join(" "));
        }
    }
    install(&missing)
}

fn install(missing: &[&str]) -> Outcome {
    let prefix: &[&str] = if rustix::process::geteuid().is_root() {
        &[]
    } else if sudo_without_asking() {
        &["sudo", "-n"]
    } else {
        return Err(Failure::new(format!(
            "some Debian packages are missing; run this once, then start again:\n  \
             sudo apt-get update && sudo apt-get install --yes --no-install-recommends {}",
            missing.join(" ")
        )));
    };
    let apt = |arguments: &[&str]| {
        let words: Vec<&str> = prefix
            .iter()
            .copied()
            .chain(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet=2"])
            .chain(arguments.iter().copied())
            .collect();
        let (program, rest) = words.split_first().unwrap_or((&"true", &[]));
        succeed(
            Command::new(program).args(rest),
            Duration::from_secs(15 * 60),
            "apt-get (no network, or no space left?)",
        )
    };
    apt(&["update"])?;
    let start = ["install", "--yes", "--no-install-recommends"];
    apt(&[&start, missing].concat())
}

fn sudo_without_asking() -> bool {
    Command::new("sudo")
        .args(["-n", "true"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// A target belongs to the toolchain that the project names.
fn rust_target(target: &str) -> Outcome {
    let sysroot = Command::new("rustc")
        .args(["--print", "sysroot"])
        .current_dir(places::root())
        .output()
        .map_err(|error| Failure::new(format!("rustc cannot be asked where it is: {error}")))?;
    let sysroot = String::from_utf8_lossy(&sysroot.stdout);
    if std::path::Path::new(sysroot.trim()).join("lib/rustlib").join(target).is_dir() {
        return Ok(());
    }
    println!("setup: adding the target {target} to the toolchain");
    succeed(
        Command::new("rustup").args(["target", "add", target]).current_dir(places::root()),
        Duration::from_secs(10 * 60),
        "rustup target add",
    )
}
