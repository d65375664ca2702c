// At the desk: the margin shows the evidence of the paragraph in focus, and unsaved words are not left behind by accident.
(() => {
  const follow = ({ target }) => {
    const paragraph = target.closest?.("[data-paragraph]");
    if (!paragraph) return;
    document.querySelector("[data-paragraph][aria-current]")?.removeAttribute("aria-current");
    paragraph.setAttribute("aria-current", "true");
    document.querySelectorAll("[data-evidence-of]").forEach((one) => { one.hidden = one.dataset.evidenceOf !== paragraph.dataset.paragraph; });
  };
  document.addEventListener("focusin", follow);
  document.addEventListener("click", follow);

  const unsaved = () => [...document.querySelectorAll("textarea")].some((field) => field.value !== field.defaultValue);
  let saving = false;
  document.addEventListener("submit", () => { saving = true; setTimeout(() => { saving = false; }, 1000); });
  addEventListener("beforeunload", (event) => { if (unsaved() && !saving) event.preventDefault(); });

  // Evidence or paper beside the text: what was chosen last stays chosen on the next page of this window.
  const choices = [...document.querySelectorAll("[name=beside]")];
  choices.forEach((one) => {
    if (one.value === sessionStorage.getItem("beside")) one.checked = true;
    one.addEventListener("change", () => sessionStorage.setItem("beside", one.value));
  });
})();
