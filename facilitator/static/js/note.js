// The facilitator's note saves itself a moment after the last key, and says so.
(() => {
  const form = document.querySelector("form[data-note]");
  if (!form) return;
  const field = form.querySelector("textarea"), state = form.querySelector("[data-save-state]");
  let timer;
  const save = async () => {
    const sent = field.value;
    state.textContent = "Saving…";
    try {
      const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { "HX-Request": "true" } });
      if (field.value === sent) state.textContent = answer.ok ? "Kept" : "Not kept. Please make it shorter or sign in again.";
    } catch {
      state.textContent = "Not kept yet, will try again";
      timer = setTimeout(save, 4000);
    }
  };
  field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(save, 800); });
  form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(timer); save(); });
})();
