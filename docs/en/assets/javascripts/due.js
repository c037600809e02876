// Says that a page is past the day of its next check, by the phone's own clock: a saved copy may be
// read for months. A wrong clock does no more than show or leave out this line.
//
//   <p data-due="2027-05-22" hidden>

/** @param {HTMLElement} banner */
export function start(banner) {
  banner.hidden = !isPast(/** @type {string} */ (banner.dataset.due), new Date());
}

/**
 * Whether a day is over where the reader is.
 *
 * @param {string} day - Year, month, day: "2027-05-22".
 * @param {Date} now
 * @returns {boolean}
 */
export function isPast(day, now) {
  /** @param {number} number */
  const two = (number) => String(number).padStart(2, "0");
  const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return today > day;
}
