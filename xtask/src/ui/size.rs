//! What the interface weighs: as it is, and as a browser fetches it.

use super::files::{self, Files};
use super::pack;
use crate::failure::Outcome;
use std::ops::Add;
use std::path::Path;

/// Bytes as they are and after brotli at its best.
#[derive(Clone, Copy, Default)]
pub(crate) struct Weight {
    /// As they lie on disk.
    pub(crate) raw: usize,
    /// As they are fetched.
    pub(crate) brotli: usize,
}

impl Add for Weight {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { raw: self.raw + other.raw, brotli: self.brotli + other.brotli }
    }
}

/// Prints one line for the first load, and one for what each further step adds.
///
/// # Errors
/// A file cannot be read.
pub(crate) fn print(edition: &Path) -> Outcome {
    let files = files::under(edition)?;
    let all = first_load(edition)?;
    let words = heaviest(&files, is_of_other_pages);
    let household = weigh(&files, is_of_the_household) + words;
    let examiner = engine(edition)?;
    let estimator = weigh(&files, |name| name.contains("/estimator/"));
    let checker = weigh(&files, |name| name.contains("/checker/"));
    let lines = [
        ("first load", all),
        ("with a sign-in", household),
        ("with a photo", examiner),
        ("with a new password", estimator),
        ("with an email", checker),
    ];
    for (what, weight) in lines {
        let kb = |bytes: usize| bytes.div_ceil(1000);
        println!("{what:<20} {:>6} KB raw {:>6} KB brotli", kb(weight.raw), kb(weight.brotli));
    }
    Ok(())
}

/// What judges pictures, which is fetched with the first one.
///
/// # Errors
/// A file cannot be read.
pub(crate) fn engine(edition: &Path) -> Outcome<Weight> {
    Ok(weigh(&files::under(edition)?, |name| name.contains("/examiner/")))
}

/// Everything that the first page needs: the heaviest page, the program, its style, and the words of
/// the language that takes most.
///
/// # Errors
/// A file cannot be read.
pub(crate) fn first_load(edition: &Path) -> Outcome<Weight> {
    let files = files::under(edition)?;
    let program = weigh(&files, |name| {
        name.starts_with("files/")
            && !["/texts/", "/examiner/", "/estimator/", "/checker/", "/drawings/"]
                .iter()
                .any(|part| name.contains(part))
            && !is_of_the_household(name)
    });
    // The words of the other pages come when these stand there.
    let words = heaviest(&files, |name| name.contains("/texts/") && !is_of_other_pages(name));
    let page = heaviest(&files, |name| name.starts_with("pages/"));
    Ok(program + words + page)
}

/// The program that comes after a sign-in.
fn is_of_the_household(name: &str) -> bool {
    ["/ui.js", "/ui_bg.wasm", "/household.css"].iter().any(|end| name.ends_with(end))
}

/// The words of one language that are not shown first.
fn is_of_other_pages(name: &str) -> bool {
    name.ends_with("-more.ftl")
}

fn is_twin(name: &str) -> bool {
    name.ends_with(".br") || name.ends_with(".gz")
}

/// The one that takes most to fetch.
fn heaviest(files: &Files, wanted: impl Fn(&str) -> bool) -> Weight {
    let names = files.keys().filter(|name| wanted(name) && !is_twin(name));
    let weights = names.map(|name| weigh(files, |other| other == name));
    weights.max_by_key(|weight| weight.brotli).unwrap_or_default()
}

fn weigh(files: &Files, wanted: impl Fn(&str) -> bool) -> Weight {
    let mut sum = Weight::default();
    for (name, bytes) in files.iter().filter(|(name, _)| !is_twin(name) && wanted(name)) {
        sum.raw += bytes.len();
        let packed = files.get(&format!("{name}.br")).map(Vec::len);
        let packed = packed.or_else(|| pack::brotli(bytes).map(|packed| packed.len()));
        sum.brotli += packed.unwrap_or(bytes.len()).min(bytes.len());
    }
    sum
}
