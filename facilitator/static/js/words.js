// The forms people write in: a draft on this phone while they type, into the outbox when they press the button, and in words how it stands.
// "Saved" is said only after the laptop said so.
(() => {
  const { participant } = document.body.dataset;
  if (!participant) return;
  const EVERY = 300, CHOOSE = "Not saved. Please choose above which words are to stand.";
  const time = () => new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  const forms = () => [...document.querySelectorAll("form[data-words]")];
  const fields = (form) => [...form.querySelectorAll("textarea, input:not([type=hidden]), select")];
  const ticked = (field) => field.type === "radio" || field.type === "checkbox";
  const say = (form, words) => { const place = form.querySelector("[data-save-state]") ?? document.getElementById("sent"); if (place) place.textContent = words; };
  const name = (form) => ["draft", participant, form.elements.stage?.value ?? "", form.elements.episode?.value ?? "", form.dataset.words].join("/");
  const hasClosed = () => Boolean(document.querySelector("[data-closed]"));

  // What stands in a form, by name: a text, or the list of what is ticked.
  const values = (form) => fields(form).reduce((found, field) => {
    if (!ticked(field)) found[field.name] = field.value;
    else if (field.checked) (found[field.name] ??= []).push(field.value);
    return found;
  }, {});
  const fill = (form, given) => fields(form).forEach((field) => {
    const kept = given[field.name];
    if (ticked(field)) field.checked = (kept ?? []).includes(field.value);
    else if (kept !== undefined) field.value = besides(kept, field);
  });
  // Somebody may type before the draft is back: then it stands before what they typed, and neither is lost.
  const besides = (kept, field) => {
    const typed = field.options || field.value === field.defaultValue ? "" : field.value;
    return kept.startsWith(typed) ? kept : `${kept}\n${typed}`;
  };
  const unsent = (form) => fields(form).some((field) => {
    if (field.options) return field.selectedIndex !== Math.max(0, [...field.options].findIndex((one) => one.defaultSelected));
    return ticked(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
  });

  const keepDraft = async (form) => {
    clearTimeout(form.draftTimer);
    form.draftTimer = null;
    if (hasClosed() || !form.isConnected || form.dataset.sent) return;
    if (!unsent(form)) { await kept.write({ [name(form)]: null }); say(form, ""); return; }
    const key = form.elements.key.value, could = await kept.write({ [name(form)]: { key, values: values(form) } });
    // Sent while the phone was still writing: then it is in the outbox, and no draft any more.
    if (form.dataset.sent) { kept.write({ [name(form)]: null }); return; }
    say(form, could ? "Draft on this phone" : "Not sent yet. This phone cannot keep a draft: please send it soon.");
  };

  const backToDraft = async (form, item) => { await kept.write({ [name(form)]: { key: item.key, values: item.values } }); await outbox.drop(item); };
  const bringBack = async (form) => {
    const [draft, waiting] = [await kept.get(name(form)), (await outbox.items()).filter((item) => item.name === name(form))];
    const item = waiting[waiting.length - 1];
    // What was typed before this ran has not been heard of. What waits is shown apart from what somebody types now.
    if (!draft && unsent(form) && !form.dataset.begun) return typing(form);
    if (!draft && (!item || form.dataset.begun)) return;
    fill(form, (draft ?? item).values);
    form.elements.key.value = (draft ?? item).key;
    form.dataset.begun = "yes";
    if (draft) say(form, "Draft on this phone");
    else if (item.state === "refused") { say(form, `Not saved: ${item.sentence} Your words are still here.`); await backToDraft(form, item); }
    else { form.dataset.sent = item.key; say(form, item.state === "waiting" ? "Not sent, will keep trying" : CHOOSE); }
    document.dispatchEvent(new Event("outbox:changed"));
  };

  const typing = (form) => {
    // A draft that starts, also one that starts while the words before it are on their way, has a key of its own.
    if (!form.dataset.begun || form.dataset.sent) form.elements.key.value = outbox.newKey();
    form.dataset.begun = "yes";
    delete form.dataset.sent;
    form.draftTimer ??= setTimeout(() => keepDraft(form), EVERY);
  };
  const begin = (form) => {
    if (form.keeping) return;
    form.keeping = true;
    // The browser's own memory of a page would bring back words that were wiped.
    form.autocomplete = "off";
    bringBack(form);
    form.addEventListener("input", () => typing(form));
    form.addEventListener("submit", (event) => { event.preventDefault(); send(form); });
  };
  const keepAll = () => forms().forEach((form) => { if (form.keeping && form.dataset.begun && unsent(form)) keepDraft(form); });

  let typedAt = 0;
  document.addEventListener("input", () => { typedAt = performance.now(); });
  const pressed = {};
  const send = (form) => {
    if (form.dataset.sent) { outbox.run(); return; }
    const key = form.dataset.begun ? form.elements.key.value : outbox.newKey(), given = values(form);
    form.elements.key.value = form.dataset.sent = key;
    form.dataset.begun = "yes";
    clearTimeout(form.draftTimer);
    form.draftTimer = null;
    say(form, "Sending…");
    document.getElementById("refusal")?.replaceChildren();
    push(form, { key, values: given, name: name(form) }, [name(form)]);
  };
  const push = (form, more, drop) => {
    pressed[more.key] = performance.now();
    const inputs = [...new FormData(form)].filter(([field]) => field !== "csrf_token");
    const label = fields(form).filter((field) => field.matches(".words")).map((field) => field.value.trim()).filter(Boolean).join("\n");
    return outbox.add({ action: form.action, fields: inputs, label, ...more }, drop);
  };
  // An answer without words: the same way, so that it waits its turn and is not lost either.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("form[data-act]")) return;
    event.preventDefault();
    if (form.dataset.sent) { outbox.run(); return; }
    form.dataset.sent = outbox.newKey();
    push(form, { key: form.dataset.sent, label: form.querySelector("button").textContent.trim() });
  });

  // How it stands, in words.
  const formOf = (item) => [...document.querySelectorAll("form[data-sent]")].find((form) => form.dataset.sent === item.key);
  const on = (what, does) => document.addEventListener(`outbox:${what}`, ({ detail }) => does(detail));
  on("sending", (item) => { const form = formOf(item); if (form) say(form, "Sending…"); });
  // What stands behind it in the outbox waits as well.
  on("later", ({ why }) => document.querySelectorAll("form[data-sent]").forEach((form) => say(form, why ? `Not sent: ${why} Your words are still on this phone.` : "Not sent, will keep trying")));
  on("refused", async (item) => {
    const form = formOf(item), refusal = document.getElementById("refusal");
    if (!form) return;
    // Other words were saved under the same key before: both stay, and waiting.js shows them side by side.
    if (item.state === "twice") { say(form, CHOOSE); return; }
    delete form.dataset.sent;
    refusal?.append(Object.assign(document.createElement("p"), { className: "notice notice-danger", textContent: item.sentence }));
    refusal?.scrollIntoView({ block: "nearest" });
    say(form, form.dataset.words ? "Not saved. Your words are still here." : "");
    if (form.dataset.words) await backToDraft(form, item); else await outbox.drop(item);
  });

  on("saved", async ({ item, html }) => {
    const form = formOf(item), stage = document.getElementById("stage"), place = html.match(/data-place="([^"]*)"/)?.[1] ?? "";
    const words = `Saved ${time()}.${item.values && isLate(item, place) ? " It came after the group had moved on, so it waits for the facilitator." : ""}`;
    const sent = document.getElementById("sent");
    if (sent) sent.textContent = words;
    const others = (await outbox.items()).some((one) => one.state === "waiting");
    const typedSince = typedAt > (pressed[item.key] ?? 0);
    if (typedSince) forms().filter((one) => one.dataset.begun && !one.dataset.sent && unsent(one)).forEach((one) => say(one, `${words} What you typed since is a draft on this phone.`));
    const later = html.match(/data-later="(\d+)"/)?.[1];
    if (later && form) done(form, words);
    if (stage && place && !typedSince && !others && (form || !stage.contains(document.activeElement))) return later ? drawLater(stage, Number(later)) : draw(stage, html);
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
  // Saved while somebody went on elsewhere: the form stays as it is, and what stands in it is no draft.
  const done = (form, words) => {
    fields(form).forEach((field) => { if (ticked(field)) field.defaultChecked = field.checked; else field.defaultValue = field.value; });
    delete form.dataset.sent;
    delete form.dataset.begun;
    say(form, words);
  };
  // The words are kept, and the stage is drawn anew after that: at once, or where very many save together when those who still
  // wait have had their turn. Tried until it is drawn, by this or by whatever else draws it, or until somebody types again.
  const drawLater = async (stage, later) => {
    const drawn = stage.firstElementChild;
    for (let wait = Math.random() * later; ; wait = Math.min(2 * wait + 1000, 15000)) {
      await new Promise((go) => setTimeout(go, wait));
      if (stage.firstElementChild !== drawn || forms().some((one) => one.dataset.begun && unsent(one))) return;
      const html = await stageOf(stage);
      // Somebody may have typed while it was on its way.
      if (html && !forms().some((one) => one.dataset.begun && unsent(one))) return draw(stage, html);
    }
  };
  const stageOf = async (stage) => {
    try {
      const answer = await fetch(stage.dataset.href, { headers: { "HX-Request": "true" }, signal: AbortSignal.timeout?.(8000) });
      return answer.ok ? await answer.text() : "";
    } catch { return ""; }
  };
  const draw = async (stage, html) => {
    // A stage may hold several forms: what stands unsent in the others is a draft before the stage is drawn again.
    await Promise.all(forms().filter((form) => form.dataset.begun && !form.dataset.sent && unsent(form)).map(keepDraft));
    stage.innerHTML = html;
    window.htmx?.process(stage);
    lookAround();
    document.body.dispatchEvent(new Event("words-saved", { bubbles: true }));
  };

  document.addEventListener("kept:refused", () => {
    const place = document.getElementById("cannot-keep");
    if (place) place.hidden = !kept.refused;
  });
  document.addEventListener("htmx:beforeSwap", keepAll);
  document.addEventListener("visibilitychange", () => { if (document.hidden) keepAll(); });
  addEventListener("pagehide", keepAll);

  // The workshop has closed: what waits is sent, and no draft stays on this phone.
  const atClose = () => {
    if (!hasClosed()) return;
    kept.wipe(participant, "draft/");
    kept.wipe(participant, "back/");
    forms().filter((form) => form.dataset.begun && !form.dataset.sent).forEach((form) => say(form, "Not sent, and not kept on this phone"));
  };
  document.body.addEventListener("stage-changed", atClose);

  const lookAround = () => { forms().forEach(begin); atClose(); };
  document.addEventListener("htmx:afterSettle", lookAround);
  if (kept.refused) document.dispatchEvent(new Event("kept:refused"));
  lookAround();
})();
