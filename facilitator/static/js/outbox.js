// Sends what people gave, in order, and tries until the laptop has answered, whichever page of this phone is on show.
// Each thing has a key of its own, so that sending it twice keeps it once.
(() => {
  const { participant } = document.body.dataset;
  if (!participant) return;
  const WAITS = [1, 2, 4, 8, 15], DEADLINE = 8000;
  const place = `out/${participant}/`, lease = `lease/${participant}`;
  const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const page = newKey();
  const pages = window.BroadcastChannel && new BroadcastChannel(place);
  const tell = (what, about = {}) => document.dispatchEvent(new CustomEvent(`outbox:${what}`, { detail: about }));
  const items = async () => (await kept.all(place)).map(([id, item]) => ({ ...item, id }));

  let last = 0, running = false, again = false, holding = false, nudge = () => {};
  const rest = (seconds) => new Promise((done) => { nudge = done; setTimeout(done, seconds * 1000 * (0.8 + 0.4 * Math.random())); });

  // item: { key, action, fields, name, label }. drop: names the phone need not keep any more now that this is in the outbox.
  const add = async (item, drop = []) => {
    last = Math.max(last + 1, Date.now());
    const id = `${place}${String(last).padStart(14, "0")}-${page.slice(0, 4)}`;
    await kept.write({ [id]: { state: "waiting", ...item }, ...Object.fromEntries(drop.map((name) => [name, null])) });
    changed();
    run();
  };
  const keep = async ({ id, ...item }, changes) => { await kept.write({ [id]: { ...item, ...changes } }); changed(); };
  // saved: whether it goes because the laptop has it. The other pages of this phone are told, for its form may stand on one of them.
  const drop = async ({ id, key }, saved = false) => { await kept.write({ [id]: null }); changed({ key, saved }); };
  const changed = (gone = null) => { tell("changed"); pages?.postMessage(gone); };
  if (pages) pages.onmessage = ({ data: gone }) => { tell("changed"); if (gone) tell("gone", gone); nudge(); };

  const run = async () => {
    again = true;
    if (running) return nudge();
    running = true;
    let attempt = 0;
    while (again) {
      again = false;
      for (let item; (item = (await items()).find((one) => one.state === "waiting"));) {
        // Another page of this phone is sending; it may also have been closed while it was.
        holding = await kept.lease(lease, page, DEADLINE + 2000);
        if (!holding) { await rest(1); continue; }
        tell("sending", item);
        const why = await settle(item, await post(item));
        if (why === null) { attempt = 0; continue; }
        // Another page of this phone may have more luck.
        letGo();
        tell("later", { item, why });
        await rest(WAITS[Math.min(attempt++, WAITS.length - 1)]);
      }
    }
    running = false;
    letGo();
  };
  const letGo = () => { if (holding) kept.write({ [lease]: null }); holding = false; };

  const post = async (item) => {
    const body = new FormData(), stop = new AbortController(), timer = setTimeout(() => stop.abort(), DEADLINE);
    item.fields.forEach(([name, value]) => body.append(name, value));
    body.set("csrf_token", token().content);
    // A page may outlive its seat: whoever joined anew with this browser is somebody else.
    body.set("participant", participant);
    try {
      const answer = await fetch(item.action, { method: "POST", body, headers: { "HX-Request": "true", Prefer: "return=minimal" }, signal: stop.signal });
      const html = await answer.text();
      tell("answered");
      return { status: answer.status, html };
    } catch { tell("unanswered"); return null; } finally { clearTimeout(timer); }
  };

  // What an answer means for the thing that was sent. Answers null when it is settled, else why it waits.
  const settle = async (item, answer) => {
    const status = answer?.status ?? 0, html = answer?.html ?? "";
    if (status >= 200 && status < 300) {
      // Some networks answer every request with a page of their own: only the laptop knows whose phone this is.
      if (!html.includes(participant)) return "";
      await drop(item, true);
      tell("saved", { item, html });
      return null;
    }
    if (status === 400 && !item.tokenAnew) { await freshToken(); await keep(item, { tokenAnew: true }); return null; }
    if ([401, 403, 404, 410].includes(status) && !await isLetIn(item)) return sentence(html);
    if (status < 400 || status >= 500 || [408, 421, 429].includes(status)) return "";
    const more = { state: status === 409 ? "twice" : "refused", sentence: sentence(html), saved: savedWords(html) };
    await keep(item, more);
    tell("refused", { ...item, ...more });
    return null;
  };
  // Shut out of the workshop, everything waits. Let in, it is this thing alone that is not taken, and the others go on.
  const isLetIn = async ({ action }) => {
    const [, w, code] = new URL(action, location).pathname.split("/");
    try { return (await fetch(`/${w}/${code}/now${new URL(action, location).search}`, { headers: { "HX-Request": "true" } })).ok; } catch { return false; }
  };
  const read = (html) => new DOMParser().parseFromString(html, "text/html");
  const sentence = (html) => { const page = read(html); return (page.querySelector(".notice p") ?? page.body).textContent.trim().slice(0, 300); };
  const savedWords = (html) => read(html).querySelector("[data-saved-words]")?.textContent ?? null;
  const token = () => document.querySelector("meta[name=csrf-token]");
  const freshToken = async () => {
    try {
      const fresh = read(await (await fetch(location.href)).text()).querySelector("meta[name=csrf-token]");
      if (fresh) token().content = fresh.content;
    } catch { /* it is tried again with the old one */ }
  };

  window.outbox = { add, keep, drop, items, run, newKey };
  ["online", "contact-back"].forEach((name) => addEventListener(name, run));
  document.addEventListener("visibilitychange", () => { if (!document.hidden) run(); });
  addEventListener("pageshow", run);
  addEventListener("pagehide", letGo);
  run();
})();
