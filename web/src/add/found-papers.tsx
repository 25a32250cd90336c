/** What is in the files that would be added: each paper with what it introduces, uses and builds on, and what is refused. */
import type { NodeLabel, Preview } from '../api/types.js';
import { Glyph } from '../ui/glyph.js';
import { EDGE_NAMES, formatCount, formatDate, plural } from '../ui/words.js';

type Paper = Preview['papers'][number];
type Role = Paper['entities'][number]['role'];

const ROLE_NAMES: Readonly<Record<Role, string>> = {
  introduces: 'Introduces',
  compares_with: 'Compares with',
  evaluates_on: 'Evaluates on',
  uses: 'Uses',
  studies: 'Studies',
};
/** Of what is refused so much is told one by one. */
const MOST_REFUSED = 20;

interface Props {
  readonly preview: Preview;
  /** How what the server says of a file is said here. */
  readonly say: (message: string) => string;
}

export function FoundPapers({ preview: { papers, shown, total, merged, refused }, say }: Props) {
  const known = papers.filter((paper) => paper.known).length;
  return (
    <>
      <p className="secondary" role="status">
        {[
          `${plural(total, 'paper')} found`,
          ...(known > 0 ? [`${formatCount(known)} in the graph already`] : []),
          ...(merged > 0 ? [`${plural(merged, 'copy', 'copies')} merged`] : []),
          ...(refused.length > 0 ? [`${formatCount(refused.length)} refused`] : []),
        ].join(', ')}
        .
      </p>
      <div className="add-found">
        {refused.length > 0 && (
          <ul className="add-refused" aria-label="Refused">
            {refused.slice(0, MOST_REFUSED).map(({ file, line, message }) => (
              <li key={`${file} ${line} ${message}`}>
                {say(file)}
                {line !== undefined && `, line ${line}`}: {say(message)}
              </li>
            ))}
            {refused.length > MOST_REFUSED && <li>… and {formatCount(refused.length - MOST_REFUSED)} more</li>}
          </ul>
        )}
        <ul aria-label="Papers found">
          {papers.map((paper) => (
            <FoundPaper key={paper.id} paper={paper} />
          ))}
        </ul>
        {shown < total && <p className="note">… and {plural(total - shown, 'more paper')}</p>}
      </div>
    </>
  );
}

function FoundPaper({ paper: { title, date, known, entities, relations } }: { readonly paper: Paper }) {
  const roles = (Object.keys(ROLE_NAMES) as Role[])
    .map((role) => ({ role, found: entities.filter((entity) => entity.role === role) }))
    .filter(({ found }) => found.length > 0);
  return (
    <li className="add-paper">
      <p className="add-paper-title">
        {title}
        <span className="secondary">
          {date !== undefined && ` · ${formatDate(date)}`}
          {known && ' · in the graph already'}
        </span>
      </p>
      {entities.length === 0 && <p className="note">Nothing is found in it; the paper would stand alone.</p>}
      <dl className="add-roles">
        {roles.map(({ role, found }) => (
          <div key={role}>
            <dt>{ROLE_NAMES[role]}</dt>
            <dd>
              {found.map(({ name, type, evidence }) => (
                <span key={`${type} ${name}`} className="add-entity" title={evidence}>
                  <Glyph label={type satisfies NodeLabel} />
                  {name}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {relations.map(({ from, type, to, evidence }) => (
        <p key={`${from} ${type} ${to} ${evidence}`} className="add-relation">
          {from} {EDGE_NAMES[type]} {to}
          <span className="evidence">{evidence}</span>
        </p>
      ))}
    </li>
  );
}
