// The list of a page's sections beside the text, which only wide screens have: shows where the
// reader is.

const ACTIVE = "md-nav__link--active";
const PASSED = "md-nav__link--passed";

/** @param {HTMLElement} list - `.md-sidebar--secondary` */
export function start(list) {
  const links = /** @type {HTMLAnchorElement[]} */ ([...list.querySelectorAll('a[href^="#"]')]);
  const headings = links.map(({ hash }) => document.getElementById(decodeURIComponent(hash.slice(1))));
  if (links.length === 0 || headings.includes(null)) return;

  const show = () => {
    isAsked = false;
    // Links scroll a heading to a place above this line.
    const line = innerHeight / 3;
    const passed = headings.filter((heading) => /** @type {HTMLElement} */ (heading).getBoundingClientRect().top <= line).length;
    links.forEach((link, index) => {
      link.classList.toggle(PASSED, index < passed);
      link.classList.toggle(ACTIVE, index === passed - 1);
    });
  };
  let isAsked = false;
  const ask = () => {
    if (!isAsked) requestAnimationFrame(show);
    isAsked = true;
  };
  addEventListener("scroll", ask, { passive: true });
  addEventListener("resize", ask, { passive: true });
  ask();
}
