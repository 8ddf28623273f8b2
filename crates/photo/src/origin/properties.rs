//! The values of an XMP packet's properties, whether they are written as attributes
//! (`xmp:CreatorTool="…"`) or as elements (`<xmp:CreatorTool>…</xmp:CreatorTool>`). It is no XML
//! reader: names are taken with the prefixes that everybody writes.

/// Bytes of a packet that are searched; see [`crate::metadata::xmp`].
const SEARCHED: usize = 256 * 1024;
/// The longest value that is told, and how many of one property.
const LONGEST: usize = 256;
const MOST: usize = 64;

/// The values of a property, in the order of the packet.
pub(super) fn values<'a>(packet: &'a [u8], name: &'a str) -> impl Iterator<Item = &'a [u8]> {
    let packet = &packet[..packet.len().min(SEARCHED)];
    let name = name.as_bytes();
    let is_end = |at: usize| at > 0 && packet[at - 1] == b'/';
    let starts = packet.windows(name.len()).enumerate().filter(move |(_, part)| *part == name);
    let starts = starts.filter(move |(at, _)| !is_end(*at));
    starts.take(MOST).filter_map(move |(at, _)| value(&packet[at + name.len()..]))
}

/// What follows a name, up to its end.
fn value(behind: &[u8]) -> Option<&[u8]> {
    let behind = behind.trim_ascii_start();
    let (open, rest) = behind.split_first()?;
    let (rest, end) = match open {
        b'=' => {
            let (quote, rest) = rest.trim_ascii_start().split_first()?;
            matches!(quote, b'"' | b'\'').then_some((rest, *quote))?
        }
        b'>' => (rest, b'<'),
        _ => return None,
    };
    let reach = &rest[..rest.len().min(LONGEST)];
    Some(&reach[..reach.iter().position(|byte| *byte == end)?])
}

#[cfg(test)]
mod tests {
    use super::values;

    #[test]
    fn attributes_and_elements_are_read_and_the_rest_is_left() {
        let packet = b"<a xmp:Tool=\"one\" xmp:Tool = 'two'><xmp:Tool>three</xmp:Tool><xmp:Tool";
        let found: Vec<&[u8]> = values(packet, "xmp:Tool").collect();
        assert_eq!(found, [&b"one"[..], b"two", b"three"]);
        assert_eq!(values(b"xmp:Tool=\"endless", "xmp:Tool").count(), 0);
        assert_eq!(values(b"", "xmp:Tool").count(), 0);
    }
}
