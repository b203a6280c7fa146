use super::*;
use crate::small::{Decimal16, Decimal64, Micros, PriceBound};
use crate::{DatedLeg, Field, Kind, Leg, PerpetualLeg};
use proptest::prelude::*;

/// Fields lie one below the other from bit 255 down, without overlap.
fn assert_ordered(fields: &[Field]) {
    let mut top = 256;
    for field in fields {
        assert!(field.low_bit + field.width <= top, "{} overlaps", field.name);
        assert!(!field.description.is_empty(), "{} is not described", field.name);
        top = field.low_bit;
    }
}

macro_rules! word_tests {
    ($($name:ident: $word:ty;)*) => {
        $(mod $name {
            use super::*;

            #[test]
            fn fields_of_word_are_ordered_and_described() {
                assert_ordered(<$word>::FIELDS);
            }

            #[test]
            fn word_of_zeros_is_the_default() {
                assert_eq!(<$word>::unpack(&[0; 32]), <$word>::default());
                assert_eq!(<$word>::default().pack(), Ok([0; 32]));
            }

            proptest! {
                #[test]
                fn word_of_any_bits_round_trips(word in any::<[u8; 32]>()) {
                    let fields = <$word>::unpack(&word);
                    let packed = fields.pack().unwrap();
                    prop_assert_eq!(<$word>::unpack(&packed), fields);
                    let claimed = <$word>::FIELDS.iter().fold([0u8; 32], |mut mask, field| {
                        for bit in field.low_bit..field.low_bit + field.width {
                            mask[31 - bit as usize / 8] |= 1 << (bit % 8);
                        }
                        mask
                    });
                    for i in 0..32 {
                        prop_assert_eq!(packed[i], word[i] & claimed[i]);
                    }
                }
            }
        })*
    };
}

word_tests! {
    account_header: AccountHeader;
    collateral_word: CollateralWord;
    house_config: HouseConfig;
    venue: Venue;
    operator: Operator;
    market_state_a: MarketStateA;
    market_state_b: MarketStateB;
    market_word: MarketWord;
    market_limits: MarketLimits;
    underlying_config: UnderlyingConfig;
    underlying_state: UnderlyingState;
    order_lane: OrderLane;
    fee_schedule: FeeSchedule;
    asset: Asset;
    asset_balance: AssetBalance;
    liquidation_record: LiquidationRecord;
    capacity_bucket: CapacityBucket;
    risk_parameters: RiskParameters;
    perpetual_leg: PerpetualLeg;
    dated_leg: DatedLeg;
}

#[test]
fn account_header_lies_as_documented() {
    let header = AccountHeader {
        cash: -1,
        shortfall: Micros(2),
        collateral_bitmap: 3,
        leg_count: 4,
        mode: 5,
        flags: account_flags::FLAGGED,
        touched_at: 6,
    };
    let word = header.pack().unwrap();
    assert_eq!(word[..16], [0xff; 16]);
    assert_eq!(word[16..], [0, 0, 0, 0, 0, 0, 0, 2, 0, 3, 4, 5 << 5 | 1, 0, 0, 0, 6]);
}

#[test]
fn perpetual_leg_with_negative_index_and_size_round_trips() {
    let leg = PerpetualLeg::new(7, -(1 << 103), i128::MIN);
    let word = leg.pack().unwrap();
    assert_eq!(word[..4], [1, 0, 7, 0x80]);
    assert_eq!(Leg::unpack(&word), Ok(Leg::Perpetual(leg)));
    let instrument = Leg::Perpetual(leg).instrument();
    assert!(instrument.is_perpetual());
    assert_eq!(instrument.underlying(), 7);
}

#[test]
fn perpetual_leg_with_index_beyond_104_bits_is_refused() {
    for index in [1i128 << 103, -(1 << 103) - 1, i128::MAX] {
        assert_eq!(PerpetualLeg::new(1, index, 1).pack().unwrap_err().field, 2);
    }
}

#[test]
fn dated_leg_shares_its_high_half_with_its_instrument() {
    let instrument = crate::Instrument::dated(Kind::Put, 9, 1_900_000_000, 12_345);
    let leg = DatedLeg {
        kind: Kind::Put as u8,
        underlying: 9,
        expiry: 1_900_000_000,
        strike: 12_345,
        size: -5,
    };
    let word = leg.pack().unwrap();
    assert_eq!(word[..16], instrument.0.to_be_bytes());
    assert_eq!(Leg::unpack(&word).unwrap().instrument(), instrument);
    assert_eq!((instrument.expiry(), instrument.strike()), (1_900_000_000, 12_345));
}

#[test]
fn leg_of_unknown_kind_is_refused() {
    for kind in [0, 5, 255] {
        let mut word = [0; 32];
        word[0] = kind;
        assert_eq!(Leg::unpack(&word), Err(crate::UnknownKind(kind)));
    }
}

#[test]
fn market_limits_of_ordinary_figures_are_exact() {
    let unit = 10u128.pow(18);
    let limits = MarketLimits {
        max_open_interest: Decimal64::from_exact(12_345 * unit).unwrap(),
        tick: Decimal16::from_exact(unit / 20).unwrap(),
        lot: Decimal16::from_exact(unit / 1_000).unwrap(),
        band: 20_000_000,
        ..MarketLimits::default()
    };
    let read = MarketLimits::unpack(&limits.pack().unwrap());
    assert_eq!(read.max_open_interest.to_u128(), Some(12_345 * unit));
    assert_eq!(read.tick.to_u128(), Some(unit / 20));
    assert_eq!(read.lot.to_u128(), Some(unit / 1_000));
}

#[test]
fn underlying_config_bounds_survive_storage() {
    let price = 2_000 * 10u128.pow(18);
    let config = UnderlyingConfig {
        feed: [0x11; 20],
        heartbeat: 604_800,
        decimals: 8,
        minimum: PriceBound::from_ceil(price / 100).unwrap(),
        maximum: PriceBound::from_floor(price * 100),
        ..UnderlyingConfig::default()
    };
    assert_eq!(UnderlyingConfig::unpack(&config.pack().unwrap()), config);
    assert_eq!(UnderlyingConfig { heartbeat: 1 << 24, ..config }.pack().unwrap_err().field, 1);
}
