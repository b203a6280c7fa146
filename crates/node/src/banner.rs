//! What is printed when a node starts.

use std::fmt::Write;
use std::net::SocketAddr;

use devnet::Chain;

/// The chain, the funded accounts and where to reach the node.
pub(crate) fn banner(chain: &Chain, address: SocketAddr) -> String {
    let mut text =
        String::from("Funded accounts. Everybody knows their keys: never use them elsewhere.\n");
    for (index, account) in chain.accounts().iter().enumerate() {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "({index}) {}  {}", account.address(), account.private_key());
    }
    let _ = write!(
        text,
        "\nChain id   {}\nHTTP       http://{address}\nWebSocket  ws://{address}\n",
        chain.config().chain_id
    );
    text
}
