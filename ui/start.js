// Loads the program that the page names. A file of its own, since no script may stand in the page.
const { program } = document.documentElement.dataset;

try {
  const { default: init } = await import(`./${program}.js`);
  await init();
} catch (error) {
  document.getElementById("unreachable").hidden = false;
  throw error;
}
