//! What of a studio portrait is background: grown from the upper and side borders over pixels that
//! are like their neighbours and like the border. Rough at hair, which serves: the mask is only used
//! to put other backgrounds behind heads that the model is trained on.

use photo::face::Grey;
use photo::face::training::Shape;

/// How far a channel may be from the pixel it was reached from, and from the border beside it.
const STEP: i32 = 10;
const FROM_BORDER: i32 = 34;

/// For every pixel of the picture at half its size 255 where it is background, softly 0 elsewhere.
pub fn mask(rgb: &[u8], width: usize, height: usize, shape: &Shape) -> Grey {
    let (across, down) = (width / 2, height / 2);
    let at = |x: usize, y: usize| -> [i32; 3] {
        let pixel = |x: usize, y: usize, channel: usize| {
            i32::from(rgb[(y.min(height - 1) * width + x.min(width - 1)) * 3 + channel])
        };
        std::array::from_fn(|channel| {
            let (x, y) = (2 * x, 2 * y);
            let sum = pixel(x, y, channel)
                + pixel(x + 1, y, channel)
                + pixel(x, y + 1, channel)
                + pixel(x + 1, y + 1, channel);
            sum / 4
        })
    };
    // Below the chin clothes begin, which may be as light as the background.
    let chin = (shape[25][1] / 2.0) as usize;
    let limit = (chin + down / 20).min(down);
    let mut mask = vec![0_u8; across * down];
    let mut open: Vec<(usize, usize, [i32; 3])> = Vec::new();
    let sides = (0..limit).flat_map(|y| [(1, y), (across - 2, y)]);
    for (x, y) in (0..across).map(|x| (x, 1)).chain(sides) {
        // The top border can be hair: what is unlike the upper corners is none of the background.
        let corner = at(if x < across / 2 { 2 } else { across - 3 }, 2);
        if near(at(x, y), corner, FROM_BORDER) && mask[y * across + x] == 0 {
            mask[y * across + x] = 255;
            open.push((x, y, at(x, y)));
        }
    }
    while let Some((x, y, border)) = open.pop() {
        let here = at(x, y);
        let around = [(x.wrapping_sub(1), y), (x + 1, y), (x, y.wrapping_sub(1)), (x, y + 1)];
        for (x, y) in around {
            if x >= across || y >= limit || mask[y * across + x] != 0 {
                continue;
            }
            let there = at(x, y);
            if near(there, here, STEP) && near(there, border, FROM_BORDER) {
                mask[y * across + x] = 255;
                open.push((x, y, border));
            }
        }
    }
    Grey::new(across, down, softened(&mask, across, down))
}

fn near(one: [i32; 3], other: [i32; 3], limit: i32) -> bool {
    one.iter().zip(other).all(|(one, other)| (one - other).abs() <= limit)
}

fn softened(mask: &[u8], width: usize, height: usize) -> Vec<u8> {
    let mut soft = vec![0; mask.len()];
    for y in 0..height {
        for x in 0..width {
            let (mut sum, mut count) = (0_u32, 0_u32);
            for v in y.saturating_sub(2)..(y + 3).min(height) {
                for u in x.saturating_sub(2)..(x + 3).min(width) {
                    sum += u32::from(mask[v * width + u]);
                    count += 1;
                }
            }
            soft[y * width + x] = (sum / count.max(1)) as u8;
        }
    }
    soft
}
