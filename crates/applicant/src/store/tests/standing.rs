//! Random sequences over everything that where a piece of work stands is derived from: the real store
//! with its drafts, pictures, rows and receipts, the rules of the outbox, and a portal. After each step
//! the derived standing is what the table says, there is a way on, and nothing that was typed is lost.

mod world;

use contract::draft::standing::Work;
use proptest::prelude::*;
use world::{Fate, Step, World};

fn step() -> impl Strategy<Value = Step> {
    let work = || prop::sample::select(Work::ALL.to_vec());
    let fate = prop_oneof![
        1 => Just(Fate::Lost { left: false }),
        1 => Just(Fate::Lost { left: true }),
        2 => Just(Fate::Refused),
        4 => Just(Fate::Taken),
    ];
    prop_oneof![
        8 => (work(), any::<bool>()).prop_map(|(work, holds)| Step::Type { work, holds }),
        2 => work().prop_map(Step::Discard),
        6 => work().prop_map(Step::HandOver),
        6 => (work(), fate).prop_map(|(work, fate)| Step::Try { work, fate }),
        1 => work().prop_map(Step::Hold),
        1 => work().prop_map(Step::LetGo),
        3 => work().prop_map(Step::Withdraw),
        2 => Just(Step::Accept),
        2 => Just(Step::Return),
        1 => Just(Step::MakeCard),
        4 => Just(Step::Sync),
        1 => Just(Step::Seen),
        1 => work().prop_map(Step::Elsewhere),
        2 => (work(), any::<bool>()).prop_map(|(work, theirs)| Step::Choose { work, theirs }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(48) })]

    #[test]
    fn it_stands_where_the_table_says_and_nothing_typed_is_lost(
        steps in prop::collection::vec(step(), 0..60)
    ) {
        let mut world = World::new();
        for step in steps {
            world.take(step);
        }
        world.comes_to_an_end();
    }
}
