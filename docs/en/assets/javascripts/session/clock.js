// Says how long ago the session was, by the reader's plan and their own word, and asks for the word.
//
//   <div data-session></div> on a page with the plan's data

import { sayNotKept } from "../kept/not-kept.js";
import { onVisitChange } from "../kept/visit-store.js";
import { text } from "../page/strings.js";
import { onReturn, plannedSessions } from "../plan/current.js";
import { lastTimeItWas, untilNextMinute } from "../time/elapsed.js";
import { clockView } from "./clock-view.js";
import { clockWords, whenWords } from "./clock-words.js";
import { stateNow } from "./now.js";
import { visitSpokenOf } from "./state.js";
import { keepWord, onWordChange, readWord } from "./store.js";

// An end so long ago is asked about again: who mistakes morning for evening is 12 hours out.
const LONG_AGO = 11 * 60 * 60_000;

/** @typedef {import("./word.js").Word} Word */

/** @param {HTMLElement} place */
export function start(place) {
  // What was kept before the reader's last tap; undefined if there is nothing to undo.
  /** @type {Word | null | undefined} */
  let before;
  let isWaiting = false;
  /** @type {number | undefined} */
  let timer;
  const refresh = () => {
    clearTimeout(timer);
    const now = Date.now();
    const state = stateNow(now);
    view.show(state, {
      line: isWaiting ? text("session_wait") : clockWords(state, readWord(), now),
      canUndo: before !== undefined,
    });
    timer = setTimeout(refresh, untilNextMinute(state.at ?? now, now));
  };
  // Timers sleep with the phone. What someone is writing is not taken from under their hands.
  const refreshUnlessAsking = () => {
    if (!view.isAsking()) refresh();
  };
  /** @param {Word | null} [word] */
  const keep = (word) => {
    isWaiting = false;
    // What is kept calls back, and an open form is done with.
    view.close();
    if (!keepWord(word)) sayNotKept(place);
    refresh();
    view.focus();
  };
  /** @param {Word | null} word */
  const say = (word) => {
    before = readWord();
    keep(word);
  };

  /** @param {number} ended - Milliseconds since 1970. */
  const sayEnded = (ended) => say({ visit: visitSpokenOf(plannedSessions(), Date.now()), ended });
  const view = clockView(place, {
    justNow: () => sayEnded(Date.now()),
    ended: (time) => {
      const now = Date.now();
      const ended = lastTimeItWas(time, now);
      if (now - ended < LONG_AGO) sayEnded(ended);
      else view.askIfSure(whenWords(ended, now), () => sayEnded(ended));
    },
    // Another session than the plan's.
    yes: () => say({ ...readWord(), visit: "" }),
    notYet: () => {
      say(wordForNotYet(stateNow(), readWord(), Date.now()));
      isWaiting = true;
      refresh();
    },
    undo: () => {
      const word = before;
      before = undefined;
      keep(word);
    },
    ask: () => clearTimeout(timer),
    close: refresh,
  });
  onReturn(refreshUnlessAsking);
  onWordChange(refreshUnlessAsking);
  onVisitChange(refreshUnlessAsking);
  refresh();
}

/**
 * What "Not yet" leaves of what was said: a word about another session stays.
 *
 * @param {import("./state.js").State} state
 * @param {Word | null} word
 * @param {number} now - Milliseconds since 1970.
 * @returns {Word | null}
 */
function wordForNotYet({ phase, session, isSaid }, word, now) {
  if (session && (phase === "after" || phase === "open")) return { visit: session.visit, notYet: now };
  return isSaid || phase === "early" ? null : word;
}
