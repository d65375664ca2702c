// What somebody unfolded stays so as long as the same is asked of them, however often news draws their page anew.
(() => {
  const unfolded = new Set(), named = (one) => one.id || one.querySelector("summary").textContent.trim();
  // A phone's next step or question begins folded: a button that takes everything away must not lie open there again.
  const asked = () => {
    const place = document.querySelector("#stage [data-place]")?.dataset.place.split("/").slice(0, 2) ?? [];
    return [...place, ...[...document.querySelectorAll("form[data-words]")].map((form) => form.dataset.words)].join();
  };
  let before = asked();
  document.addEventListener("click", ({ target }) => {
    const one = target.closest("summary")?.parentElement;
    if (one) unfolded[one.open ? "delete" : "add"](named(one));
  }, true);
  new MutationObserver(() => {
    if (asked() !== before) { before = asked(); unfolded.clear(); }
    document.querySelectorAll("details:not([open])").forEach((one) => { if (unfolded.has(named(one))) one.open = true; });
  }).observe(document.body, { childList: true, subtree: true, attributeFilter: ["open"] });
})();
