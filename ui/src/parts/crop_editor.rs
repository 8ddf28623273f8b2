//! The picture with a frame over it: dragged, stretched by its corners, resized by two fingers or a
//! wheel, and moved by keys. It shows one frame and tells the next; which frames there can be is
//! worked out in `view`.

use crate::app::Loaded;
use crate::parts::crop_fields::{place_of, size_of};
use crate::parts::overlay::head_lines;
use crate::parts::picture::{Which, no_picture, use_picture};
use crate::view::framing::{CHIN, CROWN, Corner, PAPER, dragged, ground, grown, nudged, zoomed};
use crate::view::head::Head;
use crate::view::holding::{Grip, Holding, Place};
use crate::words::tr;
use contract::crop::Crop;
use contract::id::PersonId;
use dioxus::html::geometry::WheelDelta;
use dioxus::html::input_data::MouseButton;
use dioxus::prelude::*;
use wasm_bindgen::JsCast;

/// The id of the frame, which takes keys.
pub(crate) const FRAME: &str = "crop-frame";
/// The id of the words about fingers and keys, which stand below the picture.
pub(crate) const HELP: &str = "crop-help";
/// A key moves by one pixel, with Shift by this many.
const STRIDE: i32 = 10;
/// Plus and minus change the height by so many pixels.
const GROWTH: i32 = 10;
/// A wheel turned by so many pixels makes the frame e times as large.
const WHEEL: f64 = 700.0;
/// Two fingers on a touch pad tell smaller numbers than a wheel.
const TOUCH_PAD: f64 = 6.0;
/// The picture takes at most this share of the window's height.
const TALLEST_VH: f64 = 60.0;
/// A frame that takes up less of the picture's width has its corners held from outside.
const SMALL: f64 = 0.3;

/// What a key asks for.
enum Stroke {
    By(i32, i32),
    Grow(i32),
}

fn stroke(event: &KeyboardEvent) -> Option<Stroke> {
    let held = event.modifiers();
    if held.ctrl() || held.alt() || held.meta() {
        // The browser's own: zooming, going back.
        return None;
    }
    let step = if held.shift() { STRIDE } else { 1 };
    Some(match event.key() {
        Key::ArrowLeft => Stroke::By(-step, 0),
        Key::ArrowRight => Stroke::By(step, 0),
        Key::ArrowUp => Stroke::By(0, -step),
        Key::ArrowDown => Stroke::By(0, step),
        Key::Character(sign) if sign == "+" || sign == "=" => Stroke::Grow(GROWTH),
        Key::Character(sign) if sign == "-" || sign == "_" => Stroke::Grow(-GROWTH),
        _ => return None,
    })
}

fn place(event: &PointerEvent) -> Place {
    let at = event.client_coordinates();
    (at.x, at.y)
}

/// From now on this finger is followed beyond the edge of what it pressed.
fn capture(event: &PointerEvent) {
    let pressed = event.data().downcast::<web_sys::PointerEvent>().and_then(|event| event.target());
    if let Some(element) = pressed.and_then(|target| target.dyn_into::<web_sys::Element>().ok()) {
        let _ = element.set_pointer_capture(event.pointer_id());
    }
}

/// Whether the keyboard is at something in an element.
fn has_focus(element: &web_sys::Element) -> bool {
    let focused = web_sys::window().and_then(|window| window.document()?.active_element());
    focused.is_some_and(|focused| element.contains(Some(&focused)))
}

/// The editor. `width` and `height` are the picture's own, in pixels.
#[component]
pub(crate) fn CropEditor(
    person: PersonId,
    width: u32,
    height: u32,
    crop: Crop,
    /// The head in the picture, once it was found.
    head: Option<Head>,
    description: String,
    change: EventHandler<Crop>,
) -> Element {
    let picture = use_picture(person, Which::Picked(0));
    let mut holding = use_hook(|| CopyValue::new(Holding::default()));
    let mut stage = use_hook(|| CopyValue::new(None::<web_sys::Element>));
    let ground = ground(width, height);
    let tell = move |next: Crop| {
        if next != crop {
            change.call(next);
        }
    };
    let mut press = move |grip: Grip, event: PointerEvent| {
        event.stop_propagation();
        if event.trigger_button().is_some_and(|button| button != MouseButton::Primary) {
            return;
        }
        capture(&event);
        holding.write().press(grip, event.pointer_id(), place(&event), crop);
    };
    let lift = move |event: PointerEvent| holding.write().release(event.pointer_id(), crop);
    let follow = move |event: PointerEvent| {
        let shown = stage.read().as_ref().map(|stage| stage.get_bounding_client_rect().width());
        let Some(shown) = shown.filter(|shown| *shown > 0.0) else { return };
        let scale = f64::from(width) / shown;
        let next = holding.write().moved(event.pointer_id(), place(&event), scale, ground);
        if let Some(next) = next {
            tell(next);
        }
    };
    let wheel = move |event: WheelEvent| {
        // Two fingers on a touch pad come as a wheel with Ctrl. Whoever only scrolls past the picture
        // changes nothing.
        let pinched = event.modifiers().ctrl();
        if !pinched && !stage.read().as_ref().is_some_and(has_focus) {
            return;
        }
        let turned = match event.delta() {
            WheelDelta::Pixels(by) => by.y,
            WheelDelta::Lines(by) => by.y * 16.0,
            WheelDelta::Pages(by) => by.y * WHEEL,
        };
        let turned = if pinched { turned * TOUCH_PAD } else { turned };
        let next = zoomed(ground, crop, (-turned / WHEEL).exp());
        // Where it cannot grow or shrink any further, the page scrolls.
        if next != crop {
            event.prevent_default();
            change.call(next);
        }
    };
    let keys = move |corner: Option<Corner>, event: KeyboardEvent| {
        let next = match (stroke(&event), corner) {
            (None, _) => return,
            (Some(Stroke::Grow(by)), _) => grown(ground, crop, by),
            (Some(Stroke::By(right, down)), None) => {
                dragged(ground, crop, (f64::from(right), f64::from(down)))
            }
            (Some(Stroke::By(right, down)), Some(corner)) => {
                nudged(ground, crop, corner, right, down)
            }
        };
        event.prevent_default();
        tell(next);
    };
    let share = |part: f64, whole: u32| format!("{:.4}%", part / f64::from(whole.max(1)) * 100.0);
    let widest = TALLEST_VH * f64::from(width) / f64::from(height.max(1));
    let size = size_of(crop);
    let shown = picture.read().clone();
    rsx! {
        div { class: "stage-room",
            div { id: "crop-stage", class: "stage", max_width: "{widest:.3}vh",
                onmounted: move |event| stage.set(event.data().downcast::<web_sys::Element>().cloned()),
                onpointerdown: move |event| press(Grip::Beside, event),
                onpointermove: follow,
                onpointerup: lift,
                onpointercancel: lift,
                // Also where neither of them is told.
                onlostpointercapture: lift,
                onwheel: wheel,
                match shown {
                    Loaded::Ready(found) => rsx! {
                        img { src: found.url(), alt: description, width: "{width}", height: "{height}", draggable: false }
                    },
                    Loaded::Failed(problem) => no_picture(&problem),
                    Loaded::Loading => rsx! {
                        div { class: "frame", aria_busy: "true" }
                    },
                }
                {outside(width, height, crop)}
                if let Some(head) = head {
                    {head_lines(head, (width, height))}
                }
                div { class: if f64::from(crop.width) < f64::from(width) * SMALL { "crop small" } else { "crop" },
                    left: share(f64::from(crop.x), width), top: share(f64::from(crop.y), height),
                    width: share(f64::from(crop.width), width), height: share(f64::from(crop.height), height),
                    {marks()}
                    div { id: FRAME, class: "grip inside", role: "slider", tabindex: "0",
                        aria_label: tr("crop-frame"), aria_describedby: HELP,
                        aria_valuemin: "0", aria_valuemax: "{width.saturating_sub(crop.width)}",
                        aria_valuenow: "{crop.x}",
                        aria_valuetext: place_of(crop),
                        onpointerdown: move |event| press(Grip::Frame, event),
                        onkeydown: move |event| keys(None, event),
                    }
                    for corner in Corner::ALL {
                        div { key: "{corner.name()}", id: "crop-{corner.name()}", class: "grip corner {corner.name()}",
                            role: "slider", tabindex: "0",
                            aria_label: tr(&format!("crop-{}", corner.name())), aria_describedby: HELP,
                            aria_valuemin: "{ground.policy.min_height}",
                            aria_valuemax: "{ground.tallest().unwrap_or(crop.height)}",
                            aria_valuenow: "{crop.height}", aria_valuetext: size.clone(),
                            onpointerdown: move |event| press(Grip::Corner(corner), event),
                            onkeydown: move |event| keys(Some(corner), event),
                        }
                    }
                }
            }
        }
    }
}

/// What is not sent, dimmed.
fn outside(width: u32, height: u32, crop: Crop) -> Element {
    let Crop { x, y, width: across, height: down } = crop;
    rsx! {
        svg { class: "outside", view_box: "0 0 {width} {height}", preserve_aspect_ratio: "none", "aria-hidden": "true",
            path { fill_rule: "evenodd", d: "M0 0H{width}V{height}H0ZM{x} {y}v{down}h{across}v-{down}Z" }
        }
    }
}

/// The frame's edge, and where crown and chin may lie. Each line is light on dark, so that it shows
/// on any skin and ground.
fn marks() -> Element {
    let (across, down) = PAPER;
    let middle = across / 2;
    let band = |(from, to): (f64, f64)| (from, to - from);
    let lines = [CROWN.0, CROWN.1, CHIN.0, CHIN.1].map(|y| format!("M0 {y}H{across}")).join("");
    let upright = format!("M{middle} 0V{}M{middle} {}V{down}", CROWN.1, CHIN.0);
    let edge = format!("M0 0H{across}V{down}H0Z");
    rsx! {
        svg { class: "marks", view_box: "0 0 {across} {down}", preserve_aspect_ratio: "none", "aria-hidden": "true",
            for (i , (y , high)) in [band(CROWN), band(CHIN)].into_iter().enumerate() {
                rect { key: "{i}", class: "band", x: "0", y: "{y}", width: "{across}", height: "{high}" }
            }
            for tone in ["dark", "light"] {
                g { key: "{tone}", class: tone,
                    path { class: "line", d: lines.clone() }
                    path { class: "line", d: upright.clone() }
                    path { class: "edge", d: edge.clone() }
                }
            }
        }
    }
}
