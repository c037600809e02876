// Finds a reading of blood pressure in what people type: "190/125", "bp 200 over 110", "190 125".
//
// Both numbers are in mmHg. They only choose the section that is shown first; none is judged here.

/** From these on a reading is an emergency with any sign: [^bp-crisis] of the guide, 180/120. */
const HIGH_UPPER = 180;
const HIGH_LOWER = 120;

/** What a cuff can show; other numbers are doses, dates or times. */
const UPPER = [60, 300];
const LOWER = [30, 200];

/**
 * @param {{over?: string, high?: string, other?: string}} readings - What people write between the
 *   two numbers, with commas, and the topics that answer a high reading and any other.
 * @param {(query: string) => boolean} isAboutPressure - Whether words of the query say so: then one
 *   number is enough.
 * @returns {(query: string) => string} The topic of the reading; "" if there is none.
 */
export function createReadings({ over = "", high = "", other = "" }, isAboutPressure) {
  const between = ["[/\\\\⁄∕–-]", "\\s", ...over.split(",").map((word) => word.trim()).filter(Boolean)];
  const pair = new RegExp(`(?:^|[^\\d/.])(\\d{2,3})\\s*(?:${between.join("|")})\\s*(\\d{2,3})(?![\\d/.-]*\\d|\\s*mc?g\\b)`, "giu");
  return (query) => {
    const readings = [...query.matchAll(pair)]
      .map(([, upper, lower]) => [Number(upper), Number(lower)])
      .filter(([upper, lower]) => isWithin(upper, UPPER) && isWithin(lower, LOWER) && upper > lower);
    if (readings.some(([upper, lower]) => upper >= HIGH_UPPER || lower >= HIGH_LOWER)) return high;
    if (readings.length > 0) return other;
    const alone = query.match(/\d+(?!\d|\s*mc?g\b)/gi)?.map(Number) ?? [];
    const isHigh = alone.some((number) => isWithin(number, [HIGH_UPPER, UPPER[1]]));
    return isHigh && isAboutPressure(query) ? high : "";
  };
}

/**
 * @param {number} number
 * @param {number[]} bounds - The least and the most.
 */
const isWithin = (number, [least, most]) => number >= least && number <= most;
