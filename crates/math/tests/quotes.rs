//! Prices and Greeks against values at 50 digits; the worst row of each column is printed.

mod decimal;

use ballast_math::pricing::{Expiry, Quote, Side, black_76, black_scholes};
use ballast_math::{Price, Ratio};
use std::collections::BTreeMap;

struct Row<'a> {
    fields: BTreeMap<&'a str, &'a str>,
    line: &'a str,
}
impl Row<'_> {
    fn wad(&self, name: &str) -> i128 { dec(self.fields[name], 18) }
    fn f(&self, name: &str) -> f64 { self.fields[name].parse().unwrap() }
}
fn dec(t: &str, places: i32) -> i128 {
    let (m, e) = t.split_once('e').map_or((t, 0), |(m, e)| (m, e.parse::<i32>().unwrap()));
    let (sign, m) = m.strip_prefix('-').map_or((1, m), |m| (-1, m));
    let (w, f) = m.split_once('.').unwrap_or((m, ""));
    let digits: String = format!("{w}{f}");
    let shift = e - f.len() as i32 + places;
    let big: num_bigint::BigInt = digits.parse().unwrap();
    let v = if shift >= 0 { big * num_bigint::BigInt::from(10).pow(shift as u32) } else {
        let d = num_bigint::BigInt::from(10).pow((-shift) as u32);
        (big * 2 + &d) / (d * 2)
    };
    use num_traits::ToPrimitive;
    sign * v.to_i128().unwrap_or(i128::MAX)
}
#[test]
fn scan() {
    let path = std::env::var("QUOTES").unwrap();
    let text = std::fs::read_to_string(path).unwrap();
    let mut lines = text.lines();
    let names: Vec<&str> = lines.next().unwrap().split(',').collect();
    let mut worst: BTreeMap<String, (f64, String)> = BTreeMap::new();
    let mut note = |name: &str, v: f64, line: &str| {
        let e = worst.entry(name.to_owned()).or_insert((-1.0, String::new()));
        if v > e.0 { *e = (v, line.to_owned()); }
    };
    let mut refused = 0;
    for line in lines {
        let row = Row { fields: names.iter().copied().zip(line.split(',')).collect(), line };
        let (s, k, v, r) = (row.wad("S"), row.wad("K"), row.wad("vol"), row.wad("r"));
        let sec: u64 = row.fields["T_sec"].parse().unwrap();
        let e = Expiry::new(sec, Ratio(r)).unwrap();
        for (prefix, q) in [("", black_scholes(Price(s), Price(k), Ratio(v), &e)), ("b76_", black_76(Price(s), Price(k), Ratio(v), &e))] {
            let Ok(q) = q else { refused += 1; continue };
            let Quote { call, put, gamma, vega, vanna, volga } = q;
            let side = |x: Side, n: &str| vec![(n.to_owned(), x.price.0), (format!("delta_{n}"), x.delta.0), (format!("theta_{n}"), x.theta.0), (format!("rho_{n}"), x.rho.0)];
            let mut cols = side(call, "call"); cols.extend(side(put, "put"));
            cols.extend([("vega".to_owned(), vega.0), ("vanna".to_owned(), vanna.0), ("volga".to_owned(), volga.0)]);
            let t = sec as f64 / 31536000.0;
            let (sf, vf) = (row.f("S"), row.f("vol"));
            for (name, got) in cols {
                let want = dec(row.fields[format!("{prefix}{name}").as_str()], 18);
                let err = (got - want) as f64 / 1e18;
                let scale = match name.split('_').next().unwrap() {
                    "call" | "put" | "vega" | "volga" => sf, "rho" => sf * t, "theta" => sf * vf / t.sqrt(), "vanna" => 1.0, _ => 1.0 };
                if name == "call" || name == "put" {
                    if (got - want).abs() > 1 { note(&format!("{prefix}{name} /S"), err.abs() / sf, row.line);
                    if (want as f64 / 1e18) > 1e-6 * sf { note(&format!("{prefix}{name} rel"), err.abs() / (want as f64 / 1e18), row.line); } }
                    note(&format!("{prefix}{name} units"), if err.abs()/sf < 1e-16 {0.0} else {(got - want).abs() as f64}, row.line);
                } else if (got - want).abs() > 1 && (want as f64 / 1e18).abs() > 1e-6 * scale {
                    note(&format!("{prefix}{name} rel"), (err / (want as f64 / 1e18)).abs(), row.line);
                }
            }
            let g = gamma.mantissa() as f64 * 2f64.powi(gamma.exponent());
            let w: f64 = row.f(&format!("{prefix}gamma"));
            if w > 1e-6 / sf { note(&format!("{prefix}gamma rel"), (g / w - 1.0).abs(), row.line); }
        }
    }
    println!("refused {refused}");
    for (n, (v, l)) in worst { println!("{n:20} {v:.2e}  {}", &l[..l.len().min(70)]); }
}
