// Answers with what the examiner says of each picture, in the order in which they come.
import init, { inspect } from "./examiner.js";

const ready = init();

onmessage = async ({ data: [number, name, bytes] }) => {
  try {
    await ready;
    postMessage([number, inspect(name, bytes)]);
  } catch (error) {
    // The page is told by `error`, which a rejected promise alone does not send.
    setTimeout(() => { throw error; });
  }
};
