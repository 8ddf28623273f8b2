//! A network as bad as chance has it, the same for the same seed: what goes wrong with the next
//! request, if anything.

use super::line::Fault;
use std::time::Duration;

/// Numbers that look like chance and follow from a seed (SplitMix64).
#[derive(Clone, Debug)]
pub(super) struct Chance(u64);

impl Chance {
    pub(super) fn of(seed: u64) -> Self {
        Self(seed)
    }

    /// From 0 to just under `most`.
    pub(super) fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % most
    }

    /// Whether something that happens in so many of a hundred cases happens.
    pub(super) fn happens(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }
}

/// What stands between somebody and the portal, and answers in its place.
const OTHERS: [&str; 7] = [
    // A gateway, a server that restarts, one that is overloaded.
    "HTTP/1.1 500 Internal Server Error\r\ncontent-length: 0\r\nconnection: close\r\n\r\n",
    "HTTP/1.1 502 Bad Gateway\r\ncontent-type: text/html\r\ncontent-length: 4\r\nconnection: close\r\n\r\noops",
    "HTTP/1.1 503 Service Unavailable\r\nretry-after: 1\r\ncontent-length: 0\r\nconnection: close\r\n\r\n",
    // The page of a hotel's network: as itself, as a way there, and as if it were JSON.
    "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 13\r\nconnection: close\r\n\r\n<h1>Room?</h1>",
    "HTTP/1.1 302 Found\r\nlocation: http://hotel.example/\r\ncontent-length: 0\r\nconnection: close\r\n\r\n",
    "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}",
    "HTTP/1.1 201 Created\r\ncontent-type: application/json\r\ncontent-length: 0\r\nconnection: close\r\n\r\n",
];

/// What goes wrong, and how often.
#[derive(Clone, Debug)]
pub(super) struct Weather {
    chance: Chance,
    percent: u64,
}

impl Weather {
    /// Something goes wrong with so many of a hundred requests.
    pub(super) fn of(seed: u64, percent: u64) -> Self {
        Self { chance: Chance::of(seed), percent }
    }

    pub(super) fn next(&mut self) -> Option<Fault> {
        if !self.chance.happens(self.percent) {
            return None;
        }
        let chance = &mut self.chance;
        let other = usize::try_from(chance.below(OTHERS.len() as u64)).unwrap();
        Some(match chance.below(10) {
            0..=2 => Fault::ReplyLost,
            3 => Fault::Cut(usize::try_from(chance.below(2000)).unwrap()),
            4 => Fault::HalfReply,
            5 => Fault::Twice,
            6 => Fault::Late(Duration::from_millis(chance.below(80))),
            7 => Fault::Drip,
            _ => Fault::Answered(OTHERS[other]),
        })
    }
}
