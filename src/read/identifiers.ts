/** arXiv numbers and DOIs in all the forms in which sources write them. */

const NEW_STYLE = /^\d{4}\.\d{4,5}$/;
const OLD_STYLE = /^[a-z][a-z-]{1,15}(?:\.[A-Z]{2})?\/\d{7}$/;
const ARXIV_ADDRESS = /arxiv\.org\/(?:abs|pdf|html)\/((?:[a-z-]+(?:\.[A-Z]{2})?\/\d{7}|\d{4}\.\d{4,5}))/i;
const ARXIV_MENTION = /\barxiv[:\s]+((?:[a-z-]+(?:\.[A-Z]{2})?\/\d{7}|\d{4}\.\d{4,5}))/i;
const ARXIV_DOI = /^10\.48550\/arxiv\.(.+)$/i;
const DOI = /^10\.\d{4,9}\/\S+$/;

/** A bare arXiv number without its version (`2506.00188`, `cs/0112017`); undefined for what is none. */
export function toArxivId(raw: string): string | undefined {
  const text = raw.trim();
  const bare = (ARXIV_ADDRESS.exec(text)?.[1] ?? text.replace(/^arxiv:\s*/i, ''))
    .replace(/\.pdf$/i, '')
    .replace(/v\d+$/, '');
  return NEW_STYLE.test(bare) || OLD_STYLE.test(bare) ? bare : undefined;
}

/** A DOI in lower case without `https://doi.org/`; undefined for what is none. */
export function toDoi(raw: string): string | undefined {
  const text = raw
    .trim()
    .replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '')
    .replace(/(?<![.,;])[.,;]+$/, '')
    .toLowerCase();
  return DOI.test(text) ? text : undefined;
}

/** An address that a browser can open; undefined for anything else. */
export function toUrl(raw: string): string | undefined {
  const text = raw.trim();
  return /^https?:\/\/[^\s<>"{}|\\^`]+$/i.test(text) ? text : undefined;
}

/**
 * What a record says about its identity, from wherever it says it.
 * @param hints fields that may hold an arXiv number as an address or after the word arXiv: address, journal, note
 */
export function identify(fields: {
  arxiv?: string | undefined;
  doi?: string | undefined;
  hints?: readonly (string | undefined)[];
}): {
  arxiv?: string;
  doi?: string;
} {
  const doi = fields.doi === undefined ? undefined : toDoi(fields.doi);
  const ofDoi = doi === undefined ? undefined : ARXIV_DOI.exec(doi)?.[1];
  const given = fields.arxiv === undefined ? undefined : toArxivId(fields.arxiv);
  let arxiv = given ?? (ofDoi === undefined ? undefined : toArxivId(ofDoi));
  for (const hint of fields.hints ?? []) {
    if (hint === undefined || arxiv !== undefined) continue;
    arxiv = toArxivId((ARXIV_ADDRESS.exec(hint) ?? ARXIV_MENTION.exec(hint))?.[1] ?? '');
  }
  // arXiv's own DOI says nothing that its number does not.
  return { ...(arxiv === undefined ? {} : { arxiv }), ...(doi === undefined || ofDoi !== undefined ? {} : { doi }) };
}
