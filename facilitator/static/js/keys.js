// A key for every act: pressing it is pressing the button that shows it. "?" lists them.
(() => {
  const typing = (place) => place.closest("input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable], dialog");
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "?") return document.getElementById("keys")?.showModal();
    const button = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (button) { event.preventDefault(); button.click(); }
  });
  // What was unfolded stays unfolded when its region is drawn again.
  const open = new Set();
  document.addEventListener("toggle", ({ target }) => {
    if (target.matches?.("[data-keep-open]")) open[target.open ? "add" : "delete"](target.id);
  }, true);
  document.addEventListener("htmx:afterSettle", () => open.forEach((id) => { const one = document.getElementById(id); if (one) one.open = true; }));
})();
