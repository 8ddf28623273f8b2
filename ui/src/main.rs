//! The program that browsers and the app's webview load.

fn main() {
    landed_ui::launch();
}
