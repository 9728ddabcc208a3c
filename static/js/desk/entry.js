/** Enter finishes, Shift and Enter make a new line, and Enter that ends a composed word is left alone. */
export const isEnter = (event) => event.key === "Enter" && !event.shiftKey && !event.isComposing;

/** Some phone keyboards send no Enter, only the new line they would make. With Shift it is meant. */
export class LineBreaks {
  #shift = false;

  key(event) {
    this.#shift = event.shiftKey;
  }

  isEnter(event) {
    return event.inputType === "insertLineBreak" && !this.#shift && !event.isComposing;
  }
}

/** Let a field be as tall as its text. Its class has a greatest height. */
export function growToText(field) {
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
}
