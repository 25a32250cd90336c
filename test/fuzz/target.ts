/** What is fuzzed: something that takes bytes of strangers. */
export interface FuzzTarget {
  readonly name: string;
  /** What it should make sense of, so that inputs made of these come far. */
  readonly seeds: () => readonly string[];
  /** @throws whatever is wrong: an error that is no refusal in words, or a property that does not hold */
  run(input: Buffer): void | Promise<void>;
}
