//! Payments that accompany a liquidation: rewards, and what the insurance pays.

use alloc::vec::Vec;

use contract_abi::generated::clearing_house::{errors, Move};
use contract_abi::{Revert, Word};

use crate::account::{insurance, require_creditable};
use crate::book::{Book, Fact};
use crate::bounds::MOVES;
use crate::money::negated;
use crate::storage;

/// Checks the moves of a liquidation of `subject` and loads whoever they touch.
///
/// # Errors
/// `TooMany`, then move by move `ZeroAmount`, `BadMove` unless it goes from the subject or the insurance
/// to another account, `ReservedAccount`.
pub(crate) fn load(book: &mut Book, subject: &Word, moves: &[Move]) -> Result<(), Revert> {
    if moves.len() > MOVES {
        return Err(errors::too_many(moves.len() as u128, MOVES as u128));
    }
    for Move { from, to, amount } in moves {
        if *amount <= 0 {
            return Err(errors::zero_amount());
        }
        if from == to || (from != subject && *from != insurance()) {
            return Err(errors::bad_move(from));
        }
        require_creditable(to)?;
        storage::open_purse(book, from);
        storage::open_purse(book, to);
    }
    Ok(())
}

/// Makes the moves. Whether the subject may pay them is for the rules on margin to say; the insurance
/// pays what it has.
///
/// # Errors
/// `InsufficientBalance` of the insurance, `Overflow`.
pub(crate) fn make(book: &mut Book, moves: &[Move], facts: &mut Vec<Fact>) -> Result<(), Revert> {
    for Move { from, to, amount } in moves {
        let payer = book.purse_mut(from)?;
        let held = payer.header.cash;
        if *from == insurance() && held < *amount {
            return Err(errors::insufficient_balance(from, 0, held, *amount));
        }
        payer.add_cash(negated(*amount)?)?;
        let from_cash = payer.header.cash;
        let payee = book.purse_mut(to)?;
        payee.add_cash(*amount)?;
        let to_cash = payee.header.cash;
        let (from, to, amount) = (*from, *to, *amount);
        facts.push(Fact::Moved { from, to, amount, from_cash, to_cash });
    }
    Ok(())
}
