//! The floor of `start_to_usable`: a window of the same toolkit with the same flags, one heading and
//! one field. It never does anything else: whatever the app takes longer is the app's own doing.

/// Opens the window and waits until it is closed.
fn main() -> tauri::Result<()> {
    tauri::Builder::default().run(tauri::generate_context!())
}
