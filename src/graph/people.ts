/** Authors and organizations where the source names them: nodes of their own, hidden in the explorer until asked for. */
import { byKeys, fold, type Paper } from '../model/index.js';

export interface Person {
  readonly id: string;
  readonly label: 'Author' | 'Organization';
  readonly name: string;
}

export interface People {
  readonly people: readonly Person[];
  /** WROTE from author to paper, AFFILIATED_WITH from paper to organization; each once. */
  readonly edges: readonly { source: string; target: string; type: 'WROTE' | 'AFFILIATED_WITH'; confidence: number }[];
}

/** Names that fold to the same key are one person: a source of names alone cannot tell namesakes apart. */
export function gatherPeople(papers: readonly Paper[]): People {
  const people = new Map<string, Person>();
  const edges = new Map<string, People['edges'][number]>();
  const meet = (label: Person['label'], name: string): string | undefined => {
    const key = fold(name);
    if (!key) return undefined;
    const id = `${label.toLowerCase()}:${key}`;
    const known = people.get(id);
    // The same name in two spellings: keep the one that sorts first, whatever the order of the papers.
    if (!known || name < known.name) people.set(id, { id, label, name });
    return id;
  };
  for (const paper of papers) {
    for (const name of paper.authors) {
      const id = meet('Author', name);
      if (id) edges.set(`${id}\n${paper.id}`, { source: id, target: paper.id, type: 'WROTE', confidence: 1 });
    }
    for (const name of paper.organizations) {
      const id = meet('Organization', name);
      if (id) edges.set(`${paper.id}\n${id}`, { source: paper.id, target: id, type: 'AFFILIATED_WITH', confidence: 1 });
    }
  }
  return { people: [...people.values()].sort(byKeys((person) => person.id)), edges: [...edges.values()] };
}
