// On a narrow screen the list of a desk's pages begins folded: the page one came for stands first.
(() => {
  const list = document.getElementById("list"), narrow = matchMedia("(max-width: 44rem)");
  const fold = () => { list.open = !narrow.matches; };
  fold();
  narrow.addEventListener("change", fold);
})();
