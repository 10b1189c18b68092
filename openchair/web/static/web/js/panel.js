// While someone writes: where words sound like danger to their own life, a calm panel opens beside
// them. All of it happens here. Nothing is sent or kept, and nothing is held back.

const SOUNDS_LIKE_DANGER = [
  // English
  "kill myself", "killing myself", "end my life", "ending my life", "take my life", "take my own life",
  "end it all", "end it tonight", "want to die", "wanna die", "wish i was dead", "wish i were dead",
  "better off dead", "better off without me", "don't want to live", "do not want to live",
  "don't want to be alive", "don't want to be here any", "do not want to be here any",
  "don't want to wake up", "no reason to live", "nothing to live for", "can't go on", "cannot go on",
  "suicid", "hurt myself", "harm myself", "hurting myself", "cut myself", "cutting myself", "overdose",
  "have the pills", "took the pills", "all my pills", "hang myself",
  // Spanish
  "matarme", "suicid", "quitarme la vida", "quiero morir", "quisiera morir", "quiero estar muert",
  "ojala no despert", "no quiero vivir", "no quiero seguir viv", "no quiero estar aqui",
  "no quiero seguir aqui", "no quiero despertar", "acabar con todo", "terminar con todo",
  "acabar con mi vida", "estarian mejor sin mi", "sin mi estarian mejor", "no puedo seguir",
  "hacerme dano", "cortarme", "sobredosis", "tengo las pastillas", "ahorcarme",
];

function plain(words) {
  const letters = words.toLowerCase().replace(/[\u2018\u2019]/g, "'");
  return letters.normalize("NFD").replace(/\p{M}/gu, "").replace(/\s+/g, " ");
}

function soundsLikeDanger(words) {
  const said = plain(words);
  return SOUNDS_LIKE_DANGER.some((some) => said.includes(some));
}

class Panel {
  constructor(place) {
    this.place = place;
    this.field = place.closest("form").elements[place.dataset.panelFor];
    this.closed = false;
    this.field.addEventListener("input", () => this.look());
    place.querySelector("[data-panel-close]").addEventListener("click", () => this.close());
    this.look();
  }

  look() {
    if (this.field.value === "") this.closed = false;
    this.place.hidden = this.closed || !soundsLikeDanger(this.field.value);
  }

  // For this draft; the next one is looked at again.
  close() {
    this.closed = true;
    this.look();
    this.field.focus();
  }
}

for (const place of document.querySelectorAll("[data-panel-for]")) new Panel(place);
