//! News in terms of its page: where it leads, and what is said of it.

use crate::route::Route;
use contract::board::Board;
use contract::news::{News, WhatIsNew};

/// The page of news: of one piece its own; of several what they have in common.
pub(crate) fn page_of(news: &[News]) -> Route {
    let [first, others @ ..] = news else { return Route::Home };
    let of_person = others.iter().all(|other| other.person == first.person);
    let of_kind = others.iter().all(|other| other.what == first.what);
    match (of_person, of_kind, first.what) {
        (false, ..) => Route::Home,
        (true, false, _) => Route::Person(first.person),
        (true, true, WhatIsNew::PhotoReturned) => Route::Photo(first.person),
        (true, true, WhatIsNew::Message) => Route::Messages(first.person),
        (true, true, WhatIsNew::ProofReady | WhatIsNew::ClockRunsOut) => {
            Route::Person(first.person)
        }
    }
}

/// What is said of news, as the name of a message, and what to call the person that it names.
pub(crate) fn words<'a>(news: &[News], board: &'a Board) -> (&'static str, Option<&'a str>) {
    let known = |news: &News| board.person(news.person).map(|person| person.name.short());
    match news {
        [one] => match (one.what, known(one)) {
            (WhatIsNew::PhotoReturned, Some(name)) => ("news-photo", Some(name)),
            (WhatIsNew::ProofReady, Some(name)) => ("news-proof", Some(name)),
            (WhatIsNew::ClockRunsOut, Some(name)) => ("news-clock", Some(name)),
            (WhatIsNew::Message, Some(name)) => ("news-message", Some(name)),
            (_, None) => ("news-several", None),
        },
        _ => ("news-several", None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::id::PersonId;

    fn news(what: WhatIsNew, person: u8) -> News {
        News { what, person: PersonId::new(0, [person; 10]) }
    }

    #[test]
    fn one_piece_leads_to_its_page_and_several_to_what_they_share() {
        let (photo, message) = (WhatIsNew::PhotoReturned, WhatIsNew::Message);
        let person = PersonId::new(0, [1; 10]);
        for (news, page) in [
            (vec![news(photo, 1)], Route::Photo(person)),
            (vec![news(message, 1)], Route::Messages(person)),
            (vec![news(WhatIsNew::ProofReady, 1)], Route::Person(person)),
            (vec![news(WhatIsNew::ClockRunsOut, 1)], Route::Person(person)),
            (vec![news(photo, 1), news(photo, 1)], Route::Photo(person)),
            (vec![news(photo, 1), news(message, 1)], Route::Person(person)),
            (vec![news(photo, 1), news(photo, 2)], Route::Home),
            (vec![], Route::Home),
        ] {
            assert_eq!(page_of(&news), page, "{news:?}");
        }
    }
}
