// Reads the page aloud with a voice of the phone. Without such a voice, nothing of it is seen.
//
//   <div data-read-aloud></div> is where the button goes; else it stands across from the way back.

import { button, element, liveRegion } from "../page/elements.js";
import { text } from "../page/strings.js";
import { createMarker } from "./highlight.js";
import { createSpeech } from "./speech.js";
import { spokenText } from "./spoken-text.js";
import { whenVoice } from "./voices.js";
import { createWakeLock } from "./wake-lock.js";

// The bars at the foot cover a quarter of a small phone. A sentence goes to the upper part of what
// is free, so that a long one and what follows have room.
const FREE = 0.7;
const UPPER = 0.3;

/** @typedef {import("./highlight.js").Box} Box */

/** @param {HTMLElement} article */
export function start(article) {
  const synth = globalThis.speechSynthesis;
  if (!synth) return;
  // Speech goes on after its page is gone.
  synth.cancel();
  whenVoice(synth, document.documentElement.lang, (voice) => offer(article, synth, voice));
}

/**
 * @param {HTMLElement} article
 * @param {SpeechSynthesis} synth
 * @param {SpeechSynthesisVoice} voice
 */
function offer(article, synth, voice) {
  const { begin, bar, play, slower, stop, keepOn } = createControls();
  place(article, begin);
  begin.after(bar);

  /** @type {ReturnType<typeof createSpeech> | null} */
  let speech = null;
  const screen = createWakeLock((isKept) => {
    keepOn.textContent = isKept ? "" : text("read_keep_on");
  });
  const showPlay = () => {
    play.textContent = text(speech?.isSpeaking ? "read_pause" : "read_go_on");
  };
  const wait = () => {
    screen.release();
    showPlay();
  };
  const speak = () => {
    screen.hold();
    speech?.play();
  };
  const read = () => {
    const pieces = spokenText(article, document.documentElement.lang);
    if (pieces.length === 0) return;
    const marker = createMarker(article, pieces);
    speech = createSpeech({
      synth,
      voice,
      pieces: pieces.map(({ words }) => words),
      onPiece: (index) => {
        const isFollowed = index === 0 || isInView(/** @type {Box} */ (marker.box()));
        marker.show(index);
        // Unless the reader has scrolled elsewhere meanwhile.
        if (isFollowed) bringIntoView(/** @type {Box} */ (marker.box()));
        showPlay();
      },
      onPause: wait,
      onEnd: () => {
        screen.release();
        marker.end();
        speech = null;
        const hadFocus = bar.contains(document.activeElement);
        showBar(bar, false);
        if (hadFocus) begin.focus();
      },
    });
    showBar(bar, true);
    speech.setSlow(isPressed(slower));
    speak();
    play.focus();
  };

  begin.addEventListener("click", () => {
    speech?.stop();
    read();
  });
  play.addEventListener("click", () => (speech?.isSpeaking ? speech.pause() : speak()));
  slower.addEventListener("click", () => {
    slower.setAttribute("aria-pressed", String(!isPressed(slower)));
    speech?.setSlow(isPressed(slower));
  });
  stop.addEventListener("click", () => speech?.stop());
  // Gone to another page: over. Gone to another app: it waits, so that nobody else hears it.
  addEventListener("pagehide", () => speech?.stop());
  document.addEventListener("visibilitychange", () => {
    if (document.hidden && speech?.isSpeaking) speech.pause();
  });
}

function createControls() {
  const begin = control("read_aloud", "guide-read__begin");
  const play = control("read_pause", "guide-read__control");
  const slower = control("read_slower", "guide-read__control");
  slower.setAttribute("aria-pressed", "false");
  const stop = control("read_stop", "guide-read__control");
  const keepOn = liveRegion("guide-read__keep-on");
  const bar = element("div", "guide-read", keepOn, play, slower, stop);
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", text("read_aloud"));
  bar.hidden = true;
  return { begin, bar, play, slower, stop, keepOn };
}

/**
 * A voice that reads is not to be talked over by notices of mkdocs-pwa.
 *
 * @param {HTMLElement} bar
 * @param {boolean} isShown
 */
function showBar(bar, isShown) {
  bar.hidden = !isShown;
  bar.toggleAttribute("data-mkdocs-pwa-quiet", isShown);
}

/**
 * @param {string} key - Of its words.
 * @param {string} name - Its class.
 */
const control = (key, name) => button(name, text(key), () => {});

/** @param {HTMLElement} toggle */
const isPressed = (toggle) => toggle.getAttribute("aria-pressed") === "true";

/**
 * Where it moves nothing when it comes late: across from the way back, or at the very end.
 *
 * @param {HTMLElement} article
 * @param {HTMLElement} begin
 */
function place(article, begin) {
  const own = article.querySelector("[data-read-aloud]");
  const back = article.querySelector(".guide-back");
  if (own) own.append(begin);
  else if (back) back.before(begin);
  else article.append(begin);
}

/** @param {Box} box */
function bringIntoView(box) {
  if (!isInView(box)) scrollBy({ top: box.top - innerHeight * UPPER, behavior: "instant" });
}

/** @param {Box} box */
const isInView = ({ top, bottom }) =>
  top >= 0 && (bottom <= innerHeight * FREE || top <= innerHeight * UPPER + 1);
