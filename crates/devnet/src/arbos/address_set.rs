//! A set of addresses in the chain's state, with a list of its members.

use alloy_primitives::{Address, U256, keccak256};

use super::{read, write};
use crate::evm::Ctx;
use crate::state::State;

/// A set whose size lies at a base slot, its members after it, their positions at hashed slots.
#[derive(Clone, Copy)]
pub(crate) struct AddressSet {
    base: u64,
}

impl AddressSet {
    pub(super) const fn at(base: u64) -> Self {
        Self { base }
    }

    fn size_slot(self) -> U256 {
        U256::from(self.base)
    }

    fn member_slot(self, position: U256) -> U256 {
        self.size_slot() + position
    }

    /// Where a member's position lies: positions count from one, zero is no member.
    fn position_slot(self, address: &Address) -> U256 {
        let mut seed = [0; 28];
        seed[..8].copy_from_slice(&self.base.to_be_bytes());
        seed[8..].copy_from_slice(address.as_slice());
        keccak256(seed).into()
    }

    /// Whether the address is a member.
    pub(crate) fn contains(self, ctx: &Ctx, address: &Address) -> bool {
        !read(ctx, self.position_slot(address)).is_zero()
    }

    /// All members.
    pub(crate) fn members(self, ctx: &Ctx) -> Vec<Address> {
        let size: u64 = read(ctx, self.size_slot()).saturating_to();
        (1..=size)
            .map(|position| read(ctx, self.member_slot(U256::from(position))))
            .map(|word| Address::from_word(word.into()))
            .collect()
    }

    /// Adds a member; nothing happens if it is one.
    pub(crate) fn insert(self, ctx: &mut Ctx, address: &Address) {
        if self.contains(ctx, address) {
            return;
        }
        let position = read(ctx, self.size_slot()) + U256::ONE;
        write(ctx, self.size_slot(), position);
        write(ctx, self.member_slot(position), address.into_word().into());
        write(ctx, self.position_slot(address), position);
    }

    /// Removes a member, moving the last one into its place.
    pub(crate) fn remove(self, ctx: &mut Ctx, address: &Address) {
        let position = read(ctx, self.position_slot(address));
        if position.is_zero() {
            return;
        }
        let size = read(ctx, self.size_slot());
        let last = read(ctx, self.member_slot(size));
        let moved = Address::from_word(last.into());
        write(ctx, self.member_slot(position), last);
        write(ctx, self.position_slot(&moved), position);
        write(ctx, self.member_slot(size), U256::ZERO);
        write(ctx, self.position_slot(address), U256::ZERO);
        write(ctx, self.size_slot(), size - U256::ONE);
    }

    /// Writes a set of one member into the first state.
    pub(super) fn write_genesis(self, state: &mut State, account: Address, member: Address) {
        state.set_storage(account, self.size_slot(), U256::ONE);
        state.set_storage(account, self.member_slot(U256::ONE), member.into_word().into());
        state.set_storage(account, self.position_slot(&member), U256::ONE);
    }
}
