//! Makes the detector's published model half as large: its numbers become whole 16-bit multiples of
//! the largest of their row or table. What is downloaded by everyone who picks a photo should be
//! small; boxes stay the same but for a pixel now and then.

/// The compact form of the published model. `None` when the bytes are not that model.
pub fn compact(published: &[u8]) -> Option<Vec<u8>> {
    let mut copy = Copy { from: published, to: Vec::new() };
    for _ in 0..copy.count()? {
        for _ in 0..copy.count()? {
            for _ in 0..copy.count()? {
                if copy.count()? == 0 { copy.boosted()? } else { copy.network()? }
            }
            for _ in 0..copy.count()? {
                copy.count()?;
            }
        }
    }
    copy.from.is_empty().then_some(copy.to)
}

struct Copy<'a> {
    from: &'a [u8],
    to: Vec<u8>,
}

impl Copy<'_> {
    fn four(&mut self) -> Option<[u8; 4]> {
        let (four, rest) = self.from.split_first_chunk::<4>()?;
        self.from = rest;
        Some(*four)
    }

    /// An integer, copied as it is; negative ones count nothing.
    fn count(&mut self) -> Option<usize> {
        let four = self.four()?;
        self.to.extend(four);
        Some(usize::try_from(i32::from_le_bytes(four)).unwrap_or(0))
    }

    /// Numbers, as their largest amount and 16-bit parts of it.
    fn numbers(&mut self, count: usize) -> Option<()> {
        let numbers = (0..count)
            .map(|_| self.four().map(f32::from_le_bytes))
            .collect::<Option<Vec<f32>>>()?;
        let largest = numbers.iter().fold(0.0_f32, |largest, number| largest.max(number.abs()));
        let scale = largest.max(f32::MIN_POSITIVE) / 32_767.0;
        self.to.extend(scale.to_le_bytes());
        for number in numbers {
            self.to.extend(((number / scale).round() as i16).to_le_bytes());
        }
        Some(())
    }

    fn boosted(&mut self) -> Option<()> {
        let (count, bins) = (self.count()?, self.count()?);
        for _ in 0..2 * count {
            self.count()?;
        }
        self.numbers(count)?;
        (0..count).try_for_each(|_| self.numbers(bins + 1))
    }

    fn network(&mut self) -> Option<()> {
        let (layers, features) = (self.count()?, self.count()?);
        for _ in 0..features {
            self.count()?;
        }
        self.numbers(1)?;
        let mut inputs = self.count()?;
        for _ in 1..layers {
            let outputs = self.count()?;
            (0..outputs).try_for_each(|_| self.numbers(inputs))?;
            self.numbers(outputs)?;
            inputs = outputs;
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::compact;

    #[test]
    fn what_is_not_the_published_model_is_not_made_compact() {
        for bytes in [&b""[..], b"RIFF", &[1, 0, 0, 0, 9], &[0xff; 64]] {
            assert_eq!(compact(bytes), None);
        }
    }
}
