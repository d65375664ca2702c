// Takes the phone along when the group moves on, but never while somebody has words in a field that are neither saved nor on their way.
(() => {
  const stage = document.getElementById("stage"), now = document.getElementById("now"), moved = document.getElementById("moved");
  const closing = document.getElementById("closing");
  if (!stage) return;
  const place = (where) => where.querySelector("[data-place]")?.dataset.place;
  const version = (where) => Number(where.querySelector("[data-version]")?.dataset.version ?? 0);
  const unsaved = () => [...stage.querySelectorAll("form:not([data-sent]) :is(textarea, input:not([type=hidden]))")].some((field) =>
    field.type === "radio" || field.type === "checkbox" ? field.checked !== field.defaultChecked : field.value !== field.defaultValue);
  let typing = false, fetching = false, quiet;

  const stay = () => {
    const closed = Boolean(now.querySelector("[data-closed]"));
    moved.hidden = closed;
    closing.hidden = !closed;
  };
  const step = (where) => place(where)?.split("/").slice(0, 2).join("/");
  const clear = (name) => document.getElementById(name)?.replaceChildren();
  // What was refused at the step before is past, and the next begins at its top.
  const beginAnew = () => {
    clear("refusal");
    if (now.getBoundingClientRect().top < 0) now.scrollIntoView();
  };
  const follow = async () => {
    if (place(stage) === place(now)) { moved.hidden = closing.hidden = true; return; }
    if (unsaved()) return stay();
    // What this phone was answered is newer than what it heard of the room.
    if (version(stage) > version(now)) return htmx.trigger(document.body, "caught-up");
    if (fetching) return;
    fetching = true;
    try {
      // Not all phones at the same instant.
      await new Promise((done) => setTimeout(done, Math.random() * (window.room?.spread ?? 300)));
      if (unsaved()) return stay();
      const before = step(stage);
      await htmx.ajax("GET", stage.dataset.href, { target: "#stage", swap: "innerHTML" });
      if (place(stage) !== place(now) && unsaved()) stay(); else moved.hidden = closing.hidden = true;
      if (step(stage) !== before) beginAnew();
    } finally { fetching = false; }
  };
  document.body.addEventListener("stage-changed", () => {
    // That something was saved was about the step before; what is saved from now on came late, and says so.
    if (step(now) !== step(stage)) clear("sent");
    follow();
  });
  document.body.addEventListener("htmx:afterSettle", ({ target }) => { if (target === now || target === stage) follow(); });
  document.body.addEventListener("words-saved", () => { tell(false); follow(); });
  // An answer that was asked for before the newest change and arrives after it shows what is past.
  document.body.addEventListener("htmx:beforeSwap", ({ detail }) => {
    // Somebody began to write while it was on its way.
    if (detail.target === stage && unsaved()) detail.shouldSwap = false;
    if (detail.target !== now) return;
    const given = Number(detail.serverResponse.match(/data-version="(\d+)"/)?.[1] ?? 0);
    if (given < version(now)) detail.shouldSwap = false;
  });

  // Says that somebody is typing, never what.
  const tell = (is) => { if (typing !== is) { typing = is; window.room?.socket.volatile.emit("writing", is); } };
  stage.addEventListener("input", () => { tell(true); clearTimeout(quiet); quiet = setTimeout(() => tell(false), 8000); });
})();
