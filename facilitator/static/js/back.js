// On the pages a phone without a pass comes to: if it was in a workshop a moment ago and its browser died, it goes back to its seat.
(() => {
  const token = () => document.querySelector("meta[name=csrf-token]").content;
  // Answers 204 when this phone has its seat again, another status when it has not, 0 when nobody answered.
  const ask = async ([name, { key, address }]) => {
    const body = new FormData();
    Object.entries({ participant: name.split("/")[1], key, csrf_token: token() }).forEach((one) => body.append(...one));
    try { return (await fetch(address, { method: "POST", body, headers: { "HX-Request": "true" } })).status; } catch { return 0; }
  };
  const goBack = async () => {
    const [newest] = (await kept.all("back/")).sort(([, one], [, other]) => other.at - one.at);
    if (!newest) return false;
    for (let tries = 0; tries < 3; tries += 1) {
      const status = await ask(newest);
      if (status === 204) { location.replace(newest[1].address.replace(/\/return$/, "")); return true; }
      if (status >= 400 && status < 500) { await kept.write({ [newest[0]]: null }); return false; }
      await new Promise((go) => setTimeout(go, 1000));
    }
    return false;
  };
  // Who has left a workshop is not brought back to it: what their phone still kept goes first.
  const left = async () => Promise.all((await kept.all("leaving/")).map(([name]) => kept.wipe(name.split("/")[1])));
  window.back = left().then(goBack).catch(() => false);
})();
