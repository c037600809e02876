// Searches beside the page, so that typing never waits. Loads what it knows when it is started.

import { loadData } from "./data.js";
import { createEngine } from "./engine.js";

const engine = loadData().then(createEngine);

addEventListener("message", async ({ data: { query, route } }) => {
  try {
    postMessage({ groups: (await engine).search(query, route) });
  } catch (error) {
    console.error(error);
    postMessage({ failed: true });
  }
});
