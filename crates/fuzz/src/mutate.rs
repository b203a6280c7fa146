//! New inputs from old ones.

/// A generator that gives the same numbers on every machine: xorshift64*.
pub(crate) struct Random(u64);

/// Bytes that are worth trying at the beginning of a number.
const EDGES: [u8; 8] = [0, 1, 0x7f, 0x80, 0x81, 0xfe, 0xff, 0x0d];
/// Longest input.
const LONGEST: usize = 400;

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed | 1)
    }

    /// A number below a bound above 0.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let value = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 32;
        ((value * bound as u64) >> 32) as usize
    }

    fn byte(&mut self) -> u8 {
        self.below(256) as u8
    }
}

/// An input made from one, or from one and the end of another, by a few small changes.
pub(crate) fn mutated(input: &[u8], other: &[u8], random: &mut Random) -> Vec<u8> {
    let mut next = input.to_vec();
    for _ in 0..=random.below(4) {
        change(&mut next, other, random);
    }
    next.truncate(LONGEST);
    next
}

fn change(input: &mut Vec<u8>, other: &[u8], random: &mut Random) {
    if input.is_empty() {
        input.extend((0..100).map(|_| random.byte()));
    }
    let at = random.below(input.len());
    match random.below(8) {
        0 => input[at] ^= 1 << random.below(8),
        1 => input[at] = random.byte(),
        2 => input[at] = EDGES[random.below(EDGES.len())],
        3 => input[at] = input[at].wrapping_add(1),
        4 => fill(input, at, EDGES[random.below(EDGES.len())]),
        5 => spliced(input, at, other),
        6 => input.extend((0..17).map(|_| random.byte())),
        _ => {
            input.remove(at);
        }
    }
}

/// Sixteen equal bytes.
fn fill(input: &mut [u8], at: usize, byte: u8) {
    let end = input.len().min(at + 16);
    input[at..end].fill(byte);
}

/// The rest is that of another input.
fn spliced(input: &mut Vec<u8>, at: usize, other: &[u8]) {
    input.truncate(at);
    input.extend(other.get(at..).unwrap_or_default());
}
