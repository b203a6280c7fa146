"""Drives a node with web3.py. usage: smoke.py URL INIT_CODE_FILE OWNER_KEY USER_KEY"""

import sys

try:
    from web3 import Web3
    from web3.exceptions import ContractLogicError
except ImportError:
    print("SKIPPED: Python has no module web3")
    sys.exit(77)

ARB_WASM = "0x0000000000000000000000000000000000000071"
WORD = bytes(31) + b"\x07"
ABI = [{
    "type": "function", "name": "activateProgram", "stateMutability": "payable",
    "inputs": [{"name": "program", "type": "address"}],
    "outputs": [{"name": "version", "type": "uint16"}, {"name": "dataFee", "type": "uint256"}],
}]


def main(url: str, init_code_file: str, owner_key: str, user_key: str) -> None:
    """Deploys, activates, calls, reads logs and a block, filters, and sees a revert."""
    web3 = Web3(Web3.HTTPProvider(url))
    assert web3.is_connected() and web3.eth.chain_id == 412346
    owner = web3.eth.account.from_key(owner_key)
    user = web3.eth.account.from_key(user_key)

    def send(account, transaction):
        fields = {"from": account.address, "nonce": web3.eth.get_transaction_count(account.address, "pending"),
                  "chainId": web3.eth.chain_id, "gasPrice": web3.eth.gas_price, **transaction}
        fields.setdefault("gas", web3.eth.estimate_gas(fields))
        signed = account.sign_transaction(fields)
        receipt = web3.eth.wait_for_transaction_receipt(web3.eth.send_raw_transaction(signed.raw_transaction))
        assert receipt["status"] == 1, receipt
        return receipt

    with open(init_code_file, encoding="ascii") as file:
        program = send(owner, {"data": file.read().strip()})["contractAddress"]
    print("ok: deployed")
    arb_wasm = web3.eth.contract(address=ARB_WASM, abi=ABI)
    data = arb_wasm.encode_abi("activateProgram", [program])
    send(owner, {"to": ARB_WASM, "data": data, "value": web3.to_wei(0.001, "ether")})
    print("ok: activated")

    filter_ = web3.eth.filter({"address": program})
    receipt = send(user, {"to": program, "data": WORD})
    assert receipt["logs"][0]["data"] == WORD
    assert web3.eth.call({"to": program}) == WORD
    assert web3.eth.get_storage_at(program, 0) == WORD
    assert len(filter_.get_new_entries()) == 1
    assert len(web3.eth.get_logs({"address": program, "fromBlock": 0})) == 1
    block = web3.eth.get_block("latest", full_transactions=True)
    assert block["transactions"][0]["hash"] == receipt["transactionHash"]
    assert web3.eth.fee_history(2, "latest", [10, 90])["oldestBlock"] >= 0
    print("ok: called by somebody else; logs, filters, storage, blocks and fees")

    try:
        web3.eth.call({"to": program, "data": web3.keccak(text="Error(string)")[:4] + web3.codec.encode(
            ["string"], ["not today"])})
        raise AssertionError("the call did not revert")
    except ContractLogicError as error:
        assert "not today" in str(error), error
    print("ok: reverts with their reason")
    print("web3.py: all passed")


if __name__ == "__main__":
    main(*sys.argv[1:])
