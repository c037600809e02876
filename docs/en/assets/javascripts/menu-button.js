// Opens and closes the theme's menu from a real button, which a keyboard and a screen reader can use.
//
//   <button data-opens="__drawer" aria-expanded="false">

/** @param {HTMLButtonElement} button */
export function start(button) {
  const toggle = document.getElementById(button.dataset.opens);
  const show = () => button.setAttribute("aria-expanded", String(toggle.checked));

  // A click, since the theme listens for the change that only a click makes.
  button.addEventListener("click", () => toggle.click());
  toggle.addEventListener("change", show);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !toggle.checked) return;
    toggle.click();
    button.focus();
  });
  show();
}
