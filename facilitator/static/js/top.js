// On the console a new step begins at its top: where somebody had scrolled to belongs to the step before.
(() => {
  const step = () => document.querySelector("#console-stage header")?.textContent.trim();
  let before = step();
  document.addEventListener("htmx:afterSettle", () => {
    if (step() === before) return;
    before = step();
    document.querySelector(".scrolled")?.scrollTo(0, 0);
  });
})();
