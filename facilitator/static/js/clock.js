// Fills each clock with the time left until a deadline that the server set.
(() => {
  const label = (left) => {
    if (left <= 0) return "time is up";
    const minutes = Math.floor(left / 60000), seconds = Math.floor(left / 1000) % 60;
    return minutes >= 1 ? `${minutes + (seconds ? 1 : 0)} min left` : `${seconds} s left`;
  };
  const tick = () => document.querySelectorAll("[data-deadline]").forEach((clock) => {
    const words = label(new Date(clock.dataset.deadline) - Date.now());
    if (clock.textContent !== words) clock.textContent = words;
  });
  setInterval(tick, 1000);
  document.addEventListener("DOMContentLoaded", tick);
  document.addEventListener("htmx:afterSettle", tick);
})();
