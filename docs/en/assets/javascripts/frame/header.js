// What the header shows of the page below it: a shadow once the page is scrolled, and the page's title
// in place of the guide's once its heading is out of sight.

/** @param {HTMLElement} title */
export function start(title) {
  const header = /** @type {HTMLElement} */ (title.closest(".md-header"));
  const shade = () => header.classList.toggle("md-header--shadow", scrollY > 0);
  addEventListener("scroll", shade, { passive: true });
  shade();

  const heading = document.querySelector("article h1");
  if (!heading) return;
  /** @param {IntersectionObserverEntry[]} entries - One, of the heading. */
  const show = ([{ isIntersecting, boundingClientRect }]) => {
    const isAbove = !isIntersecting && boundingClientRect.top < innerHeight / 2;
    title.classList.toggle("md-header__title--active", isAbove);
  };
  const rootMargin = `-${header.offsetHeight}px 0px 0px 0px`;
  new IntersectionObserver(show, { rootMargin }).observe(heading);
}
