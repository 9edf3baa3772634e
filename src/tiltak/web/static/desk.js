// The secretary's links "Rett" open their form in the text itself instead of on a page of its own.
// Without this script they simply lead to that page.
"use strict";
htmx.config.includeIndicatorStyles = false; // our content security policy allows no inline style
htmx.config.allowEval = false;
htmx.config.responseHandling = [
  { code: "204", swap: false },
  // a refused form comes back with 400 or 409 and says why
  { code: "[2345]..", swap: true },
];
for (const link of document.querySelectorAll('main a[href*="/arbeid/p/"]:not([href$="/status/"], [href*="/reisetid/"])')) {
  const place = link.closest("li[id], p[id], tr, .hero, section");
  if (!place || place.closest(".correct")) continue;
  const box = document.createElement("div");
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (box.isConnected) return box.remove();
    const after = place.matches("tr") ? place.closest("table") : place;
    if (place.matches("li")) place.append(box);
    else after.after(box);
    const back = encodeURIComponent(location.pathname + location.search + (place.id ? "#" + place.id : ""));
    htmx.ajax("GET", link.href + "?back=" + back, { target: box, swap: "innerHTML" })
      .then(() => box.querySelector("textarea, input:not([type=hidden])")?.focus());
  });
}
