//! The bytes of a file as the JPEG decoder takes them: mostly four at a time, which its own cursor
//! copies with a call of the system's and this with one instruction. It goes over the parts that the
//! decoder is to be shown as if they were one, and copies none of them.

use zune_core::bytestream::{ZByteIoError, ZByteReaderTrait, ZSeekFrom};

/// A place in parts of a file, which may lie behind their end.
pub(super) struct Reader<'a> {
    /// Each with where it begins among all.
    parts: Vec<(usize, &'a [u8])>,
    length: usize,
    at: usize,
    /// The part that was read last, where most is read next.
    near: (usize, &'a [u8]),
}

impl<'a> Reader<'a> {
    /// At the beginning of the first.
    pub(super) fn of(parts: impl IntoIterator<Item = &'a [u8]>) -> Self {
        let mut length = 0;
        let parts = parts.into_iter().map(|part| {
            length += part.len();
            (length - part.len(), part)
        });
        let parts: Vec<_> = parts.collect();
        let near = parts.first().copied().unwrap_or_default();
        Self { parts, length, at: 0, near }
    }

    /// So many bytes from here, where they all lie in the part that was read last.
    #[inline(always)]
    fn near(&self, count: usize) -> Option<&'a [u8]> {
        let at = self.at.wrapping_sub(self.near.0);
        self.near.1.get(at..at.checked_add(count)?)
    }

    /// What follows, part by part.
    fn rest(&self) -> impl Iterator<Item = &'a [u8]> {
        let first = self.parts.partition_point(|(start, part)| start + part.len() <= self.at);
        let parts = self.parts.get(first..).unwrap_or_default();
        parts.iter().map(|(start, part)| &part[self.at.saturating_sub(*start)..])
    }

    /// Copies what follows, as much as there is.
    #[cold]
    fn copied(&mut self, buf: &mut [u8]) -> usize {
        let (wanted, mut left) = (buf.len(), buf);
        for part in self.rest() {
            let count = part.len().min(left.len());
            let (taken, behind) = left.split_at_mut(count);
            taken.copy_from_slice(&part[..count]);
            left = behind;
            if left.is_empty() {
                break;
            }
        }
        let count = wanted - left.len();
        // What is read next follows what was read now.
        let next = self.parts.partition_point(|(start, _)| *start <= self.at + count);
        self.near =
            next.checked_sub(1).and_then(|at| self.parts.get(at)).copied().unwrap_or(self.near);
        count
    }
}

impl ZByteReaderTrait for Reader<'_> {
    #[inline(always)]
    fn read_byte_no_error(&mut self) -> u8 {
        if let Some([byte, ..]) = self.near(1) {
            self.at += 1;
            return *byte;
        }
        // Behind the end it stays where it is.
        let mut byte = [0];
        self.at += self.copied(&mut byte);
        byte[0]
    }

    #[inline(always)]
    fn read_exact_bytes(&mut self, buf: &mut [u8]) -> Result<(), ZByteIoError> {
        self.peek_exact_bytes(buf)?;
        self.at += buf.len();
        Ok(())
    }

    fn read_bytes(&mut self, buf: &mut [u8]) -> Result<usize, ZByteIoError> {
        let count = self.copied(buf);
        self.at += count;
        Ok(count)
    }

    fn peek_bytes(&mut self, buf: &mut [u8]) -> Result<usize, ZByteIoError> {
        Ok(self.copied(buf))
    }

    #[inline(always)]
    fn peek_exact_bytes(&mut self, buf: &mut [u8]) -> Result<(), ZByteIoError> {
        if let Some(bytes) = self.near(buf.len()) {
            buf.copy_from_slice(bytes);
            return Ok(());
        }
        let count = self.copied(buf);
        if count < buf.len() { Err(ZByteIoError::NotEnoughBytes(count, buf.len())) } else { Ok(()) }
    }

    #[inline(always)]
    fn z_seek(&mut self, from: ZSeekFrom) -> Result<u64, ZByteIoError> {
        let place = match from {
            ZSeekFrom::Start(place) => usize::try_from(place).ok(),
            ZSeekFrom::End(by) => self.length.checked_add_signed(by as isize),
            ZSeekFrom::Current(by) => self.at.checked_add_signed(by as isize),
        };
        self.at = place.ok_or(ZByteIoError::SeekError("a place before the beginning"))?;
        Ok(self.at as u64)
    }

    #[inline(always)]
    fn is_eof(&mut self) -> Result<bool, ZByteIoError> {
        Ok(self.at >= self.length)
    }

    fn z_position(&mut self) -> Result<u64, ZByteIoError> {
        Ok(self.at as u64)
    }

    fn read_remaining(&mut self, sink: &mut Vec<u8>) -> Result<usize, ZByteIoError> {
        let before = sink.len();
        self.rest().for_each(|part| sink.extend_from_slice(part));
        self.at += sink.len() - before;
        Ok(sink.len() - before)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use zune_core::bytestream::ZCursor;

    /// What is told of a walk through bytes, up to their end and past it.
    fn walked(mut reader: impl ZByteReaderTrait) -> Vec<String> {
        let mut told = Vec::new();
        let mut four = [0; 4];
        for _ in 0..3 {
            let done = reader.read_exact_bytes(&mut four).is_ok();
            told.push(format!("{done} {four:?} {:?}", reader.z_position().ok()));
        }
        for by in [-4, -1, 3, -9, -90] {
            let place = reader.z_seek(ZSeekFrom::Current(by)).ok();
            let byte = reader.read_byte_no_error();
            told.push(format!("{place:?} {byte} {:?}", reader.is_eof().ok()));
        }
        for from in [ZSeekFrom::Start(7), ZSeekFrom::End(-2), ZSeekFrom::Start(30)] {
            let place = reader.z_seek(from).ok();
            let peeked = reader.peek_bytes(&mut four).ok();
            let read = reader.read_bytes(&mut four).ok();
            told.push(format!("{place:?} {peeked:?} {read:?} {four:?} {:?}", reader.is_eof().ok()));
        }
        let place = reader.z_seek(ZSeekFrom::Start(4)).ok();
        let mut rest = Vec::new();
        let count = reader.read_remaining(&mut rest).ok();
        told.push(format!("{place:?} {count:?} {rest:?} {:?}", reader.z_position().ok()));
        told
    }

    #[test]
    fn it_reads_as_the_decoders_own_cursor_does() {
        let bytes = [9, 8, 7, 6, 5, 4, 3, 2, 1, 10];
        for (one, other) in [(0, 0), (1, 2), (2, 5), (3, 3), (4, 8), (6, 7), (10, 10)] {
            let parts = [&bytes[..one], &bytes[one..other], &bytes[other..]];
            assert_eq!(walked(Reader::of(parts)), walked(ZCursor::new(bytes)), "{one} {other}");
        }
        for few in 0..9 {
            let parts = bytes[..few].chunks(3);
            assert_eq!(walked(Reader::of(parts)), walked(ZCursor::new(&bytes[..few])), "{few}");
        }
    }
}
