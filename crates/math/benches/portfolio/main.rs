//! Portfolios a second on one core: 32 legs, 33 scenarios, in integers and in double precision.
//!
//! Both sides take the same legs and scenarios, prepare what rows share, value every leg in every row, and find the
//! worst row.

#![allow(missing_docs, reason = "criterion's macro makes a public function")]

mod book;
mod double;
mod integer;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

fn passes(criterion: &mut Criterion) {
    let book = book::Book::sample();
    let (exact, rough) = (integer::worst(&book), double::worst(&book));
    assert!((exact - rough).abs() < 1e-6 * rough.abs(), "{exact} is not {rough}");
    let mut group = criterion.benchmark_group("portfolio of 32 legs in 33 scenarios");
    group.throughput(Throughput::Elements(1));
    group.bench_function("integers", |b| b.iter(|| integer::worst(black_box(&book))));
    group.bench_function("doubles", |b| b.iter(|| double::worst(black_box(&book))));
    group.finish();
}

criterion_group!(benches, passes);
criterion_main!(benches);
