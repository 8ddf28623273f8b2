//! The frame in numbers, for those who do not drag: a slider for its size, buttons for the middle and
//! the largest, and a field for each number, which follow the frame and can be typed into.

use crate::app::App;
use crate::form::Form;
use crate::parts::fields::{TextField, label_text};
use crate::view::framing::{centred, ground};
use crate::view::numbers::{Number, Numbers};
use crate::words::{tr, tr_with};
use contract::crop::{Anchor, Crop};
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

/// The slider and the buttons.
#[component]
pub(crate) fn CropSteps(
    width: u32,
    height: u32,
    crop: Crop,
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
