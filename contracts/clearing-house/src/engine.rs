//! The one call down: the margin engine.

use contract_abi::generated::clearing_house::{errors, Grade};
use contract_abi::generated::margin_engine::{calls, Assessment, MarketView};
use contract_abi::Address;

use ballast_layout::MarketWord;

use crate::book::Ask;
use crate::bounds::ENGINE_GAS;
use crate::refused::Refused;
use crate::storage;
use crate::valuation::Answer;

/// Puts a question to the engine and checks the answer.
///
/// # Errors
/// The engine's own; `CallFailed(engine)` when it gave none, or an answer that cannot be one.
pub(crate) fn observe(ask: &Ask) -> Result<Answer, Refused> {
    let engine = storage::engine();
    let Ask { portfolios, legs, collateral, markets, .. } = ask;
    let (assessments, views) =
        calls::assess(&engine, ENGINE_GAS, portfolios, legs, collateral, markets)
            .map_err(|failure| failure.bubble(errors::call_failed(&engine)))?;
    let answer = Answer { assessments, views };
    if is_sound(ask, &answer) {
        Ok(answer)
    } else {
        Err(errors::call_failed(&engine).into())
    }
}

/// What a market's margins differ by, at the least: the initial rate less the maintenance rate.
///
/// # Errors
/// As in [`observe`].
pub(crate) fn rates(underlying: u16) -> Result<(i128, i128), Refused> {
    let engine: Address = storage::engine();
    let market = calls::market(&engine, ENGINE_GAS, underlying)
        .map_err(|failure| failure.bubble(errors::call_failed(&engine)))?;
    Ok((market.initial_rate, market.maintenance_rate))
}

/// Whether an answer answers the question: everything that was asked, in that order, and nothing that
/// the engine promises never to say. The house does not trust whoever the owner put in the engine's
/// place with more than prices.
fn is_sound(ask: &Ask, answer: &Answer) -> bool {
    answer.assessments.len() == ask.portfolios.len()
        && answer.views.len() == ask.markets.len()
        && answer.assessments.iter().all(is_possible)
        && answer.views.iter().zip(&ask.markets).all(|(view, word)| {
            view.underlying == MarketWord::unpack(word).underlying && is_possible_view(view)
        })
}

fn is_possible(assessment: &Assessment) -> bool {
    0 <= assessment.maintenance_margin && assessment.maintenance_margin <= assessment.initial_margin
}

fn is_possible_view(view: &MarketView) -> bool {
    let has_price = view.index_price > 0 && view.mark_price > 0;
    (has_price || view.grade == Grade::None)
        && view.index_price >= 0
        && view.mark_price >= 0
        && 0 <= view.maintenance_rate
        && view.maintenance_rate <= view.initial_rate
        && view.impact_notional >= 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract_abi::generated::margin_engine::Portfolio;

    fn ask() -> Ask {
        let word = |underlying| {
            MarketWord { underlying, ..MarketWord::default() }.pack().unwrap_or_default()
        };
        let mut ask = Ask::default();
        ask.portfolios.resize(2, Portfolio::default());
        ask.markets.extend([word(3), word(5)]);
        ask
    }

    fn view(underlying: u16) -> MarketView {
        MarketView {
            underlying,
            index_price: 1,
            mark_price: 1,
            initial_rate: 2,
            maintenance_rate: 1,
            grade: Grade::Good,
            ..MarketView::default()
        }
    }

    fn answer() -> Answer {
        Answer { assessments: vec![Assessment::default(); 2], views: vec![view(3), view(5)] }
    }

    fn sound_after(change: impl FnOnce(&mut Answer)) -> bool {
        let mut answer = answer();
        change(&mut answer);
        is_sound(&ask(), &answer)
    }

    #[test]
    fn is_sound_of_an_answer_to_everything_in_order_holds() {
        assert!(sound_after(|_| {}));
        assert!(sound_after(|answer| {
            answer.views[1] = MarketView { underlying: 5, ..MarketView::default() };
        }));
    }

    #[test]
    fn is_sound_of_an_answer_to_another_question_does_not_hold() {
        assert!(!sound_after(|answer| {
            answer.assessments.pop();
        }));
        assert!(!sound_after(|answer| answer.assessments.push(Assessment::default())));
        assert!(!sound_after(|answer| {
            answer.views.pop();
        }));
        assert!(!sound_after(|answer| answer.views.swap(0, 1)));
    }

    #[test]
    fn is_sound_of_margins_that_cannot_be_does_not_hold() {
        let margins = |initial_margin, maintenance_margin| {
            sound_after(|answer| {
                let of_first = &mut answer.assessments[0];
                of_first.initial_margin = initial_margin;
                of_first.maintenance_margin = maintenance_margin;
            })
        };
        assert!(margins(2, 2));
        assert!(!margins(1, 2));
        assert!(!margins(1, -1));
        assert!(!margins(-1, -1));
    }

    #[test]
    fn is_sound_of_a_view_that_cannot_be_does_not_hold() {
        let changes: [fn(&mut MarketView); 6] = [
            |view| view.mark_price = 0,
            |view| view.index_price = -1,
            |view| view.initial_rate = 0,
            |view| view.maintenance_rate = -1,
            |view| view.impact_notional = -1,
            |view| view.mark_price = -1,
        ];
        for change in changes {
            assert!(!sound_after(|answer| change(&mut answer.views[0])));
        }
    }
}
