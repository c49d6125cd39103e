/** A source of repeatable chance: the same seed gives the same numbers on every machine. */
export interface Random {
  /** A number from 0 up to, but not including, 1. */
  share(): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  /** One of the items, each as likely as its weight says. */
  pick<Item>(items: readonly Item[], weight?: (item: Item) => number): Item;
  /** A log-normal number with the given median; `spread` is the standard deviation of its logarithm. */
  logNormal(median: number, spread: number): number;
  /** A count of independent events, of which `mean` are expected. */
  poisson(mean: number): number;
  /** The items in random order. */
  shuffled<Item>(items: readonly Item[]): Item[];
}

/** A random source by the mulberry32 generator, started from a whole number. */
export function random(seed: number): Random {
  let state = seed >>> 0;

  function share(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  const whole = (low: number, high: number) => low + Math.floor(share() * (high - low + 1));

  function pick<Item>(items: readonly Item[], weight: (item: Item) => number = () => 1): Item {
    let left = share() * items.reduce((total, item) => total + weight(item), 0);
    for (const item of items) {
      left -= weight(item);
      if (left < 0) return item;
    }
    return items[items.length - 1] as Item;
  }

  function logNormal(median: number, spread: number): number {
    const normal = Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share());
    return median * Math.exp(spread * normal);
  }

  function poisson(mean: number): number {
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = share(); product > limit; product *= share()) count++;
    return count;
  }

  function shuffled<Item>(items: readonly Item[]): Item[] {
    const result = [...items];
    for (let last = result.length - 1; last > 0; last--) {
      const other = whole(0, last);
      [result[last], result[other]] = [result[other] as Item, result[last] as Item];
    }
    return result;
  }

  return { share, chance: (probability) => share() < probability, whole, pick, logNormal, poisson, shuffled };
}
