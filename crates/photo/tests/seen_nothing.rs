//! Good drawn portraits of all kinds of people get no warning at all, of no stage.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "support/seen.rs"]
mod support;

use portrait::{Build, Glasses, Hair, HairStyle, Portrait, Skin};
use support::drawn;

#[test]
fn a_good_portrait_of_anybody_gets_no_warning() {
    let usual = Portrait::default();
    for tone in 1..=10_u8 {
        for (at, style) in
            HairStyle::ALL.into_iter().enumerate().skip(usize::from(tone % 2)).step_by(2)
        {
            let size = if at < 3 { [715, 1000] } else { [1000, 1400] };
            let own = Portrait {
                skin: Skin {
                    tone: f32::from(tone),
                    beard: if tone % 3 == 0 { 0.8 } else { 0.0 },
                    ..usual.skin
                },
                hair: Hair { style, ..usual.hair },
                glasses: (at == 4).then(Glasses::default),
                build: Build { child: if at == 5 { 1.0 } else { 0.0 }, ..usual.build },
                seed: u32::from(tone) * 7 + 1,
                ..usual.clone()
            };
            let found = drawn(&own, size).findings;
            assert!(found.is_empty(), "tone {tone}, {style:?}, {size:?}: {found:?}");
        }
    }
}
