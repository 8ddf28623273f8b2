//! Tells Tauri which commands exist, so that each needs a permission in `capabilities/`.

const COMMANDS: &[&str] = &[
    "start",
    "keep_settings",
    "remove_device_data",
    "decide_keeping",
    "session_time",
    "extend_session",
    "portal_info",
    "first_sign_in",
    "password_strength",
    "check_email",
    "open_email",
    "store_password",
    "sign_in",
    "second_factor",
    "sign_out",
    "ask",
    "board",
    "timeline",
    "load_draft",
    "save_draft",
    "draft_elsewhere",
    "save_draft_over",
    "discard_draft",
    "begun",
    "declare",
    "give_address",
    "send_message",
    "outbox",
    "take_back",
    "pick_photo",
    "picked_photo",
    "picked_picture",
    "prepared_picture",
    "frame_photo",
    "examine_photo",
    "photo_progress",
    "discard_photo",
    "submit_photo",
    "submitted_picture",
    "photo_examination",
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // The UI is built by `cargo xtask ui`; the folder must exist for code that is only checked.
    std::fs::create_dir_all("dist/app")?;
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))?;
    Ok(())
}
