// Asks the worker, one question at a time: of those that come meanwhile only the last one counts.

const WORKER = new URL("./engine/worker.js", import.meta.url);

/** @typedef {{query: string | null, route?: string}} Asked */

/**
 * @param {(query: string, groups: import("./engine/engine.js").Found[][]) => void} onAnswer - Called for the last question only.
 * @param {() => void} onFailure - Called when the search cannot be loaded; the next question tries
 *   again.
 */
export function createAsker(onAnswer, onFailure) {
  /** @type {Worker | null} */
  let worker = null;
  /**
   * What the worker is at; without a query, when its answer is no longer wanted.
   *
   * @type {Asked | null}
   */
  let asked = null;
  /** What comes next. @type {{query: string, route: string} | null} */
  let next = null;

  const send = () => {
    asked = next;
    next = null;
    if (asked) worker?.postMessage(asked);
  };
  const fail = () => {
    worker?.terminate();
    worker = asked = next = null;
    onFailure();
  };
  /** @param {MessageEvent<{failed?: true, groups: import("./engine/engine.js").Found[][]}>} event */
  const hear = ({ data }) => {
    if (data.failed) {
      fail();
      return;
    }
    const { query } = /** @type {Asked} */ (asked);
    const isLast = next === null && query !== null;
    send();
    if (isLast) onAnswer(query, data.groups);
  };
  const begin = () => {
    worker = new Worker(WORKER, { type: "module" });
    worker.addEventListener("message", hear);
    worker.addEventListener("error", fail);
  };
  begin();

  return {
    /**
     * @param {string} query
     * @param {string} route - The reader's; "" for all.
     */
    ask(query, route) {
      if (!worker) begin();
      next = { query, route };
      if (!asked) send();
    },

    /** The reader has emptied the field: no answer is wanted any more. */
    forget() {
      next = null;
      if (asked) asked = { query: null };
    },

    /** @returns {boolean} Whether an answer is still to come. */
    isWaiting: () => next !== null || Boolean(asked && asked.query !== null),
  };
}
