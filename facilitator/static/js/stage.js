// Takes the phone along when the group moves on, but never while somebody has words in a field that are not saved.
(() => {
  const stage = document.getElementById("stage"), now = document.getElementById("now"), moved = document.getElementById("moved");
  if (!stage) return;
  const place = (where) => where.querySelector("[data-place]")?.dataset.place;
  const unsaved = () => [...stage.querySelectorAll("textarea, input:not([type=hidden])")].some((field) =>
    field.type === "radio" || field.type === "checkbox" ? field.checked !== field.defaultChecked : field.value !== field.defaultValue);
  let typing = false, fetching = false, quiet;

  const follow = async () => {
    if (place(stage) === place(now)) { moved.hidden = true; return; }
    if (unsaved()) { moved.hidden = false; return; }
    if (fetching) return;
    fetching = true;
    try {
      // Not all phones at the same instant.
      await new Promise((done) => setTimeout(done, Math.random() * (window.room?.spread ?? 300)));
      if (unsaved()) { moved.hidden = false; return; }
      await htmx.ajax("GET", stage.dataset.href, { target: "#stage", swap: "innerHTML" });
      moved.hidden = true;
    } finally { fetching = false; }
  };
  document.body.addEventListener("stage-changed", follow);
  document.body.addEventListener("htmx:afterSettle", ({ target }) => { if (target === now) follow(); });
  document.body.addEventListener("words-saved", () => { tell(false); follow(); });

  // Says that somebody is typing, never what.
  const tell = (is) => { if (typing !== is) { typing = is; window.room?.socket.volatile.emit("writing", is); } };
  stage.addEventListener("input", () => { tell(true); clearTimeout(quiet); quiet = setTimeout(() => tell(false), 8000); });
})();
