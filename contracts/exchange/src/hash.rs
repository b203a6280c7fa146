//! EIP-712: the hash that the owner of an order signs.

use contract_abi::generated::exchange::Order;
use contract_abi::{host, Address, Word};

/// `Order(bytes32 account,uint128 instrument,int256 size,int256 limit,uint64 lane,uint64 seq,uint40
/// deadline,uint16 flags,int256 maxFee,address taker)`
const ORDER_TYPE: [u64; 4] =
    [0x5bee_c9a6_ec06_1cb2, 0x864e_4f2f_3d1a_3881, 0x81fd_1ad8_fc76_7e95, 0x0478_68da_d2db_1e5f];
/// `EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)`
const DOMAIN_TYPE: [u64; 4] =
    [0x8b73_c3c6_9bb8_fe3d, 0x512e_cc4c_f759_cc79, 0x239f_7b17_9b0f_faca, 0xa9a7_5d52_2b39_400f];
/// `Ballast`
const NAME: [u64; 4] =
    [0xcf4c_f0fe_114e_7c08, 0xb593_c473_18af_1ea7, 0x26f9_b43b_3bb9_8787, 0x444d_01b5_8909_216c];
/// `1`
const VERSION: [u64; 4] =
    [0xc89e_fdaa_54c0_f20c, 0x7adf_6128_82df_0950, 0xf5a9_5163_7e03_07cd, 0xcb4c_672f_298b_8bc6];

/// Words of a structure, hashed together.
struct Structure<const BYTES: usize> {
    bytes: [u8; BYTES],
    filled: usize,
}

impl<const BYTES: usize> Structure<BYTES> {
    fn new() -> Self {
        Self { bytes: [0; BYTES], filled: 0 }
    }

    /// Appends `value` right-aligned in a word whose other bytes are `fill`.
    fn aligned(mut self, value: &[u8], fill: u8) -> Self {
        let (start, end) = (self.filled, self.filled.saturating_add(32));
        if let Some(word) = self.bytes.get_mut(start..end) {
            let padding = 32usize.saturating_sub(value.len());
            for (index, byte) in word.iter_mut().enumerate() {
                *byte = index
                    .checked_sub(padding)
                    .and_then(|at| value.get(at))
                    .copied()
                    .unwrap_or(fill);
            }
        }
        self.filled = end;
        self
    }

    fn word(self, word: &Word) -> Self {
        self.aligned(word, 0)
    }

    fn unsigned(self, value: u128) -> Self {
        self.aligned(&value.to_be_bytes(), 0)
    }

    fn signed(self, value: i128) -> Self {
        self.aligned(&value.to_be_bytes(), if value < 0 { 0xff } else { 0 })
    }

    fn constant(self, [a, b, c, d]: [u64; 4]) -> Self {
        let high = (u128::from(a) << 64) | u128::from(b);
        let low = (u128::from(c) << 64) | u128::from(d);
        let mut word = [0; 32];
        if let Some((upper, lower)) = word.split_first_chunk_mut::<16>() {
            *upper = high.to_be_bytes();
            lower.copy_from_slice(&low.to_be_bytes());
        }
        self.word(&word)
    }

    fn hash(&self) -> Word {
        host::keccak(&self.bytes)
    }
}

/// The domain's separator on this chain, for the exchange at this address.
pub(crate) fn domain_separator(chain_id: u64, exchange: &Address) -> Word {
    Structure::<160>::new()
        .constant(DOMAIN_TYPE)
        .constant(NAME)
        .constant(VERSION)
        .unsigned(chain_id.into())
        .aligned(exchange, 0)
        .hash()
}

/// The hash to sign for an order: `keccak(0x1901 ‖ domain ‖ order)`.
pub(crate) fn signing_hash(domain: &Word, order: &Order) -> Word {
    let structure = Structure::<352>::new()
        .constant(ORDER_TYPE)
        .word(&order.account)
        .unsigned(order.instrument)
        .signed(order.size)
        .signed(order.limit)
        .unsigned(order.lane.into())
        .unsigned(order.seq.into())
        .unsigned(order.deadline.into())
        .unsigned(order.flags.into())
        .signed(order.max_fee)
        .aligned(&order.taker, 0)
        .hash();
    let mut message = [0x19; 66];
    if let Some((prefix, words)) = message.split_first_chunk_mut::<2>() {
        *prefix = [0x19, 0x01];
        let (first, second) = words.split_at_mut(32);
        first.copy_from_slice(domain);
        second.copy_from_slice(&structure);
    }
    host::keccak(&message)
}
