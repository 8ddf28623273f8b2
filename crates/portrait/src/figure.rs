//! One person, ready to be looked at: shapes cast, colours and lamps chosen, placed in a picture.
//! `sample` is a pure function of a place, so every pixel can be asked for alone.

pub(crate) mod cast;
pub(crate) mod features;
pub(crate) mod hair;
pub(crate) mod head;
mod stack;
pub(crate) mod turn;

use crate::colour::linear;
use crate::math::{V3, bump, coverage, smooth, v3};
use crate::paint::body::Worn;
use crate::paint::eye::{self, Iris};
use crate::paint::light::Lamps;
use crate::paint::skin::Complexion;
use crate::paint::{Layer, body, mouth, worn};
use crate::params::{Cover, HairStyle, Portrait};
use cast::{Cast, Extent};
use features::Features;
use hair::Shell;
use head::Head;
use stack::Stack;
use turn::{Frame, Turn};

/// A person in a picture.
pub(crate) struct Figure {
    pub(crate) head: Head,
    pub(crate) features: Features,
    pub(crate) turn: Turn,
    pub(crate) frame: Frame,
    pub(crate) bare: Cast,
    pub(crate) shell: Option<Shell>,
    shell_cast: Option<Cast>,
    complexion: Complexion,
    iris: Iris,
    lamps: Lamps,
    body_lamps: Lamps,
    hair_colour: V3,
    clothes: V3,
    portrait: Portrait,
}

const STEP: f32 = 0.0062;

/// Chin and crown in the view: where the outline without ears and hair begins and ends above and
/// below the middle of the face.
pub(crate) fn chin_and_crown(head: &Head, turn: Turn) -> (V3, V3) {
    let chin = turn.to_view(head.on_skin(0.0, 0.49));
    let passes = |y: f32| {
        let start = turn.to_head(v3(chin.x, y, 0.0));
        let along = turn.direction_in_head(v3(0.0, 0.0, 1.0));
        (0..120).any(|i| {
            let z = 0.6 - i as f32 * 0.01;
            head.distance_without_ears(start + along * z) < 0.0
        })
    };
    let edge = |inside: f32, outside: f32| {
        let (mut inside, mut outside) = (inside, outside);
        for _ in 0..18 {
            let middle = 0.5 * (inside + outside);
            if passes(middle) { inside = middle } else { outside = middle }
        }
        0.5 * (inside + outside)
    };
    (v3(chin.x, edge(0.30, 0.75), chin.z), v3(chin.x, edge(-0.2, -0.75), 0.0))
}

impl Figure {
    /// `scale` and `at` of the frame are found so that head height and place are as asked.
    pub(crate) fn new(portrait: &Portrait, width: f32, height: f32) -> Self {
        let head = Head::new(&portrait.build);
        let features = Features::new(portrait);
        let turn = Turn::new(portrait.pose());
        let (chin, crown) = chin_and_crown(&head, turn);
        let scale = portrait.head_height * height / (chin.y - crown.y);
        let upright = Frame::new(scale, [0.0, 0.0], portrait.roll);
        // Eyes' midpoint across, middle of the head down.
        let eyes = upright.to_picture(turn.to_view(head.on_skin(0.0, 0.0)));
        let eyes = {
            let side = |x: f32| upright.to_picture(turn.to_view(head.on_skin(x, 0.0)));
            let (left, right) = (side(-0.139), side(0.139));
            [0.5 * (left[0] + right[0]), eyes[1]]
        };
        let (a, b) = (upright.to_picture(chin), upright.to_picture(crown));
        let at = [
            width * (0.5 + portrait.centre_dx) - eyes[0],
            height * (0.47 + portrait.centre_dy) - 0.5 * (a[1] + b[1]),
        ];
        let frame = Frame::new(scale, at, portrait.roll);

        let bare = Cast::new(
            |p| head.distance(p),
            turn,
            Extent { x: [-0.50, 0.50], y: [-0.64, 0.68], step: STEP },
        );
        let shell = Shell::new(&portrait.hair);
        let shell_cast = shell.map(|shell| {
            let low = match shell.style {
                HairStyle::Long => 1.0,
                HairStyle::Scarf => 0.92,
                _ => 0.42,
            };
            Cast::new(
                |p| shell.distance(&head, p),
                turn,
                Extent { x: [-0.56, 0.56], y: [-0.72, low], step: STEP * 1.25 },
            )
        });
        let complexion = Complexion::new(portrait);
        Self {
            head,
            features,
            turn,
            frame,
            bare,
            shell,
            shell_cast,
            iris: Iris {
                colour: linear(portrait.eyes.colour),
                red: portrait.eyes.red.clamp(0.0, 1.0),
                lashes: v3(0.012, 0.009, 0.008),
            },
            complexion,
            lamps: Lamps::new(&portrait.light, |d| frame.direction_in_view(d)),
            body_lamps: Lamps::new(&portrait.light, |d| d),
            hair_colour: linear(portrait.hair.colour),
            clothes: linear(portrait.body.clothes),
            portrait: portrait.clone(),
        }
    }

    /// How far a place of the picture lies outside the person, in head heights, about; negative
    /// inside.
    pub(crate) fn outside(&self, px: f32, py: f32) -> f32 {
        let [x, y] = self.frame.to_view(px, py);
        let [bx, by] = self.frame.to_body(px, py);
        let mut d = self.bare.past(x, y).min(body::distance(bx, by));
        if let Some(cast) = &self.shell_cast {
            d = d.min(cast.past(x, y));
        }
        d
    }

    /// Linear light of the person at a place of the picture, and how much of the place it fills.
    pub(crate) fn sample(&self, px: f32, py: f32) -> Layer {
        let pixel = 1.0 / self.frame.scale;
        let [x, y] = self.frame.to_view(px, py);
        let mut out = Stack::default();

        let sight = self.bare.at(x, y);
        let covering =
            self.covering(x, y, pixel, sight.map(|s| if s.past < 0.0 { s.z } else { -1.0 }));
        let head_cover = sight.map_or(0.0, |s| coverage(s.past, pixel));
        if covering.cover < 0.999 {
            if head_cover < 1.0 {
                self.behind_head(&mut out, px, py, pixel, [x, y]);
            }
            if let Some(sight) = sight
                && head_cover > 0.0
            {
                out.lay(Layer { colour: self.face(&sight, pixel), cover: head_cover });
            }
        }
        out.lay(covering);
        self.worn(&mut out, x, y, pixel);
        Layer { colour: out.colour(), cover: out.cover }
    }

    fn behind_head(&self, out: &mut Stack, px: f32, py: f32, pixel: f32, view: [f32; 2]) {
        let [bx, by] = self.frame.to_body(px, py);
        if let Some(sight) = self.shell_cast.as_ref().and_then(|cast| cast.at(view[0], view[1])) {
            // The far side of the hair, seen past a turned face.
            let cover = coverage(sight.past + 0.004, pixel) * smooth(0.20, 0.10, view[1]);
            out.lay(Layer { colour: self.hair_colour * 0.30, cover });
        }
        let Portrait { hair, seed, .. } = &self.portrait;
        out.lay(crate::paint::hair::behind(hair.style, self.hair_colour, bx, by, pixel, *seed));
        if body::is_above(by) {
            return;
        }
        let jaw = self.bare.past(view[0], view[1] - 0.02);
        let scarf = self.shell.filter(|s| s.style == HairStyle::Scarf).map(|_| self.hair_colour);
        out.lay(body::paint(
            &self.complexion,
            Worn { clothes: self.clothes, scarf },
            [bx, by],
            jaw,
            pixel,
            &self.body_lamps,
        ));
    }

    fn face(&self, sight: &cast::Sight, pixel: f32) -> V3 {
        let q = self.head.warp.to_mean(sight.place);
        let normal = sight.normal.unit();
        // A pixel spans more of the face where the skin turns away.
        let wide = pixel / normal.z.max(0.35);
        let mut s = self.complexion.at(&self.features, q, wide);
        if q.z > 0.1 {
            for eye in &self.features.eyes {
                s = eye::paint(eye, &self.iris, s, q.x, q.y, wide);
            }
            let teeth = self.portrait.mouth.teeth;
            s = mouth::paint(&self.features.lips, self.complexion.lips, teeth, s, q.x, q.y, wide);
        }
        let mut open = 0.25 + 0.75 * sight.open;
        if let (
            Some(shell),
            HairStyle::Short | HairStyle::Long | HairStyle::Scarf | HairStyle::Turban,
        ) = (self.shell, self.portrait.hair.style)
        {
            // Hair shades the skin beside it.
            let near = shell.within(v3(q.x.abs(), q.y, q.z));
            open *= 1.0 - 0.28 * smooth(-0.05, 0.0, near);
        }
        // The eyeball is painted, not cast: the socket's folds do not darken it twice.
        let ball = bump(q.x.abs() - 0.137, 0.085) * bump(q.y - 0.005, 0.05);
        open += (1.0 - open) * 0.45 * ball;
        let gleam =
            self.lamps.gleam(normal, self.complexion.shine) * s.gloss * sight.open + s.gleam;
        let lit = s.colour.times(self.lamps.on(normal, open)) + v3(1.0, 0.93, 0.86) * gleam;
        if self.portrait.cover == Some(Cover::Mask) && q.z > -0.05 {
            return worn::mask(q, normal, 0.5 + 0.5 * open, wide, &self.lamps).over(lit);
        }
        lit
    }

    /// Hair or cloth there; nothing where the head is nearer.
    fn covering(&self, x: f32, y: f32, pixel: f32, skin_depth: Option<f32>) -> Layer {
        let (Some(shell), Some(cast)) = (&self.shell, &self.shell_cast) else {
            return Layer::default();
        };
        let Some(sight) = cast.at(x, y).filter(|s| s.past < 0.02) else { return Layer::default() };
        let nearer = skin_depth.map_or(1.0, |depth| smooth(-0.010, 0.001, sight.z - depth));
        if nearer <= 0.0 {
            return Layer::default();
        }
        let q = self.head.warp.to_mean(sight.place);
        let mut layer = crate::paint::hair::paint(
            shell,
            self.hair_colour,
            &sight,
            q,
            pixel,
            &self.lamps,
            self.portrait.seed,
        );
        layer.cover *= nearer;
        layer
    }

    fn worn(&self, out: &mut Stack, x: f32, y: f32, pixel: f32) {
        if self.portrait.glasses.is_none() && self.portrait.cover.is_none() {
            return;
        }
        let p = self.turn.on_plane(x, y, worn::LENS_DEPTH);
        let q = self.head.warp.to_mean(p);
        if let Some(glasses) = &self.portrait.glasses
            && q.x.abs() < 0.34
            && (-0.12..0.16).contains(&q.y)
        {
            let under = out.colour();
            let over = worn::glasses(glasses, under, q.x, q.y, pixel);
            if over != under {
                let cover =
                    out.cover.max(coverage(worn::lens_distance(q.x, q.y) - glasses.frame, pixel));
                out.premultiplied = over * cover;
                out.cover = cover;
            }
        }
        match self.portrait.cover {
            Some(Cover::Hand) => {
                out.lay(worn::hand(&self.complexion, q.x, q.y, pixel, &self.body_lamps));
            }
            Some(Cover::HairOverEye) => {
                let hair = self.complexion.hair;
                out.lay(worn::lock(hair, q.x, q.y, &self.lamps, self.portrait.seed));
            }
            Some(Cover::Mask) | None => {}
        }
    }

    /// A place of the mean head's face in the picture.
    pub(crate) fn point(&self, x: f32, y: f32) -> [f32; 2] {
        self.frame.to_picture(self.turn.to_view(self.head.on_skin(x, y)))
    }
}
