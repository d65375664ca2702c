// What this phone keeps until the laptop has it: drafts, and what was sent and not yet answered. Nothing older than twelve hours,
// but the codes of words without an author: they stay until somebody leaves or removes them.
// In IndexedDB: Chromium writes localStorage to disk only seconds later, and a browser that is killed would lose what was just typed.
(() => {
  const LONGEST = 12 * 3600 * 1000, PATIENCE = 3000;
  const isOld = (name, thing) => !name.startsWith("codes/") && !(thing.at > Date.now() - LONGEST);
  // Where the browser refuses to keep anything, this page still remembers, for as long as it is open.
  const memory = new Map();
  let refused = false;
  const inTime = (promise) => Promise.race([promise, new Promise((_, fail) => setTimeout(() => fail(new Error("storage does not answer")), PATIENCE))]);

  const open = () => new Promise((done, fail) => {
    const asked = indexedDB.open("kept", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("kept");
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
  let opening = open();
  const refuse = (is = true) => { if (refused !== is) { refused = is; document.dispatchEvent(new Event("kept:refused")); } };
  opening.catch(() => refuse());

  // Some phones close what a page in the background had open: then it is opened once more, and asked again.
  const inside = async (mode, act) => {
    try { return await once(mode, act); } catch (error) {
      if (!["InvalidStateError", "UnknownError"].includes(error?.name)) throw error;
      opening = open();
      return once(mode, act);
    }
  };
  const once = async (mode, act) => {
    const database = await inTime(opening);
    return inTime(new Promise((done, fail) => {
      const transaction = database.transaction("kept", mode);
      const answer = act(transaction.objectStore("kept"));
      transaction.oncomplete = () => done(answer?.());
      transaction.onabort = transaction.onerror = () => fail(transaction.error);
    }));
  };

  // changes: name → what to keep under it, or null to forget it. All or nothing. Answers whether the phone could keep it.
  const write = async (changes) => {
    const given = Object.entries(changes).map(([name, thing]) => [name, thing && { at: Date.now(), ...thing }]);
    // What could not be kept before is tried again with it: storage may only have been slow or full.
    const each = [...new Map([...memory, ...given])];
    try {
      await inside("readwrite", (store) => { each.forEach(([name, thing]) => thing ? store.put(thing, name) : store.delete(name)); });
      each.forEach(([name]) => memory.delete(name));
      refuse(false);
      return true;
    } catch {
      each.forEach(([name, thing]) => memory.set(name, thing));
      if (each.some(([, thing]) => thing)) refuse();
      return false;
    }
  };

  // Everything whose name begins so, as [name, thing], in the order of the names.
  const all = async (beginning = "") => {
    const found = new Map();
    try {
      const range = IDBKeyRange.bound(beginning, `${beginning}\uffff`);
      const [names, things] = await inside("readonly", (store) => {
        const asked = [store.getAllKeys(range), store.getAll(range)];
        return () => asked.map((one) => one.result);
      });
      names.forEach((name, index) => found.set(name, things[index]));
    } catch { /* what this page remembers is all there is */ }
    memory.forEach((thing, name) => { if (name.startsWith(beginning)) found.set(name, thing); });
    return [...found].filter(([name, thing]) => thing && !isOld(name, thing)).sort(([one], [other]) => one < other ? -1 : 1);
  };
  const get = async (name) => (await all(name)).find(([found]) => found === name)?.[1];

  // One page at a time: takes the lease unless another holds it still, and says whether it did.
  const lease = async (name, holder, milliseconds) => {
    try {
      return await inside("readwrite", (store) => {
        let mine = false;
        const asked = store.get(name);
        asked.onsuccess = () => {
          const now = Date.now(), held = asked.result;
          mine = !held || held.holder === holder || held.until < now || held.until > now + 60000;
          if (mine) store.put({ at: now, holder, until: now + milliseconds }, name);
        };
        return () => mine;
      });
    } catch { return true; }
  };

  const forget = async (which) => {
    let everything = [];
    try {
      everything = await inside("readonly", (store) => {
        const asked = [store.getAllKeys(), store.getAll()];
        return () => asked[0].result.map((name, index) => [name, asked[1].result[index]]);
      });
    } catch { /* nothing was kept */ }
    const gone = [...everything, ...memory].filter(([name, thing]) => thing && which(name, thing)).map(([name]) => [name, null]);
    if (gone.length) await write(Object.fromEntries(gone));
  };
  const forgetOld = () => forget(isOld);
  const wipe = (participant, only = "") => forget((name) => name.startsWith(only) && name.split("/")[1] === participant);

  window.kept = { write, all, get, lease, wipe, get refused() { return refused; } };
  forgetOld();
  setInterval(forgetOld, 600000);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) forgetOld(); });
})();
