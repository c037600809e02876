// Tells the search worker the reader's route: a worker cannot see what the page keeps.

// Several guides may share one origin: the name has the path of its own site.
const NAME = `${new URL("../../../", import.meta.url).pathname}:search`;

/** A channel, or one that stays silent where the browser has none or blocks it with site data. */
function channel() {
  try {
    return new BroadcastChannel(NAME);
  } catch {
    return { postMessage() {}, addEventListener() {} };
  }
}

/**
 * In the worker: know the route that holds now.
 *
 * @param {() => void} onChange - Called after it has become another.
 * @returns {() => string} The route; "" for all.
 */
export function hearRoute(onChange) {
  let route = "";
  const pages = channel();
  pages.addEventListener("message", ({ data }) => {
    if (!("route" in data) || data.route === route) return;
    route = data.route;
    onChange();
  });
  pages.postMessage({ asks: true });
  return () => route;
}

/**
 * On a page: tell workers the route, now, when they ask, and when the returned function is called.
 *
 * @param {() => string} route
 * @returns {() => void}
 */
export function tellRoute(route) {
  const workers = channel();
  const tell = () => workers.postMessage({ route: route() });
  workers.addEventListener("message", ({ data }) => {
    if ("asks" in data) tell();
  });
  tell();
  return tell;
}
