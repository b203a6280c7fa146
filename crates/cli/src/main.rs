//! `ballast`: the demo, the development chain, deployments, prices and margins of files.

mod arguments;
mod decimal;
mod demo;
mod deploy;
mod deployments;
mod drawing;
mod files;
mod ink;
mod iv;
mod margin;
mod payoff;
mod price;
mod risk;
mod serve;
mod surface;

use arguments::{Arguments, Command};
use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Demo => demo::run(),
        Command::Devnet(arguments) => serve::run(&arguments),
        Command::Deploy(arguments) => deploy::run(&arguments),
        Command::Ink(arguments) => ink::run(&arguments),
        Command::Price(arguments) => price::run(&arguments),
        Command::Iv(arguments) => iv::run(&arguments),
        Command::Margin(arguments) => margin::run(&arguments),
        Command::Payoff(arguments) => payoff::run(&arguments),
        Command::Surface(arguments) => surface::run(&arguments),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("ballast: {error:#}");
            ExitCode::FAILURE
        }
    }
}
