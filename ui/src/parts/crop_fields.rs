//! The frame in numbers, for those who do not drag: how the head lies in it, a slider for its size,
//! buttons for the head's right size, the middle and the largest, and a field for each number, which follow the frame and can be typed into.

use crate::app::App;
use crate::form::Form;
use crate::parts::fields::{TextField, label_text};
use crate::parts::scale::scale_bar;
use crate::view::facts::Scale;
use crate::view::framing::{centred, ground};
use crate::view::head::{Head, head_percent, told};
use crate::view::numbers::{Number, Numbers};
use crate::words::{tr, tr_with};
use contract::crop::{Anchor, Crop};
use contract::examination::{HEAD_MM, PHOTO_MM};
use dioxus::prelude::*;

/// How large a frame is, in words.
pub(crate) fn size_of(crop: Crop) -> String {
    tr_with("pixels", &[("width", crop.width.into()), ("height", crop.height.into())])
}

/// Where a frame lies, in words.
pub(crate) fn place_of(crop: Crop) -> String {
    tr_with("crop-at", &[("left", crop.x.into()), ("top", crop.y.into())])
}

/// How large the photo will be, in words.
#[component]
pub(crate) fn CropSize(width: u32, height: u32, crop: Crop) -> Element {
    let (across, down) = ground(width, height).framed_size(crop);
    let id =
        if (across, down) == (crop.width, crop.height) { "crop-as-it-is" } else { "crop-scaled" };
    let photo = size_of(Crop { width: across, height: down, ..crop });
    rsx! {
        p { id: "crop-result", class: "crop-result",
            {tr_with(id, &[("part", size_of(crop).into()), ("photo", photo.into())])}
        }
    }
}

/// Whether the head was found in the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum HeadSearch {
    /// It is looked for.
    UnderWay,
    /// It is here.
    Found(Head),
    /// No head was seen.
    InVain,
}

/// How the head lies in the frame: its height, which follows the frame in silence, and a sentence on
/// what to do, which is told when it becomes another one.
#[component]
pub(crate) fn HeadInFrame(search: HeadSearch, crop: Crop) -> Element {
    let lies = match search {
        HeadSearch::Found(head) => Some(head.within(crop)),
        HeadSearch::UnderWay | HeadSearch::InVain => None,
    };
    let advice = match (search, lies) {
        (_, Some(lies)) => tr(&format!("head-{}", lies.how.name())),
        (HeadSearch::UnderWay, _) => tr("head-search"),
        (_, None) => tr("head-unseen"),
    };
    rsx! {
        div { class: "head-in-frame",
            if let Some(lies) = lies {
                p { id: "crop-head-now",
                    {tr_with("head-now", &[
                        ("percent", told(lies.percent, head_percent()).into()),
                        ("mm", told(lies.mm, HEAD_MM).into()),
                    ])}
                }
                {scale_bar(head_scale(lies.mm))}
                p { class: "quiet",
                    {tr_with("head-asked", &[
                        ("percent_from", head_percent().0.round().into()),
                        ("percent_to", head_percent().1.round().into()),
                        ("mm_from", HEAD_MM.0.into()), ("mm_to", HEAD_MM.1.into()),
                        ("height", PHOTO_MM.into()),
                    ])}
                }
            }
            p { id: "crop-advice", class: "crop-advice", role: "status", {advice} }
        }
    }
}

/// The head's height on a line from 20 to 50 mm.
fn head_scale(mm: f64) -> Scale {
    let place = |mm: f64| ((mm - 20.0) / 30.0).clamp(0.0, 1.0);
    Scale { from: place(HEAD_MM.0), to: place(HEAD_MM.1), value: place(mm) }
}

/// The slider and the buttons.
#[component]
pub(crate) fn CropSteps(
    width: u32,
    height: u32,
    crop: Crop,
    /// The frame in which the head has its right size, where there is one.
    fitting: Option<Crop>,
    change: EventHandler<Crop>,
) -> Element {
    let ground = ground(width, height);
    let least = ground.policy.min_height;
    let most = ground.tallest().unwrap_or(least);
    let app = App::here();
    let resize = move |event: FormEvent| {
        if let Ok(height) = event.value().parse() {
            change.call(ground.resized(crop, height, Anchor::Middle));
        }
    };
    rsx! {
        div { class: "field",
            label { r#for: "crop-size", {label_text(tr("crop-size"), false)} }
            input { id: "crop-size", class: "range", r#type: "range", min: "{least}", max: "{most}", step: "1",
                value: "{crop.height}", disabled: least == most, autocomplete: "off",
                aria_valuetext: size_of(crop),
                oninput: resize,
            }
        }
        if let Some(fitting) = fitting {
            p { class: "act",
                button { id: "crop-head", class: "button second", r#type: "button",
                    onclick: move |_| {
                        app.say(size_of(fitting));
                        change.call(fitting);
                    },
                    {tr("crop-head")}
                }
            }
        }
        p { class: "act pair",
            button { id: "crop-centre", class: "button second", r#type: "button",
                onclick: move |_| {
                    app.say(place_of(centred(ground, crop)));
                    change.call(centred(ground, crop));
                },
                {tr("crop-centre")}
            }
            button { id: "crop-largest", class: "button second", r#type: "button",
                onclick: move |_| {
                    let largest = ground.largest().unwrap_or(crop);
                    app.say(size_of(largest));
                    change.call(largest);
                },
                {tr("crop-largest")}
            }
        }
    }
}

/// The fields. What is typed is in `numbers` until the frame is moved otherwise; a frame that it
/// makes is told at once, and what it does not make is told when the form is sent.
#[component]
pub(crate) fn CropNumbers(
    form: Form,
    width: u32,
    height: u32,
    crop: Crop,
    numbers: Signal<Option<Numbers>>,
    change: EventHandler<Crop>,
) -> Element {
    let ground = ground(width, height);
    let shown = numbers.read().clone().unwrap_or_else(|| Numbers::of(crop));
    let typed = move |number: Number, text: String| {
        let before = numbers.peek().clone().unwrap_or_else(|| Numbers::of(crop));
        let after = before.typed(number, text, ground);
        if let Ok(next) = after.check(ground) {
            change.call(next);
        }
        numbers.set(Some(after));
    };
    rsx! {
        fieldset { class: "crop-numbers",
            legend { {tr("crop-numbers")} }
            p { class: "hint", {tr_with("crop-numbers-hint", &[("width", width.into()), ("height", height.into())])} }
            div { class: "four",
                for number in Number::ALL {
                    {
                        let mut typed = typed;
                        rsx! {
                            TextField { key: "{number.name()}", form, name: number.field(),
                                label: tr(&format!("crop-{}", number.name())),
                                value: shown.get(number), inputmode: "numeric", autocomplete: "off", width: "short",
                                change: move |text| typed(number, text),
                            }
                        }
                    }
                }
            }
        }
    }
}
