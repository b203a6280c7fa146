//! From values to positions.

/// An axis: values from `least` to `most` onto positions from `start` to `end`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    least: f64,
    most: f64,
    start: f64,
    end: f64,
    step: f64,
}

impl Scale {
    /// Holds all values, with about `count` ticks.
    pub(super) fn holding(values: impl Iterator<Item = f64>, count: f64) -> Self {
        let (least, most) = bounds(values);
        Self { least, most, start: 0.0, end: 1.0, step: nice_step((most - least) / count) }
    }

    /// The same, ending at ticks.
    pub(super) fn rounded(self) -> Self {
        let least = (self.least / self.step).floor() * self.step;
        Self { least, most: (self.most / self.step).ceil() * self.step, ..self }
    }

    /// The same on other positions.
    pub(super) const fn onto(self, start: f64, end: f64) -> Self {
        Self { start, end, ..self }
    }

    /// Where a value is.
    pub(super) fn at(&self, value: f64) -> f64 {
        self.start + (value - self.least) / (self.most - self.least) * (self.end - self.start)
    }

    /// Whether a value is on the axis.
    pub(super) fn holds(&self, value: f64) -> bool {
        (self.least..=self.most).contains(&value)
    }

    /// The distance of ticks.
    pub(super) const fn step(&self) -> f64 {
        self.step
    }

    /// Multiples of the step.
    pub(super) fn ticks(&self) -> impl Iterator<Item = f64> + use<> {
        let (step, slack) = (self.step, 1e-9);
        let first = (self.least / step - slack).ceil() as i64;
        let last = (self.most / step + slack).floor() as i64;
        (first..=last).map(move |place| place as f64 * step)
    }
}

/// The least and the greatest; something around them if they are the same, or if there are none.
fn bounds(values: impl Iterator<Item = f64>) -> (f64, f64) {
    let start = (f64::INFINITY, f64::NEG_INFINITY);
    let (least, most) = values.fold(start, |(least, most), v| (least.min(v), most.max(v)));
    if least > most {
        (0.0, 1.0)
    } else if least == most {
        let room = least.abs().max(1.0) / 10.0;
        (least - room, most + room)
    } else {
        (least, most)
    }
}

/// The least of 1, 2, 2.5 and 5 times a power of ten that is not below.
fn nice_step(rough: f64) -> f64 {
    let power = 10f64.powf(rough.log10().floor());
    let nice = [1.0, 2.0, 2.5, 5.0].into_iter().map(|digit| digit * power);
    nice.into_iter().find(|step| *step >= rough * (1.0 - 1e-9)).unwrap_or(10.0 * power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_within_the_values() {
        let scale = Scale::holding([-130.0, 410.0].into_iter(), 6.0);
        assert_eq!(scale.ticks().collect::<Vec<_>>(), [-100.0, 0.0, 100.0, 200.0, 300.0, 400.0]);
        assert_eq!(scale.rounded().ticks().last(), Some(500.0));
    }

    #[test]
    fn one_value_or_none_still_has_an_axis() {
        for values in [vec![], vec![0.0], vec![5.0, 5.0]] {
            let scale = Scale::holding(values.into_iter(), 5.0).onto(10.0, 20.0);
            assert!(scale.ticks().count() >= 2);
            assert!((10.0..=20.0).contains(&scale.at(scale.ticks().next().unwrap())));
        }
    }
}
