//! What to deploy, as JSON.

use alloy_primitives::utils::parse_ether;
use alloy_primitives::{Address, I256, U256};
use anyhow::{Context, Result, anyhow};
use ballast_deployment::{AssetConfig, Config, FeedConfig, MarketConfig};
use serde::Deserialize;
use std::path::Path;

/// Contents of the file.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Contents {
    sequencer: Option<Sequencer>,
    keeper_minimum: String,
    assets: Vec<Asset>,
    markets: Vec<Market>,
}

impl Default for Contents {
    /// The contracts alone; a keeper gets two coins at least.
    fn default() -> Self {
        Self { sequencer: None, keeper_minimum: "2".to_owned(), assets: vec![], markets: vec![] }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Sequencer {
    feed: Address,
    grace: u32,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Asset {
    asset: u16,
    token: Address,
    decimals: u8,
    cap: U256,
    collateral: Option<Collateral>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Collateral {
    underlying: u16,
    maintenance_haircut: String,
    initial_haircut: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Market {
    underlying: u16,
    feed: Address,
    heartbeat: u32,
    minimum: String,
    maximum: String,
    max_open_interest: i64,
}

/// Reads the file; says what is wrong with it and where.
pub(super) fn read(path: &Path) -> Result<Contents> {
    let text =
        std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    serde_json::from_str(&text).with_context(|| path.display().to_string())
}

/// What to deploy there.
pub(super) fn of(
    file: &Contents,
    chain_id: u64,
    deployer: Address,
    first_nonce: u64,
) -> Result<Config> {
    Ok(Config {
        chain_id,
        deployer,
        first_nonce,
        sequencer: file.sequencer.as_ref().map(|sequencer| (sequencer.feed, sequencer.grace)),
        assets: file.assets.iter().map(asset).collect::<Result<_>>()?,
        markets: file.markets.iter().map(market).collect::<Result<_>>()?,
        keeper_minimum: wad("keeperMinimum", &file.keeper_minimum)?,
    })
}

fn asset(asset: &Asset) -> Result<AssetConfig> {
    let collateral = asset.collateral.as_ref().map(|collateral| {
        let maintenance = wad("maintenanceHaircut", &collateral.maintenance_haircut)?;
        let initial = wad("initialHaircut", &collateral.initial_haircut)?;
        Ok::<_, anyhow::Error>((collateral.underlying, maintenance, initial))
    });
    Ok(AssetConfig {
        asset: asset.asset,
        token: asset.token,
        decimals: asset.decimals,
        cap: asset.cap,
        collateral: collateral.transpose()?,
    })
}

fn market(market: &Market) -> Result<MarketConfig> {
    let feed = FeedConfig {
        feed: market.feed,
        heartbeat: market.heartbeat,
        minimum: wad("minimum", &market.minimum)?,
        maximum: wad("maximum", &market.maximum)?,
    };
    Ok(MarketConfig::major(market.underlying, feed, market.max_open_interest))
}

/// An 18-decimal amount from decimal notation.
fn wad(name: &str, text: &str) -> Result<I256> {
    let amount = parse_ether(text).map_err(|error| anyhow!("{name} {text:?}: {error}"))?;
    I256::try_from(amount).map_err(|_| anyhow!("{name} {text:?} is too large"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn example_file_is_read() {
        let path =
            Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/deployment.json"));
        let config = of(&read(path).unwrap(), 1, Address::ZERO, 0).unwrap();
        assert_eq!(config.assets[0].decimals, 6);
        assert_eq!(config.markets[0].feed.minimum, wad("minimum", "20").unwrap());
    }

    #[test]
    fn file_with_an_unknown_field_is_refused_with_its_name() {
        let error =
            serde_json::from_str::<Contents>(r#"{"market": 1}"#).err().map(|e| e.to_string());
        assert!(error.unwrap_or_default().contains("market"));
    }
}
