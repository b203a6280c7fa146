//! Account ids: owner address (20 bytes) ‖ sub-account tag (12 bytes).

use crate::{Address, Word};

/// An account id. It needs no registration: who controls the owner address controls the account.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct AccountId(pub Word);

impl AccountId {
    /// Pays for losses before anybody else does; anyone may deposit into it.
    pub const INSURANCE: Self = Self::reserved(1);
    /// Collects fees, and what rounding leaves over.
    pub const FEES: Self = Self::reserved(2);
    /// Bears the losses that nothing has covered yet.
    pub const BAD_DEBT: Self = Self::reserved(3);

    /// The account of `owner` with `tag`.
    ///
    /// # Examples
    /// ```
    /// use ballast_layout::AccountId;
    /// let id = AccountId::new([0xab; 20], [7; 12]);
    /// assert_eq!((id.owner(), id.tag()), ([0xab; 20], [7; 12]));
    /// assert!(!id.is_reserved());
    /// ```
    #[inline]
    pub fn new(owner: Address, tag: [u8; 12]) -> Self {
        let mut id = [0; 32];
        if let Some(high) = id.first_chunk_mut() {
            *high = owner;
        }
        if let Some(low) = id.last_chunk_mut() {
            *low = tag;
        }
        Self(id)
    }

    /// The address that controls the account.
    #[inline]
    pub fn owner(&self) -> Address {
        *self.0.first_chunk().unwrap_or(&[0; 20])
    }

    /// The sub-account tag.
    #[inline]
    pub fn tag(&self) -> [u8; 12] {
        *self.0.last_chunk().unwrap_or(&[0; 12])
    }

    /// Whether the owner is the zero address, which no key controls: the house's own accounts, and
    /// ids that must be refused everywhere else.
    #[inline]
    pub fn is_reserved(&self) -> bool {
        self.owner() == [0; 20]
    }

    /// Whether the owner is a precompile: an address of 1 to 0xffff, where Ethereum and Arbitrum put
    /// theirs. Nobody holds a key to these, so what is credited to them is lost.
    #[inline]
    pub fn has_precompile_owner(&self) -> bool {
        !self.is_reserved() && self.0.first_chunk() == Some(&[0; 18])
    }

    const fn reserved(tag: u8) -> Self {
        let mut id = [0; 32];
        id[31] = tag;
        Self(id)
    }
}
