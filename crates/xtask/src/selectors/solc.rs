//! Selectors and topics as the Solidity compiler computes them.

use crate::repo;
use anyhow::{Context, Result, bail};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

/// Members of the compiler's syntax tree that hold a selector or topic.
const SELECTORS: [&str; 3] = ["functionSelector", "errorSelector", "eventSelector"];

/// For each interface file, by its stem: name and hexadecimal selector of each of its functions,
/// errors and events.
///
/// # Errors
/// The compiler cannot be run, or refuses an interface.
pub(crate) fn selectors() -> Result<BTreeMap<String, BTreeSet<(String, String)>>> {
    let answer = compile(&sources()?)?;
    if let Some(errors) = answer["errors"].as_array()
        && let Some(error) = errors.iter().find(|error| error["severity"] == "error")
    {
        bail!("solc: {}", error["formattedMessage"].as_str().unwrap_or("an error without text"));
    }
    let files = answer["sources"].as_object().context("solc answered without sources")?;
    Ok(files
        .iter()
        .map(|(file, source)| {
            let mut found = BTreeSet::new();
            collect(&source["ast"], &mut found);
            (file.trim_end_matches(".sol").to_owned(), found)
        })
        .collect())
}

fn sources() -> Result<Map<String, Value>> {
    let mut sources = Map::new();
    for entry in fs::read_dir(repo::root().join("contracts/interfaces"))? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).context("a file's name")?;
        sources.insert(name.to_owned(), json!({ "content": fs::read_to_string(&path)? }));
    }
    Ok(sources)
}

fn compile(sources: &Map<String, Value>) -> Result<Value> {
    let input = json!({
        "language": "Solidity",
        "sources": sources,
        "settings": { "outputSelection": { "*": { "": ["ast"] } } },
    });
    let mut compiler = Command::new(repo::root().join("script/solc"))
        .arg("--standard-json")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("cannot start script/solc: run 'make setup'")?;
    let mut pipe = compiler.stdin.take().context("solc without input")?;
    pipe.write_all(input.to_string().as_bytes())?;
    drop(pipe);
    let output = compiler.wait_with_output()?;
    serde_json::from_slice(&output.stdout).context("solc's answer is not JSON: run 'make setup'")
}

fn collect(node: &Value, found: &mut BTreeSet<(String, String)>) {
    match node {
        Value::Array(items) => items.iter().for_each(|item| collect(item, found)),
        Value::Object(members) => {
            for member in SELECTORS {
                if let (Some(selector), Some(name)) =
                    (members.get(member).and_then(Value::as_str), node["name"].as_str())
                {
                    found.insert((name.to_owned(), selector.to_owned()));
                }
            }
            members.values().for_each(|member| collect(member, found));
        }
        _ => {}
    }
}
