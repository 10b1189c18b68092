// Passkeys: shows the form where the browser knows them, asks the device, and sends its answer with
// the form. What the device is asked stands in the form; nothing is fetched.

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

function opened(options) {
  const told = { ...options, challenge: bytes(options.challenge) };
  if (told.user) told.user = { ...told.user, id: bytes(told.user.id) };
  for (const list of ["excludeCredentials", "allowCredentials"]) {
    if (told[list]) told[list] = told[list].map((one) => ({ ...one, id: bytes(one.id) }));
  }
  return told;
}

function answer(credential) {
  const response = {};
  for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[part]) response[part] = text(credential.response[part]);
  }
  const id = text(credential.rawId);
  return { id, rawId: id, type: credential.type, response, clientExtensionResults: {} };
}

class DeviceForm {
  constructor(form) {
    this.form = form;
    this.said = form.querySelector("[data-said]");
    form.hidden = false;
    for (const words of document.querySelectorAll("[data-without-passkey]")) words.hidden = true;
    form.addEventListener("submit", (event) => this.ask(event));
  }

  async ask(event) {
    event.preventDefault();
    this.said.textContent = "";
    try {
      const publicKey = opened(JSON.parse(this.form.dataset.options));
      const credential = await navigator.credentials[this.form.dataset.passkey]({ publicKey });
      this.form.elements.credential.value = JSON.stringify(answer(credential));
      this.form.submit();
    } catch {
      this.said.textContent = this.said.dataset.notNow;
    }
  }
}

if (window.PublicKeyCredential) {
  for (const form of document.querySelectorAll("form[data-passkey]")) new DeviceForm(form);
}
