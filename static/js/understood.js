// Says beneath a box how its text is understood, while one types; the server does the reading. Without this script the
// form says it when it is shown again.
const PAUSE = 250; // milliseconds without a key

function showsUnderstanding(box) {
  const place = box.parentElement.querySelector(`output[for="${box.id}"]`);
  let timer, asked;
  async function ask() {
    const text = (asked = box.value);
    if (!text.trim()) {
      place.textContent = "";
      return;
    }
    const address = new URL(box.dataset.understood, document.baseURI);
    address.searchParams.set("text", text);
    const answer = await fetch(address).catch(() => null);
    // A later key has asked again; or the session ended, and this is the page to sign in.
    if (text !== asked || !answer || answer.redirected || !answer.ok) return;
    const { said, link, refused } = await answer.json();
    place.textContent = said;
    place.classList.toggle("refused", refused);
    if (link) place.append(" ", linkTo(link));
  }
  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  offer(box, ask);
}

function linkTo({ href, text }) {
  return Object.assign(document.createElement("a"), { href, textContent: text, target: "_blank" });
}

// A value that is likely and not taken by itself, such as the day on which the source was published.
function offer(box, ask) {
  if (!box.dataset.offer) return;
  const button = Object.assign(document.createElement("button"), {
    type: "button",
    className: "offer",
    textContent: box.dataset.offerLabel,
  });
  button.addEventListener("click", () => {
    box.value = box.dataset.offer;
    box.focus();
    ask();
  });
  box.after(" ", button);
}

function start() {
  const boxes = new WeakSet();
  const begin = (within) => {
    for (const box of within.querySelectorAll("[data-understood]")) {
      // The row that the admin copies for a new one has no number yet.
      if (!boxes.has(box) && !box.id.includes("__prefix__")) {
        boxes.add(box);
        showsUnderstanding(box);
      }
    }
  };
  begin(document);
  document.addEventListener("formset:added", (event) => begin(event.target));
}

// The admin puts its scripts into the head, without deferring them.
document.addEventListener("DOMContentLoaded", start);
