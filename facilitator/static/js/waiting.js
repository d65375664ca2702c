// Shows what this phone gave that the laptop has not taken yet, on whichever page is on show, and lets its owner choose.
(() => {
  const place = document.getElementById("waiting");
  if (!place || !window.outbox) return;
  const made = (tag, words, more = {}, ...inside) => {
    const element = Object.assign(document.createElement(tag), more);
    element.append(...(words ? [words] : []), ...inside);
    return element;
  };
  const button = (words, does) => made("button", words, { type: "button", className: "btn btn-quiet", onclick: does });
  const quote = (words) => made("blockquote", words, { className: "words card" });
  const formOf = (item) => [...document.querySelectorAll("form[data-sent]")].find((form) => form.dataset.sent === item.key);

  const again = async (item) => {
    const key = outbox.newKey(), form = formOf(item);
    if (form) form.elements.key.value = form.dataset.sent = key;
    await outbox.keep(item, { state: "waiting", key, fields: item.fields.map(([name, value]) => [name, name === "key" ? key : value]) });
    outbox.run();
  };
  const away = (item) => {
    if (!confirm("Throw these words away? They are nowhere else.")) return;
    const form = formOf(item);
    if (form) { form.reset(); delete form.dataset.sent; delete form.dataset.begun; }
    outbox.drop(item);
  };

  const waits = (item) => made("li", "", {}, quote(item.label));
  const refused = (item) => made("li", "", {}, made("p", `Not saved: ${item.sentence}`), quote(item.label),
    made("p", "", { className: "row" }, button("Try again", () => again(item)), button("Throw it away", () => away(item))));
  const twice = (item) => made("li", "", {},
    ...(item.saved === null ? [made("p", item.sentence)] : [made("p", "Saved already:"), quote(item.saved)]),
    made("p", "On this phone, not saved:"), quote(item.label),
    made("p", "", { className: "row" }, button("Save mine as well", () => again(item)), button("Keep only what is saved", () => away(item))));

  // Words begun at another step, or on another page of this phone, have no form here: they are shown, and can be sent all the same.
  const begun = async () => {
    const stage = document.querySelector("#stage [data-place]");
    if (!stage || document.querySelector("[data-closed]")) return [];
    const here = `${stage.dataset.place.split("/").slice(0, 2).join("/")}/`, forms = drafts.forms();
    // What a form is about to bring back is not left behind.
    await Promise.all(forms.map((form) => form.brought));
    const stands = (item) => forms.some((form) => drafts.name(form) === item.name && form.elements.key.value === item.key);
    const atOther = (item) => item.fields.find(([name]) => name === "stage") && (!stepOf(item).startsWith(here) || forms.some((form) => drafts.name(form) === item.name));
    return (await kept.all(`draft/${document.body.dataset.participant}/`)).map(([, item]) => item).filter((item) => item.label && !stands(item) && atOther(item))
      .map((item) => ({ ...item, isPast: !stepOf(item).startsWith(here) }));
  };
  const stepOf = (item) => ["stage", "episode"].map((wanted) => item.fields.find(([name]) => name === wanted)?.[1] || "0").join("/") + "/";
  const left = ({ isPast, ...item }) => made("li", "", {}, quote(item.label),
    ...(isPast ? [made("p", "The group is elsewhere now: what you send waits for the facilitator.")] : []), made("p", "", { className: "row" },
    button("Send it now", () => outbox.add(item, [drafts.placeOf(item)])),
    button("Throw it away", () => { if (confirm("Throw these words away? They are nowhere else.")) kept.write({ [drafts.placeOf(item)]: null }).then(soon); })));

  const draw = async () => {
    const unfinished = await begun();
    const items = await outbox.items();
    const apart = items.filter((item) => item.state !== "waiting"), waiting = items.filter((item) => item.state === "waiting" && !formOf(item));
    const parts = [];
    if (waiting.length) {
      const many = waiting.length === 1 ? "One thing you gave waits" : `${waiting.length} things you gave wait`;
      parts.push(made("details", "", { open: place.querySelector("details")?.open ?? false }, made("summary", `${many} on this phone. Sent as soon as the laptop answers.`), made("ul", "", { className: "plain-list" }, ...waiting.map(waits))));
    }
    if (apart.length) parts.push(made("p", "Please choose what happens with these words:"), made("ul", "", { className: "plain-list" }, ...apart.map((item) => item.state === "twice" ? twice(item) : refused(item))));
    if (unfinished.length) parts.push(made("p", "You began this and did not send it:"), made("ul", "", { className: "plain-list" }, ...unfinished.map(left)));
    place.replaceChildren(...parts);
    place.hidden = !parts.length;
  };
  let drawing;
  const soon = () => { clearTimeout(drawing); drawing = setTimeout(draw, 60); };
  ["outbox:changed", "outbox:later", "outbox:saved", "outbox:refused", "htmx:afterSettle"].forEach((name) => document.addEventListener(name, soon));
  soon();

  // Leaving takes everything along. The wiping is done where the leaving has succeeded: on the page for joining.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("form[data-leaves]") || form.dataset.sure) return;
    event.preventDefault();
    leave(form);
  });
  const leave = async (form) => {
    if ((await outbox.items()).length && !confirm("Some of your words have not reached the laptop. Leave all the same, and lose them?")) return;
    if ((await kept.all(`codes/${document.body.dataset.participant}/`)).length && !confirm("The codes to your words without your position go from this phone. Then nobody can change or take back those words. Leave all the same?")) return;
    await kept.write({ [`leaving/${document.body.dataset.participant}`]: {} });
    form.dataset.sure = "yes";
    form.submit();
  };
  kept.write({ [`leaving/${document.body.dataset.participant}`]: null });
})();
