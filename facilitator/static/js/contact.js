// Says in words, within ten seconds, that the laptop cannot be reached, and stops saying so only when it really can.
// It trusts signs of life alone: what came by socket or as an answer. A connection that swallows everything is silent.
(() => {
  const QUIET = 4200, DEADLINE = 3800;
  const { participant } = document.body.dataset;
  if (!participant) return;
  const probe = document.querySelector("link[rel=icon]").href;
  let heard = performance.now(), lost = false, asking = false;

  const show = () => {
    const banner = document.getElementById("contact");
    if (banner) banner.hidden = !lost;
    document.querySelectorAll("[data-contact]").forEach((place) => {
      place.dataset.contact = lost ? "off" : "on";
      place.textContent = lost ? place.dataset.wordsOff : place.dataset.wordsOn;
    });
  };
  const alive = () => {
    heard = performance.now();
    if (!lost) return;
    lost = false;
    show();
    dispatchEvent(new Event("contact-back"));
  };
  const gone = () => { if (!lost) { lost = true; show(); } };

  // A small file of ours: an answer shows that the laptop is there, and costs it next to nothing.
  const ask = async () => {
    if (asking) return;
    asking = true;
    const stop = new AbortController(), timer = setTimeout(() => stop.abort(), DEADLINE);
    try {
      const answer = await fetch(probe, { method: "HEAD", cache: "no-store", signal: stop.signal });
      if (answer.headers.get("Content-Type")?.startsWith("image/svg")) alive(); else gone();
    } catch { gone(); } finally { clearTimeout(timer); asking = false; }
  };
  setInterval(() => { if (!document.hidden && performance.now() - heard > (lost ? 0 : QUIET)) ask(); }, 1000);

  const { socket } = window.room ?? {};
  if (socket) {
    socket.io.on("ping", alive);
    socket.onAny(alive);
    socket.on("connect", () => { alive(); dispatchEvent(new Event("contact-back")); });
    socket.on("disconnect", ask);
  }
  document.addEventListener("outbox:answered", alive);
  document.addEventListener("outbox:unanswered", ask);
  document.addEventListener("htmx:afterRequest", ({ detail }) => { if (detail.xhr?.status) alive(); else ask(); });
  ["online", "offline"].forEach((name) => addEventListener(name, ask));
  document.addEventListener("visibilitychange", () => { if (!document.hidden) ask(); });
  show();
})();
