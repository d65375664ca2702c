// Keeps the codes of words without an author on this phone, and nowhere else: whoever holds a code can change or withdraw
// those words. A page that shows a code carries it in data-words-code; the page of one's own words lists the kept ones.
(() => {
  const place = () => ["codes", document.body.dataset.participant].join("/");
  const kept = () => { try { return JSON.parse(localStorage.getItem(place())) ?? []; } catch { return []; } };
  const keep = (codes) => { try { localStorage.setItem(place(), JSON.stringify(codes)); return true; } catch { return false; } };

  const take = (shown) => {
    if (shown.taken) return;
    shown.taken = true;
    const { wordsCode: code, about } = shown.dataset, codes = kept();
    if (!codes.some((one) => one.code === code) && !keep([...codes, { code, about }])) return;
    shown.querySelector("[data-code-kept]").textContent =
      "This phone keeps it under “What I have said”. Only with it can these words be changed or taken back. Who takes your phone can find it there.";
  };
  const list = (region) => {
    const codes = kept(), form = region.querySelector("form");
    region.querySelector("[data-codes]").replaceChildren(...codes.map(({ code, about }) => {
      const line = document.createElement("li"), open = document.createElement("button");
      Object.assign(open, { type: "button", className: "btn btn-plain wide", textContent: `${about} · ${code.match(/.{4}/g).join(" ")}` });
      open.addEventListener("click", () => { form.elements.words_code.value = code; form.requestSubmit(); });
      line.append(open);
      return line;
    }));
    const forget = region.querySelector("[data-forget-codes]");
    forget.hidden = !codes.length;
    forget.onclick = () => { if (confirm("Without their codes these words can never be changed or taken back. Remove the codes from this phone?")) { keep([]); list(region); } };
  };

  const look = () => { document.querySelectorAll("[data-words-code]").forEach(take); document.querySelectorAll("[data-own-codes]").forEach(list); };
  document.addEventListener("DOMContentLoaded", look);
  document.addEventListener("htmx:afterSettle", look);
  document.body.addEventListener("words-saved", look);
  if (document.readyState !== "loading") look();
})();
