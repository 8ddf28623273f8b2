// One worker for the emails of a page. It is told [number, text or file, most bytes] and answers
// [number, what was seen] or [number, null, code]. Nothing of it goes anywhere else.
import init, { check_message, check_text } from "./checker.js";

const ready = init().then(() => null, () => "portal_unreachable");

async function check(email, most) {
  const failed = await ready;
  if (failed) return [null, failed];
  if (typeof email === "string") return [check_text(email)];
  let bytes;
  try {
    // The file may have been moved, or be on a device that is gone.
    bytes = await email.slice(0, most).arrayBuffer();
  } catch {
    return [null, "file_not_readable"];
  }
  return [check_message(new Uint8Array(bytes))];
}

onmessage = async ({ data: [number, email, most] }) => {
  try {
    postMessage([number, ...(await check(email, most))]);
  } catch {
    postMessage([number, null, "internal"]);
  }
};
