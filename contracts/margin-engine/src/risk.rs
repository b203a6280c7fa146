//! Placeholder until `ballast_math::risk` is there.

const WAD: i128 = 1_000_000_000_000_000_000;
const WAD64: u64 = 1_000_000_000_000_000_000;

#[derive(Clone, Copy)]
pub struct Latency {
    pub initial: i128,
    pub maintenance: i128,
}

impl Latency {
    pub fn of(age: u64) -> Self {
        let over = i128::from(age.saturating_sub(60).min(1 << 40));
        let square = WAD + over * WAD / 86_400;
        let initial = sqrt_ceil(square);
        Self { initial, maintenance: initial.min(WAD / 100 * 105) }
    }
}

fn sqrt_ceil(wad: i128) -> i128 {
    // sqrt(wad · 1e18)
    let value = (wad as u128) * (WAD as u128);
    let root = value.isqrt();
    (if root * root == value { root } else { root + 1 }) as i128
}

fn mul_div(a: u128, b: u128, d: u64, up: bool) -> Option<u128> {
    let (a1, a0) = ((a >> 64) as u64, a as u64);
    let (b1, b0) = ((b >> 64) as u64, b as u64);
    let m = |x: u64, y: u64| u128::from(x) * u128::from(y);
    let (low, c0) = m(a0, b0).overflowing_add(m(a1, b0) << 64);
    let (low, c1) = low.overflowing_add(m(a0, b1) << 64);
    let high = m(a1, b1) + (m(a1, b0) >> 64) + (m(a0, b1) >> 64) + c0 as u128 + c1 as u128;
    let limbs = [(high >> 64) as u64, high as u64, (low >> 64) as u64, low as u64];
    let mut rest = 0u128;
    let mut quotient = [0u64; 4];
    for (q, limb) in quotient.iter_mut().zip(limbs) {
        let value = rest << 64 | u128::from(limb);
        *q = (value / u128::from(d)) as u64;
        rest = value % u128::from(d);
    }
    let [q3, q2, q1, q0] = quotient;
    if q3 | q2 != 0 {
        return None;
    }
    let result = u128::from(q1) << 64 | u128::from(q0);
    if up && rest != 0 {
        result.checked_add(1)
    } else {
        Some(result)
    }
}

fn signed(a: i128, b: i128, up: bool) -> Option<i128> {
    let negative = (a < 0) != (b < 0);
    let magnitude = mul_div(a.unsigned_abs(), b.unsigned_abs(), WAD64, up != negative)?;
    let magnitude = i128::try_from(magnitude).ok()?;
    Some(if negative { -magnitude } else { magnitude })
}

pub fn mul_floor(a: i128, b: i128) -> Option<i128> {
    signed(a, b, false)
}

pub fn mul_ceil(a: i128, b: i128) -> Option<i128> {
    signed(a, b, true)
}

pub fn premium(average: i128, elapsed: u64) -> i128 {
    let left = 3_600_i128.saturating_sub(i128::from(elapsed.min(3_600)));
    average * left / 3_600
}

pub fn mark(index: i128, premium: i128) -> Option<i128> {
    mul_floor(index, WAD.checked_add(premium)?)
}

pub fn crowding_ceil(open_interest: i128, low: i128, high: i128) -> i128 {
    if open_interest <= low {
        return 0;
    }
    if open_interest >= high {
        return WAD;
    }
    (open_interest - low).checked_mul(WAD).map_or(WAD, |n| n / (high - low) + 1)
}

pub fn crowded_ceil(rate: i128, crowding: i128) -> Option<i128> {
    Some(rate + mul_ceil(crowding, WAD - rate)?)
}

pub fn size_factor_ceil(net: i128, scale: i128) -> Option<i128> {
    if net <= scale {
        return Some(WAD);
    }
    let ratio = net.checked_mul(WAD)? / scale + 1;
    Some(WAD / 10 * 8 + sqrt_ceil(ratio) / 5 + 1)
}

pub fn scaled_rate_ceil(rate: i128, factor: i128) -> Option<i128> {
    Some(mul_ceil(rate, factor)?.min(WAD))
}

pub fn linear_ceil(rate: i128, spread: i128, net: i128, gross: i128) -> Option<i128> {
    let hedged = gross.checked_sub(net)?.checked_add(1)? / 2;
    mul_ceil(rate, net)?.checked_add(mul_ceil(spread, hedged)?)
}
