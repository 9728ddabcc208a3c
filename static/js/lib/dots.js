// What may be given at a vote, as in cafe/harvest/voting.py: change both together. Pure.

const total = (dots) => Object.values(dots).reduce((sum, number) => sum + number, 0);

/** What one person, or `people` at a table together, may fill in. Dots are an object by choice. */
export class Paper {
  constructor({ dots, stacked }, people = 1) {
    this.most = people * dots;
    /** Where dots are spread, each person gives a choice one. */
    this.mostOnOne = stacked ? this.most : people;
  }

  given(dots) {
    return total(dots);
  }

  left(dots) {
    return this.most - total(dots);
  }

  mayGive(dots, choice) {
    return this.left(dots) > 0 && (dots[choice] ?? 0) < this.mostOnOne;
  }

  /** With one dot more on a choice, or as before where there is none to give. */
  give(dots, choice) {
    return this.mayGive(dots, choice) ? { ...dots, [choice]: (dots[choice] ?? 0) + 1 } : dots;
  }

  /** With one dot less on a choice. */
  takeBack(dots, choice) {
    return put(dots, choice, (dots[choice] ?? 0) - 1);
  }

  /** Whether it can be handed in. */
  takes(dots) {
    return this.left(dots) >= 0 && Object.values(dots).every((number) => number <= this.mostOnOne);
  }
}

/** With so many dots on a choice; none is not kept. */
export function put(dots, choice, number) {
  const others = Object.fromEntries(Object.entries(dots).filter(([id]) => id !== choice));
  return number > 0 ? { ...others, [choice]: number } : others;
}
