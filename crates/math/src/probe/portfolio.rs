//! A portfolio for the probe: 64 options over four expiries, made of six numbers.

use super::operations::{Outcome, two};
use crate::MathError;
use crate::fixed::quantity::{Price, Ratio, Size};
use crate::pricing::svi::{Parameters, Surface};
use crate::pricing::{Kind, Settlement};
use crate::risk::portfolio::{
    Contribution, ExpiryMarket, Greeks, Model, OURS, Pass, PassMemory, Position, REFERENCE,
    contributions,
};
use crate::risk::regime::Regime;

/// Options of an expiry.
const OPTIONS: usize = 16;
/// Days until each expiry, in units of the first.
const TIMES: [u64; 4] = [1, 4, 13, 40];

/// Bits of the last argument: which set, which regime, whether only to build, and whether to ask for
/// contributions.
struct Choice(i128);

impl Choice {
    fn model(&self) -> Model<'static> {
        if self.0 & 1 == 0 { REFERENCE } else { OURS.in_regime(self.regime()) }
    }

    fn regime(&self) -> Regime {
        match self.0 >> 1 & 3 {
            0 => Regime::Normal,
            1 => Regime::Calm,
            2 => Regime::Elevated,
            _ => Regime::Crisis,
        }
    }

    fn is_only_built(&self) -> bool {
        self.0 >> 3 & 1 == 1
    }

    fn has_contributions(&self) -> bool {
        self.0 >> 4 & 1 == 1
    }
}

/// One expiry of the book, its volatilities still those of a surface.
struct Book {
    market: ExpiryMarket,
    surface: Surface,
    options: [Position; OPTIONS],
}

impl Book {
    fn new(
        number: u8,
        spot: i128,
        volatility: i128,
        size: i128,
        seconds: u64,
    ) -> Result<Self, MathError> {
        let option = |place: usize| {
            let kind = if place & 1 == 0 { Kind::Call } else { Kind::Put };
            let at = place as i128;
            let strike = Price((spot >> 4).wrapping_mul(at.wrapping_add(8)));
            let size = (size >> (place & 3)).wrapping_add(at);
            let size = if place.wrapping_add(number as usize).is_multiple_of(3) {
                size
            } else {
                size.wrapping_neg()
            };
            Position { kind, strike, size: Size(size), volatility: Ratio::ZERO }
        };
        let live = Price(spot.wrapping_add(spot >> 7).wrapping_add(number.into()));
        let market =
            ExpiryMarket { seconds, rate: Ratio::millionths(40_000), live, fixed: Price::ZERO };
        let surface = Surface::new(&Parameters {
            a: Ratio(volatility),
            b: Ratio::millionths(50_000),
            rho: Ratio::millionths(100_000).checked_neg()?,
            m: Ratio::millionths(6_000).checked_neg()?,
            s: Ratio::millionths(153_000),
            forward: live,
            variance_time: Ratio::ONE,
        })?;
        Ok(Self { market, surface, options: core::array::from_fn(option) })
    }

    fn price_volatilities(&mut self) -> Result<(), MathError> {
        for option in &mut self.options {
            option.volatility = self.surface.volatility(option.strike)?;
        }
        Ok(())
    }
}

/// Losses, value, and everything else folded into one: of `size` options around `spot`, their variance a
/// year around `variance`, the first expiry `seconds` away, `fixed` of its mean accumulated.
pub(super) fn portfolio([spot, variance, seconds, size, fixed, choice]: [i128; 6]) -> Outcome {
    let choice = Choice(choice);
    let model = choice.model();
    let seconds = super::operations::time(seconds)?;
    let book = |number: u8| {
        let times = TIMES.get(number as usize).copied().unwrap_or(1);
        Book::new(number, spot, variance, size, seconds.saturating_mul(times))
    };
    let mut books = [book(0)?, book(1)?, book(2)?, book(3)?];
    if seconds < crate::pricing::settlement::WINDOW {
        books[0].market.fixed = Price(fixed);
    }
    if choice.is_only_built() {
        return two(books[0].options[1].strike.0, books[3].options[2].size.0);
    }
    let mut memory = PassMemory::new();
    let mut pass = Pass::new(&model, &mut memory)?;
    for book in &mut books {
        book.price_volatilities()?;
        pass.add_expiry(&book.market, &book.options, Size(size))?;
    }
    let losses = pass.losses(choice.regime())?;
    let mut folded = folded(pass.greeks());
    for (_, pnl) in pass.scenarios().rows() {
        folded = folded.rotate_left(9) ^ pnl?.0;
    }
    if choice.has_contributions() {
        let mut parts = [Contribution::default(); OPTIONS];
        for Book { market, options, .. } in &books {
            contributions(&model, losses.worst_at, market, options, Size(size), &mut parts)?;
            folded = parts.iter().fold(folded, |sum, part| sum.rotate_left(9) ^ part.part.0);
        }
    }
    let folded = folded.rotate_left(9) ^ losses.stressed.0 ^ losses.inner.0.rotate_left(40);
    Ok([losses.worst.0, pass.value().0, folded])
}

fn folded(greeks: &Greeks) -> i128 {
    let gamma = greeks.gamma.magnitude();
    let gamma = (gamma.mantissa() as i128) << 32 ^ gamma.exponent() as i128;
    let Greeks { delta, dollars, vega, theta, rho, vanna, volga, charm, .. } = *greeks;
    let sums = [delta.0, dollars.0, gamma, vega.0, theta.0, rho.0, vanna.0, volga.0, charm.0];
    sums.iter().fold(0i128, |sum, value| sum.rotate_left(9) ^ value)
}

/// The volatility of a strike, and that of another.
pub(super) fn volatility([a, b, rho, strike, forward, other]: [i128; 6]) -> Outcome {
    let surface = Surface::new(&Parameters {
        a: Ratio(a),
        b: Ratio(b),
        rho: Ratio(rho),
        m: Ratio(rho >> 4),
        s: Ratio(b.wrapping_add(1)),
        forward: Price(forward),
        variance_time: Ratio::millionths(100_000),
    })?;
    two(surface.volatility(Price(strike))?.0, surface.volatility(Price(other))?.0)
}

/// Forward, price of the call, and its Greeks by the live price folded.
pub(super) fn settlement([seconds, live, fixed, strike, volatility, rate]: [i128; 6]) -> Outcome {
    let seconds = super::operations::time(seconds)?;
    let settlement = Settlement::new(seconds, Ratio(rate), Price(live), Price(fixed))?;
    let quote = settlement.quote(Price(strike), Ratio(volatility))?;
    let side = Greeks::of_option(Kind::Call, Size(Ratio::ONE.0), Price(live), &quote)?;
    let of_end = Settlement::of_end_point(seconds, Ratio(rate), Price(live), Price(fixed))?;
    let put = of_end.quote(Price(strike), Ratio(volatility))?.put.price;
    Ok([settlement.forward.0, quote.call.price.0, folded(&side) ^ put.0.rotate_left(64)])
}
