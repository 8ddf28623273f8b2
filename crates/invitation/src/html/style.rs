//! What style sheets do to the visibility of text. Far from all of CSS: the ways in which text is
//! hidden in mail that its reader should not see.

use std::collections::BTreeMap;

/// No more rules than these are kept, nor longer sheets read.
const MOST_RULES: usize = 300;
const MOST_SHEET: usize = 200_000;
/// Letters below this height, in pixels, are not read by anybody.
const SMALLEST: f64 = 3.0;
/// So far outside nothing is seen, in pixels.
const FAR: f64 = 400.0;
/// Two colours that differ by no more than this in each part are one to the eye.
const SAME_TONE: u8 = 20;

type Rgb = [u8; 3];

/// How text at a place in the page looks.
#[derive(Clone, Debug)]
pub(crate) struct Look {
    /// Hidden with everything in it.
    gone: bool,
    /// Hidden as long as nothing in it says otherwise.
    unseen: bool,
    small: bool,
    ink: Option<Rgb>,
    clear: bool,
    ground: Option<Rgb>,
}

impl Default for Look {
    fn default() -> Self {
        let (ink, ground) = (Some([0, 0, 0]), Some([255, 255, 255]));
        Self { gone: false, unseen: false, small: false, ink, clear: false, ground }
    }
}

impl Look {
    /// Whether its text cannot be seen.
    pub(crate) fn is_hidden(&self) -> bool {
        let one_tone = match (self.ink, self.ground) {
            (Some(ink), Some(ground)) => {
                ink.iter().zip(ground).all(|(a, b)| a.abs_diff(b) <= SAME_TONE)
            }
            _ => false,
        };
        self.gone || self.unseen || self.small || self.clear || one_tone
    }

    /// The look of an element within.
    pub(crate) fn of(
        &self,
        name: &str,
        get: &dyn Fn(&str) -> Option<String>,
        rules: &Rules,
    ) -> Self {
        let mut look = self.clone();
        if get("hidden").is_some() {
            look.gone = true;
        }
        if let Some(ground) = get("bgcolor") {
            look.ground = match colour(&ground) {
                Some(Colour::Solid(ground)) => Some(ground),
                _ => None,
            };
        }
        if name == "font" {
            look.take(&format!("color:{}", get("color").unwrap_or_default()));
        }
        let classes = get("class").unwrap_or_default();
        for declarations in rules.of(name, &classes, get("id").as_deref()) {
            look.take(declarations);
        }
        if let Some(style) = get("style") {
            look.take(&style);
        }
        look
    }

    fn take(&mut self, declarations: &str) {
        let mut all = BTreeMap::new();
        for declaration in declarations.split(';').take(100) {
            if let Some((name, value)) = declaration.split_once(':') {
                let value = value.to_ascii_lowercase().replace("!important", "");
                all.insert(name.trim().to_ascii_lowercase(), value.trim().to_owned());
            }
        }
        let get = |name: &str| all.get(name).map(String::as_str);
        let pixels = |name: &str| get(name).and_then(pixels);
        self.gone |= get("display") == Some("none")
            || get("mso-hide") == Some("all")
            || get("opacity").and_then(share).is_some_and(|part| part < 0.1)
            || is_cut_away(&get)
            || is_outside(&get);
        match get("visibility") {
            Some("hidden" | "collapse") => self.unseen = true,
            Some("visible") => self.unseen = false,
            _ => {}
        }
        let size = pixels("font-size").or_else(|| get("font").and_then(first_size));
        if let Some(size) = size {
            self.small = size < SMALLEST;
        }
        if let Some(ground) = get("background-color").or_else(|| get("background"))
            && let Some(told) = ground.split(' ').find_map(colour).or_else(|| colour(ground))
        {
            // A clear ground shows the one behind it.
            if let Colour::Solid(ground) = told {
                self.ground = Some(ground);
            }
        } else if get("background").or_else(|| get("background-image")).is_some() {
            self.ground = None;
        }
        if let Some(ink) = get("color") {
            match colour(ink) {
                Some(Colour::Solid(ink)) => (self.ink, self.clear) = (Some(ink), false),
                Some(Colour::Clear) => self.clear = true,
                None if ink.is_empty() || ink == "inherit" => {}
                None => (self.ink, self.clear) = (None, false),
            }
        }
    }
}

/// Whether nothing is left of it: without height or width, or cut to nothing.
fn is_cut_away<'a>(get: &impl Fn(&str) -> Option<&'a str>) -> bool {
    let flat = ["height", "max-height", "width", "max-width"]
        .iter()
        .any(|name| get(name).and_then(pixels).is_some_and(|size| size < 2.0));
    let hides = get("overflow").is_some_and(|value| value.starts_with("hidden") || value == "clip");
    let bare = |name: &str| get(name).map(|value| value.replace([' ', ','], ""));
    let clipped = bare("clip").is_some_and(|clip| {
        clip.strip_prefix("rect(").is_some_and(|rest| {
            rest.trim_end_matches(')').replace("px", "").bytes().all(|b| matches!(b, b'0' | b'1'))
        })
    });
    let inset = bare("clip-path")
        .is_some_and(|path| path.starts_with("inset(50%") || path.starts_with("inset(100%"));
    let scaled = bare("transform").is_some_and(|value| value.contains("scale(0)"));
    (flat && hides) || clipped || inset || scaled
}

/// Whether it is set far outside of the page.
fn is_outside<'a>(get: &impl Fn(&str) -> Option<&'a str>) -> bool {
    let far = |name: &str| get(name).and_then(pixels).is_some_and(|at| at <= -FAR);
    let set = matches!(get("position"), Some("absolute" | "fixed" | "relative"));
    let placed = set && ["left", "top", "right", "bottom"].iter().any(|name| far(name));
    placed || ["text-indent", "margin-left", "margin-top"].iter().any(|name| far(name))
}

/// A length in pixels, where it is one.
fn pixels(value: &str) -> Option<f64> {
    let digits = value.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == '-' || c == '+'));
    let (number, unit) = value.split_at(digits.unwrap_or(value.len()));
    let number: f64 = number.parse().ok()?;
    match unit.trim() {
        "px" => Some(number),
        "" => Some(number),
        "pt" => Some(number * 4.0 / 3.0),
        "em" | "rem" => Some(number * 16.0),
        "%" => Some(number * 0.16),
        _ => None,
    }
}

/// The size of letters in `font`: its first length with a unit.
fn first_size(value: &str) -> Option<f64> {
    let word = value.split([' ', '/']).find(|word| {
        word.starts_with(|c: char| c.is_ascii_digit())
            && word.ends_with(|c: char| c.is_alphabetic() || c == '%')
    })?;
    pixels(word)
}

fn share(value: &str) -> Option<f64> {
    match value.strip_suffix('%') {
        Some(percent) => percent.trim().parse::<f64>().ok().map(|part| part / 100.0),
        None => value.parse().ok(),
    }
}

/// A colour, where it is understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Colour {
    Solid(Rgb),
    Clear,
}

fn colour(value: &str) -> Option<Colour> {
    let value = value.trim().to_ascii_lowercase();
    if let Some(digits) = value.strip_prefix('#') {
        return hexadecimal(digits);
    }
    if let Some(parts) = value.strip_prefix("rgb") {
        let inner = parts.trim_start_matches('a').trim().strip_prefix('(')?.strip_suffix(')')?;
        let numbers: Vec<&str> =
            inner.split([',', ' ', '/']).filter(|part| !part.is_empty()).collect();
        if numbers.get(3).and_then(|part| share(part)).is_some_and(|part| part < 0.1) {
            return Some(Colour::Clear);
        }
        let [red, green, blue, ..] = numbers.as_slice() else { return None };
        let part = |text: &str| text.parse::<u8>().ok();
        return Some(Colour::Solid([part(red)?, part(green)?, part(blue)?]));
    }
    Some(Colour::Solid(match value.as_str() {
        "white" => [255; 3],
        "snow" => [255, 250, 250],
        "ivory" | "floralwhite" => [255, 255, 240],
        "ghostwhite" => [248, 248, 255],
        "whitesmoke" => [245; 3],
        "black" => [0; 3],
        "red" => [255, 0, 0],
        "blue" => [0, 0, 255],
        "navy" => [0, 0, 128],
        "green" => [0, 128, 0],
        "gray" | "grey" => [128; 3],
        "silver" => [192; 3],
        "yellow" => [255, 255, 0],
        "transparent" => return Some(Colour::Clear),
        _ => return None,
    }))
}

fn hexadecimal(digits: &str) -> Option<Colour> {
    let value = |at: usize, length: usize| {
        let part = digits.get(at..at + length)?;
        let number = u8::from_str_radix(part, 16).ok()?;
        Some(if length == 1 { number * 17 } else { number })
    };
    let length = if digits.len() < 6 { 1 } else { 2 };
    let rgb = [value(0, length)?, value(length, length)?, value(2 * length, length)?];
    match digits.len() {
        3 | 6 => Some(Colour::Solid(rgb)),
        4 | 8 if value(3 * length, length)? < 26 => Some(Colour::Clear),
        4 | 8 => Some(Colour::Solid(rgb)),
        _ => None,
    }
}

/// The address of a picture that a declaration fetches.
pub(crate) fn fetched(declarations: &str) -> Option<String> {
    let at = declarations.to_ascii_lowercase().find("url(")?;
    let inner = declarations.get(at + 4..)?.split(')').next()?;
    Some(inner.trim_matches(['\'', '"', ' ']).to_owned())
}

/// The rules of a page's own style sheets: what an element, class or id says.
#[derive(Default)]
pub(crate) struct Rules(Vec<(Selector, String)>);

#[derive(Debug)]
struct Selector {
    name: String,
    class: String,
    id: String,
}

impl Rules {
    /// Reads a sheet.
    pub(crate) fn read(&mut self, sheet: &str) {
        let sheet = without_comments(sheet.get(..MOST_SHEET).unwrap_or(sheet));
        let mut rest = sheet.as_str();
        while let Some((selectors, after)) = rest.split_once('{') {
            if self.0.len() >= MOST_RULES {
                return;
            }
            let selectors = selectors.rsplit([';', '}']).next().unwrap_or_default().trim();
            if let Some(condition) = selectors.strip_prefix("@media") {
                // What holds on some screens only hides nothing for certain.
                let always = !condition.contains('(') && !condition.contains("print");
                rest = if always { after } else { beyond(after) };
                continue;
            }
            if selectors.starts_with('@') {
                rest = beyond(after);
                continue;
            }
            let (declarations, after) = after.split_once('}').unwrap_or((after, ""));
            for selector in selectors.split(',').take(50) {
                if let Some(selector) = Selector::of(selector) {
                    self.0.push((selector, declarations.to_owned()));
                }
            }
            rest = after;
        }
    }

    fn of<'a>(
        &'a self,
        name: &'a str,
        classes: &'a str,
        id: Option<&'a str>,
    ) -> impl Iterator<Item = &'a str> {
        let fits = move |selector: &Selector| {
            (selector.name.is_empty() || selector.name == name)
                && (selector.class.is_empty()
                    || classes.split_ascii_whitespace().any(|class| class == selector.class))
                && (selector.id.is_empty() || id == Some(selector.id.as_str()))
        };
        let fitting = self.0.iter().filter(move |(selector, _)| fits(selector));
        fitting.map(|(_, declarations)| declarations.as_str())
    }
}

impl Selector {
    /// The last part of a selector. Those of states that a reader brings about are left out.
    fn of(selector: &str) -> Option<Self> {
        let last = selector.split([' ', '>', '+', '~']).rfind(|part| !part.is_empty())?;
        if last.contains([':', '[']) {
            return None;
        }
        let (last, id) = last.split_once('#').unwrap_or((last, ""));
        let (name, class) = last.split_once('.').unwrap_or((last, ""));
        let class = class.split('.').next().unwrap_or_default().to_owned();
        let name = if name == "*" { String::new() } else { name.to_ascii_lowercase() };
        let id = id.split('.').next().unwrap_or_default().to_owned();
        Some(Self { name, class, id })
    }
}

/// What follows the block that has just begun.
fn beyond(text: &str) -> &str {
    let mut depth = 1usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => continue,
        }
        if depth == 0 {
            return text.get(at + 1..).unwrap_or_default();
        }
    }
    ""
}

fn without_comments(sheet: &str) -> String {
    let mut bare = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some((before, after)) = rest.split_once("/*") {
        bare.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    bare.push_str(rest);
    bare.replace("<!--", "").replace("-->", "")
}
