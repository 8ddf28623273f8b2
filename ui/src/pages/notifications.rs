//! In the settings of the app: whether the system shows that there is news.

use crate::app::App;
use crate::parts::choices::{Answer, Group};
use crate::words::tr;
use contract::host::{Keeping, Notifications, Settings};
use dioxus::prelude::*;

const CHOICES: [(Notifications, &str); 2] =
    [(Notifications::On, "notifications-on"), (Notifications::Off, "notifications-off")];

/// The choice; a browser has none.
#[component]
pub(crate) fn NotificationSettings(
    settings: Settings,
    keeping: Keeping,
    choose: EventHandler<Settings>,
) -> Element {
    let app = App::here();
    if keeping == Keeping::WithPortal || app.start.read().is_none() {
        return rsx! {};
    }
    rsx! {
        Group { name: "notifications", question: tr("settings-notifications"), one: true,
            hint: tr("settings-notifications-hint"),
            answers: CHOICES.map(|(each, id)| Answer::new(tr(id), each == settings.notifications)).to_vec(),
            change: move |(i, _): (usize, bool)| {
                choose.call(Settings { notifications: CHOICES[i].0, ..settings });
            },
        }
    }
}
