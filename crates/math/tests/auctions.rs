//! Auctions and what follows when they fail: worked figures, naive twins, and laws by random search.

mod decimal;
mod rational;

use ballast_math::fixed::{WAD, mul_floor};
use ballast_math::risk::liquidation::{
    AuctionClock, AuctionStep, Auctioned, WHOLE_BELOW, auction_step, bankruptcy_factor_floor,
    bankruptcy_price, bid_payment_ceil, buffered_balance_floor, insolvent_payout_floor,
    largest_fraction_floor, largest_takeover_ceil, price_share_ceil, start_fee_ceil, taken,
};
use ballast_math::risk::regime::Regime;
use ballast_math::risk::{Health, waterfall};
use ballast_math::{Cash, MathError, Price, Ratio, Size};
use decimal::{assert_near, wad};
use num_traits::Zero;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use rational::{BigRational, assert_above, assert_below, exact};

const TEN_DIGITS: &str = "0.0000000001";
/// Largest difference of two ways to round the same few products.
const UNIT: &str = "0.00000000000000001";

/// An account in auction: equity with proceeds, requirement, proceeds.
#[derive(Clone, Copy, Debug)]
struct Account {
    equity: i128,
    requirement: i128,
    proceeds: i128,
}

impl Account {
    fn state(&self) -> Auctioned {
        let health = Health {
            equity: Cash(self.equity),
            initial_margin: Cash(self.requirement),
            maintenance_margin: Cash(self.requirement),
        };
        Auctioned {
            equity: health.equity,
            maintenance: health.maintenance_balance().unwrap(),
            buffered: buffered_balance_floor(&health).unwrap(),
            proceeds: Cash(self.proceeds),
        }
    }

    /// After a bid, of an account whose requirement is homogeneous.
    fn after_bid(&self, fraction: Ratio, share: Ratio) -> Self {
        let (equity, proceeds) = (Cash(self.equity), Cash(self.proceeds));
        let payment = bid_payment_ceil(fraction, share, equity, proceeds).unwrap().0;
        let gone = taken(Cash(self.equity - self.proceeds), fraction).unwrap().0;
        let left = self.requirement - mul_floor(self.requirement, fraction.0).unwrap();
        Self {
            equity: self.equity - gone + payment,
            requirement: left,
            proceeds: self.proceeds + payment,
        }
    }
}

fn share_after(seconds: u64) -> Ratio {
    price_share_ceil(AuctionClock::started(7).moved(7 + seconds, Regime::Normal)).unwrap()
}

#[test]
fn auction_of_the_worked_account_ends_at_a_buffered_balance_of_nothing() {
    let tenth = Ratio(wad("0.1"));
    let start = Account { equity: 1_000 * WAD, requirement: 1_200 * WAD, proceeds: 0 };
    assert_eq!(start.state().buffered, Cash(-380 * WAD));

    let share = share_after(0);
    let largest = largest_fraction_floor(&start.state(), share).unwrap();
    assert_near(largest.0, "0.2857142857", TEN_DIGITS);
    let second = start.after_bid(tenth, share);
    assert_near(second.proceeds, "95", UNIT);
    assert_near(second.equity, "995", UNIT);
    assert_near(second.state().maintenance.0, "-85", UNIT);
    assert_near(second.state().buffered.0, "-247", UNIT);

    let share = share_after(450);
    let largest = largest_fraction_floor(&second.state(), share).unwrap();
    assert_near(largest.0, "0.2277547257", TEN_DIGITS);
    let third = second.after_bid(tenth, share);
    assert_near(third.proceeds - second.proceeds, "74.25", UNIT);
    assert_near(third.equity, "979.25", UNIT);
    assert_near(third.state().maintenance.0, "7.25", UNIT);
    assert_near(third.state().buffered.0, "-138.55", UNIT);

    let share = share_after(900);
    let largest = largest_fraction_floor(&third.state(), share).unwrap();
    assert_near(largest.0, "0.1583790581", TEN_DIGITS);
    let last = third.after_bid(largest, share);
    assert_near(last.proceeds - third.proceeds, "89.8009259259", TEN_DIGITS);
    assert_near(last.proceeds, "259.0509259259", TEN_DIGITS);
    assert_near(last.equity, "940.7638888889", TEN_DIGITS);
    assert_near(last.state().maintenance.0, "122.7083333333", TEN_DIGITS);
    assert_near(last.state().buffered.0, "0", "0.0000000000001");
    assert_eq!(auction_step(&last.state(), share, true), AuctionStep::Ended);
}

#[test]
fn price_share_falls_as_worked_and_half_as_fast_in_a_crisis() {
    for (seconds, share) in
        [(0, "0.95"), (450, "0.825"), (900, "0.7"), (22_500, "0.35"), (44_100, "0"), (99_999, "0")]
    {
        assert_eq!(share_after(seconds).0, wad(share));
        let slow = AuctionClock::started(0).moved(2 * seconds, Regime::Crisis);
        assert_eq!(price_share_ceil(slow).unwrap().0, wad(share));
    }
    let forever = AuctionClock::started(0).moved(u64::MAX, Regime::Calm);
    assert_eq!(price_share_ceil(forever), Ok(Ratio::ZERO));
}

#[test]
fn start_fee_is_the_worked_one() {
    let account = Account { equity: 1_000 * WAD, requirement: 1_200 * WAD, proceeds: 0 };
    let largest = largest_fraction_floor(&account.state(), Ratio::ONE).unwrap();
    assert_near(largest.0, "0.2753623188", TEN_DIGITS);
    let fee = start_fee_ceil(Cash(1_000 * WAD), Cash(-380 * WAD)).unwrap();
    assert_near(fee.0, "2.7536231884", TEN_DIGITS);
    assert_eq!(start_fee_ceil(Cash(0), Cash(-WAD)), Ok(Cash(0)));
    assert_eq!(start_fee_ceil(Cash(1), Cash(-WAD)), Ok(Cash(1)));
}

#[test]
fn payouts_of_three_bids_are_the_worked_ones() {
    let wide = Cash(1_000_000 * WAD);
    let whole = |seconds| {
        let (equity, balance) = (Cash(-100 * WAD), Cash(-400 * WAD));
        insolvent_payout_floor(Ratio::ONE, equity, balance, wide, seconds).unwrap()
    };
    for (seconds, due) in [(0, 100), (900, 175), (1_800, 250), (3_600, 400), (86_400, 400)] {
        assert_eq!(whole(seconds), Cash(due * WAD));
    }
    let mut left = WAD;
    for (fraction, seconds, due) in
        [("0.25", 900, "43.75"), ("0.5", 1_800, "93.75"), ("1", 3_600, "150")]
    {
        let (equity, balance) = (Cash(-100 * left), Cash(-400 * left));
        let fraction = Ratio(wad(fraction));
        let paid = insolvent_payout_floor(fraction, equity, balance, wide, seconds).unwrap();
        assert_eq!(paid.0, wad(due));
        left -= mul_floor(left, fraction.0).unwrap();
    }
}

#[test]
fn bankruptcy_prices_of_the_worked_account_leave_nothing() {
    let (cash, perpetual, calls) = (-1_500 * WAD, Size(10 * WAD), Size(-20 * WAD));
    let (mark, option) = (Price(100 * WAD), Price(WAD / 2));
    let equity = cash + 1_000 * WAD - 10 * WAD;
    assert_eq!(equity, -510 * WAD);
    let factor = bankruptcy_factor_floor(Cash(equity), Cash(1_010 * WAD)).unwrap();
    assert_near(factor.0, "0.5049504950", TEN_DIGITS);
    let long = bankruptcy_price(mark, perpetual, factor, None).unwrap();
    let short = bankruptcy_price(option, calls, factor, Some(mark)).unwrap();
    assert_near(long.0, "150.4950495050", TEN_DIGITS);
    assert_near(short.0, "0.2475247525", TEN_DIGITS);
    assert_near(cash + 10 * long.0 - 20 * short.0, "0", "0.000000000000002");
}

#[test]
fn steps_at_limits_are_defined() {
    let account = |equity, requirement, proceeds| Account { equity, requirement, proceeds }.state();
    let (some, none) = (Ratio(1), Ratio::ZERO);
    // A zero account under requirement, no proceeds: nothing to absorb.
    assert_eq!(auction_step(&account(0, WAD, 0), some, false), AuctionStep::Running);
    assert_eq!(auction_step(&account(0, WAD, 0), none, false), AuctionStep::Insolvent);
    assert_eq!(auction_step(&account(-1, WAD, 5), some, false), AuctionStep::Insolvent);
    assert_eq!(auction_step(&account(-1, WAD, 5), some, true), AuctionStep::Insolvent);
    // At nothing, a balance of 0 or more keeps the account solvent.
    assert_eq!(auction_step(&account(11 * WAD, 10 * WAD, 0), none, false), AuctionStep::Running);
    assert_eq!(auction_step(&account(12 * WAD, 10 * WAD, 0), none, false), AuctionStep::Ended);
    let small = account(WHOLE_BELOW.0 - 1, 100 * WAD, 0);
    assert_eq!(largest_fraction_floor(&small, some), Ok(Ratio::ONE));
    let free = account(120 * WAD, 10 * WAD, 0);
    assert_eq!(largest_fraction_floor(&free, some), Err(MathError::OutOfDomain));
    let too_much = Ratio(WAD + 1);
    assert_eq!(largest_fraction_floor(&small, too_much), Err(MathError::OutOfDomain));
    let nothing = Cash::ZERO;
    assert!(insolvent_payout_floor(too_much, nothing, nothing, nothing, 0).is_err());
    assert!(bid_payment_ceil(some, some, nothing, Cash(1)).is_err());
}

fn searched(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, rng_seed: RngSeed::Fixed(0xa0c7), ..ProptestConfig::default() }
}

fn amount() -> impl Strategy<Value = i128> {
    (1..1_000_000 * WAD, 0u32..60).prop_map(|(amount, shift)| amount >> shift)
}

/// A solvent account with a negative buffered balance, worth more than what is offered whole.
fn account() -> impl Strategy<Value = Account> {
    (WHOLE_BELOW.0..1_000_000 * WAD, 0..WAD, 0..WAD).prop_map(|(equity, lack, paid)| {
        // A requirement from equity/1.15 to five times the equity.
        let least = equity / 115 * 100;
        let requirement = least + 1_000 + mul_floor(5 * equity - least, lack).unwrap();
        Account { equity, requirement, proceeds: mul_floor(equity, paid).unwrap() / 2 }
    })
}

proptest! {
    #![proptest_config(searched(20_000))]

    #[test]
    fn largest_fraction_after_any_bids_restores_the_buffered_balance(
        start in account(), bids in vec((0u64..9_000, 0..WAD), 0..6), last in 0u64..50_000,
    ) {
        let (mut account, mut now) = (start, 0);
        for (wait, part) in bids {
            now += wait;
            let share = share_after(now);
            let state = account.state();
            if auction_step(&state, share, false) != AuctionStep::Running {
                return Ok(());
            }
            let largest = largest_fraction_floor(&state, share).unwrap();
            prop_assert!(Ratio::ZERO <= largest && largest <= Ratio::ONE);
            account = account.after_bid(Ratio(mul_floor(largest.0, part).unwrap()), share);
        }
        let (state, share) = (account.state(), share_after(now + last));
        if auction_step(&state, share, false) != AuctionStep::Running || state.equity < WHOLE_BELOW {
            return Ok(());
        }
        let largest = largest_fraction_floor(&state, share).unwrap();
        prop_assert!(Ratio::ZERO <= largest && largest <= Ratio::ONE);
        let after = account.after_bid(largest, share).state();
        // The fraction has 18 decimals, so the balance is off by what a unit of it moves.
        let slack = 8 + 4 * (account.requirement + account.equity) / WAD;
        prop_assert!(after.buffered.0.abs() <= slack, "{} of {}", after.buffered.0, slack);
    }

    #[test]
    fn largest_fraction_and_payment_are_the_naive_ones(
        account in account(), seconds in 0u64..50_000, part in 0..=WAD,
    ) {
        let (state, share) = (account.state(), share_after(seconds));
        let found = largest_fraction_floor(&state, share).unwrap();
        let missing = -exact(state.buffered.0);
        let (equity, paid) = (exact(account.equity), exact(account.proceeds));
        let rest = exact(WAD - share.0);
        let recovered = &equity * exact(share.0) + &paid * rest;
        let naive = &missing / (&missing + recovered);
        assert_below(found.0, &naive, 1);
        let payment =
            bid_payment_ceil(Ratio(part), share, state.equity, state.proceeds).unwrap();
        assert_above(payment.0, &((equity - paid) * exact(share.0) * exact(part)), 2);
    }

    #[test]
    fn no_bid_pays_less_than_its_share_or_takes_more_than_its_fraction(
        account in account(), seconds in 0u64..50_000, part in 0..=WAD, size in amount(),
    ) {
        let share = share_after(seconds);
        let after = account.after_bid(Ratio(part), share);
        prop_assert!(after.proceeds >= account.proceeds && after.equity <= account.equity + 2);
        for whole in [size, -size] {
            let got = taken(Size(whole), Ratio(part)).unwrap().0;
            prop_assert!(got.abs() <= whole.abs() && got.signum() * whole.signum() >= 0);
            assert_below(got.abs(), &(exact(whole.abs()) * exact(part)), 0);
        }
    }

    #[test]
    fn price_share_falls_without_a_step(seconds in 0u64..50_000, more in 0u64..1_000) {
        let (before, after) = (share_after(seconds), share_after(seconds + more));
        prop_assert!(after <= before);
        // At most 0.25 in 900 s.
        prop_assert!(before.0 - after.0 <= more as i128 * WAD / 3_600 + 2);
    }

    #[test]
    fn start_fee_never_takes_more_than_there_is(equity in -WAD..1_000_000 * WAD, lack in amount()) {
        let fee = start_fee_ceil(Cash(equity), Cash(-lack)).unwrap();
        prop_assert!(Cash::ZERO <= fee && fee.0 <= equity.max(0));
        prop_assert!(fee.0 <= equity.max(0) / 100 + 1);
        if equity >= WHOLE_BELOW.0 {
            let offered = exact(equity) * exact(lack) / (exact(lack) + exact(equity));
            // The fraction is rounded down, by a unit of the equity's multiple; the two products up.
            let naive = rational::ceil(&(offered * exact(WAD / 100)));
            prop_assert!(naive - 1 - equity / WAD <= fee.0 && fee.0 <= naive + 2);
        }
    }

    #[test]
    fn payout_of_an_insolvent_account_is_the_naive_one(
        fraction in 0..=WAD, deficit in amount(), margin in amount(), notional in amount(),
        seconds in 0u64..8_000,
    ) {
        let paid = insolvent_payout_floor(
            Ratio(fraction), Cash(-deficit), Cash(-deficit - margin), Cash(notional), seconds,
        ).unwrap();
        let risen = exact(margin) * rational::ratio(seconds.min(3_600) as i128, 3_600);
        let premium = risen.min(exact(notional) * exact(WAD / 200));
        assert_below(paid.0, &((exact(deficit) + premium) * exact(fraction)), 1);
    }

    #[test]
    fn bankruptcy_prices_restore_an_account_to_nothing_where_no_cap_binds(
        legs in vec((amount(), any::<bool>(), 0..10_000 * WAD), 1..8), deficit in 0..WAD,
    ) {
        let marks: BigRational = legs.iter().map(|(size, _, mark)| exact(*size) * exact(*mark)).sum();
        let marks = rational::floor(&marks);
        let deficit = mul_floor(marks, deficit).unwrap();
        let factor = bankruptcy_factor_floor(Cash(-deficit), Cash(marks)).unwrap();
        if marks > 0 {
            assert_below(factor.0, &(exact(deficit) / exact(marks)), 0);
        }
        let (mut gained, mut slack) = (BigRational::zero(), 1 + marks / WAD);
        for (size, is_long, mark) in legs {
            let signed = Size(if is_long { size } else { -size });
            let price = bankruptcy_price(Price(mark), signed, factor, None).unwrap();
            prop_assert!(price >= Price::ZERO);
            gained += exact(signed.0) * exact(price.0 - mark);
            slack += 1 + size / WAD;
        }
        // Never more than the deficit, and less by what the last places of factor and prices move.
        assert_below(rational::floor(&gained), &exact(deficit), slack + 1);
    }

    #[test]
    fn bankruptcy_prices_stay_between_nothing_and_their_caps(
        mark in 0..10_000 * WAD, cap in 0..20_000 * WAD, factor in 0..=WAD, size in amount(),
    ) {
        let at = |size| bankruptcy_price(Price(mark), Size(size), Ratio(factor), Some(Price(cap)));
        let (long, short) = (at(size).unwrap().0, at(-size).unwrap().0);
        prop_assert!(mark <= long && long <= cap.max(mark) && long <= 2 * mark);
        prop_assert!(0 <= short && short <= mark);
        // Against the account: a long's price from below, a short's from above.
        let free = bankruptcy_price(Price(mark), Size(size), Ratio(factor), None).unwrap().0;
        assert_below(free, &(exact(mark) * exact(WAD + factor)), 0);
        prop_assert_eq!(long, free.min(cap.max(mark)));
        assert_above(short, &(exact(mark) * exact(WAD - factor)), 0);
    }

    #[test]
    fn insurance_allowed_and_needed_agree(
        fund in amount(), share in 0..=WAD / 5, gap in 0..WAD / 2, rate in 0..WAD / 5,
        paid in amount(), in_market in amount(),
    ) {
        let (share, gap, rate) = (Ratio(share), Ratio(gap), Ratio(rate));
        if let Some(cap) = waterfall::open_interest_cap_floor(Cash(fund), share, gap, rate).unwrap() {
            let needed = waterfall::required_insurance_ceil(cap, share, gap, rate).unwrap();
            prop_assert!(needed.0 <= fund + 1);
            let uncovered = exact(share.0) * exact((gap.0 - rate.0).max(0));
            let uncovered = exact(rational::ceil(&uncovered));
            assert_below(cap.0, &(exact(fund) / &uncovered), 0);
            let of_fund = waterfall::required_insurance_ceil(Cash(fund), share, gap, rate).unwrap();
            assert_above(of_fund.0, &(exact(fund) * uncovered), 0);
        } else {
            prop_assert!(gap <= rate || share == Ratio::ZERO);
        }
        let allowed =
            waterfall::insurance_allowance_floor(Cash(fund), Cash(paid), Cash(in_market)).unwrap();
        prop_assert!(allowed == Cash::ZERO || allowed.0 + in_market <= fund / 10);
        prop_assert!(allowed == Cash::ZERO || allowed.0 + paid <= fund / 4);
        let whole = waterfall::insurance_allowance_floor(Cash(fund), Cash::ZERO, Cash::ZERO).unwrap();
        assert_below(whole.0, &(exact(fund) * rational::ratio(1, 10)), 1);
    }

    #[test]
    fn socialised_loss_is_borne_in_order_and_never_twice(
        loss in amount(), locked in 0..1_000_000 * WAD, cash in 0..1_000_000 * WAD,
    ) {
        let shared = waterfall::socialised_floor(Cash(loss), Cash(locked), Cash(cash)).unwrap();
        let kept = |whole: i128, scale: Ratio| mul_floor(whole, scale.0).unwrap();
        let borne = locked - kept(locked, shared.profit_scale) + cash - kept(cash, shared.cash_scale);
        prop_assert!(borne + shared.uncovered.0 >= loss);
        for (scale, layer, rest) in [(shared.profit_scale, locked, loss), (shared.cash_scale, cash, (loss - locked).max(0))] {
            if layer > 0 {
                let kept = (exact(layer) - exact(rest)).max(BigRational::zero());
                assert_below(scale.0, &(kept / exact(layer)), 0);
            }
        }
        // A unit of the scale moves a millionth of a millionth of these sums.
        prop_assert!(borne + shared.uncovered.0 <= loss + 2_000_004);
        prop_assert!(shared.cash_scale == Ratio::ONE || kept(locked, shared.profit_scale) == 0);
        prop_assert!(shared.uncovered == Cash::ZERO || kept(cash, shared.cash_scale) == 0);
    }
}

/// An account of one position at a requirement that falls with its size, whose takeover costs a unit a fee.
fn taken_over(equity: i128, requirement: i128, fee: i128, part: i128, whole: i128) -> Health {
    let left = BigRational::new((whole - part).into(), whole.into());
    let margin = (exact(requirement) * left).ceil().to_integer().try_into().unwrap();
    let equity = Cash(equity - mul_floor(part, fee).unwrap());
    Health { equity, initial_margin: Cash(margin), maintenance_margin: Cash(margin) }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, rng_seed: RngSeed::Fixed(0x7a4e), ..ProptestConfig::default() })]

    /// What is left to take restores the account, to a few units and at most a lot over, and may be taken.
    #[test]
    fn largest_takeover_restores_the_buffer_and_takes_hardly_more(
        equity in 50 * WAD..1_000 * WAD, short in 1..500 * WAD, whole in WAD..1_000 * WAD,
        fee in 0..100i128, asked in 1u64..=1_000, lot in 0..3i128,
    ) {
        let (requirement, lot) = (equity + short, Size(lot * WAD / 1_000));
        // At most a tenth of the margin of a unit, 1.15 times its requirement.
        let fee = mul_floor(requirement, fee * WAD / 1_000).unwrap() * WAD / whole;
        let after = |part| taken_over(equity, requirement, fee, part, whole);
        let size = (whole / 1_000 * i128::from(asked)).max(1);
        let before = after(0);
        let largest = largest_takeover_ceil(&before, &after(size), Size(size), lot).unwrap().0;
        prop_assert!(0 < largest && largest <= size);
        let buffered = |part| buffered_balance_floor(&after(part)).unwrap().0;
        if largest < size {
            prop_assert!(buffered(size) >= WHOLE_BELOW.0);
            prop_assert!(buffered(largest) >= -10, "{}", buffered(largest));
            let less = (largest - lot.0 - 1).max(0);
            prop_assert!(buffered(less) <= 10_000, "{}", buffered(less));
        }
    }
}

#[test]
fn largest_takeover_of_little_is_all_that_was_asked_for() {
    let health = |equity, margin| Health {
        equity: Cash(equity),
        initial_margin: Cash(margin),
        maintenance_margin: Cash(margin),
    };
    let (size, lot) = (Size(-9 * WAD), Size(WAD));
    let largest = |before, after| largest_takeover_ceil(&before, &after, size, lot);
    // Less than 50 of equity, or a debt.
    assert_eq!(largest(health(50 * WAD - 1, 100 * WAD), health(50 * WAD, 0)), Ok(size));
    assert_eq!(largest(health(-WAD, 100 * WAD), health(-WAD, 0)), Ok(size));
    // Not restored, or by less than 50 more.
    assert_eq!(largest(health(90 * WAD, 100 * WAD), health(50 * WAD - 1, 0)), Ok(size));
    assert_eq!(largest(health(90 * WAD, 100 * WAD), health(75 * WAD, 0)), Ok(Size(-3 * WAD)));
    let negative =
        largest_takeover_ceil(&health(90 * WAD, 100 * WAD), &health(75 * WAD, 0), size, Size(-1));
    assert_eq!(negative, Err(MathError::OutOfDomain));
}
