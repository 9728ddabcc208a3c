/** A plan or a file that is being made: shows how far it is, and what there is once it is there. */
const EVERY = 500;

const frame = document.querySelector("[data-progress]");

async function look() {
  const answer = await fetch(frame.dataset.progress, { headers: { accept: "application/json" } });
  if (!answer.ok && answer.status !== 404) {
    throw new Error(String(answer.status));
  }
  const { state, progress, said } = answer.ok ? await answer.json() : { state: "gone" };
  if (state !== (frame.dataset.state ?? "planning")) {
    location.reload();
    return false;
  }
  frame.querySelector("progress").value = progress;
  const words = document.getElementById("planning-said");
  if (words.textContent !== said) {
    words.textContent = said;
  }
  return true;
}

/** Look again and again; where the network is away for a moment, it is tried once more. */
async function follow() {
  let goesOn = true;
  while (goesOn) {
    await new Promise((resolve) => setTimeout(resolve, EVERY));
    try {
      goesOn = await look();
    } catch {
      goesOn = true;
    }
  }
}

if (frame) {
  document.querySelector(".refresh").hidden = true;
  follow();
}
