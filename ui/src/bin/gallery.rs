//! The program that shows the gallery.

fn main() {
    landed_ui::launch_gallery();
}
