//! A portfolio and a model from files, and what the one must hold by the other.

mod assessment;
mod legs;
mod model;
mod portfolio;
pub(crate) mod scenario;

pub(crate) use assessment::Assessment;
pub(crate) use legs::{Leg, legs};
pub(crate) use model::OwnedModel;
pub(crate) use portfolio::Portfolio;
