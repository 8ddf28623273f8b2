//! Measures the browser edition in Chromium, at a phone's size: how long from a key to the picture of
//! what it did, on a phone's processor; and what the page costs while nobody touches it. Prints JSON
//! with every key's milliseconds and every look's percent of one core.
//!
//! A key goes through Chromium's own input (`Input.dispatchKeyEvent`), so its event bears the moment
//! at which the browser took it, and waiting for a busy page counts. From there a script in the page
//! follows the frames: a frame that comes after the event, after `input` or after any change of the
//! document is asked for by `requestAnimationFrame` and stamped by a message that runs once it is
//! drawn. The key is done with the last such frame before two that bring nothing new, so that an
//! answer which needs several frames counts whole. Event Timing, which would be simpler, stops at the
//! first frame even when the page draws what the key did in the second, counts in steps of 8 ms and
//! leaves out what is faster than 16; it is told beside, as `first_frame`, to check against.

#![expect(clippy::print_stdout, reason = "the result goes to standard output")]

#[path = "measure/processes.rs"]
mod processes;

use journeys::browser::{Browser, Engine, Size, Taste};
use journeys::visitor::Visitor;
use journeys::wait;
use processes::{Rest, look_at, started_here};
use serde_json::{Value, json};
use std::thread;
use std::time::Duration;

/// A phone's processor beside this one.
const SLOWER: u32 = 4;
/// Between two keys of a quick typist.
const BETWEEN_KEYS: Duration = Duration::from_millis(90);
const LOOKS: usize = 3;
/// Chromium tidies its memory half a minute after a page came, and then leaves it alone.
const SETTLING: Duration = Duration::from_secs(40);

/// What is typed: the label's text, and the words.
const TYPED: [(&str, &str); 3] = [
    ("address-care-of", "Maximiliana Guadalupe"),
    ("address-street", "12880 Rue Sainte-Catherine Ouest"),
    ("address-municipality", "Notre-Dame-du-Portage"),
];

/// The field of a label.
const FIELD: &str = "const wanted = plain(name); return [...document.querySelectorAll('label')]
    .find(each => plain(each.textContent).startsWith(wanted))?.control";

/// Follows the frames after each key.
const FOLLOW: &str = "window.taken = []; window.firstFrames = [];
    let key = null;
    const touched = () => { if (key) key.touched = true; };
    const drawn = then => requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => then(performance.now());
        port2.postMessage(null);
    });
    const follow = mine => drawn(now => {
        if (mine.touched) [mine.drawn, mine.touched, mine.idle] = [now, false, 0];
        else mine.idle += 1;
        if (mine.idle < 2) return follow(mine);
        window.taken.push(mine.drawn - mine.pressed);
        if (key === mine) key = null;
    });
    addEventListener('keydown', event => {
        key = { pressed: event.timeStamp, touched: true, idle: 0 };
        follow(key);
    }, true);
    addEventListener('input', touched, true);
    new MutationObserver(touched).observe(document,
        { subtree: true, childList: true, attributes: true, characterData: true });
    new PerformanceObserver(list => window.firstFrames.push(...list.getEntries()
        .filter(each => each.name === 'keydown').map(each => each.duration)))
        .observe({ type: 'event', durationThreshold: 16 });";

fn main() {
    let taste = Taste { size: Size::PHONE, ..Taste::default() };
    let visitor = Visitor::browses(Engine::Chromium, &taste, "bench");
    visitor.is_at("welcome-heading");
    visitor.window.stands_still();
    let welcome = looks();
    visitor.signs_in();
    visitor.window.stands_still();
    let home = looks();
    visitor.opens("/address");
    visitor.is_at("address-heading");
    visitor.window.stands_still();
    let (keys, first_frames) = type_everything(&visitor);
    // What Chromium itself does with a page that has nothing.
    visitor.window.open_address("about:blank");
    let blank = looks();

    let cpu = |rests: &[Rest]| rests.iter().map(|rest| rest.cpu_percent).collect::<Vec<_>>();
    let told = json!({
        "keys": keys,
        "first_frame": first_frames,
        "blank_cpu": cpu(&blank),
        "welcome_cpu": cpu(&welcome),
        "home_cpu": cpu(&home),
        "home_memory": home.iter().map(|rest| rest.memory_mb).collect::<Vec<_>>(),
    });
    println!("{told}");
}

/// What Chromium's processes for pages cost, several times.
fn looks() -> Vec<Rest> {
    let pages = || started_here(|line| line.contains("--type=renderer"));
    thread::sleep(SETTLING);
    (0..LOOKS).map(|_| look_at(pages)).collect()
}

fn type_everything(visitor: &Visitor<Browser>) -> (Value, Value) {
    let page = &visitor.window;
    let _ = page.script(FOLLOW, vec![]);
    page.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER }));
    for (label, words) in TYPED {
        page.click(label, FIELD, &[&visitor.text(label)]);
        // What the click did is over before the first key.
        page.stands_still();
        for letter in words.chars() {
            type_letter(page, letter);
        }
        assert_eq!(visitor.finds(label), words, "every key arrived");
    }
    page.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 1 }));
    (page.script("return window.taken", vec![]), page.script("return window.firstFrames", vec![]))
}

/// Presses the letter's key, and waits until what it did is drawn.
fn type_letter(page: &Browser, letter: char) {
    let count = || page.script("return window.taken.length", vec![]).as_u64();
    let before = count();
    let text = letter.to_string();
    let down = json!({ "type": "keyDown", "text": text, "key": text, "unmodifiedText": text });
    page.devtools("Input.dispatchKeyEvent", down);
    page.devtools("Input.dispatchKeyEvent", json!({ "type": "keyUp", "key": text }));
    thread::sleep(BETWEEN_KEYS);
    let done = wait::until(|| (count() > before).then_some(()));
    assert_eq!(done, Ok(()), "what “{letter}” did is drawn");
}
