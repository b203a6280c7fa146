// Drives a node with viem, over HTTP and WebSocket.
// usage: node smoke.mjs HTTP_URL WS_URL INIT_CODE_FILE OWNER_KEY USER_KEY
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import {
  BaseError, ContractFunctionRevertedError, createPublicClient, createTestClient, createWalletClient, defineChain,
  encodeErrorResult, http, parseAbi, parseEther, publicActions, walletActions, webSocket,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'

const [httpUrl, wsUrl, initCodeFile, ownerKey, userKey] = process.argv.slice(2)
const initCode = readFileSync(initCodeFile, 'utf8').trim()
const owner = privateKeyToAccount(ownerKey)
const user = privateKeyToAccount(userKey)
const ARB_WASM = '0x0000000000000000000000000000000000000071'
const MULTICALL3 = '0xcA11bde05977b3631167028862bE2a173976CA11'
const WORD = `0x${'5'.padStart(64, '0')}`
const arbWasm = parseAbi([
  'function activateProgram(address) payable returns (uint16, uint256)',
  'function programVersion(address) view returns (uint16)',
])
const stored = parseAbi(['event Stored(bytes32 word)'])

const chain = defineChain({
  id: 412346,
  name: 'devnet',
  nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  rpcUrls: { default: { http: [httpUrl], webSocket: [wsUrl] } },
  contracts: { multicall3: { address: MULTICALL3 } },
})
const client = createTestClient({ chain, mode: 'anvil', transport: http() })
  .extend(publicActions).extend(walletActions)
const wallet = createWalletClient({ chain, account: owner, transport: http() })
const batching = createPublicClient({ chain, transport: http(httpUrl, { batch: true }), batch: { multicall: true } })
const socket = createPublicClient({ chain, transport: webSocket(wsUrl) })

const step = (name) => console.log(`ok: ${name}`)
const mined = (hash) => client.waitForTransactionReceipt({ hash })
const next = (subscribe) => new Promise((resolve, reject) => {
  const stop = subscribe((value) => { stop(); resolve(value) }, reject)
})
// A socket's messages are answered in order: after two more answers, the subscription is in place.
const subscribed = async () => { for (const _ of [1, 2]) await socket.getChainId() }

assert.equal(await client.getChainId(), chain.id)
const blocks = next((onBlock, onError) => socket.watchBlocks({ onBlock, onError }))
await subscribed()

const deployed = await mined(await wallet.deployContract({ abi: [], bytecode: initCode }))
assert.equal(deployed.status, 'success')
const program = deployed.contractAddress
step('deployed')
assert.ok((await blocks).number > 0n)
step('a new head came by WebSocket')

const { request } = await client.simulateContract({
  account: owner, address: ARB_WASM, abi: arbWasm, functionName: 'activateProgram', args: [program],
  value: parseEther('0.001'),
})
assert.equal((await mined(await wallet.writeContract(request))).status, 'success')
assert.equal(await client.readContract({
  address: ARB_WASM, abi: arbWasm, functionName: 'programVersion', args: [program] }), 3)
step('simulated, activated and read')

const logs = next((onLogs, onError) => socket.watchContractEvent({ address: program, abi: stored, onLogs, onError }))
await subscribed()
const somebody = createWalletClient({ chain, account: user, transport: http() })
const receipt = await mined(await somebody.sendTransaction({ to: program, data: WORD }))
assert.equal(receipt.logs.length, 1)
assert.equal((await logs)[0].args.word, WORD)
step('somebody else called it, and the log came by WebSocket')
assert.equal((await client.call({ to: program })).data, WORD)
assert.equal(await client.getStorageAt({ address: program, slot: '0x0' }), WORD)
const block = await client.getBlock({ includeTransactions: true })
assert.equal(block.transactions[0].from, user.address.toLowerCase())
assert.equal((await client.getLogs({ address: program, fromBlock: 0n, event: stored[0] })).length, 1)
step('calls, storage, blocks and logs agree')

const filter = await client.createContractEventFilter({ address: program, abi: stored, fromBlock: 0n })
assert.equal((await client.getFilterLogs({ filter })).length, 1)
assert.ok(await client.uninstallFilter({ filter }))
const fees = await client.estimateFeesPerGas()
assert.ok(fees.maxFeePerGas >= fees.maxPriorityFeePerGas)
assert.equal((await client.getFeeHistory({ blockCount: 2, rewardPercentiles: [50] })).baseFeePerGas.length, 3)
const [balance, count] = await Promise.all([
  batching.getBalance({ address: user.address }), batching.getTransactionCount({ address: user.address })])
assert.ok(balance > 0n && count === 1)
step('filters, fees and batches')

const versions = await client.multicall({ allowFailure: false, contracts: [0, 1].map(() => (
  { address: ARB_WASM, abi: arbWasm, functionName: 'programVersion', args: [program] })) })
assert.deepEqual(versions, [3, 3])
const abi = parseAbi(['error NotToday(uint256 until)', 'function ask(bytes4) view'])
const reason = encodeErrorResult({ abi, errorName: 'NotToday', args: [7n] })
await assert.rejects(client.call({ to: program, data: reason }), (error) => (
  error instanceof BaseError && error.walk((cause) => cause.data !== undefined) !== null))
await assert.rejects(
  client.readContract({ address: program, abi, functionName: 'ask', args: ['0x00000000'] }),
  (error) => error.walk((cause) => cause instanceof ContractFunctionRevertedError) !== null)
step('multicall, and reverts with their data')

const id = await client.snapshot()
await client.setBalance({ address: program, value: parseEther('2') })
await client.impersonateAccount({ address: program })
await mined(await client.sendTransaction({ account: program, to: user.address, value: 1n }))
await client.stopImpersonatingAccount({ address: program })
await client.setStorageAt({ address: program, index: 0, value: `0x${'9'.padStart(64, '0')}` })
await client.increaseTime({ seconds: 60 })
await client.mine({ blocks: 3 })
await client.revert({ id })
assert.equal(await client.getBalance({ address: program }), 0n)
assert.equal(await client.getStorageAt({ address: program, slot: '0x0' }), WORD)
step('the test methods')
console.log('viem: all passed')
process.exit(0)
