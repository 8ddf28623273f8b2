//! The stylesheet's colours: every pair that is used together can be told apart (WCAG 2.2, 1.4.3,
//! 1.4.6 and 1.4.11), in the light, in the dark, and where more contrast is asked for.

#![expect(clippy::expect_used, clippy::panic, reason = "a test says what is missing by failing")]

use std::collections::BTreeMap;

const TOKENS: &str = include_str!("../../assets/css/10-tokens.css");
const SCHEMES: &str = include_str!("../../assets/css/11-schemes.css");

type Colour = [f64; 3];
/// What a block says of each token: a colour, or the name of another token.
type Block = BTreeMap<String, String>;

/// What is written on these grounds.
const GROUNDS: [&str; 7] =
    ["paper", "sheet", "sky", "evergreen-tint", "amber-tint", "brick-tint", "moss-tint"];

/// Text and what it stands on, beside the inks that stand on every ground.
const TEXT: [(&str, &str); 23] = [
    ("evergreen", "paper"),
    ("evergreen", "sheet"),
    ("evergreen", "sky"),
    ("evergreen", "amber-tint"),
    ("evergreen", "brick-tint"),
    ("evergreen", "moss-tint"),
    ("evergreen-deep", "paper"),
    ("evergreen-deep", "sheet"),
    ("evergreen-deep", "sky"),
    ("evergreen-deep", "amber-tint"),
    ("on-evergreen", "evergreen"),
    ("on-evergreen", "evergreen-deep"),
    ("amber", "amber-tint"),
    ("brick", "paper"),
    ("brick", "sheet"),
    ("brick", "brick-tint"),
    // The button of what cannot be taken back, pressed or not.
    ("paper", "brick"),
    ("paper", "ink"),
    ("moss", "moss-tint"),
    ("moss", "paper"),
    ("moss", "sheet"),
    ("amber", "paper"),
    ("amber", "sheet"),
];

/// Edges, signs and the strokes of drawings, and what they stand on.
const EDGES: [(&str, &str); 10] = [
    ("edge", "paper"),
    ("edge", "sheet"),
    ("edge", "sky"),
    ("evergreen", "evergreen-tint"),
    ("on-evergreen", "evergreen"),
    ("quiet", "sky"),
    ("amber", "amber-tint"),
    ("brick", "brick-tint"),
    ("moss", "sheet"),
    ("moss", "moss-tint"),
];

/// What the block that begins with this line says.
fn block(sheet: &str, begins: &str) -> Block {
    let (_, after) = sheet.split_once(begins).unwrap_or_else(|| panic!("no block {begins}"));
    let (inside, _) = after.split_once('}').expect("a block ends");
    let lines = inside.lines().filter_map(|line| {
        let (name, value) = line.trim().strip_prefix("--")?.split_once(": ")?;
        Some((name.to_owned(), value.strip_suffix(';')?.to_owned()))
    });
    lines.collect()
}

/// A token's colour, through the tokens that it names.
fn colour(tokens: &Block, name: &str) -> Colour {
    let value = tokens.get(name).unwrap_or_else(|| panic!("no token {name}"));
    if let Some(other) = value.strip_prefix("var(--").and_then(|rest| rest.strip_suffix(')')) {
        return colour(tokens, other);
    }
    let digits = value.strip_prefix('#').unwrap_or_else(|| panic!("{name} is no colour: {value}"));
    let part =
        |at: usize| f64::from(u8::from_str_radix(&digits[at..at + 2], 16).expect("two digits"));
    [part(0), part(2), part(4)]
}

/// The relative luminance of WCAG 2.2.
fn luminance(colour: Colour) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = part / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(a: Colour, b: Colour) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn at_least(scheme: &str, tokens: &Block, front: &str, ground: &str, least: f64) {
    let found = contrast(colour(tokens, front), colour(tokens, ground));
    assert!(found >= least, "{scheme}: {front} on {ground} is {found:.2} to 1, not {least}");
}

/// Text needs 4.5 to 1, what is read at length 7; edges and signs need 3.
fn check(scheme: &str, tokens: &Block, text: f64, edges: f64) {
    for ground in GROUNDS {
        at_least(scheme, tokens, "ink", ground, 7.0);
        at_least(scheme, tokens, "quiet", ground, text);
        // The ring of the focus is in ink, beside whatever stands there.
        at_least(scheme, tokens, "ink", ground, 3.0);
    }
    for (front, ground) in TEXT {
        at_least(scheme, tokens, front, ground, text);
    }
    for (front, ground) in EDGES {
        at_least(scheme, tokens, front, ground, edges);
    }
}

fn with(base: &Block, over: &Block) -> Block {
    base.iter().chain(over).map(|(name, value)| (name.clone(), value.clone())).collect()
}

fn light() -> Block {
    block(TOKENS, ":root {\n  color-scheme: light dark;")
}

fn dark() -> Block {
    with(&light(), &block(SCHEMES, ":root[data-theme=\"dark\"] {"))
}

#[test]
fn every_pair_of_colours_can_be_told_apart() {
    check("light", &light(), 4.5, 3.0);
    check("dark", &dark(), 4.5, 3.0);
}

#[test]
fn where_more_contrast_is_asked_for_there_is_more() {
    let more = block(SCHEMES, "(prefers-contrast: more) {\n  :root:root:root {");
    check("light, more contrast", &with(&light(), &more), 7.0, 7.0);
    check("dark, more contrast", &with(&dark(), &more), 7.0, 7.0);
}

#[test]
fn dark_by_the_system_and_dark_by_choice_are_the_same() {
    let by_system = block(SCHEMES, ":root:not([data-theme=\"light\"]) {");
    assert!(by_system.len() > 20, "the dark scheme has its own colours");
    assert_eq!(by_system, block(SCHEMES, ":root[data-theme=\"dark\"] {"));
    let own: Vec<&String> = by_system.keys().collect();
    let all = light();
    let missing: Vec<&String> = all.keys().filter(|name| !own.contains(name)).collect();
    assert_eq!(missing, Vec::<&String>::new(), "colours that the dark scheme leaves light");
}

#[test]
fn forced_colours_are_all_the_systems() {
    let forced = block(SCHEMES, "(forced-colors: active) {\n  :root:root:root {");
    let systems = ["Canvas", "CanvasText", "LinkText", "none"];
    for (name, value) in &forced {
        assert!(systems.contains(&value.as_str()), "{name} is {value}");
    }
    for name in GROUNDS.into_iter().chain(["ink", "quiet", "edge", "line", "evergreen"]) {
        assert!(forced.contains_key(name), "{name} is left as it was");
    }
}
