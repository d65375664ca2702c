// What somebody gives: into the outbox when they press the button, and in words how it stands.
// "Saved" is said only after the laptop said so.
(() => {
  const { participant } = document.body.dataset;
  if (!participant) return;
  const { forms, fields, ticked, say, isBegun } = drafts;
  const time = () => new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

  let typedAt = 0;
  document.addEventListener("input", () => { typedAt = performance.now(); });
  const pressed = {};
  const push = (item, drop) => { pressed[item.key] = performance.now(); return outbox.add(item, drop); };
  const send = (form) => {
    if (form.dataset.sent) { outbox.run(); return; }
    // Pressed once more before the stage is drawn anew, it is the same thing once more, and is kept once.
    if (!form.dataset.begun && !form.dataset.saved) form.elements.key.value = outbox.newKey();
    form.dataset.sent = form.elements.key.value;
    form.dataset.begun = "yes";
    clearTimeout(form.draftTimer);
    form.draftTimer = form.standing = null;
    say(form, "Sending…");
    document.getElementById("refusal")?.replaceChildren();
    const item = drafts.asItem(form);
    push(item, [drafts.placeOf(item)]);
  };
  // An answer without words: the same way, so that it waits its turn and is not lost either.
  const act = (form) => {
    if (form.dataset.sent) { outbox.run(); return; }
    const key = form.dataset.sent = outbox.newKey(), { action, fields: given } = drafts.asItem(form);
    push({ key, action, fields: given, label: form.querySelector("button").textContent.trim() });
  };
  document.addEventListener("submit", (event) => {
    const form = event.target, does = form.matches("form[data-words]") ? send : form.matches("form[data-act]") ? act : null;
    if (!does) return;
    event.preventDefault();
    does(form);
  });

  // How it stands, in words.
  const formOf = (key) => [...document.querySelectorAll("form[data-sent]")].find((form) => form.dataset.sent === key);
  const on = (what, does) => document.addEventListener(`outbox:${what}`, ({ detail }) => does(detail));
  on("sending", ({ key }) => { const form = formOf(key); if (form) say(form, "Sending…"); });
  // What stands behind it in the outbox waits as well.
  on("later", ({ why }) => document.querySelectorAll("form[data-sent]").forEach((form) => say(form, why ? `Not sent: ${why} Your words are still on this phone.` : "Not sent, will keep trying")));
  on("refused", async (item) => {
    const form = formOf(item.key), refusal = document.getElementById("refusal");
    if (!form) return;
    // Other words were saved under the same key before: both stay, and waiting.js shows them side by side.
    if (item.state === "twice") { say(form, drafts.CHOOSE); return; }
    delete form.dataset.sent;
    refusal?.append(Object.assign(document.createElement("p"), { className: "notice notice-danger", textContent: item.sentence }));
    refusal?.scrollIntoView({ block: "nearest" });
    drafts.stand(form, form.dataset.words ? "Not saved. Your words are still here." : "");
    if (form.dataset.words) await drafts.backTo(item); else await outbox.drop(item);
  });
  // Another page of this phone has sent what was written here, or was told that it is not taken.
  on("gone", ({ key, saved }) => {
    const form = formOf(key), stage = document.getElementById("stage");
    if (!form) return;
    if (!saved) { delete form.dataset.sent; drafts.stand(form, "Not saved. Your words are still here."); return; }
    const words = `Saved ${time()}.`, sent = document.getElementById("sent");
    if (sent) sent.textContent = words;
    done(form, sent ? "" : words);
    if (stage) drawLater(stage, 0);
  });

  on("saved", async ({ item, html }) => {
    const form = formOf(item.key), stage = document.getElementById("stage"), place = html.match(/data-place="([^"]*)"/)?.[1] ?? "";
    const words = `Saved ${time()}.${item.values && isLate(item, place) ? lateWords(item) : ""}`;
    const sent = document.getElementById("sent");
    if (sent) sent.textContent = words;
    const others = (await outbox.items()).some((one) => one.state === "waiting");
    const typedSince = typedAt > (pressed[item.key] ?? 0);
    if (typedSince) forms().filter(isBegun).forEach((one) => drafts.stand(one, `${words} What you typed since is a draft on this phone.`));
    const later = html.match(/data-later="(\d+)"/)?.[1];
    const draws = stage && place && !typedSince && !others && (form || !stage.contains(document.activeElement));
    if (draws && later && form) done(form, "");
    if (draws) return later ? drawLater(stage, Number(later)) : draw(stage, html);
    handOver(html);
    if (form && !stage && !typedSince && !others) return location.reload();
    if (form) done(form, words);
  });
  // The code of words without an author comes only with this answer, so it is shown even where nothing else is drawn.
  const handOver = (html) => {
    const codes = new DOMParser().parseFromString(html, "text/html").querySelectorAll("[data-words-code]");
    (document.getElementById("sent") ?? document.getElementById("waiting"))?.after(...codes);
    if (codes.length) document.dispatchEvent(new Event("words-saved"));
  };
  const isLate = (item, place) => {
    const stage = item.fields.find(([field]) => field === "stage")?.[1], episode = item.fields.find(([field]) => field === "episode")?.[1] || "0";
    return Boolean(stage) && (!place.startsWith(`${stage}/${episode}/`) || place.split("/")[3] === "0");
  };
  const lateWords = (item) => {
    // A choice is asked only while the group is at it; words are kept whenever they come.
    return item.fields.some(([field, given]) => field === "answer" && given) ? " It came after the group had moved on: your words wait for the facilitator, and what you chose is no longer asked."
      : " It came after the group had moved on, so it waits for the facilitator.";
  };
  // Saved while somebody went on elsewhere, or before the stage is drawn anew: what stands in the form is no draft.
  const done = (form, words) => {
    fields(form).forEach((field) => { if (ticked(field)) field.defaultChecked = field.checked; else field.defaultValue = field.value; });
    delete form.dataset.sent;
    delete form.dataset.begun;
    form.dataset.saved = "yes";
    say(form, words);
  };

  // The words are kept, and the stage is drawn anew after that: at once, or where very many save together when those who still
  // wait have had their turn. Tried until it is drawn, by this or by whatever else draws it, or until somebody types again.
  const drawLater = async (stage, later) => {
    const drawn = stage.firstElementChild, since = performance.now(), isOver = () => stage.firstElementChild !== drawn || typedAt > since;
    for (let wait = Math.random() * later; ; wait = Math.min(2 * wait + 1000, 15000)) {
      await new Promise((go) => setTimeout(go, wait));
      const html = isOver() ? "" : await stageOf(stage);
      if (isOver()) return;
      if (html) return draw(stage, html);
    }
  };
  const stageOf = async (stage) => {
    try {
      const answer = await fetch(stage.dataset.href, { headers: { "HX-Request": "true" }, signal: AbortSignal.timeout?.(8000) });
      return answer.ok ? await answer.text() : "";
    } catch { return ""; }
  };
  const asked = (stage) => [...stage.querySelectorAll("form[data-words]")].map(drafts.name).join();
  const draw = async (stage, html) => {
    // A stage may hold several forms: what stands unsent in the others is a draft before the stage is drawn again.
    await drafts.keepBegun();
    const before = asked(stage);
    stage.innerHTML = html;
    document.getElementById("refusal")?.replaceChildren();
    window.htmx?.process(stage);
    drafts.lookAround();
    // Another question begins at its top.
    if (asked(stage) !== before && stage.getBoundingClientRect().top < 0) document.getElementById("sent").scrollIntoView();
    document.body.dispatchEvent(new Event("words-saved", { bubbles: true }));
  };
})();
