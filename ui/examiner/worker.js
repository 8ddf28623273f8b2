// One worker per picked picture: it reads the file, holds it, and answers in turn. Every answer is
// [number, what was said, preview, prepared file, digest]; on the way it tells [number, done, total,
// whether those are stages of the examination] and else bytes.
import init, { Source } from "./examiner.js";

// So many steps of a file are told while it is read.
const STEPS = 50;

// Ends the work with the code of what went wrong.
class Refused extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

const ready = init().catch((error) => {
  // Where its files came, there is no room for the program itself.
  throw new Refused(error instanceof RangeError ? "photo_too_much_for_device" : "portal_unreachable");
});
// Whoever asks is told.
ready.catch(() => {});
let source;

async function take(number, file) {
  source = new Source(file.name, file.size);
  const reader = file.stream().getReader();
  // The file may have been moved, or be on a device that is gone.
  const next = () => reader.read().catch(() => { throw new Refused("file_not_readable"); });
  let done = 0;
  let told = 0;
  for (;;) {
    const { value, done: over } = await next();
    if (over) return;
    source.push(value);
    done += value.length;
    if (done - told >= file.size / STEPS || done === file.size) {
      told = done;
      postMessage([number, done, file.size, false]);
    }
  }
}

async function look(number) {
  const answer = source.look();
  const bare = answer.bare();
  const digest = bare && new Uint8Array(await crypto.subtle.digest("SHA-256", bare));
  reply(number, answer, digest);
}

function reply(number, answer, digest) {
  const files = [answer.preview(), answer.prepared()].map((bytes) => bytes ?? null);
  const said = answer.said;
  answer.free();
  const given = files.filter((bytes) => bytes).map((bytes) => bytes.buffer);
  postMessage([number, said, ...files, digest ?? null], given);
}

function code(error) {
  if (error instanceof Refused) return error.code;
  // Mistakes of this file are not the picture's. The program itself refuses in words and stops only
  // where memory runs out, and a browser that has none left for a copy says so in ways of its own.
  const mistaken = error instanceof TypeError || error instanceof ReferenceError;
  return mistaken ? "internal" : "photo_too_much_for_device";
}

// A file is given to a worker that holds none yet. `said` is the part to be prepared, or by what is
// examined: what was picked, or `bytes`.
async function work(number, file, what, said, bytes) {
  try {
    await ready;
    if (file) await take(number, file);
    if (what === "look") {
      await look(number);
    } else if (what === "examine") {
      const told = (done, total) => postMessage([number, done, total, true]);
      reply(number, source.examine(bytes, said, told));
    } else {
      reply(number, source.prepare(said));
    }
  } catch (error) {
    postMessage([number, JSON.stringify({ Err: { code: code(error) } }), null, null, null]);
  }
}

// One after the other: what is asked while a file is still taken in waits for all of it.
let before = Promise.resolve();
onmessage = ({ data }) => {
  before = before.then(() => work(...data));
};
