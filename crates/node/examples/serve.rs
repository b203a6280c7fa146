//! A node on a fresh chain, until its standard input ends. usage: serve [PORT]

use std::io::Read;

use devnet_node::Node;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let port = std::env::args().nth(1).map_or(Ok(0), |port| port.parse())?;
    let node = Node::new(devnet::Chain::default()).port(port).start()?;
    print!("{}", node.banner());
    std::io::stdin().read_to_end(&mut Vec::new())?;
    node.shutdown();
    Ok(())
}
