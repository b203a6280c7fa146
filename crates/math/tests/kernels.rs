//! The binary kernels against values at 60 digits; the worst rows are printed.

mod binary;

use ballast_math::fixed::exp::exp;
use ballast_math::fixed::ln::ln;
use ballast_math::fixed::normal::{cdf, density, mills, upper_tail};
use ballast_math::fixed::real::Real;
use binary::Exact;
use std::collections::BTreeMap;

/// What a kernel promises: bits of absolute and of relative accuracy, of which one suffices.
const BOUNDS: &[(&str, f64, f64)] = &[
    ("exp", f64::NEG_INFINITY, -57.0),
    ("ln", -61.0, -59.0),
    ("sqrt", f64::NEG_INFINITY, -62.0),
    ("mills", -59.5, f64::NEG_INFINITY),
    ("density", f64::NEG_INFINITY, -54.0),
    ("upper_tail", f64::NEG_INFINITY, -54.0),
    ("cdf", -61.0, -54.0),
];

fn value(kernel: &str, argument: i128) -> Exact {
    let real = match kernel {
        "exp" => exp(argument),
        "ln" => return Exact::new(ln(Real::from_integer(argument as u128).scaled(-63)), -64),
        "sqrt" => Real::from_integer(argument as u128).sqrt(),
        "mills" => return Exact::new(mills(argument as i64) as i128, -62),
        "density" => density(argument as i64),
        "upper_tail" => upper_tail(argument as i64),
        "cdf" => cdf(argument as i64),
        other => panic!("{other}"),
    };
    Exact::of(real)
}

#[test]
fn kernels_at_given_arguments_are_within_their_bounds() {
    let path = std::env::var("KERNELS").unwrap_or_else(|_| {
        concat!(env!("CARGO_MANIFEST_DIR"), "/tests/reference/kernels.csv").to_owned()
    });
    let text = std::fs::read_to_string(path).unwrap();
    let mut worst = BTreeMap::<&str, (f64, f64, &str)>::new();
    for line in text.lines().skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        let number = |at: usize| fields[at].parse::<i128>().unwrap();
        let exact = Exact::new(number(2), number(3) as i32);
        let (absolute, relative) = value(fields[0], number(1)).error_bits(&exact);
        let bound = BOUNDS.iter().find(|bound| bound.0 == fields[0]).unwrap();
        let off = (absolute - bound.1).min(relative - bound.2);
        let entry = worst.entry(bound.0).or_insert((f64::MIN, f64::MIN, ""));
        if off > entry.0 {
            *entry = (off, absolute.min(relative), line);
        }
    }
    for (kernel, (_, bits, line)) in &worst {
        println!("{kernel}: 2^{bits:.2} at {line}");
    }
    for (kernel, (off, _, line)) in &worst {
        assert!(*off <= 0.0, "{kernel}: 2^{off:.2} times its bound at {line}");
    }
    assert_eq!(worst.len(), BOUNDS.len());
}

#[test]
fn pow_of_ratios_is_the_power() {
    use ballast_math::fixed::pow::pow;
    use ballast_math::{MathError, Ratio};
    let power = |base: i128, exponent: i128| pow(Ratio(base), Ratio(exponent)).map(|power| power.0);
    const WAD: i128 = 1_000_000_000_000_000_000;
    // 30^0.3 and 0.1^0.13.
    assert!(power(30 * WAD, 3 * WAD / 10).unwrap().abs_diff(2_774_191_114_672_181_087) <= 4);
    assert!(power(WAD / 10, 13 * WAD / 100).unwrap().abs_diff(741_310_241_300_917_515) <= 2);
    assert!(power(2 * WAD, 10 * WAD).unwrap().abs_diff(1_024 * WAD) <= 2_000);
    assert_eq!(power(WAD, -7 * WAD), Ok(WAD));
    assert_eq!(power(0, 0), Ok(WAD));
    assert_eq!(power(0, -WAD), Err(MathError::DivideByZero));
    assert_eq!(power(-1, WAD), Err(MathError::OutOfDomain));
    assert_eq!(power(1_000 * WAD, 100 * WAD), Err(MathError::Overflow));
    assert_eq!(power(WAD / 1_000, 100 * WAD), Ok(0));
}
