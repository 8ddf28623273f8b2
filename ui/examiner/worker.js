// One worker per picked picture: it reads the file, holds it, and answers in turn. Every answer is
// [number, what was said, preview, prepared file, digest]; on the way it tells [done, total] in bytes.
import init, { Source } from "./examiner.js";

// So many steps of a file are told while it is read.
const STEPS = 50;

const ready = init();
let source;

async function take(file) {
  source = new Source(file.name, file.size);
  const reader = file.stream().getReader();
  let done = 0;
  let told = 0;
  for (;;) {
    const { value, done: over } = await reader.read();
    if (over) return;
    source.push(value);
    done += value.length;
    if (done - told >= file.size / STEPS || done === file.size) {
      told = done;
      postMessage([done, file.size]);
    }
  }
}

async function look(number, file) {
  try {
    await take(file);
  } catch {
    // The file cannot be read (any more).
    postMessage([number, "", null, null, null]);
    return;
  }
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

onmessage = async ({ data: [number, file, crop] }) => {
  try {
    await ready;
    if (file) {
      await look(number, file);
    } else {
      reply(number, source.prepare(crop));
    }
  } catch (error) {
    // The page is told by `error`, which a rejected promise alone does not send.
    setTimeout(() => { throw error; });
  }
};
