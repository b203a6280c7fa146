// Answers `--version` and `--standard-json` (input from a file named last, or from standard input).
// Imports are not resolved here: Foundry puts every source into the input.
'use strict';

const fs = require('fs');
const path = require('path');

const compilerPath = path.join(__dirname, '../node_modules/solc/soljson.js');

/** The compiler's version, remembered beside it: starting the compiler takes a second. */
function version() {
  const file = path.join(path.dirname(compilerPath), '.version');
  const stamp = String(fs.statSync(compilerPath).mtimeMs);
  try {
    const [seen, text] = fs.readFileSync(file, 'utf8').split(' ');
    if (seen === stamp) return text;
  } catch {
    // Not remembered yet.
  }
  const compiler = require(compilerPath);
  const text = compiler.UTF8ToString(compiler._solidity_version());
  try {
    fs.writeFileSync(`${file}.${process.pid}`, `${stamp} ${text}`);
    fs.renameSync(`${file}.${process.pid}`, file);
  } catch {
    // A read-only node_modules: asked again next time.
  }
  return text;
}

/** Compiles a standard-JSON text. It goes in by the compiler's own heap: the binding's string
 *  conversion puts arguments on the stack, which a few megabytes overflow. */
function compile(input) {
  const compiler = require(compilerPath);
  const size = compiler.lengthBytesUTF8(input) + 1;
  const pointer = compiler._solidity_alloc(size);
  compiler.stringToUTF8(input, pointer, size);
  const output = compiler._solidity_compile(pointer, 0, 0);
  return compiler.UTF8ToString(output);
}

/** Writes all of `text` to standard output, which may be a pipe that is full for the moment. */
function print(text) {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length;) {
    try {
      done += fs.writeSync(1, bytes, done);
    } catch (error) {
      if (error.code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

function main(args) {
  if (args.includes('--version')) {
    return print(`solc, the solidity compiler commandline interface\nVersion: ${version()}\n`);
  }
  if (args.includes('--standard-json')) {
    const last = args[args.length - 1];
    return print(compile(fs.readFileSync(fs.existsSync(last) ? last : 0, 'utf8')) + '\n');
  }
  process.stderr.write('usage: solc --version | --standard-json [FILE]\n');
  process.exitCode = 1;
}

main(process.argv.slice(2));
