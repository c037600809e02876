// What the theme's search talks to, in place of its own worker: the same messages, another engine.
//
// The theme starts a classic worker, which can load modules only like this. Messages that come
// before they are loaded wait for them.

const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;

const modules = Promise.all([import("./engine.js"), import("./route-channel.js")]);

/** @type {Promise<(query: string) => object[][]>} */
let started;
let last = "";

async function answer() {
  const search = await started;
  postMessage({ type: RESULT, data: { items: search(last) } });
}

addEventListener("message", async ({ data: { type, data } }) => {
  if (type === SETUP) {
    started = modules.then(([{ createEngine }, { hearRoute }]) => {
      const engine = createEngine(data);
      // Whoever types at once asks before the page has told the route.
      const route = hearRoute(answer);
      return (query) => engine.search(query, route());
    });
    await started;
    postMessage({ type: READY });
  } else if (type === QUERY) {
    last = data;
    await answer();
  }
});
