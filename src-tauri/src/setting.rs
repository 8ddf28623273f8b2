//! What the installation says: the portal's address, the folder, the system's languages.
//!
//! - `LANDED_PORTAL`: the portal's address, in place of the one built in.
//! - `LANDED_DATA`: the folder for what is kept, in place of the system's usual one.
//! - `LANDED_REFRESH_SECONDS`: how often the board is asked for in the background, in place of the
//!   usual few minutes; for tests.

use applicant::Setting;
use std::env;
use std::path::PathBuf;

/// The portal that a build speaks to unless told otherwise; set by who builds for release.
const BUILT_IN_PORTAL: Option<&str> = option_env!("LANDED_BUILT_IN_PORTAL");

/// Reads the setting.
pub(crate) fn read() -> Result<Setting, String> {
    #[cfg(feature = "demo")]
    if let Some(demonstration) = crate::demo::asked_for()? {
        return crate::demo::start(demonstration);
    }
    let portal = env::var("LANDED_PORTAL")
        .ok()
        .or_else(|| BUILT_IN_PORTAL.map(str::to_owned))
        .ok_or("no portal is built in; give its address in LANDED_PORTAL")?;
    let folder = match env::var_os("LANDED_DATA") {
        Some(folder) => PathBuf::from(folder),
        None => usual_folder().ok_or("the system names no folder for an app's data")?,
    };
    Ok(Setting { portal, folder, system_languages: system_languages(), demonstration: false })
}

/// How often the board is asked for in the background, in seconds, where that is said.
pub(crate) fn refresh_seconds() -> Option<u32> {
    env::var("LANDED_REFRESH_SECONDS").ok()?.parse().ok()
}

/// Where the system wants an app to keep its data.
fn usual_folder() -> Option<PathBuf> {
    let home = || env::var_os("HOME").map(PathBuf::from);
    if cfg!(target_os = "windows") {
        env::var_os("LOCALAPPDATA").map(|folder| PathBuf::from(folder).join("Landed"))
    } else if cfg!(target_os = "macos") {
        home().map(|home| home.join("Library/Application Support/Landed"))
    } else {
        let data = env::var_os("XDG_DATA_HOME").map(PathBuf::from);
        data.or_else(|| home().map(|home| home.join(".local/share")))
            .map(|data| data.join("landed"))
    }
}

/// The system's languages, the preferred first.
pub(crate) fn system_languages() -> Vec<String> {
    ["LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(|name| env::var(name).ok())
        .flat_map(|value| value.split(':').map(str::to_owned).collect::<Vec<_>>())
        .filter(|tag| !tag.is_empty())
        .collect()
}
