//! `ballast-fuzz TARGET [MILLIONS]`: a search from the corpus; prints the inputs that reached something new.
//! `ballast-fuzz TARGET --unpack FOLDER`: the corpus as files, for libFuzzer.

use ballast_fuzz::{Search, TARGETS, Target, corpus, line, target};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let Some(of) = arguments.first().and_then(|name| target(name)) else {
        let names: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
        eprintln!(
            "usage: ballast-fuzz TARGET [MILLIONS | --unpack FOLDER]\ntargets: {}",
            names.join(" ")
        );
        return ExitCode::FAILURE;
    };
    match arguments.get(1..) {
        Some(["--unpack", folder]) => unpack(of, Path::new(folder)),
        Some([millions]) => search(of, millions.parse().unwrap_or(1)),
        _ => search(of, 1),
    }
}

/// Seeds differ from run to run; what is found is an input, which repeats.
fn search(of: Target, millions: usize) -> ExitCode {
    let mut search = Search::new(of, corpus(of), u64::from(std::process::id()));
    search.run(millions * 1_000_000);
    search.kept().iter().skip(1).for_each(|input| println!("{}", line(input)));
    ExitCode::SUCCESS
}

fn unpack(of: Target, folder: &Path) -> ExitCode {
    let write =
        |(number, input): (usize, Vec<u8>)| std::fs::write(folder.join(number.to_string()), input);
    let written = std::fs::create_dir_all(folder)
        .and_then(|()| corpus(of).into_iter().enumerate().try_for_each(write));
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}: {error}", folder.display());
            ExitCode::FAILURE
        }
    }
}
