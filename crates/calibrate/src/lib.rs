//! Calibration of the examination of photos on real portraits: trains the model of a face's points
//! and measures it on people that it does not know. Never shipped; its results are.

pub mod background;
pub mod bend;
pub mod detector;
pub mod face_frame;
pub mod failure;
pub mod light;
pub mod measure;
pub mod paint;
pub mod photos;
pub mod plan;
pub mod portraits;
pub mod random;
pub mod report;
pub mod run;
pub mod sample;
pub mod shapes;
pub mod tiles;
pub mod train;
