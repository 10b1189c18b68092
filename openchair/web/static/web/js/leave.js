// Leave this page: cover it at once, then follow the link, which ends the session on the server.
// The links work by themselves; this only makes them quicker, and lets three presses of Shift do it.

const links = document.querySelectorAll("[data-leave]");
const IN_A_ROW = 3;
const WITHIN = 5000;

let presses = [];
let bare = false;

function leave() {
  document.documentElement.classList.add("covered");
  location.replace(links[0].href);
}

function forget() {
  presses = [];
  bare = false;
}

// Only Shift, alone, let go of again: Shift with a letter is writing, Shift with a click is choosing.
function pressed(event) {
  if (event.key !== "Shift") forget();
  else if (!event.repeat) bare = true;
}

function released(event) {
  if (event.key !== "Shift" || !bare) return;
  bare = false;
  presses = [...presses.filter((at) => event.timeStamp - at < WITHIN), event.timeStamp];
  if (presses.length === IN_A_ROW) leave();
}

function clicked(event) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  leave();
}

if (links.length) {
  for (const link of links) link.addEventListener("click", clicked);
  addEventListener("keydown", pressed);
  addEventListener("keyup", released);
  addEventListener("pointerdown", forget);
}
