// Marks the sentence that is being read, without moving anything on the page.

/** @typedef {import("./spoken-text.js").Piece} Piece */
/** @typedef {import("./spoken-text.js").Part} Part */

/** @typedef {{top: number, bottom: number}} Box - In px from the top of the screen. */

const NAME = "guide-sentence";

/**
 * @param {HTMLElement} article - Where the pieces stand.
 * @param {Piece[]} pieces - Used up by the marker: find them anew for the next one.
 * @returns {{show: (index: number) => void, box: () => Box | null, end: () => void}} `box` is where
 *   the marked piece is now; `end` leaves the page as it was.
 */
export function createMarker(article, pieces) {
  return globalThis.Highlight && globalThis.CSS?.highlights
    ? painted(pieces)
    : wrapped(article, pieces);
}

/** @param {Piece[]} pieces */
function painted(pieces) {
  /** @type {Range[]} */
  let ranges = [];
  return {
    /** @param {number} index */
    show(index) {
      ranges = pieces[index].parts.map(rangeOf);
      CSS.highlights.set(NAME, new Highlight(...ranges));
    },
    box: () => boxOf(ranges),
    end: () => CSS.highlights.delete(NAME),
  };
}

/**
 * @param {(Range | Element)[]} marks - In order.
 * @returns {Box | null} Null where nothing is marked.
 */
function boxOf(marks) {
  if (marks.length === 0) return null;
  const { top } = marks[0].getBoundingClientRect();
  return { top, bottom: marks[marks.length - 1].getBoundingClientRect().bottom };
}

/** @param {Part} part */
function rangeOf({ node, start, end }) {
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return range;
}

/**
 * Safari before 17.2 and Firefox before 140 cannot paint a range: they get an element.
 *
 * @param {HTMLElement} article
 * @param {Piece[]} pieces
 */
function wrapped(article, pieces) {
  const nodes = nodesOf(pieces);
  /** @type {HTMLElement[]} */
  let marks = [];
  const clear = () => {
    for (const mark of marks) mark.replaceWith(...mark.childNodes);
    marks = [];
  };
  return {
    /** @param {number} index */
    show(index) {
      clear();
      marks = nodes[index].map(wrap);
    },
    box: () => boxOf(marks),
    end() {
      clear();
      article.normalize();
    },
  };
}

/**
 * The text nodes of each piece, cut so that each belongs to one piece alone.
 *
 * @param {Piece[]} pieces
 * @returns {Text[][]}
 */
function nodesOf(pieces) {
  // From the last to the first: what is cut off then lies behind all that is still to be cut.
  return pieces.reduceRight(
    (nodes, { parts }) => [
      parts.reduceRight((found, part) => [cutOut(part), ...found], /** @type {Text[]} */ ([])),
      ...nodes,
    ],
    /** @type {Text[][]} */ ([]),
  );
}

/** @param {Part} part */
function cutOut({ node, start, end }) {
  if (end < node.data.length) node.splitText(end);
  return start > 0 ? node.splitText(start) : node;
}

/** @param {Text} node */
function wrap(node) {
  const mark = document.createElement("mark");
  mark.className = NAME;
  node.replaceWith(mark);
  mark.append(node);
  return mark;
}
