//! What host functions work on: memory, ink and the frame, whatever the engine.

use alloy_primitives::{Address, B256, U256};
use stylus_program::prices;

use super::guest::Guest;
use super::request::Request;

/// Why a host function does not return to the program.
#[derive(Debug)]
pub(crate) enum Stop {
    /// Ink ran out; the meter is at zero.
    OutOfInk,
    /// The frame fails, with its gas returned.
    Fault(&'static str),
    /// The program ends with a status.
    Exit(u32),
    /// The chain is needed; the program goes on with the answer.
    Ask(Box<Request>),
}

/// A program that is stopped in a host function.
pub(crate) trait Host {
    /// The frame.
    fn guest(&mut self) -> &mut Guest;

    /// The program's memory.
    fn memory(&mut self) -> &mut [u8];

    /// Ink left.
    fn ink(&mut self) -> u64;

    /// Sets the ink left.
    fn set_ink(&mut self, ink: u64);

    /// Sets the meter to zero and marks it as run out.
    fn exhaust(&mut self);

    /// Whether the meter ran out.
    fn is_exhausted(&mut self) -> bool;

    /// Takes ink.
    fn charge(&mut self, ink: u64) -> Result<(), Stop> {
        match self.ink().checked_sub(ink) {
            Some(left) => {
                self.set_ink(left);
                Ok(())
            }
            None => {
                self.exhaust();
                Err(Stop::OutOfInk)
            }
        }
    }

    /// Takes gas, as ink.
    fn charge_gas(&mut self, gas: u64) -> Result<(), Stop> {
        let price = self.guest().rules.ink_price;
        self.charge(prices::gas_to_ink(gas, price))
    }

    /// Stops unless there is this much gas; takes none.
    fn require_gas(&mut self, gas: u64) -> Result<(), Stop> {
        let price = self.guest().rules.ink_price;
        if self.ink() < prices::gas_to_ink(gas, price) {
            self.exhaust();
            return Err(Stop::OutOfInk);
        }
        Ok(())
    }

    /// Whole gas left.
    fn gas_left(&mut self) -> u64 {
        let price = self.guest().rules.ink_price;
        prices::ink_to_gas_floor(self.ink(), price)
    }

    /// A range of memory.
    fn range(&mut self, from: u32, len: u32) -> Result<&mut [u8], Stop> {
        let (from, len) = (from as usize, len as usize);
        // Both numbers have 32 bits, so that their sum cannot wrap here.
        self.memory().get_mut(from..from + len).ok_or(Stop::Fault("memory out of bounds"))
    }

    /// Copies a range of memory out.
    fn read(&mut self, from: u32, len: u32) -> Result<Vec<u8>, Stop> {
        self.range(from, len).map(|range| range.to_vec())
    }

    /// Reads a hash or key.
    fn read_word(&mut self, from: u32) -> Result<B256, Stop> {
        self.range(from, 32).map(|range| B256::from_slice(range))
    }

    /// Reads a number.
    fn read_number(&mut self, from: u32) -> Result<U256, Stop> {
        self.read_word(from).map(Into::into)
    }

    /// Reads an address.
    fn read_address(&mut self, from: u32) -> Result<Address, Stop> {
        self.range(from, 20).map(|range| Address::from_slice(range))
    }

    /// Copies bytes into memory.
    fn write(&mut self, to: u32, bytes: &[u8]) -> Result<(), Stop> {
        let len = u32::try_from(bytes.len()).map_err(|_| Stop::Fault("memory out of bounds"))?;
        self.range(to, len)?.copy_from_slice(bytes);
        Ok(())
    }

    /// Writes a length, little-endian.
    fn write_len(&mut self, to: u32, len: usize) -> Result<(), Stop> {
        self.write(to, &(len as u32).to_le_bytes())
    }
}
