//! The contract interfaces for off-chain code, bound from `contracts/interfaces/*.sol`: the same files
//! from which the contracts' own codec is generated. One module an interface, because each interface
//! file stands alone and repeats the enums it uses.

pub mod account;
mod errors;
pub mod instrument;
pub mod order;

pub use errors::{RevertReason, decode_revert};

/// Binds one interface file into a module of its own.
macro_rules! bind {
    ($($module:ident => $file:literal, $about:literal;)*) => {$(
        #[doc = $about]
        #[allow(missing_docs, clippy::too_many_arguments)]
        pub mod $module {
            alloy_sol_types::sol!(#![sol(all_derives)] $file);
        }
    )*};
}

bind! {
    common => "../../contracts/interfaces/ICommon.sol", "Errors that every contract shares.";
    oracle => "../../contracts/interfaces/IOracleAdapter.sol", "The oracle adapter.";
    engine => "../../contracts/interfaces/IMarginEngine.sol", "The margin engine.";
    house => "../../contracts/interfaces/IClearingHouse.sol", "The clearing house.";
    vault => "../../contracts/interfaces/IVault.sol", "The vault.";
    exchange => "../../contracts/interfaces/IExchange.sol", "The exchange.";
    liquidation => "../../contracts/interfaces/ILiquidation.sol", "The liquidation module.";
    lens => "../../contracts/interfaces/ILens.sol", "The lens.";
}
