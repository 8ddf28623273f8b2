//! Where phones enter: there is no program of its own there, and nobody to tell how it ended.

#[tauri::mobile_entry_point]
fn enter() {
    let _ = crate::run();
}
