// A browser may write the cookie that holds this phone's pass to disk half a minute late. Until it must be there, this phone keeps a key
// with which back.js brings it to its seat again if the browser dies. The page holds a key only while its pass is young.
(() => {
  const { participant, returnKey, return: address } = document.body.dataset;
  if (!participant) return;
  const name = `back/${participant}`, ON_DISK = 60000;
  const look = async () => {
    const held = await kept.get(name), age = Date.now() - held?.at;
    if (held && age >= ON_DISK) await kept.write({ [name]: null });
    else if (held) setTimeout(look, ON_DISK - age);
  };
  const keep = async () => {
    if (returnKey && !document.querySelector("[data-closed]") && (await kept.get(name))?.key !== returnKey) await kept.write({ [name]: { key: returnKey, address } });
    await look();
  };
  keep();
})();
