/**
 * Curation: a person's edits, applied in their order over the senses that resolution found. Every node keeps its id but
 * for one that is merged away or takes another label; an edit that cannot be applied stops everything.
 */
import {
  byKeys,
  type CurationEdit,
  CurationError,
  type CurationNote,
  compareText,
  type EdgeType,
  ENTITY_TYPES,
  endKinds,
  fold,
  formatEdit,
  StemmaError,
} from '../model/index.js';
import { formsOf } from './mention.js';
import { refuseMergeCycles } from './merge-cycles.js';
import { NameIndex, formsOf as namesOf } from './name-index.js';
import { meantByNearlyAll } from './nearly-all.js';
import { describe, freeId, type Join, papersOf, type Sense } from './sense.js';
import { describePart, partBy } from './split-off.js';

/** An edge that a person refused. An end that is an entity is its id, after all edits; another is as it was written. */
export interface Rejection {
  readonly edit: number;
  readonly type: EdgeType;
  readonly source: string;
  readonly target: string;
}

export interface Curated {
  /** Sorted by id. */
  readonly senses: readonly Sense[];
  readonly rejections: readonly Rejection[];
  readonly notes: readonly CurationNote[];
  /** The node that each edit is about, as it is called after all of them; undefined for a rejected edge. */
  readonly subjects: readonly (string | undefined)[];
}

/**
 * @param senses with ids that differ
 * @throws CurationError naming the edit: `unknown-name`, `several-senses`, `self-merge`, `merge-cycle`,
 * `nothing-to-split`, `nothing-left`, `impossible-edit`
 */
export function curate(senses: readonly Sense[], edits: readonly CurationEdit[]): Curated {
  if (edits.length === 0) return { senses, rejections: [], notes: [], subjects: [] };
  const curation = new Curation(senses, edits);
  refuseMergeCycles(curation.found, edits);
  for (const index of edits.keys()) curation.apply(index);
  return curation.result();
}

class Curation {
  /** What resolution found, before any edit. */
  readonly found: NameIndex<Sense>;
  readonly #nodes: NameIndex<Sense>;
  readonly #edits: readonly CurationEdit[];
  readonly #taken: Set<string>;
  /** Ids that an edit took away, and what bears the node since. */
  readonly #moved = new Map<string, { to: string; edit: number }>();
  readonly #rejections: Rejection[] = [];
  readonly #notes: CurationNote[] = [];
  readonly #subjects: (string | undefined)[] = [];

  constructor(senses: readonly Sense[], edits: readonly CurationEdit[]) {
    this.found = new NameIndex(senses);
    this.#nodes = new NameIndex(senses);
    this.#edits = edits;
    this.#taken = new Set(senses.map(({ id }) => id));
  }

  apply(index: number): void {
    const edit = this.#edits[index];
    if (!edit) return;
    try {
      if ('merge' in edit) this.#merge(edit.merge, edit.into, index);
      else if ('split' in edit) this.#split(edit.split, edit.from, index);
      else if ('rename' in edit) this.#rename(edit.rename, edit.to, index);
      else if ('retype' in edit) this.#retype(edit.retype, edit.to, index);
      else this.#reject(edit, index);
    } catch (error) {
      if (!(error instanceof StemmaError)) throw error;
      const message = `edit ${index + 1}, ${formatEdit(edit)}: ${error.message}`;
      throw new CurationError(error.code, message, { edit: index }, { cause: error });
    }
  }

  result(): Curated {
    return {
      senses: [...this.#nodes.values()].sort(byKeys(({ id }) => id)),
      rejections: this.#rejections.map(({ edit, type, source, target }) => {
        const [from, to] = endKinds(type);
        return {
          edit,
          type,
          source: from === 'entity' ? this.#now(source) : source,
          target: to === 'entity' ? this.#now(target) : target,
        };
      }),
      notes: this.#notes,
      subjects: this.#subjects.map((id) => (id === undefined ? undefined : this.#now(id))),
    };
  }

  #merge(from: string, into: string, index: number): void {
    const [part, whole] = [this.#the(from, index), this.#the(into, index)];
    this.#subjects[index] = whole.id;
    if (part === whole) {
      const plain = (text: string) => fold(text === whole.id ? whole.name : text);
      if (plain(from) === plain(into)) {
        throw new StemmaError('self-merge', 'a node cannot be merged with itself: name another node');
      }
      const [before, after] = [this.found.find(from), this.found.find(into)];
      if (before.length === 1 && after.length === 1 && before[0] === after[0]) {
        this.#note(index, 'idle', `"${from}" and "${into}" are one node without it`);
        return;
      }
      throw new StemmaError('impossible-edit', 'an earlier edit has made these one node: remove one of the two');
    }
    const names = new Set([...whole.aliases, part.name, ...part.aliases]);
    names.delete(whole.name);
    this.#replace(part, undefined);
    this.#replace(whole, {
      ...whole,
      aliases: [...names].sort(compareText),
      joins: [...whole.joins, ...part.joins, ...joinByHand(part.name, whole.name)],
      mentions: [...whole.mentions, ...part.mentions].sort(
        byKeys(
          ({ paper }) => paper,
          ({ name }) => name,
        ),
      ),
    });
    this.#moved.set(part.id, { to: whole.id, edit: index });
  }

  #split(form: string, from: string, index: number): void {
    const whole = this.#the(from, index);
    this.#subjects[index] = whole.id;
    const { part, rest } = partBy(form, whole) ?? {};
    if (part === undefined || rest === undefined || part.length === 0) {
      const why = part
        ? `every paper that writes "${form}" calls it by another of its names too, and they are most`
        : `no paper calls "${whole.name}" (${whole.id}) so`;
      throw new StemmaError('nothing-to-split', `${why}: there is nothing to split off`);
    }
    if (rest.length === 0) {
      throw new StemmaError('nothing-left', `nothing of "${whole.name}" would remain: rename it instead`);
    }
    const named = givenNames(whole);
    const forms = new Set([...rest.flatMap(formsOf), ...named]);
    const name = forms.has(whole.name) ? whole.name : describe('', rest, [], new Set()).name;
    forms.delete(name);
    this.#nodes.add(describePart(form, part, joinsAmong(whole.joins, new Set(part.flatMap(formsOf))), this.#taken));
    this.#replace(whole, {
      ...whole,
      name,
      aliases: [...forms].sort(compareText),
      joins: joinsAmong(whole.joins, new Set([name, ...forms])),
      mentions: rest,
    });
  }

  #rename(node: string, to: string, index: number): void {
    const sense = this.#the(node, index);
    this.#subjects[index] = sense.id;
    if (sense.name === to) {
      this.#note(index, 'idle', `it is called "${to}" without it`);
      return;
    }
    const others = this.#nodes.find(to).filter((other) => other !== sense && namesOf(other).includes(to));
    if (others.length > 0) {
      const ids = others.map(({ id }) => id).join(', ');
      this.#note(index, 'meant', `"${to}" is also the name of ${ids}: merge them, or mean each by its id from now on`);
    }
    const joined = sense.aliases.includes(to) ? [] : joinByHand(sense.name, to);
    const aliases = new Set([...sense.aliases, sense.name]);
    aliases.delete(to);
    this.#replace(sense, {
      ...sense,
      name: to,
      aliases: [...aliases].sort(compareText),
      joins: [...sense.joins, ...joined],
    });
  }

  #retype(node: string, to: Sense['label'], index: number): void {
    const sense = this.#the(node, index);
    this.#subjects[index] = sense.id;
    if (sense.label === to) {
      this.#note(index, 'idle', `it is a ${to} without it`);
      return;
    }
    const id = freeId(to, sense.name, sense.label.toLowerCase(), this.#taken);
    this.#replace(sense, { ...sense, id, label: to });
    this.#moved.set(sense.id, { to: id, edit: index });
  }

  #reject(edit: Extract<CurationEdit, { reject: string }>, index: number): void {
    this.#subjects[index] = undefined;
    const [from, to] = endKinds(edit.reject);
    this.#rejections.push({
      edit: index,
      type: edit.reject,
      source: from === 'entity' ? this.#the(edit.from, index).id : edit.from,
      target: to === 'entity' ? this.#the(edit.to, index).id : edit.to,
    });
  }

  /** The one node that a name means after the edits so far: of several senses the one that nearly all papers mean. */
  #the(text: string, index: number): Sense {
    const moved = this.#moved.get(text);
    if (moved) {
      const { to, edit } = moved;
      const cause = this.#edits[edit];
      throw new StemmaError(
        'impossible-edit',
        `there is no ${text} any more after edit ${edit + 1}${cause ? ` (${formatEdit(cause)})` : ''}: write ${to}`,
      );
    }
    const underOtherLabel = this.#underOtherLabel(text, index);
    if (underOtherLabel) return underOtherLabel;
    const meant = meantByNearlyAll(this.#nodes.find(text), text, papersOf);
    if (!meant) return this.#nodes.one(text);
    this.#note(index, 'meant', meant.note);
    return meant.sense;
  }

  /** An id begins with the label, which the vote of more papers may change; the rest of it stays. */
  #underOtherLabel(id: string, index: number): Sense | undefined {
    const [, label, rest] = ID.exec(id) ?? [];
    if (label === undefined || this.#taken.has(id)) return undefined;
    const others = ENTITY_TYPES.map((type) => `${type.toLowerCase()}:${rest}`).filter((other) =>
      this.#taken.has(other),
    );
    const [only] = others;
    return only !== undefined && others.length === 1 ? this.#the(only, index) : undefined;
  }

  #now(id: string): string {
    let here = id;
    for (let next = this.#moved.get(here); next; next = this.#moved.get(here)) here = next.to;
    return here;
  }

  #replace(old: Sense, sense: Sense | undefined): void {
    this.#nodes.remove(old);
    if (sense) this.#nodes.add(sense);
  }

  #note(edit: number, kind: CurationNote['kind'], message: string): void {
    this.#notes.push({ edit, kind, message });
  }
}

const ID = new RegExp(`^(${ENTITY_TYPES.join('|').toLowerCase()}):(.+)$`, 'u');

function joinByHand(a: string, b: string): Join[] {
  return a === b ? [] : [{ a, b, rule: 'curation', score: 1, papers: [] }];
}

function joinsAmong(joins: readonly Join[], forms: ReadonlySet<string>): Join[] {
  return joins.filter(({ a, b }) => forms.has(a) && forms.has(b));
}

/** Names that no paper uses: an edit gave them. */
function givenNames({ name, aliases, mentions }: Sense): string[] {
  const used = new Set(mentions.flatMap(formsOf));
  return [name, ...aliases].filter((form) => !used.has(form));
}
