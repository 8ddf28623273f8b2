//! The stylesheet's colours: every pair that is used together can be told apart (WCAG 2.2, 1.4.3
//! and 1.4.11), in the light and in the dark.

use std::collections::BTreeMap;

type Colours = BTreeMap<String, [f64; 3]>;

/// Text and what it stands on: 4.5 to 1 at least.
const TEXT: [(&str, &str); 24] = [
    ("ink", "paper"),
    ("ink", "sheet"),
    ("ink", "sky"),
    ("ink", "amber-tint"),
    ("ink", "brick-tint"),
    ("ink", "moss-tint"),
    ("quiet", "paper"),
    ("quiet", "sheet"),
    ("quiet", "sky"),
    ("quiet", "amber-tint"),
    ("quiet", "moss-tint"),
    ("evergreen", "paper"),
    ("evergreen", "sheet"),
    ("evergreen", "sky"),
    ("evergreen", "amber-tint"),
    ("evergreen-deep", "paper"),
    ("on-evergreen", "evergreen"),
    ("on-evergreen", "evergreen-deep"),
    ("amber", "amber-tint"),
    ("brick", "paper"),
    ("brick", "sheet"),
    ("brick", "brick-tint"),
    ("moss", "moss-tint"),
    ("moss", "paper"),
];

/// Edges and signs and what they stand on: 3 to 1 at least.
const EDGES: [(&str, &str); 8] = [
    ("edge", "paper"),
    ("edge", "sheet"),
    ("edge", "sky"),
    ("evergreen", "sheet"),
    ("amber", "paper"),
    ("amber", "sheet"),
    ("moss", "sheet"),
    ("brick", "brick-tint"),
];

/// The tokens of a block of the stylesheet.
fn tokens(block: &str) -> Colours {
    block
        .lines()
        .filter_map(|line| {
            let (name, value) = line.trim().strip_prefix("--")?.split_once(": #")?;
            let digits = value.strip_suffix(';')?;
            let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
            let [red, green, blue] = [part(0)?, part(2)?, part(4)?].map(f64::from);
            Some((name.to_owned(), [red, green, blue]))
        })
        .collect()
}

/// The relative luminance of WCAG 2.2.
fn luminance(colour: [f64; 3]) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = part / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn check(scheme: &str, colours: &Colours) {
    for (pairs, least) in [(&TEXT[..], 4.5), (&EDGES[..], 3.0)] {
        for (front, ground) in pairs {
            let found = contrast(colours[*front], colours[*ground]);
            assert!(found >= least, "{scheme}: {front} on {ground} is {found:.2} to 1");
        }
    }
}

#[test]
fn every_pair_of_colours_can_be_told_apart() {
    let sheet = include_str!("../../assets/app.css");
    let (light, rest) = sheet.split_once("(prefers-color-scheme: dark)").expect("a dark scheme");
    let (dark, _) = rest.split_once("@media").expect("more after it");
    let (light, dark) = (tokens(light), tokens(dark));
    assert!(dark.len() > 12, "the dark scheme has its own colours");
    check("light", &light);
    check("dark", &dark);
}
