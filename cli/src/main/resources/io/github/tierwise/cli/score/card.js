// Opens and closes all of a tree.
(() => {
  const folds = document.querySelector(".folds");
  if (!folds) return;
  folds.hidden = false;
  [...folds.querySelectorAll("button")].forEach((button, i) =>
    button.addEventListener("click", () =>
      document.querySelectorAll(".tree details").forEach((each) => (each.open = i === 0)),
    ),
  );
})();

// Lists only accounts of the tier and on the platform that the reader chooses.
(() => {
  const filter = document.querySelector(".filter");
  if (!filter || !document.querySelector(".shown")) return;
  const choices = [...filter.querySelectorAll("select")];
  const accounts = [...document.querySelectorAll(".account")];
  const show = () => {
    const chosen = choices.filter((each) => each.value);
    for (const account of accounts) {
      account.hidden = chosen.some((each) => account.dataset[each.name] !== each.value);
    }
    const left = accounts.filter((each) => !each.hidden).length;
    document.querySelector(".shown").textContent = chosen.length
      ? `${left} of ${accounts.length} accounts: ${chosen.map((each) => each.value).join(", ")}`
      : "";
  };
  filter.hidden = choices.length === 0;
  filter.addEventListener("change", show);
  // A browser may remember what was chosen.
  show();
})();
