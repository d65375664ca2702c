// Sends what people write and never loses it: a draft on this phone, one key for each thing said, and tries until the server has it.
// It says in words how it stands, and "Saved" only after the server said so.
(() => {
  const WAITS = [1, 2, 4, 8, 15];
  const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const pause = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000 * (0.8 + 0.4 * Math.random())));
  const time = () => new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  const fields = (form) => [...form.querySelectorAll("textarea, input:not([type=hidden]), select")];
  const say = (form, words) => { const place = form.querySelector("[data-save-state]"); if (place) place.textContent = words; };

  // Drafts: unsent words only, for this participant, on this phone.
  const name = (form) => ["draft", document.body.dataset.participant, form.elements.stage?.value, form.elements.episode?.value, form.dataset.words].join("/");
  const ticked = (field) => field.type === "radio" || field.type === "checkbox";
  // What stands in a form, by name: a text, or the list of what is ticked.
  const values = (form) => fields(form).reduce((found, field) => {
    if (!ticked(field)) found[field.name] = field.value;
    else if (field.checked) (found[field.name] ??= []).push(field.value);
    return found;
  }, {});
  const keepDraft = (form) => {
    try { localStorage.setItem(name(form), JSON.stringify({ key: form.elements.key.value, at: Date.now(), values: values(form) })); return true; }
    catch { return false; }
  };
  const dropDraft = (form) => { try { localStorage.removeItem(name(form)); } catch { /* nothing was kept */ } };
  const bringBack = (form) => {
    let draft;
    try { draft = JSON.parse(localStorage.getItem(name(form))); } catch { return; }
    if (!draft || Date.now() - draft.at > 12 * 3600 * 1000) return dropDraft(form);
    form.elements.key.value = draft.key;
    fields(form).forEach((field) => {
      const kept = draft.values[field.name];
      if (ticked(field)) field.checked = (kept ?? []).includes(field.value);
      else if (kept !== undefined) field.value = kept;
    });
    say(form, "Draft on this phone");
  };

  const begin = (form) => {
    if (form.keeping) return;
    form.keeping = true;
    form.elements.key.value = newKey();
    bringBack(form);
    form.addEventListener("input", () => {
      say(form, "Draft on this phone");
      clearTimeout(form.draftTimer);
      form.draftTimer = setTimeout(() => { if (!keepDraft(form)) say(form, "Not sent yet. This phone cannot keep a draft: please send it soon."); }, 300);
    });
    document.addEventListener("visibilitychange", () => { if (document.hidden && form.isConnected && unsent(form)) keepDraft(form); });
    form.addEventListener("submit", (event) => { event.preventDefault(); send(form); });
  };
  const unsent = (form) => fields(form).some((field) => ticked(field) ? field.checked !== field.defaultChecked
    : field.value !== (field.defaultValue ?? ""));

  const send = async (form) => {
    if (form.sending) return;
    form.sending = true;
    const given = JSON.stringify(values(form)), body = new FormData(form);
    keepDraft(form);
    for (let attempt = 0; form.isConnected; attempt++) {
      say(form, "Sending…");
      const answer = await post(form.action, body);
      if (answer && answer.status < 500) { form.sending = false; return received(form, answer, given); }
      say(form, "Not sent, will keep trying");
      await Promise.race([pause(WAITS[Math.min(attempt, WAITS.length - 1)]), backInTouch()]);
    }
  };
  const post = async (address, body) => {
    const stop = new AbortController(), timer = setTimeout(() => stop.abort(), 10000);
    try {
      const answer = await fetch(address, { method: "POST", body, headers: { "HX-Request": "true" }, signal: stop.signal });
      return { status: answer.status, html: await answer.text() };
    } catch { return null; } finally { clearTimeout(timer); }
  };
  const backInTouch = () => new Promise((done) => {
    addEventListener("online", done, { once: true });
    window.room?.socket.once("connect", done);
    document.addEventListener("visibilitychange", done, { once: true });
  });

  const received = (form, { status, html }, given) => {
    const refusal = document.getElementById("refusal");
    if (status >= 400) {
      refusal.innerHTML = html;
      say(form, "Not saved. Your words are still here.");
      if (status === 409) form.elements.key.value = newKey();
      refusal.scrollIntoView({ block: "nearest" });
      return;
    }
    refusal.textContent = "";
    // A draft that was about to be kept would come back as if it had never been sent.
    clearTimeout(form.draftTimer);
    dropDraft(form);
    document.getElementById("status").textContent = `Saved ${time()}`;
    if (JSON.stringify(values(form)) !== given) {
      // Somebody went on typing while the answer was on its way: that text stays, under a key of its own.
      form.elements.key.value = newKey();
      keepDraft(form);
      say(form, `Saved ${time()}. What you typed since is a draft on this phone.`);
      return;
    }
    const stage = document.getElementById("stage");
    keepOthers(form);
    stage.innerHTML = html;
    window.htmx?.process(stage);
    lookAround();
    const state = stage.querySelector("[data-save-state]");
    if (state && !state.textContent) state.textContent = `Saved ${time()}`;
    document.body.dispatchEvent(new Event("words-saved"));
  };

  // A stage may hold several forms: what stands unsent in the others is a draft before the stage is drawn again.
  const keepOthers = (form) => document.querySelectorAll("form[data-words]").forEach((other) => {
    if (other !== form && other.keeping && unsent(other)) keepDraft(other);
  });
  document.addEventListener("htmx:beforeSwap", () => keepOthers(null));

  const lookAround = () => document.querySelectorAll("form[data-words]").forEach(begin);
  document.addEventListener("DOMContentLoaded", lookAround);
  document.addEventListener("htmx:afterSettle", lookAround);
  if (document.readyState !== "loading") lookAround();
})();
