// Keeps a page in touch with its workshop: hears what changed, tells the page's regions, says in words whether it is connected.
(() => {
  const { workshop, as } = document.body.dataset;
  if (!workshop || !window.io) return;
  const socket = io({ transports: ["websocket"], auth: { workshop: Number(workshop), as }, reconnectionDelay: 500, reconnectionDelayMax: 4000 });
  window.room = { socket };

  // A region listens on the body for a name and fetches itself again, with its own rights.
  const now = (name) => window.htmx ? htmx.trigger(document.body, name) : document.body.dispatchEvent(new Event(name));
  // The first news of a kind is told at once. What follows close behind is told once, a moment later: a room of sixty
  // that answers together must not make the wall and the consoles draw themselves sixty times.
  const spacing = { wall: 150, console: 500 }[as] ?? 0;
  const lately = {};
  const tell = (name) => {
    if (lately[name]) { lately[name].again = true; return; }
    now(name);
    if (spacing) {
      lately[name] = { again: false };
      setTimeout(() => { const { again } = lately[name]; delete lately[name]; if (again) tell(name); }, spacing);
    }
  };

  let latest = 0;
  socket.on("changed", ({ name, version = 0, html, spread = 300 }) => {
    latest = Math.max(latest, version);
    const place = document.getElementById("now");
    if (html && place) { place.innerHTML = html; window.room.spread = spread; }
    tell(name);
  });

  // How many have answered comes as words, before the wall has drawn itself again.
  socket.on("counted", ({ words }) => document.querySelectorAll("[data-counted]").forEach((place) => { place.textContent = words; }));

  // The stage on a phone holds fields and follows by itself (stage.js); every other
  // region that was asked for before the newest change and drawn after it is behind: everything fetches once more,
  // unless news is waiting for its moment anyway and will have it drawn.
  document.addEventListener("htmx:afterSettle", () => {
    const coming = Object.values(lately).some(({ again }) => again);
    const behind = !coming && [...document.querySelectorAll("[data-version]:not(.stage)")].some((region) => Number(region.dataset.version) < latest);
    clearTimeout(window.room.behind);
    if (behind) window.room.behind = setTimeout(() => tell("caught-up"), 100);
  });

  const say = (on, words) => document.querySelectorAll("[data-connection]").forEach((place) => {
    place.dataset.connection = on ? "on" : "off";
    place.textContent = words ?? (on ? place.dataset.wordsOn : place.dataset.wordsOff);
  });
  // Every connect and reconnect ends with a fetch: a lost nudge costs freshness, never data.
  let wasIn = false;
  socket.on("connect", () => { wasIn = true; say(true); tell("caught-up"); });
  // Let go by the server: the workshop has closed, or this pass has ended. Asking again tells which.
  socket.on("disconnect", (reason) => { say(false); if (reason === "io server disconnect") setTimeout(() => socket.connect(), 500); });
  // A server that turned us away (it is locked, perhaps) is asked again; a lost one Socket.IO looks for by itself.
  socket.on("connect_error", ({ message }) => {
    const closed = message === "closed";
    say(false, closed ? "The workshop has stopped" : undefined);
    if (closed) tell("caught-up");
    // Drafts stay on this phone; the page itself says why it is shut out.
    if (wasIn && message.startsWith("Please join")) return location.reload();
    if (!socket.active) setTimeout(() => socket.connect(), closed ? 20000 : 3000);
  });
  say(false);
  setInterval(() => tell("caught-up"), 20000);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) { if (!socket.connected) socket.connect(); tell("caught-up"); } });
})();
