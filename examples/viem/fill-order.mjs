// A maker signs an order off-chain, a taker fills it, and both accounts are read before and after.
//
//   ballast devnet --port 8547 --demo          # in another terminal: a chain with Ballast on it
//   node examples/viem/fill-order.mjs http://127.0.0.1:8547
//
// Everything here works the same on a real chain with its own keys and its own deployments file.

import { readFileSync } from 'node:fs'
import { createPublicClient, createWalletClient, concatHex, defineChain, formatUnits, http, pad, size, toHex } from 'viem'
import { mnemonicToAccount } from 'viem/accounts'

const rpc = process.argv[2] ?? 'http://127.0.0.1:8547'
const root = new URL('../../', import.meta.url)
const json = (path) => JSON.parse(readFileSync(new URL(path, root)))
const abi = (name) => json(`contracts/abi/json/${name}.json`)

const WAD = 10n ** 18n
const chainId = await createPublicClient({ transport: http(rpc) }).getChainId()
const at = json(`deployments/${chainId}.json`)
const chain = defineChain({
  id: chainId,
  name: 'Ballast devnet',
  nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  rpcUrls: { default: { http: [rpc] } },
})

// The devnet's funded keys are those of the mnemonic that development chains share.
const MNEMONIC = 'test test test test test test test test test test test junk'
const maker = mnemonicToAccount(MNEMONIC, { addressIndex: 7 })
const taker = mnemonicToAccount(MNEMONIC, { addressIndex: 8 })
const chainReader = createPublicClient({ chain, transport: http(rpc) })
const wallet = createWalletClient({ chain, transport: http(rpc) })

/** An account is its owner's address and a 12-byte tag: nobody registers it. */
const accountOf = (owner, tag = 0) => concatHex([owner, pad(toHex(tag), { size: 12 })])
/** kind 1 (perpetual) ‖ underlying ‖ no expiry ‖ no strike */
const perpetual = (underlying) => (1n << 120n) | (BigInt(underlying) << 104n)
/** `fill` takes all signatures in one string, each behind its length; none means the sender's own order. */
const joinSignatures = (signatures) =>
  concatHex(signatures.flatMap((signature) => [toHex(size(signature), { size: 2 }), signature]))

async function send(account, address, abi, functionName, args) {
  const { request } = await chainReader.simulateContract({ account, address, abi, functionName, args })
  const receipt = await chainReader.waitForTransactionReceipt({ hash: await wallet.writeContract(request) })
  console.log(`${functionName.padEnd(8)} ${String(receipt.gasUsed).padStart(8)} gas`)
}

const tokenAbi = [
  { type: 'function', name: 'mint', inputs: [{ type: 'address' }, { type: 'uint256' }], outputs: [], stateMutability: 'nonpayable' },
  { type: 'function', name: 'approve', inputs: [{ type: 'address' }, { type: 'uint256' }], outputs: [{ type: 'bool' }], stateMutability: 'nonpayable' },
]

async function deposit(owner, units) {
  const amount = units * 10n ** 6n
  await send(owner, at.quote, tokenAbi, 'mint', [owner.address, amount])
  await send(owner, at.quote, tokenAbi, 'approve', [at.vault, amount])
  await send(owner, at.vault, abi('IVault'), 'deposit', [accountOf(owner.address), 0, amount])
}

async function show(title) {
  const accounts = [maker, taker].map((owner) => accountOf(owner.address))
  const states = await chainReader.readContract({ address: at.lens, abi: abi('ILens'), functionName: 'accountStates', args: [accounts] })
  console.log(`\n${title}`)
  for (const [who, state] of [['maker', states[0]], ['taker', states[1]]]) {
    const held = state.positions.map((p) => `${formatUnits(p.size, 18)} @ ${formatUnits(p.markPrice, 18)}`).join(', ')
    const [equity, free] = [state.equity, state.freeCollateral].map((value) => formatUnits(value, 18))
    console.log(`  ${who}: equity ${equity}, free ${free}, position ${held || 'none'}`)
  }
}

await deposit(maker, 50_000n)
await deposit(taker, 50_000n)
await show('before')

const market = 1
const [state] = await chainReader.readContract({ address: at.lens, abi: abi('ILens'), functionName: 'marketStates', args: [[market]] })
const tick = 10n ** 16n
const { timestamp } = await chainReader.getBlock()
const order = {
  account: accountOf(maker.address),
  instrument: perpetual(market),
  size: -WAD,
  limit: (state.markPrice / tick) * tick,
  lane: 1n,
  seq: BigInt(timestamp),
  deadline: Number(timestamp) + 3600,
  flags: 0,
  maxFee: WAD / 100n,
  taker: '0x0000000000000000000000000000000000000000',
}
const orderType = [
  { name: 'account', type: 'bytes32' }, { name: 'instrument', type: 'uint128' }, { name: 'size', type: 'int256' },
  { name: 'limit', type: 'int256' }, { name: 'lane', type: 'uint64' }, { name: 'seq', type: 'uint64' },
  { name: 'deadline', type: 'uint40' }, { name: 'flags', type: 'uint16' }, { name: 'maxFee', type: 'int256' },
  { name: 'taker', type: 'address' },
]
const signature = await maker.signTypedData({
  domain: { name: 'Ballast', version: '1', chainId, verifyingContract: at.exchange },
  types: { Order: orderType },
  primaryType: 'Order',
  message: order,
})

// The taker's own order needs no signature and no lane: it is the sender's.
const own = { ...order, account: accountOf(taker.address), size: WAD, lane: 0n, seq: 0n }
await send(taker, at.exchange, abi('IExchange'), 'fill', [
  [order, own],
  joinSignatures([signature, '0x']),
  [{ maker: 0, taker: 1, size: WAD }],
])
await show('after')
