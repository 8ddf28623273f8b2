//! Notes what tells the photograph again. It is compared where earlier photographs are known: see
//! `contract::examination::Examination::with_earlier`.

use crate::examine::likeness::{of_face, of_whole};
use crate::examine::report::Report;
use crate::examine::scene::Scene;

/// Notes it: of the face where one is believed, else of the whole picture.
pub(super) fn judge(scene: &Scene<'_>, report: &mut Report) {
    report.liken(match &scene.close {
        Some(close) => of_face(close),
        None => of_whole(&scene.grey),
    });
}
