// Speaks pieces of text one after the other, and can wait, go on and slow down. No page in sight.
//
// A pause cancels and remembers its place: `speechSynthesis.pause()` ends the reading for good on
// Android, and a piece begun anew is short.

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
export function createReader({ synth, voice, pieces, onPiece, onPause, onEnd }) {
  let index = 0;
  let isSlow = false;
  let isSpeaking = false;
  // Held here, since Chromium forgets an utterance that nothing holds, and with it its end.
  let current = null;

  const hush = () => {
    isSpeaking = false;
    current = null;
    synth.cancel();
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
    utterance.onerror = () => current === utterance && reader.pause();
    onPiece(index);
    synth.speak(utterance);
  };
  const next = () => {
    index += 1;
    if (index < pieces.length) speak();
    else reader.stop();
  };

  const reader = {
    get isSpeaking() {
      return isSpeaking;
    },
    /** Begin, or go on with the piece that a pause cut off. */
    play() {
      // Speech of an earlier page can be left in the queue.
      hush();
      speak();
    },
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
      if (isSpeaking) reader.play();
    },
  };
  return reader;
}
