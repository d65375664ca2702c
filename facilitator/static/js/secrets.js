// Keeps the codes of words without an author on this phone, and nowhere else: whoever holds a code can change or withdraw
// those words. A page that shows a code carries it in data-words-code; the page of one's own words lists the kept ones.
(() => {
  // Each under a name of its own, so that keeping one never touches another.
  const place = (code = "") => ["codes", document.body.dataset.participant, code].join("/");
  const all = async () => (await kept.all(place())).map(([, one]) => one).sort((one, other) => one.at - other.at);

  const take = async (shown) => {
    if (shown.taken) return;
    shown.taken = true;
    const { wordsCode: code, about } = shown.dataset;
    if (!await kept.write({ [place(code)]: { code, about } })) return;
    shown.querySelector("[data-code-kept]").textContent =
      "This phone keeps it under “What I have said” until you leave the workshop. Only with it can these words be changed or taken back. Who takes your phone can find it there.";
  };
  const list = async (region) => {
    const codes = await all(), form = region.querySelector("form");
    region.querySelector("[data-codes]").replaceChildren(...codes.map(({ code, about }) => {
      const line = document.createElement("li"), open = document.createElement("button");
      Object.assign(open, { type: "button", className: "btn btn-plain wide", textContent: `${about} · ${code.match(/.{4}/g).join(" ")}` });
      open.addEventListener("click", () => { form.elements.words_code.value = code; form.requestSubmit(); });
      line.append(open);
      return line;
    }));
    const forget = region.querySelector("[data-forget-codes]");
    forget.hidden = !codes.length;
    forget.onclick = async () => { if (confirm("Without their codes these words can never be changed or taken back. Remove the codes from this phone?")) { await kept.write(Object.fromEntries(codes.map((one) => [place(one.code), null]))); list(region); } };
  };

  const look = () => { document.querySelectorAll("[data-words-code]").forEach(take); document.querySelectorAll("[data-own-codes]").forEach(list); };
  document.addEventListener("DOMContentLoaded", look);
  document.addEventListener("htmx:afterSettle", look);
  document.body.addEventListener("words-saved", look);
  if (document.readyState !== "loading") look();
})();
