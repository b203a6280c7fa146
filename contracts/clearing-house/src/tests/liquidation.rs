//! liquidation
