// Points out, gently and under the field, what might be put otherwise: words of hindsight, and what could tell who somebody is.
// It looks on this device alone and sends nothing. It never changes what is typed, never stops it, and never moves the field.
(() => {
  const PAUSE = 900, SHOWN = 3;
  const address = document.currentScript.dataset.lists;
  let lists;
  const fetched = () => lists ??= fetch(address).then((answer) => answer.ok ? answer.json() : []).catch(() => [])
    .then((found) => found.map((one) => ({ ...one, looks: new RegExp(one.pattern, one.anyCase ? "gi" : "g") })));

  // The last of ten figures checks the others.
  const isNhsNumber = (text) => {
    const figures = [...text].filter((sign) => sign >= "0" && sign <= "9").map(Number);
    if (figures.length !== 10 || new Set(figures).size === 1) return false;
    const total = figures.slice(0, 9).reduce((sum, figure, place) => sum + figure * (10 - place), 0);
    return (11 - total % 11) % 11 === figures[9];
  };
  const found = (text, kinds) => {
    const spans = [];
    for (const kind of kinds) {
      for (const match of text.matchAll(kind.looks)) {
        const end = match.index + match[0].length;
        const apart = !spans.some((one) => one.start < end && match.index < one.end);
        if (apart && (kind.check !== "nhs" || isNhsNumber(match[0]))) {
          spans.push({ start: match.index, end, words: match[0], kind });
          if (kind.once) break;
        }
      }
    }
    return spans.sort((one, other) => one.start - other.start);
  };

  // The place for hints is there before the first one, so that a screen reader hears of it when it changes.
  const placeFor = (field) => {
    const id = `${field.id}-hints`;
    let place = document.getElementById(id);
    if (!place && field.id) {
      place = Object.assign(document.createElement("div"), { id, className: "hints" });
      place.setAttribute("aria-live", "polite");
      field.after(place);
    }
    return place;
  };
  const line = ({ words, kind }) => {
    const made = document.createElement("p");
    made.textContent = `“${words.trim()}”: ${kind.says}${kind.perhaps ? ` ${kind.perhaps}` : ""}`;
    return made;
  };
  const look = async (field) => {
    const place = placeFor(field), hints = found(field.value, await fetched()).slice(0, SHOWN);
    if (!place || !field.isConnected) return;
    const lines = hints.map(line);
    if (lines.map((one) => one.textContent).join("\n") === [...place.children].map((one) => one.textContent).join("\n")) return;
    place.replaceChildren(...lines);
  };

  const isWatched = (field) => field.matches?.("textarea, input[type=text]") && field.closest("[data-words], [data-hints]");
  const ready = (field) => { if (isWatched(field)) { placeFor(field); fetched(); } };
  document.addEventListener("focusin", ({ target }) => ready(target));
  ready(document.activeElement);
  document.addEventListener("input", ({ target }) => {
    if (!isWatched(target)) return;
    clearTimeout(target.hintTimer);
    target.hintTimer = setTimeout(() => look(target), PAUSE);
  });
})();
