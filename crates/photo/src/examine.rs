//! What is seen in a picture: every warning of the photo, measured, held to its limit, and with a
//! place to draw. It judges and never changes anything, and none of its words stops anybody.
//!
//! The work goes in stages. A [`Scene`](scene::Scene) is what all checks look at: the picture made
//! small, its faces, the face at one scale, the background. Each module of `checks` reads it, notes
//! what it measures in the [`Report`](report::Report), and holds that to its thresholds. The same
//! pixels give the same bits natively and in WebAssembly: powers, roots and angles are taken from
//! `libm` and never from the machine.

mod checks;
mod close;
mod framing;
mod ground;
mod lab;
mod likeness;
mod report;
mod scene;
mod settle;
mod skin;
mod spectrum;
mod threshold;

pub use threshold::{Basis, Bound, Threshold};

use crate::{decode, header};
use contract::Problem;
use contract::examination::{Examination, Origin, Stage};
use contract::photo::SourceKind;
use contract::policy::PhotoPolicy;
use jiff::civil::Date;
use report::Report;
use scene::Scene;
use std::ops::ControlFlow;

/// What is known about a picture beside its bytes.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// The photo's limits.
    pub policy: &'a PhotoPolicy,
    /// What its owner says it is. A scan is never judged by what a scanner does.
    pub kind: Option<SourceKind>,
    /// What the picked file said of itself, if the picture was made of one.
    pub origin: Option<&'a Origin>,
    /// The day on which its age is judged; without one it is not.
    pub today: Option<Date>,
    /// Milliseconds since any instant, for the timings; this crate has no clock.
    pub clock: Option<&'a dyn Fn() -> f64>,
}

impl<'a> Options<'a> {
    /// Nothing but the limits.
    #[must_use]
    pub const fn new(policy: &'a PhotoPolicy) -> Self {
        Self { policy, kind: None, origin: None, today: None, clock: None }
    }
}

/// Why an examination did not come to its end.
#[derive(Clone, Debug, PartialEq)]
pub enum Stopped {
    /// The file is no picture that can be looked at.
    Refused(Problem),
    /// Whoever watched wanted no more.
    Cancelled,
}

impl From<Problem> for Stopped {
    fn from(problem: Problem) -> Self {
        Self::Refused(problem)
    }
}

/// Examines a picture. `watch` is told each stage before it begins, and ends the work by breaking.
/// Takes about 50 ms for a prepared file and 105 ms for twelve megapixels where a second core is
/// free, and 210 ms for these in WebAssembly.
///
/// # Errors
/// [`Stopped::Refused`] with what [`crate::inspect`] refuses with; [`Stopped::Cancelled`].
pub fn examine(
    bytes: &[u8],
    options: Options<'_>,
    mut watch: impl FnMut(Stage) -> ControlFlow<()>,
) -> Result<Examination, Stopped> {
    let mut watching = Watching { clock: options.clock, watch: &mut watch, begun: None };
    let mut report = Report::default();
    watching.begin(Stage::Decode, &mut report)?;
    let header = header::read(bytes, options.policy)?;
    let picture = decode::decode(bytes, &header)?;
    watching.begin(Stage::Reduce, &mut report)?;
    let scene = Scene::of(bytes, &header, &picture, options);
    watching.begin(Stage::Face, &mut report)?;
    let scene = scene.with_faces();
    watching.begin(Stage::Points, &mut report)?;
    let scene = scene.with_close();
    for (stage, checks) in checks::ALL {
        watching.begin(stage, &mut report)?;
        checks.iter().for_each(|check| check(&scene, &mut report));
    }
    watching.end(&mut report);
    Ok(report.told(&scene))
}

/// Every threshold of every check, in the order in which warnings are told. For reports about them.
pub fn thresholds() -> Vec<&'static Threshold> {
    checks::thresholds()
}

/// Tells the stages to whoever watches, and notes how long each took.
struct Watching<'a> {
    clock: Option<&'a dyn Fn() -> f64>,
    watch: &'a mut dyn FnMut(Stage) -> ControlFlow<()>,
    begun: Option<(Stage, f64)>,
}

impl Watching<'_> {
    fn begin(&mut self, stage: Stage, report: &mut Report) -> Result<(), Stopped> {
        self.end(report);
        if (self.watch)(stage).is_break() {
            return Err(Stopped::Cancelled);
        }
        self.begun = self.clock.map(|clock| (stage, clock()));
        Ok(())
    }

    fn end(&mut self, report: &mut Report) {
        if let (Some((stage, from)), Some(clock)) = (self.begun.take(), self.clock) {
            report.took(stage, clock() - from);
        }
    }
}
