//! What can be measured on a page that is shown: whether it fits its width, whether anything is cut
//! off, how large the targets are, how much of the height stays covered. Each complaint is one line.

use super::{Browser, Size};
use serde_json::Value;

/// The least side of a target in CSS pixels (WCAG 2.2, 2.5.8).
const TARGET: u32 = 24;

/// What the scripts below share.
const SHARED: &str = "const shown = each => each.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const unseen = each => each.closest('.unseen, .skip, [aria-hidden=true], svg') !== null;
    const call = each => `<${each.localName}${each.id ? '#' + each.id : ''}${each.classList.length ? '.' + each.classList[0] : ''}> “${each.textContent.trim().slice(0, 40)}”`;";

/// Everything has to be inside the width, and no text may be wider than what holds it and hides it.
const FITS: &str = "const width = document.documentElement.clientWidth, found = [];
    const page = document.scrollingElement;
    if (page.scrollWidth > width) found.push(`the page is ${page.scrollWidth} wide in ${width}`);
    for (const each of document.body.querySelectorAll('*')) {
        if (!shown(each) || unseen(each)) continue;
        const box = each.getBoundingClientRect(), style = getComputedStyle(each);
        if (box.width > 0 && (box.right > width + 1 || box.left < -1)) found.push(`${call(each)} reaches from ${box.left} to ${box.right} of ${width}`);
        const hides = ['hidden', 'clip'].includes(style.overflowX) && each.localName !== 'input';
        if (hides && each.scrollWidth > each.clientWidth + 1) found.push(`${call(each)} cuts its content off: ${each.scrollWidth} in ${each.clientWidth}`);
    }
    return found";

/// A target is large enough, or it is a link in a line of text, or a label makes it larger.
const TARGETS: &str = "const [least] = arguments, found = [];
    const inline = each => each.localName === 'a' && getComputedStyle(each).display === 'inline'
        && each.parentElement.textContent.trim() !== each.textContent.trim();
    for (const each of document.querySelectorAll('a[href], button, input, select, textarea, summary')) {
        if (!shown(each) || unseen(each) || inline(each)) continue;
        const boxes = [each, ...each.labels ?? []].map(one => one.getBoundingClientRect());
        if (!boxes.some(box => box.width >= least && box.height >= least)) {
            const [box] = boxes;
            found.push(`${call(each)} is ${box.width} × ${box.height}`);
        }
    }
    return found";

/// What stays in place while the page scrolls may not take the page away.
const COVERED: &str = "const found = [];
    let height = 0;
    for (const each of document.body.querySelectorAll('*')) {
        const { position } = getComputedStyle(each);
        if (!shown(each) || unseen(each) || each.closest('dialog') || !['fixed', 'sticky'].includes(position)) continue;
        const box = each.getBoundingClientRect();
        if (box.bottom > 0 && box.top < innerHeight) height += Math.min(box.height, innerHeight);
    }
    if (height > innerHeight * 0.4) found.push(`${height} of ${innerHeight} stay covered`);
    return found";

/// Nothing runs that a reader asked not to see.
const STILL: &str = "return document.getAnimations().filter(each => each.playState === 'running')
    .map(each => `${each.animationName ?? each.transitionProperty ?? 'something'} runs`)";

impl Browser {
    /// What does not fit the page's width, or is cut off.
    #[must_use]
    pub fn what_does_not_fit(&self) -> Vec<String> {
        self.complaints(FITS)
    }

    /// Targets that are smaller than 24 pixels.
    #[must_use]
    pub fn small_targets(&self) -> Vec<String> {
        self.complaints(TARGETS)
    }

    /// Whether too much of the height stays covered.
    #[must_use]
    pub fn what_stays_covered(&self) -> Vec<String> {
        self.complaints(COVERED)
    }

    /// What moves now.
    #[must_use]
    pub fn what_moves(&self) -> Vec<String> {
        self.complaints(STILL)
    }

    /// Everything about the page's layout at this size, by what it is called.
    #[must_use]
    pub fn layout_at(&self, size: Size, name: &str) -> Vec<String> {
        self.resize(size);
        let found = [self.what_does_not_fit(), self.small_targets(), self.what_stays_covered()];
        found.into_iter().flatten().map(|complaint| format!("{name}: {complaint}")).collect()
    }

    fn complaints(&self, script: &str) -> Vec<String> {
        let found = self.script(&format!("{SHARED} {script}"), vec![Value::from(TARGET)]);
        let found: Vec<String> = serde_json::from_value(found).expect("a list of sentences");
        found
    }
}
