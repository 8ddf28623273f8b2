//! Whether a program for editing pictures left its name in the picked file. Never strong: such
//! programs also turn and crop, and a file without a name proves nothing. There is nothing to
//! measure. The name is read by [`crate::origin`] before it is removed.

use crate::examine::report::Report;
use crate::examine::scene::Scene;
use contract::examination::Severity;
use contract::photo::Reason;

pub(super) fn judge(scene: &Scene<'_>, report: &mut Report) {
    if scene.options.origin.is_some_and(|origin| origin.edited_with.is_some()) {
        report.say(Reason::Edited, Severity::Mild, Vec::new());
    }
}
