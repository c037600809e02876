// The reader's own words in the hours after: what they planned for tonight, and a note to write on.
//
//   <div data-my-note></div> on a page with the plan's data

import { sayNotKept } from "../kept/not-kept.js";
import { notes, onNotesChange, saveNotes, TONIGHT } from "../kept/notes.js";
import { element } from "../page/elements.js";
import { text } from "../page/strings.js";
import { word } from "../plan/data.js";

/** @param {HTMLElement} place */
export function start(place) {
  const tonight = element("dl", "guide-note__tonight");
  const field = element("textarea", "guide-note__field");
  field.rows = 4;
  const label = element("label", "guide-note__label", text("my_note"), field);
  place.append(tonight, label, element("p", "guide-note__kept", text("my_note_kept")));

  field.addEventListener("input", () => {
    if (!saveNotes({ mine: field.value })) sayNotKept(place);
  });
  const show = () => {
    const kept = notes();
    tonight.replaceChildren(...TONIGHT.filter((name) => kept.tonight[name]).flatMap((name) => [
      element("dt", "guide-note__name", word(`note_${name}`)),
      element("dd", "guide-note__words", kept.tonight[name]),
    ]));
    tonight.hidden = tonight.childElementCount === 0;
    // Not while it is written on: the cursor would jump to the end.
    if (field.value !== kept.mine) field.value = kept.mine;
  };
  onNotesChange(show);
  show();
}
