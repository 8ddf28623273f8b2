// Loads the interface. A file of its own, since no script may stand in the page itself.
import init from "./ui.js";

init().catch((error) => {
  document.getElementById("unreachable").hidden = false;
  throw error;
});
