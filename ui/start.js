// Loads the interface. A file of its own, since no script may stand in the page itself.
import init from "/ui.js";

init();
