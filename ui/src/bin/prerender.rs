//! Prints what `cargo xtask ui` puts into the page before the program runs, as JSON by language.

#![expect(clippy::print_stdout, reason = "the result goes to standard output")]

fn main() {
    println!("{}", landed_ui::prerender());
}
