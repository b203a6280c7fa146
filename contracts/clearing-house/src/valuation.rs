//! Asking the engine: what portfolios are worth and must hold, and how it sees the markets.

use alloc::vec::Vec;

use contract_abi::generated::clearing_house::{errors, Grade, Outcome};
use contract_abi::generated::margin_engine::{Assessment, MarketView};

use crate::book::{Ask, Book, Side};
use crate::bounds::{ENGINE_MARKETS, ENGINE_PORTFOLIOS};
use crate::list::List;
use crate::refused::{overflow, Refused};

/// What the engine says, in the order of what was asked.
#[derive(Clone, Debug, Default)]
pub(crate) struct Answer {
    /// Of each portfolio.
    pub(crate) assessments: Vec<Assessment>,
    /// Of each market.
    pub(crate) views: Vec<MarketView>,
}

/// Whoever answers: the engine on the chain, prices as data in a test.
pub(crate) trait Observe: Fn(&Ask) -> Result<Answer, Refused> {}

impl<F: Fn(&Ask) -> Result<Answer, Refused>> Observe for F {}

/// An account before or after.
pub(crate) type Subject = (usize, Side);

/// Assessments and views that belong to a book.
#[derive(Clone, Debug)]
pub(crate) struct Valuation {
    /// In the order of the subjects.
    assessments: List<Assessment>,
    /// By the market's place in the book; of markets that were asked for.
    views: List<MarketView>,
}

impl Valuation {
    /// Values subjects, and views the markets of `wanted`.
    ///
    /// One question is enough for up to eight markets. Accounts that have little in common may need more:
    /// then each question takes as many of them as it can, so that no account depends on which markets
    /// another one is in. An account of cash alone is valued here, and nobody is asked who need not be.
    ///
    /// # Errors
    /// Those of `observe`; `TooMany` for an account in more markets than the engine takes; `Overflow`.
    #[inline(never)]
    pub(crate) fn of(
        book: &Book,
        subjects: &[Subject],
        wanted: &[usize],
        observe: &impl Observe,
    ) -> Result<Self, Refused> {
        let mut inquiry = Inquiry::new(book, subjects.len(), observe);
        for place in wanted {
            if !inquiry.ask.add_market(book, *place)? {
                inquiry.put()?;
                inquiry.ask.add_market(book, *place)?;
            }
        }
        for (at, (seat, side)) in subjects.iter().enumerate() {
            inquiry.add(at, *seat, *side)?;
        }
        inquiry.put()?;
        Ok(inquiry.valuation)
    }

    /// The assessment of a subject.
    ///
    /// # Errors
    /// `Overflow` for one that was not asked for.
    #[inline(never)]
    pub(crate) fn assessment(&self, subject: usize) -> Result<&Assessment, Refused> {
        self.assessments.get(subject).ok_or_else(overflow)
    }

    /// The view of a market.
    ///
    /// # Errors
    /// `Overflow` for one that was not asked for.
    #[inline(never)]
    pub(crate) fn view(&self, place: usize) -> Result<&MarketView, Refused> {
        self.views.get(place).ok_or_else(overflow)
    }

    /// The outcome of a subject that was valued as it is now, as the interface reports it.
    ///
    /// # Errors
    /// `Overflow`.
    #[inline(never)]
    pub(crate) fn outcome(
        &self,
        book: &Book,
        subject: usize,
        seat: usize,
    ) -> Result<Outcome, Refused> {
        let account = book.account(seat)?;
        let assessment = self.assessment(subject)?;
        Ok(Outcome {
            account: account.id,
            cash: account.header.cash,
            equity: assessment.equity,
            settled_quote: assessment.settled_quote,
            initial_margin: assessment.initial_margin,
            maintenance_margin: assessment.maintenance_margin,
            grade: assessment.grade,
            doubt: assessment.doubt,
        })
    }

    /// The outcomes of all accounts of the book, if the subjects were these in their order. Errors as in
    /// [`Valuation::outcome`].
    #[inline(never)]
    pub(crate) fn outcomes(&self, book: &Book) -> Result<Vec<Outcome>, Refused> {
        let mut outcomes = Vec::with_capacity(book.accounts.len());
        for seat in 0..book.accounts.len() {
            outcomes.push(self.outcome(book, seat, seat)?);
        }
        Ok(outcomes)
    }
}

/// A question as it is put together, and the answers so far.
struct Inquiry<'a, O> {
    book: &'a Book,
    observe: &'a O,
    ask: Ask,
    /// The subjects of the question's portfolios.
    asked: List<usize>,
    valuation: Valuation,
}

impl<'a, O: Observe> Inquiry<'a, O> {
    fn new(book: &'a Book, subjects: usize, observe: &'a O) -> Self {
        let (mut assessments, mut views) = (List::default(), List::default());
        assessments.resize(subjects, Assessment::default());
        views.resize(book.markets.len(), MarketView::default());
        let valuation = Valuation { assessments, views };
        Self { book, observe, ask: Ask::default(), asked: List::with_capacity(subjects), valuation }
    }

    fn add(&mut self, at: usize, seat: usize, side: Side) -> Result<(), Refused> {
        let account = self.book.account(seat)?;
        if account.is_cash_only(side) {
            let equity = account.settled_cash(self.book, side)?;
            let settled_quote = equity;
            let of_cash =
                Assessment { equity, settled_quote, grade: Grade::Good, ..Assessment::default() };
            copy_into(&mut self.valuation.assessments, &[at], &[of_cash]);
            return Ok(());
        }
        let fits = self.asked.len() < ENGINE_PORTFOLIOS && self.ask.add(self.book, seat, side)?;
        if !fits {
            self.put()?;
            if !self.ask.add(self.book, seat, side)? {
                let actual = account.legs.len() as u128;
                return Err(errors::too_many(actual, ENGINE_MARKETS as u128).into());
            }
        }
        self.asked.push(at);
        Ok(())
    }

    /// Puts the question, if there is one, and begins the next.
    fn put(&mut self) -> Result<(), Refused> {
        let ask = core::mem::take(&mut self.ask);
        let asked = core::mem::take(&mut self.asked);
        if ask.portfolios.is_empty() && ask.places.is_empty() {
            return Ok(());
        }
        let answer = (self.observe)(&ask)?;
        copy_into(&mut self.valuation.assessments, &asked, &answer.assessments);
        copy_into(&mut self.valuation.views, &ask.places, &answer.views);
        Ok(())
    }
}

/// Puts each item where its index says.
fn copy_into<T: Copy>(into: &mut [T], at: &[usize], items: &[T]) {
    for (at, item) in at.iter().zip(items) {
        if let Some(place) = into.get_mut(*at) {
            *place = *item;
        }
    }
}
