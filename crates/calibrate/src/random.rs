//! Chance that is the same at every run: SplitMix64 from a seed.

/// A sequence of numbers.
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// The sequence of a seed and of what it is for.
    pub fn of(seed: u64, purpose: u64) -> Self {
        let mut random = Self(seed ^ purpose.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        random.bits();
        random
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^ (bits >> 31)
    }

    /// A number from `from` up to, and without, `to`.
    pub fn between(&mut self, from: f32, to: f32) -> f32 {
        from + (to - from) * (self.bits() >> 40) as f32 / (1_u64 << 24) as f32
    }

    /// A number around zero with standard deviation `deviation`, at most 3 of them away.
    pub fn around(&mut self, deviation: f32) -> f32 {
        // The sum of twelve even ones has variance 1 and is near enough to normal.
        let sum: f32 = (0..12).map(|_| self.between(-0.5, 0.5)).sum();
        (sum * deviation).clamp(-3.0 * deviation, 3.0 * deviation)
    }

    /// True with a probability.
    pub fn chance(&mut self, probability: f32) -> bool {
        self.between(0.0, 1.0) < probability
    }

    /// Which of `count` things.
    pub fn index(&mut self, count: usize) -> usize {
        (self.bits() % count.max(1) as u64) as usize
    }
}
