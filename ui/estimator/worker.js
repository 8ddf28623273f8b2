// One worker for the passwords of a page. It is told [number, password, own words] and answers
// [number, score and names of advice]. Nothing of it goes anywhere else.
import init, { judge } from "./estimator.js";

const ready = init();

onmessage = async ({ data: [number, password, own] }) => {
  try {
    await ready;
    postMessage([number, judge(password, own)]);
  } catch {
    postMessage([number]);
  }
};
