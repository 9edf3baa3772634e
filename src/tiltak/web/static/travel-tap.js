// Where a scenario begins and ends, by tapping the map. Without this script it is typed.
"use strict";
let field = null;
const hint = document.querySelector("[data-tap]");
document.addEventListener("focusin", (event) => {
  if (event.target.matches("input[list=stader]")) field = event.target;
});
document.addEventListener("travel-map", (event) => {
  hint.hidden = false;
  event.detail.on("click", ({ latlng }) => {
    const inputs = [...document.querySelectorAll("input[list=stader]")];
    const into = field || inputs.find((one) => !one.value);
    if (!into) return;
    into.value = `${latlng.lat.toFixed(5)}, ${latlng.lng.toFixed(5)}`;
    field = inputs[inputs.indexOf(into) + 1] || null; // from, then to
  });
});
