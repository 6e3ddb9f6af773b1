/**
 * Random numbers that come out the same every time for the same seed, so that a demo and a test can be repeated.
 *
 * The generator is mulberry32: 32 bits of state, quick, and good enough to make up people. Never use it for secrets.
 */
export interface SeededRandom {
  /** At least 0, less than 1. */
  next(): number;
  /** A whole number between both, both included. */
  integer(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<Item>(items: readonly [Item, ...Item[]] | readonly Item[]): Item;
  /** Bell curve around 0 with deviation 1. */
  normal(): number;
}

export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    integer,
    chance: (probability) => next() < probability,
    pick: (items) => {
      const item = items[integer(0, items.length - 1)];
      if (item === undefined) throw new RangeError("cannot pick from an empty list");
      return item;
    },
    // Box and Muller; 1 - next() is never 0, whose logarithm is infinite.
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}

/** The index of an item with a probability in proportion to its weight. All weights are 0 or more, one is more. */
export function weightedIndex(random: SeededRandom, weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let rest = random.next() * total;
  for (const [index, weight] of weights.entries()) {
    rest -= weight;
    if (rest < 0) return index;
  }
  return weights.length - 1;
}

/** `count` different items, those with a greater weight more likely (Efraimidis and Spirakis: the largest u^(1/w)). */
export function sample<Item>(
  random: SeededRandom,
  items: readonly Item[],
  count: number,
  weightOf: (item: Item) => number,
): Item[] {
  return items
    .map((item) => ({ item, rank: Math.log(1 - random.next()) / Math.max(weightOf(item), 1e-9) }))
    .toSorted((a, b) => b.rank - a.rank)
    .slice(0, Math.max(count, 0))
    .map(({ item }) => item);
}
