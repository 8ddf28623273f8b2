// The program in WebAssembly, run by Node: `node probe.mjs PROGRAM.wasm`. It reads lines:
//   time WORK FILE        prints how many milliseconds the work took
//   report WORK FILE OUT  writes the result to OUT and prints its length
import { readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";

const { instance } = await WebAssembly.instantiate(readFileSync(process.argv[2]), {});
const { memory, room, run, done } = instance.exports;

function work(words, file) {
  const name = new TextEncoder().encode(words);
  const length = name.length + file.length;
  const place = room(length);
  new Uint8Array(memory.buffer, place, length).set(name);
  new Uint8Array(memory.buffer, place + name.length, file.length).set(file);
  const started = performance.now();
  const result = BigInt.asUintN(64, run(place, length, name.length));
  const took = performance.now() - started;
  done(place, length);
  const [at, size] = [Number(result >> 32n), Number(result & 0xffffffffn)];
  const bytes = new Uint8Array(memory.buffer, at, size).slice();
  done(at, size);
  return { took, bytes };
}

for await (const line of createInterface({ input: process.stdin })) {
  const [what, words, file, out] = line.split(" ");
  const { took, bytes } = work(words, readFileSync(file));
  if (what === "report") {
    writeFileSync(out, bytes);
    console.log(bytes.length);
  } else {
    console.log(took.toFixed(4));
  }
}
