//! Random numbers, the same in every run.

/// SplitMix64, with a taste for numbers at which integers break.
pub struct Source(u64);

impl Source {
    /// A source that depends on a name, so that adding a test moves no other.
    pub fn of(name: &str) -> Self {
        Self(name.bytes().fold(0x9e37_79b9, |seed, byte| seed.wrapping_mul(31) + u64::from(byte)))
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound
    }

    /// An unsigned integer of at most `bits` bits, and never more than 128.
    pub fn uint(&mut self, bits: u32) -> u128 {
        let most = u128::MAX >> (128 - bits.min(128));
        match self.below(6) {
            0 => 0,
            1 => most,
            2 => u128::from(self.below(4)) & most,
            _ => (u128::from(self.next()) << 64 | u128::from(self.next())) & most,
        }
    }

    /// A signed integer of at most `bits` bits, and never more than 128.
    pub fn int(&mut self, bits: u32) -> i128 {
        let shift = 128 - bits.min(128);
        match self.below(6) {
            0 => i128::MIN >> shift,
            1 => i128::MAX >> shift,
            2 => -1,
            _ => (self.uint(128) as i128) >> shift,
        }
    }

    pub fn flip(&mut self) -> bool {
        self.below(2) == 1
    }

    pub fn fixed<const N: usize>(&mut self) -> [u8; N] {
        std::array::from_fn(|_| self.next() as u8)
    }

    pub fn bytes(&mut self) -> Vec<u8> {
        let length = self.below(100);
        (0..length).map(|_| self.next() as u8).collect()
    }

    pub fn list<T>(&mut self, mut each: impl FnMut(&mut Self) -> T) -> Vec<T> {
        let length = self.below(5);
        (0..length).map(|_| each(self)).collect()
    }
}
