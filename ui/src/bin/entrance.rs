//! The program that browsers load before a sign-in: the same interface without the pages of a
//! household.

fn main() {
    landed_ui::launch();
}
