//! The model's card: what it was trained on, how well it does, what it cannot do.

use crate::measure::{Errors, Judged, auc, moments, quantiles};
use crate::portraits::Portrait;
use crate::random::Random;
use crate::run::{Outcome, Setting};
use std::collections::BTreeMap;
use std::fmt::Write;

/// Draws from the people that an interval is made of.
const DRAWS: usize = 2000;

/// The card in Markdown.
pub fn card(portraits: &[Portrait], setting: Setting, outcome: &Outcome, bytes: usize) -> String {
    let all: Vec<Errors> = outcome.folds.concat();
    let mut card = String::new();
    let out = &mut card;
    put(out, "# The model of a face's points\n");
    put(out, "This page is written by `cargo xtask calibrate`; changes made here are lost.\n");
    put(
        out,
        &format!(
            "`crates/photo/models/points.bin`, {bytes} bytes: where 46 points of a face are, from the crown \
         to the chin, in a box that the face detector gave; how far the eyes look closed or hidden \
         behind dark lenses; and whether there is a face under the points at all. A cascade of ridge \
         regressions on histograms of gradients, weights in bytes; its form is documented in \
         `crates/photo/src/face/model.rs`.\n"
        ),
    );
    put(out, "## Data\n");
    put(out, &data(portraits, outcome, setting));
    put(out, "## Errors on people that the model does not know\n");
    put(
        out,
        &format!(
            "Five times a fifth of the {} people was kept out of training and measured; all pictures of a \
         person are in the same fifth, and composites are only trained on. Distances are in percent \
         of the distance of the pupils. The head's height is fitted less placed by hand, in percent \
         of the latter. In brackets the interval that holds 95 of 100 draws of as many people.\n",
            outcome.people
        ),
    );
    put(out, &main_table(&all, setting.seed));
    put(
        out,
        "| fold | people | pupils | lids | mouth | chin | crown | height: bias | SD |\n|---|---|---|---|---|---|---|---|---|",
    );
    for (index, fold) in outcome.folds.iter().enumerate() {
        put(out, &row(&format!("{}", index + 1), fold));
    }
    put(out, "\nMedians, but for the height. By what the people said of themselves:\n");
    put(
        out,
        "| group | people | pupils | lids | mouth | chin | crown | height: bias | SD |\n|---|---|---|---|---|---|---|---|---|",
    );
    for (name, members) in groups(portraits, &all) {
        put(out, &row(&name, &members));
    }
    put(
        out,
        "\nGroups of fewer than ten people say little; their figures are here so that nothing is hidden in the whole.\n",
    );
    put(out, "## On changed pictures of the same people\n");
    put(out, &changed(outcome));
    put(out, "## What it cannot do\n");
    put(out, LIMITS);
    put(out, "## Training it again\n");
    put(
        out,
        &format!(
            "`cargo xtask calibrate --portraits DIR` with the folder of portraits; seed {}, {} samples of each \
         portrait at least. On one machine the same bytes come out every time; another processor may round the \
         sums of the training otherwise, so the committed file is the model. What the model gives for \
         a picture is the same on every machine.\n",
            setting.seed, setting.copies
        ),
    );
    while card.ends_with("\n\n") {
        card.pop();
    }
    card
}

fn put(card: &mut String, text: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(card, "{text}");
}

const LIMITS: &str = "\
- The data holds no children and hardly anybody over 50; three quarters of the people are white. For children only the proportions were imitated by bending adults' faces. Nothing is claimed for children, seniors, or groups of which the table counts a few.
- The crown is the skull's top as somebody guessed it through the hair. Those guesses themselves scatter, and where hair is high or covered the model's does too: a head's height is good to about the deviation given above, not better.
- Closed lids, dark lenses, glasses, cloths, open mouths, turned heads and other backgrounds in training are drawn or bent, not photographed; what is said of them rests on synthetic pictures alone.
- Heads turned by more than about 25° or rolled by more than 25° were not trained on.
- Pictures without any face get points too: the confidence says so, and must be asked.
";

fn data(portraits: &[Portrait], outcome: &Outcome, setting: Setting) -> String {
    let count = |set: &str| portraits.iter().filter(|portrait| portrait.set == set).count();
    format!(
        "| set | pictures | source |\n|---|---|---|\n\
         | London, neutral | {} | DeBruine, Lisa; Jones, Benedict (2017): Face Research Lab London Set. figshare. doi 10.6084/m9.figshare.5047666.v5 |\n\
         | Canada | {} | DeBruine, Lisa; Jones, Benedict (2017): Young Adult White Faces with Manipulated Versions. figshare. doi 10.6084/m9.figshare.4220517.v1 |\n\
         | composites | {} | DeBruine, Lisa (2016): Young adult composite faces. figshare. doi 10.6084/m9.figshare.4055130.v1 |\n\n\
         All three are licensed under CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/) and carry 189 points placed by hand. \
         They were changed for training: cut, bent, painted over, lit anew. The people consented to use \
         “in lab-based and web-based studies in their original or altered forms and to illustrate research”. \
         No picture and no template is in this project or can be had back from the model: it holds a mean shape, \
         {} ways in which shapes differ, and weights.\n\n\
         Of each picture {} samples were made, up to two and a half times as many where few people are of the \
         same group, {} in all. Three in ten are nearly as the picture is; the others are turned by up to 23° and to the side by up to 24°, nodding, \
         with other proportions (one in ten a child's), boxes that lie loosely, other light, gamma, shadows, blur, noise, JPEG, \
         other backgrounds, lids closed in part or wholly, glasses with clear and dark lenses, cloths around the head, open mouths; half of them mirrored.\n",
        count("london-neutral"),
        count("canada"),
        count("composite"),
        outcome.model.ways.len().saturating_sub(4),
        setting.copies,
        outcome.samples,
    )
}

type Measure = (&'static str, fn(&Errors) -> f32, &'static str);

const MEASURES: [Measure; 5] = [
    ("pupils", |errors| errors.pupils, "1.5"),
    ("lids", |errors| errors.lids, ""),
    ("mouth", |errors| errors.mouth, ""),
    ("chin", |errors| errors.chin, "3.5"),
    ("crown", |errors| errors.crown, ""),
];

fn main_table(all: &[Errors], seed: u64) -> String {
    let mut table = format!(
        "{} people.\n\n| | median | mean | 95th percentile | aim |\n|---|---|---|---|---|\n",
        all.len()
    );
    for (name, of, aim) in MEASURES {
        let (median, far) = quantiles(all.iter().map(of));
        let mean = moments(all.iter().map(of)).0;
        let (low, high) = interval(all, seed, |drawn| quantiles(drawn.iter().map(|e| of(e))).0);
        let (least, most) = interval(all, seed, |drawn| moments(drawn.iter().map(|e| of(e))).0);
        let _ = writeln!(
            table,
            "| {name} | {median:.2} ({low:.2}–{high:.2}) | {mean:.2} ({least:.2}–{most:.2}) | {far:.2} | {aim} |"
        );
    }
    let (bias, deviation) = moments(all.iter().map(|errors| errors.height));
    let height = |drawn: &[&Errors]| moments(drawn.iter().map(|errors| errors.height));
    let (low, high) = interval(all, seed, |drawn| height(drawn).0);
    let (least, most) = interval(all, seed, |drawn| height(drawn).1);
    let middle = quantiles(all.iter().map(|errors| errors.height.abs())).0;
    let _ = writeln!(
        table,
        "\nHeight of the head: bias {bias:+.2} % ({low:+.2} to {high:+.2}; aim 1), standard deviation \
         {deviation:.2} % ({least:.2}–{most:.2}; aim 1.8), median of the amount {middle:.2} %.\n"
    );
    table
}

/// The middle 95 of 100 values of a figure over draws of as many people, with repetition.
fn interval(all: &[Errors], seed: u64, figure: impl Fn(&[&Errors]) -> f32) -> (f32, f32) {
    let mut random = Random::of(seed, 42);
    let mut values: Vec<f32> = (0..DRAWS)
        .map(|_| {
            let drawn: Vec<&Errors> =
                all.iter().filter_map(|_| all.get(random.index(all.len()))).collect();
            figure(&drawn)
        })
        .collect();
    values.sort_by(f32::total_cmp);
    let at = |share: usize| values.get(share * DRAWS / 1000).copied().unwrap_or(f32::NAN);
    (at(25), at(975))
}

fn row(name: &str, errors: &[Errors]) -> String {
    let mut row = format!("| {name} | {} |", errors.len());
    for (_, of, _) in MEASURES {
        let _ = write!(row, " {:.2} |", quantiles(errors.iter().map(of)).0);
    }
    let (bias, deviation) = moments(errors.iter().map(|errors| errors.height));
    if errors.len() > 1 {
        let _ = write!(row, " {bias:+.2} | {deviation:.2} |");
    } else {
        let _ = write!(row, " {bias:+.2} | |");
    }
    row
}

fn groups(portraits: &[Portrait], all: &[Errors]) -> BTreeMap<String, Vec<Errors>> {
    let mut groups: BTreeMap<String, Vec<Errors>> = BTreeMap::new();
    for errors in all {
        let Some(portrait) = portraits.get(errors.portrait) else { continue };
        let group = portrait.group.replace('_', " ");
        for name in [group, portrait.gender.clone(), format!("set {}", portrait.set)] {
            groups.entry(name).or_default().push(errors.clone());
        }
    }
    groups
}

fn changed(outcome: &Outcome) -> String {
    let judged = &outcome.judged;
    let of = |which: fn(&Judged) -> bool, what: fn(&Judged) -> f32| -> Vec<f32> {
        judged.iter().filter(|judged| which(judged)).map(what).collect()
    };
    let clear: fn(&Judged) -> bool = |judged| !judged.truth.1 && judged.truth.0 < 0.2;
    let closed: fn(&Judged) -> bool = |judged| !judged.truth.1 && judged.truth.0 > 0.8;
    let dark: fn(&Judged) -> bool = |judged| judged.truth.1;
    let (open_lids, closed_lids) = (of(clear, |j| j.eyes.0), of(closed, |j| j.eyes.0));
    let (bare, lenses) = (of(clear, |j| j.eyes.1), of(dark, |j| j.eyes.1));
    let (faces, none) = (of(|_| true, |j| j.fit), of(|_| true, |j| j.none));
    let share = |values: &[f32], yes: fn(f32) -> bool| {
        let count = values.iter().filter(|value| yes(**value)).count();
        100.0 * count as f32 / values.len().max(1) as f32
    };
    format!(
        "The same models on samples made of the people they did not know, changed as in training: {} pictures.\n\n\
         | | pupils | lids | mouth | chin | crown | height: bias | SD |\n|---|---|---|---|---|---|---|---|\n{}\n\n\
         | judgement | AUC | over a half where it is so | over a half where it is not | pictures |\n|---|---|---|---|---|\n\
         | eyes closed | {:.3} | {:.1} % | {:.1} % | {} closed, {} open |\n\
         | dark lenses | {:.3} | {:.1} % | {:.1} % | {} dark, {} bare |\n\
         | a face under the points, against the same upside down | {:.3} | {:.1} % | {:.1} % | {} each |\n",
        outcome.changed.len(),
        row("median", &outcome.changed).replacen(&format!(" {} |", outcome.changed.len()), "", 1),
        auc(&closed_lids, &open_lids),
        share(&closed_lids, |value| value > 0.5),
        share(&open_lids, |value| value > 0.5),
        closed_lids.len(),
        open_lids.len(),
        auc(&lenses, &bare),
        share(&lenses, |value| value > 0.5),
        share(&bare, |value| value > 0.5),
        lenses.len(),
        bare.len(),
        auc(&faces, &none),
        share(&faces, |value| value > 0.5),
        share(&none, |value| value > 0.5),
        faces.len(),
    )
}
