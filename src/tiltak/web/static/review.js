// The review without loading the page anew: htmx changes it in place, and single keys walk through
// it. Without this script every link and form does the same by loading the page.
"use strict";
htmx.config.scrollIntoViewOnBoost = false;
// a page of the desk is in no store of the browser
htmx.config.historyCacheSize = 0;
htmx.config.refreshOnHistoryMiss = true;

const OFF = "tiltak-review-keys-off";
const keysAreOff = () => localStorage.getItem(OFF) === "1";

function showKeys() {
  const box = document.querySelector("[data-keys]");
  if (!box) return;
  box.hidden = false;
  const button = box.querySelector("button");
  button.textContent = keysAreOff() ? button.dataset.turnOn : button.dataset.turnOff;
}

function go(address) {
  htmx.ajax("GET", address, { target: "#gjennomgang", select: "#gjennomgang", swap: "outerHTML show:none" })
    .then(() => history.pushState({}, "", address));
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-keys] button");
  if (button) {
    localStorage.setItem(OFF, keysAreOff() ? "0" : "1");
    showKeys();
  }
  const other = event.target.closest("svg a.other");
  if (other && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    go(other.getAttribute("href"));
  }
});

// another kind or place: the form is asked which places there are then. By a click: htmx sends the
// name of a button that was clicked, and without it the element would be moved at once
document.addEventListener("change", (event) => {
  event.target.closest("[data-look]")?.closest("form").querySelector("button[name=look]").click();
});

const hasWriting = (form) =>
  [...(form?.elements ?? [])].some((one) => one.matches("textarea, input") && one.value !== one.defaultValue);

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || keysAreOff()) return;
  const field = event.target.closest("input, textarea, select, [contenteditable]");
  // a letter in a field is a letter; Escape leaves the form as long as nothing was written there
  if (field && (event.key !== "Escape" || hasWriting(field.form))) return;
  const key = { ArrowRight: "j", ArrowLeft: "k" }[event.key] ?? (event.key.length === 1 ? event.key.toLowerCase() : event.key);
  const place = [...document.querySelectorAll("#gjennomgang [data-key]")].find((one) => one.dataset.key === key);
  if (!place) return;
  event.preventDefault();
  // a key pressed twice is not meant for the element that comes next
  if (!document.querySelector(".htmx-request")) place.click();
});

// the passage is shown where its page or its text is longer than there is room for
function showPassage() {
  const sheet = document.querySelector("#gjennomgang .sheet");
  const mark = [...(sheet?.querySelectorAll("mark, .marked") ?? [])].find((one) => one.getBoundingClientRect().height);
  if (!mark) return;
  const room = sheet.getBoundingClientRect();
  const place = mark.getBoundingClientRect();
  const seen = Math.min(room.bottom, innerHeight - (document.querySelector(".last-step")?.offsetHeight ?? 0));
  if (place.bottom > seen || place.top < room.top) sheet.scrollTop += place.top - room.top - room.height / 3;
  if (place.right > room.right || place.left < room.left) sheet.scrollLeft += place.left - room.left - 24;
}

document.addEventListener("htmx:afterSettle", (event) => {
  if (event.target.id !== "gjennomgang") return;
  showKeys();
  showPassage();
  const form = document.querySelector("#skjema");
  const first = form?.querySelector("[aria-invalid=true]") ?? form?.querySelector("textarea, select, input:not([type=hidden])");
  (first ?? document.querySelector("#kort"))?.focus({ preventScroll: true });
  if (form) (first?.closest(".ds-field") ?? form).scrollIntoView({ block: "nearest" });
  else document.querySelector("#no")?.scrollIntoView({ block: "start" });
});

showKeys();
showPassage();
