// A key for every act: pressing it is pressing the button that shows it. "?" lists them.
(() => {
  const typing = (place) => place.closest("input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable], dialog");
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "?") return document.getElementById("keys")?.showModal();
    const button = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (button) { event.preventDefault(); button.click(); }
  });
  // News never takes a button from under the finger that is pressing it: it is drawn once the finger is up, or after a second.
  let pressing = 0, missed = false;
  const letGo = () => {
    clearTimeout(pressing);
    pressing = 0;
    if (missed) { missed = false; htmx.trigger(document.body, "caught-up"); }
  };
  addEventListener("pointerdown", () => { clearTimeout(pressing); pressing = setTimeout(letGo, 1000); }, true);
  // The click comes after this.
  ["pointerup", "pointercancel"].forEach((name) => addEventListener(name, () => setTimeout(letGo), true));
  // What somebody asked for themselves comes at once; what follows the news is fetched again.
  const follows = (one) => one?.getAttribute("hx-trigger")?.includes("caught-up");
  document.addEventListener("htmx:beforeSwap", ({ detail }) => {
    if (pressing && detail.shouldSwap && follows(detail.requestConfig?.elt)) { detail.shouldSwap = false; missed = true; }
  });
})();
