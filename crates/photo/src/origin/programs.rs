//! Programs that change what a picture shows, by what they write of themselves.
//!
//! Not in it: cameras' and phones' own software, and programs that take pictures in, sort, send or
//! shrink them (Apple Photos writes the system's version, Google Photos "Picasa" and nothing).

/// A part of what a program writes, in small letters, and its name as it is told.
const KNOWN: [(&str, &str); 46] = [
    ("photoshop lightroom", "Adobe Lightroom"),
    ("lightroom", "Adobe Lightroom"),
    ("photoshop express", "Adobe Photoshop Express"),
    ("photoshop camera", "Adobe Photoshop Camera"),
    ("photoshop elements", "Adobe Photoshop Elements"),
    ("photoshop", "Adobe Photoshop"),
    ("adobe firefly", "Adobe Firefly"),
    ("camera raw", "Adobe Camera Raw"),
    ("gimp", "GIMP"),
    ("affinity photo", "Affinity Photo"),
    ("capture one", "Capture One"),
    ("pixelmator", "Pixelmator"),
    ("photomator", "Photomator"),
    ("snapseed", "Snapseed"),
    ("facetune", "Facetune"),
    ("faceapp", "FaceApp"),
    ("meitu", "Meitu"),
    ("beautyplus", "BeautyPlus"),
    ("airbrush", "AirBrush"),
    ("youcam", "YouCam"),
    ("b612", "B612"),
    ("faceu", "FaceU"),
    ("remini", "Remini"),
    ("peachy", "Peachy"),
    ("picsart", "Picsart"),
    ("photolab", "PhotoLab"),
    ("vsco", "VSCO"),
    ("afterlight", "Afterlight"),
    ("canva", "Canva"),
    ("fotor", "Fotor"),
    ("befunky", "BeFunky"),
    ("photopea", "Photopea"),
    ("pixlr", "Pixlr"),
    ("luminar", "Luminar"),
    ("darktable", "darktable"),
    ("rawtherapee", "RawTherapee"),
    ("paintshop", "PaintShop Pro"),
    ("paint.net", "Paint.NET"),
    ("photoscape", "PhotoScape"),
    ("photodirector", "PhotoDirector"),
    ("krita", "Krita"),
    ("topaz", "Topaz"),
    ("polarr", "Polarr"),
    ("lightx", "LightX"),
    ("instagram", "Instagram"),
    ("remove.bg", "remove.bg"),
];

/// The program whose name stands in these bytes, as a word of its own. One by which the camera takes
/// pictures is none, whatever else its name has in it.
pub(super) fn named(bytes: &[u8]) -> Option<&'static str> {
    let lower = bytes.to_ascii_lowercase();
    KNOWN.iter().find(|(part, _)| holds(&lower, part.as_bytes())).map(|(_, name)| *name)
}

fn holds(text: &[u8], part: &[u8]) -> bool {
    // Camera codes such as "XB612U" hold letters of many names; a name begins where a word does.
    let letter = |at: usize| text.get(at).is_some_and(u8::is_ascii_alphanumeric);
    (0..text.len().saturating_sub(part.len() - 1))
        .any(|at| text[at..].starts_with(part) && (at == 0 || !letter(at - 1)))
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn editing_programs_are_told_by_their_names() {
        for (written, name) in [
            ("Adobe Photoshop 26.1 (Windows)", "Adobe Photoshop"),
            ("Adobe Photoshop Lightroom Classic 14.0 (Macintosh)", "Adobe Lightroom"),
            ("GIMP 2.10.38", "GIMP"),
            ("Snapseed 2.0", "Snapseed"),
            ("FaceApp", "FaceApp"),
            ("meitu", "Meitu"),
            ("Pixelmator Pro 3.6", "Pixelmator"),
        ] {
            assert_eq!(named(written.as_bytes()), Some(name), "{written}");
        }
    }

    #[test]
    fn firmware_and_cameras_are_no_editing_programs() {
        for written in [
            "",
            "18.1",
            "iOS 18.1",
            "G991BXXU9EWA1",
            "HDR+ 1.0.540104767zd",
            "Ver.1.10",
            "MediaTek Camera Application",
            "XB612UAB",
            "Apple Image Capture",
            "Picasa",
            "Android AP3A.241105.008",
            "Google",
        ] {
            assert_eq!(named(written.as_bytes()), None, "{written}");
        }
    }
}
