// Keeps words while they are being written: two seconds after the last key they go to the house,
// with the form's own token, and nowhere else. The words in the field are never touched.

const PAUSE = 2000;
const AGAIN = 10000;

class Draft {
  constructor(field) {
    this.field = field;
    this.status = field.parentElement.querySelector("[role=status]");
    this.kept = field.value;
    this.timer = 0;
    field.addEventListener("input", () => this.wait(PAUSE));
    field.form.addEventListener("submit", () => this.stop());
    addEventListener("pagehide", () => this.last());
  }

  wait(time) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), time);
  }

  stop() {
    clearTimeout(this.timer);
    this.timer = 0;
  }

  say(words) {
    if (this.status) this.status.textContent = words;
  }

  body(words) {
    const body = new URLSearchParams();
    body.set("csrfmiddlewaretoken", this.field.form.elements.csrfmiddlewaretoken?.value ?? "");
    body.set("by", this.field.form.elements.by?.value ?? "");
    body.set("place", this.field.dataset.draftPlace || this.field.form.elements.place.value);
    body.set("words", words);
    return body;
  }

  async keep() {
    this.stop();
    const words = this.field.value;
    if (words === this.kept) return;
    try {
      const options = { method: "POST", body: this.body(words), redirect: "error" };
      const answer = await fetch(this.field.dataset.draftUrl, options);
      if (!answer.ok) throw new Error(answer.statusText);
      this.kept = words;
      this.say(this.field.dataset.draftKept);
    } catch {
      this.say(this.field.dataset.draftNotKept);
      this.wait(AGAIN);
    }
  }

  // Words typed in the last two seconds before the page goes. Not when it was left in a hurry: then
  // the session is over already, and nothing more is sent.
  last() {
    const left = document.documentElement.classList.contains("covered");
    if (!this.timer || left) return;
    this.stop();
    navigator.sendBeacon(this.field.dataset.draftUrl, this.body(this.field.value));
  }
}

for (const field of document.querySelectorAll("textarea[data-draft-place]:not([data-draft-off])")) {
  new Draft(field);
}
