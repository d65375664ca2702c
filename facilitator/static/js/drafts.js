// What somebody is writing: a draft on this phone from the first letters on, under a key of its own, until it is sent.
(() => {
  const { participant } = document.body.dataset;
  if (!participant) return;
  const EVERY = 300;
  const forms = () => [...document.querySelectorAll("form[data-words]")];
  const fields = (form) => [...form.querySelectorAll("textarea, input:not([type=hidden]), select")];
  const ticked = (field) => field.type === "radio" || field.type === "checkbox";
  const say = (form, words) => { const place = form.querySelector("[data-save-state]") ?? document.getElementById("sent"); if (place) place.textContent = words; };
  // Said of a form until what stands in it is sent, however often its draft is kept.
  const stand = (form, words) => { form.standing = words; say(form, words); };
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
  // Somebody has begun to write here, and has not sent it.
  const isBegun = (form) => Boolean(form.dataset.begun) && !form.dataset.sent && unsent(form);

  // A form as it goes into the outbox, and as its draft is kept: what can be sent without the form.
  const asItem = (form) => ({
    key: form.elements.key?.value, action: form.action, name: name(form), values: values(form),
    fields: [...new FormData(form)].filter(([field]) => field !== "csrf_token"),
    label: fields(form).filter((field) => field.matches(".words")).map((field) => field.value.trim()).filter(Boolean).join("\n"),
  });
  const placeOf = (item) => `${item.name}/${item.key}`;

  const keep = async (form) => {
    clearTimeout(form.draftTimer);
    form.draftTimer = null;
    if (hasClosed() || !form.isConnected || form.dataset.sent) return;
    await partFromOther(form);
    if (form.dataset.sent) return;
    const item = asItem(form);
    if (!unsent(form)) { await kept.write({ [placeOf(item)]: null }); say(form, ""); return; }
    form.keptAs = JSON.stringify(item.values);
    const could = await kept.write({ [placeOf(item)]: item });
    // Sent while the phone was still writing: then it is in the outbox, and no draft any more.
    if (form.dataset.sent) { kept.write({ [placeOf(item)]: null }); return; }
    say(form, could ? form.standing ?? "Draft on this phone" : "Not sent yet. This phone cannot keep a draft: please send it soon.");
  };
  // Another page of this phone went on with the same draft: from here on they are two, and neither is lost.
  const partFromOther = async (form) => {
    const was = form.keptAs, item = asItem(form), before = was && await kept.get(placeOf(item));
    if (before && JSON.stringify(before.values) !== was && form.elements.key.value === item.key) form.elements.key.value = outbox.newKey();
  };
  const keepBegun = () => Promise.all(forms().filter((form) => form.keeping && isBegun(form)).map(keep));

  const backTo = async (item) => {
    const { id, state, sentence, saved, tokenAnew, ...draft } = item;
    await kept.write({ [placeOf(item)]: draft });
    await outbox.drop(item);
  };
  const bringBack = async (form) => {
    const newest = (await kept.all(`${name(form)}/`)).map(([, draft]) => draft).sort((one, other) => other.at - one.at)[0];
    const waiting = (await outbox.items()).filter((item) => item.name === name(form)), item = waiting[waiting.length - 1];
    // What was typed before this ran has not been heard of. What waits is shown apart from what somebody types now.
    if (!newest && unsent(form) && !form.dataset.begun) return typing(form);
    if (!newest && (!item || form.dataset.begun)) return;
    fill(form, (newest ?? item).values);
    form.elements.key.value = (newest ?? item).key;
    form.dataset.begun = "yes";
    form.keptAs = JSON.stringify((newest ?? item).values);
    if (newest) say(form, "Draft on this phone");
    else if (item.state === "refused") { say(form, `Not saved: ${item.sentence} Your words are still here.`); await backTo(item); }
    else { form.dataset.sent = item.key; say(form, item.state === "waiting" ? "Not sent, will keep trying" : drafts.CHOOSE); }
    document.dispatchEvent(new Event("outbox:changed"));
  };

  const typing = (form) => {
    // A draft that starts, also one that starts while the words before it are on their way, has a key of its own.
    if (!form.dataset.begun || form.dataset.sent) { form.elements.key.value = outbox.newKey(); form.keptAs = null; }
    form.dataset.begun = "yes";
    delete form.dataset.sent;
    // What was saved before is another thing than what begins here.
    const sent = document.getElementById("sent");
    if (sent) sent.textContent = "";
    form.draftTimer ??= setTimeout(() => keep(form), EVERY);
  };
  const begin = (form) => {
    if (form.keeping) return;
    form.keeping = true;
    // The browser's own memory of a page would bring back words that were wiped.
    form.autocomplete = "off";
    form.brought = bringBack(form);
    form.addEventListener("input", () => typing(form));
  };

  // The workshop has closed: what waits is sent, and no draft stays on this phone.
  const atClose = () => {
    if (!hasClosed()) return;
    kept.wipe(participant, "draft/");
    kept.wipe(participant, "back/");
    forms().filter((form) => form.dataset.begun && !form.dataset.sent).forEach((form) => say(form, "Not sent, and not kept on this phone"));
  };
  const lookAround = () => { forms().forEach(begin); atClose(); };

  window.drafts = {
    forms, fields, ticked, say, name, unsent, isBegun, asItem, placeOf, stand, keepBegun, backTo, lookAround,
    CHOOSE: "Not saved. Please choose above which words are to stand.",
  };
  document.addEventListener("htmx:beforeSwap", keepBegun);
  document.addEventListener("visibilitychange", () => { if (document.hidden) keepBegun(); });
  addEventListener("pagehide", keepBegun);
  document.body.addEventListener("stage-changed", atClose);
  document.addEventListener("htmx:afterSettle", lookAround);
  document.addEventListener("kept:refused", () => {
    const place = document.getElementById("cannot-keep");
    if (place) place.hidden = !kept.refused;
  });
  if (kept.refused) document.dispatchEvent(new Event("kept:refused"));
  lookAround();
})();
