//! The mean shape and the ways in which shapes differ: principal components after turning, scaling
//! and moving are taken out.

use photo::face::training::{CUT, POINTS, Shape, Similarity, mirrored};

const NUMBERS: usize = 2 * POINTS;

/// The mean of shapes, upright and the same in a mirror, where and as large as they are on average.
pub fn mean(shapes: &[Shape]) -> Shape {
    let mut mean = symmetric(&average(shapes));
    for _ in 0..4 {
        let aligned: Vec<Shape> = shapes
            .iter()
            .map(|shape| {
                let pose = Similarity::between(shape, &mean);
                shape.map(|place| pose.apply(place))
            })
            .collect();
        mean = symmetric(&average(&aligned));
    }
    mean
}

fn average(shapes: &[Shape]) -> Shape {
    let mut sum = [0.0_f64; NUMBERS];
    for shape in shapes {
        for (sum, number) in sum.iter_mut().zip(shape.as_flattened()) {
            *sum += f64::from(*number);
        }
    }
    shape_of(&sum.map(|sum| sum / shapes.len().max(1) as f64))
}

fn symmetric(shape: &Shape) -> Shape {
    average(&[*shape, mirrored(shape, CUT as f32)])
}

fn shape_of(numbers: &[f64; NUMBERS]) -> Shape {
    let mut shape = [[0.0; 2]; POINTS];
    for (number, from) in shape.as_flattened_mut().iter_mut().zip(numbers) {
        *number = *from as f32;
    }
    shape
}

/// Four ways for turning, scaling and moving, then `count` in which shapes differ most, largest
/// first; each of length one and at right angles to the others.
pub fn ways(mean: &Shape, shapes: &[Shape], count: usize) -> Vec<Shape> {
    let mut ways = moves(mean);
    let mut spread = vec![[0.0_f64; NUMBERS]; NUMBERS];
    for shape in shapes {
        let pose = Similarity::between(shape, mean);
        let mut rest = [0.0_f64; NUMBERS];
        let aligned = shape.map(|place| pose.apply(place));
        for (rest, (one, other)) in
            rest.iter_mut().zip(aligned.as_flattened().iter().zip(mean.as_flattened()))
        {
            *rest = f64::from(one - other);
        }
        ways.iter().for_each(|way| take_out(&mut rest, way));
        for (row, one) in spread.iter_mut().zip(rest) {
            row.iter_mut().zip(rest).for_each(|(sum, other)| *sum += one * other);
        }
    }
    let moves = ways.len();
    while ways.len() < moves + count {
        let mut way: [f64; NUMBERS] =
            std::array::from_fn(|at| 1.0 + ((at * 7919 + ways.len() * 104_729) % 97) as f64);
        for _ in 0..300 {
            way = std::array::from_fn(|row| spread[row].iter().zip(way).map(|(a, b)| a * b).sum());
            ways.iter().for_each(|known| take_out(&mut way, known));
            let length = way.iter().map(|number| number * number).sum::<f64>().sqrt().max(1e-12);
            way = way.map(|number| number / length);
        }
        ways.push(way);
    }
    ways.iter().map(shape_of).collect()
}

fn take_out(from: &mut [f64; NUMBERS], way: &[f64; NUMBERS]) {
    let much: f64 = from.iter().zip(way).map(|(a, b)| a * b).sum();
    from.iter_mut().zip(way).for_each(|(number, part)| *number -= much * part);
}

fn moves(mean: &Shape) -> Vec<[f64; NUMBERS]> {
    let count = POINTS as f64;
    let middle = mean.iter().fold([0.0, 0.0], |sum, [x, y]| {
        [sum[0] + f64::from(*x) / count, sum[1] + f64::from(*y) / count]
    });
    let mut found: Vec<[f64; NUMBERS]> = Vec::new();
    for kind in 0..4 {
        let mut way: [f64; NUMBERS] = std::array::from_fn(|at| {
            let [x, y] = mean[at / 2];
            let (x, y) = (f64::from(x) - middle[0], f64::from(y) - middle[1]);
            match (kind, at % 2) {
                (0, 0) => x,
                (0, _) => y,
                (1, 0) => -y,
                (1, _) => x,
                (2, 0) | (3, 1) => 1.0,
                _ => 0.0,
            }
        });
        found.iter().for_each(|known| take_out(&mut way, known));
        let length = way.iter().map(|number| number * number).sum::<f64>().sqrt().max(1e-12);
        found.push(way.map(|number| number / length));
    }
    found
}
