//! Tauri's own preparation, as the app does it.

fn main() {
    tauri_build::build();
}
