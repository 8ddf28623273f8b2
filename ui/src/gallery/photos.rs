//! Sample pictures and how far the work on them has come. The faces are drawn.

use contract::crop::Crop;
use contract::examination::Origin;
use contract::id::PersonId;
use contract::photo::PictureFormat;
use contract::picked::{
    Obstacles, PhotoProgress, PhotoStage, PickedPhoto, PreparedPhoto, Removable,
};
use contract::policy::Policy;
use contract::{Code, Problem};

/// A drawn face in the frame of 5 to 7.
pub(super) const PERSON: &[u8] = include_bytes!("person.png");
/// The same with more around it, as a phone takes it.
const PHONE: &[u8] = include_bytes!("phone.png");

/// The pixels of the photo that was returned: so often as a hash is long.
pub(super) const RETURNED: &str = "ef";

fn source(name: &str, width: u32, height: u32, bytes: u64) -> PickedPhoto {
    PickedPhoto {
        file_name: name.into(),
        format: PictureFormat::Jpeg,
        width,
        height,
        bytes,
        obstacles: Obstacles::of_source(width, height, bytes, &Policy::PROGRAMME.photo),
        removes: Vec::new(),
        prepared: None,
        same_as: Vec::new(),
        origin: Origin::default(),
    }
}

/// A file that can be sent as it is.
pub(super) fn fits() -> PickedPhoto {
    let photo = source("mei-2026.jpg", 1000, 1400, 912_384);
    let prepared = PreparedPhoto {
        format: photo.format,
        width: photo.width,
        height: photo.height,
        bytes: 897_100,
        crop: None,
        pixels_sha256: "ab".repeat(32),
    };
    let removes = vec![Removable::Location, Removable::Time, Removable::Device];
    PickedPhoto { prepared: Some(prepared), removes, ..photo }
}

/// The one that was returned before, picked again.
fn already_returned() -> PickedPhoto {
    let mut photo = fits();
    if let Some(prepared) = &mut photo.prepared {
        prepared.pixels_sha256 = RETURNED.repeat(32);
    }
    photo
}

/// A picture as a phone takes it.
fn phone() -> PickedPhoto {
    let photo = source("IMG_20261120_161502.jpg", 3024, 4032, 6_300_000);
    PickedPhoto { removes: Removable::ALL.to_vec(), ..photo }
}

/// The same with a photo made of a part of it.
pub(super) fn framed(crop: Option<Crop>) -> PickedPhoto {
    let (width, height) = (2000, 2800);
    let prepared = PreparedPhoto {
        format: PictureFormat::Jpeg,
        width,
        height,
        bytes: 1_740_000,
        crop,
        pixels_sha256: "cd".repeat(32),
    };
    PickedPhoto { prepared: Some(prepared), ..phone() }
}

const PART: Crop = Crop { x: 452, y: 560, width: 2120, height: 2968 };

/// What is picked in an entry.
pub(super) fn picked(entry: &str, other: PersonId) -> Option<PickedPhoto> {
    Some(match entry {
        "photo-fits"
        | "photo-fits-in-browser"
        | "photo-check"
        | "photo-sending"
        | "photo-interrupted"
        | "photo-frame-fits"
        | "photo-judging"
        | "photo-unjudged"
        | "photo-warned"
        | "photo-check-warned"
        | "photo-check-judging"
        | "photo-check-unjudged" => fits(),
        "photo-check-already-returned" => already_returned(),
        "photo-needs-framing"
        | "photo-nobody"
        | "photo-near"
        | "photo-far"
        | "photo-frame"
        | "photo-frame-proposed"
        | "photo-frame-wrong"
        | "photo-frame-refused" => phone(),
        "photo-framed" | "photo-check-framed" => framed(Some(PART)),
        "photo-refused" => source("thumbnail.jpg", 480, 640, 38_000),
        "photo-same" => PickedPhoto { same_as: vec![other], ..phone() },
        "photo-check-same" => PickedPhoto { same_as: vec![other], removes: Vec::new(), ..fits() },
        "photo-frame-smallest" => source("small.jpg", 715, 1001, 300_000),
        "photo-frame-wide" => source("DSC04112.jpg", 9000, 6000, 21_000_000),
        _ => return None,
    })
}

/// The part that was chosen before.
pub(super) fn chosen(entry: &str) -> Option<Crop> {
    match entry {
        "photo-frame" | "photo-frame-refused" | "photo-framed" | "photo-check-framed" => Some(PART),
        "photo-frame-wide" => Some(Crop { x: 4100, y: 2400, width: 1000, height: 1400 }),
        _ => None,
    }
}

/// How the whole picture looks.
pub(super) fn whole(entry: &str) -> &'static [u8] {
    match entry {
        "photo-fits"
        | "photo-fits-in-browser"
        | "photo-frame-fits"
        | "photo-judging"
        | "photo-unjudged"
        | "photo-warned" => PERSON,
        _ => PHONE,
    }
}

/// How far the work has come in an entry.
pub(super) fn progress(entry: &str) -> Option<PhotoProgress> {
    let of = |stage, done, total| Some(PhotoProgress { stage, done, total });
    match entry {
        "photo-reading" => of(PhotoStage::Reading, 14_200_000, 21_000_000),
        "photo-sending" | "photo-interrupted" => of(PhotoStage::Sending, 1_310_720, 3_500_000),
        _ => None,
    }
}

/// A frame that lies partly outside the picture.
pub(super) fn no_room() -> Problem {
    Problem::new(Code::PhotoNoRoom)
        .with("left", 0)
        .with("top", 120)
        .with("right", 14)
        .with("bottom", 0)
}
