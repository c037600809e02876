// Speaks pieces of text one after the other, and can wait, go on and slow down. No page in sight.
//
// A pause cancels and remembers its place: on Android `speechSynthesis.pause()` is the same as
// `cancel()` (https://developer.mozilla.org/docs/Web/API/SpeechSynthesis/pause#browser_compatibility),
// and a piece begun anew is short.

/**
 * An engine that has just been told to cancel may cancel what is spoken next as well
 * (https://github.com/IDMNYU/p5.js-speech/issues/12, https://github.com/votingworks/bmd/pull/1106).
 */
const AFTER_CANCEL_MS = 100;

/** Speech at this rate of the usual one is still easy to follow. */
const SLOW = 0.75;

/**
 * @param {object} options
 * @param {SpeechSynthesis} options.synth
 * @param {SpeechSynthesisVoice} options.voice
 * @param {string[]} options.pieces - Each short: see sentences.js.
 * @param {(index: number) => void} options.onPiece - Called when a piece begins.
 * @param {() => void} options.onPause - Called after a pause, wanted or not.
 * @param {() => void} options.onEnd - Called after the last piece, and after `stop`.
 */
export function createSpeech({ synth, voice, pieces, onPiece, onPause, onEnd }) {
  let index = 0;
  let isSlow = false;
  let isSpeaking = false;
  // Held here, since Chromium forgets an utterance that nothing holds, and with it its end.
  /** @type {SpeechSynthesisUtterance | null} */
  let current = null;
  /** @type {number | undefined} */
  let restart;

  const hush = () => {
    clearTimeout(restart);
    isSpeaking = false;
    current = null;
    if (synth.speaking || synth.pending) synth.cancel();
  };
  const speak = () => {
    isSpeaking = true;
    const utterance = new SpeechSynthesisUtterance(pieces[index]);
    current = utterance;
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = isSlow ? SLOW : 1;
    // What was cancelled also ends, later.
    utterance.onend = () => current === utterance && next();
    utterance.onerror = () => current === utterance && speech.pause();
    onPiece(index);
    synth.speak(utterance);
  };
  const next = () => {
    index += 1;
    if (index < pieces.length) speak();
    else speech.stop();
  };

  const speech = {
    get isSpeaking() {
      return isSpeaking;
    },
    /** Begin, or go on with the piece that a pause cut off. */
    play: speak,
    pause() {
      hush();
      onPause();
    },
    stop() {
      hush();
      index = 0;
      onEnd();
    },
    /** @param {boolean} slow - From the piece being spoken, which begins anew. */
    setSlow(slow) {
      isSlow = slow;
      if (!isSpeaking) return;
      hush();
      isSpeaking = true;
      restart = setTimeout(speak, AFTER_CANCEL_MS);
    },
  };
  return speech;
}
