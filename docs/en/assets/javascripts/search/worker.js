// Searches beside the page, so that typing never waits. Loads what it knows when it is started.

import { createEngine } from "./engine.js";

const INDEX = new URL("../../../search/search_index.json", import.meta.url);

const engine = load();

async function load() {
  const answer = await fetch(INDEX);
  if (!answer.ok) throw new Error(`${INDEX}: expected the search index, found ${answer.status}`);
  return createEngine(await answer.json());
}

addEventListener("message", async ({ data: { query, route } }) => {
  try {
    postMessage({ groups: (await engine).search(query, route) });
  } catch (error) {
    console.error(error);
    postMessage({ failed: true });
  }
});
